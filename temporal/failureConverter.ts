import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Messages and stack traces of failures pass the encrypting codec too; types stay in clear, since they are codes of ours.
 * Clients, workers and the workflow bundle load this file by its path, so it imports nothing of Node.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
