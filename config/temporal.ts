import { z } from 'zod';
import { fileContent, milliseconds, optionalNumber, wholeNumber } from './values';

export interface TemporalTls {
  readonly serverNameOverride?: string;
  readonly serverRootCACertificate?: Buffer;
  readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer };
}

/** The Temporal server, and how a worker works for it. */
export const temporalVariables = {
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'must be host:port')
    .optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_TLS: z.enum(['true', 'false'], 'must be true or false').optional(),
  TEMPORAL_TLS_CLIENT_CERT_PATH: fileContent.optional(),
  TEMPORAL_TLS_CLIENT_KEY_PATH: fileContent.optional(),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: fileContent.optional(),
  TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
  TEMPORAL_API_KEY: z.string().optional(),
  TASK_QUEUE: z.string().default('victim-cases'),
  STICKY_TIMEOUT_MS: milliseconds(10_000),
  WORKFLOW_TASK_TIMEOUT_MS: milliseconds(10_000),
  SHUTDOWN_GRACE_MS: milliseconds(10_000),
  MAX_CACHED_WORKFLOWS: optionalNumber(0, 1_000_000).optional(),
  HISTORY_EVENTS_BEFORE_CONTINUE: wholeNumber(10, 40_000, 500),
};

const names = z.object(temporalVariables);
type Named = z.output<typeof names>;

export function temporalSettings(data: Named) {
  return {
    temporalAddress: data.TEMPORAL_ADDRESS,
    temporalNamespace: data.TEMPORAL_NAMESPACE,
    temporalTls: tlsOf(data),
    temporalApiKey: data.TEMPORAL_API_KEY,
    taskQueue: data.TASK_QUEUE,
    stickyTimeoutMs: data.STICKY_TIMEOUT_MS,
    workflowTaskTimeoutMs: data.WORKFLOW_TASK_TIMEOUT_MS,
    shutdownGraceMs: data.SHUTDOWN_GRACE_MS,
    maxCachedWorkflows: data.MAX_CACHED_WORKFLOWS,
    historyEventsBeforeContinue: data.HISTORY_EVENTS_BEFORE_CONTINUE,
  };
}

function tlsOf(data: Named): TemporalTls | undefined {
  const { TEMPORAL_TLS_CLIENT_CERT_PATH: crt, TEMPORAL_TLS_CLIENT_KEY_PATH: key } = data;
  const authority = data.TEMPORAL_TLS_SERVER_CA_CERT_PATH;
  const name = data.TEMPORAL_TLS_SERVER_NAME;
  if (data.TEMPORAL_TLS === 'false') return undefined;
  if (data.TEMPORAL_TLS === undefined && !crt && !authority && !name && !data.TEMPORAL_API_KEY) return undefined;
  return {
    ...(name ? { serverNameOverride: name } : {}),
    ...(authority ? { serverRootCACertificate: authority } : {}),
    ...(crt && key ? { clientCertPair: { crt, key } } : {}),
  };
}
