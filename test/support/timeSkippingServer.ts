import { TestWorkflowEnvironment } from '@temporalio/testing';
import { timeSkippingServer } from '../../dev/servers/timeSkipping';
import { addCaseSearchAttributes } from './searchAttributes';

/**
 * A server of one's own whose clock jumps over waiting time, with the search attributes that cases carry.
 * Time is one for the whole server: two tests must not wait on it at once. End it with `teardown()`.
 */
export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const path = await timeSkippingServer(process.env, (line) => process.stderr.write(`${line}\n`));
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await addCaseSearchAttributes(environment.connection, environment.namespace ?? 'default');
  return environment;
}
