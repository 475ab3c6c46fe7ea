import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { searchAttributes } from '../../workflows/messages';

/** `INDEXED_VALUE_TYPE_KEYWORD` of Temporal's wire format. */
const keyword = 2;

/** Adds the search attributes that cases carry to a server that may know them already. */
export async function withSearchAttributes(env: TestWorkflowEnvironment): Promise<void> {
  const attributes = Object.fromEntries(Object.values(searchAttributes).map((name) => [name, keyword]));
  await env.connection.operatorService
    .addSearchAttributes({ namespace: env.namespace ?? 'default', searchAttributes: attributes })
    .catch((failure: { code?: number }) => {
      const alreadyExists = 6;
      if (failure.code !== alreadyExists) throw failure;
    });
}
