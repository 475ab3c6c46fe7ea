import { TestWorkflowEnvironment } from '@temporalio/testing';
import { timeSkippingServer } from '../../dev/servers/timeSkipping';

/** `INDEXED_VALUE_TYPE_KEYWORD` of Temporal's wire format. */
const keyword = 2;

/**
 * A server of one's own whose clock jumps over waiting time, with the search attributes that cases carry.
 * Time is one for the whole server: two tests must not wait on it at once. End it with `teardown()`.
 */
export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const path = await timeSkippingServer(process.env, (line) => process.stderr.write(`${line}\n`));
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await environment.connection.operatorService.addSearchAttributes({
    namespace: environment.namespace ?? 'default',
    searchAttributes: {
      ForceId: keyword,
      CaseStage: keyword,
    },
  });
  return environment;
}
