import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { quietRuntime } from '../support/quietRuntime';
import { testServers } from '../support/servers';

/** A bundler once let the variables of one workflow be seen by another: one person's facts in another person's case. */
describe('two cases in one worker', () => {
  it('share no variable', async () => {
    quietRuntime();
    const { temporalAddress, namespace } = await testServers();
    const env = await TestWorkflowEnvironment.createFromExistingServer({ address: temporalAddress, namespace });
    const workflowsPath = path.join(__dirname, '..', 'support', 'countingWorkflow.ts');
    const taskQueue = `isolation-${randomUUID()}`;
    const worker = await Worker.create({
      connection: env.nativeConnection,
      namespace,
      taskQueue,
      workflowBundle: await bundleWorkflowCode({ workflowsPath }),
      activities: { none: () => Promise.resolve() },
    });
    const counted = await worker.runUntil(async () => {
      const counts: number[] = [];
      for (let run = 0; run < 5; run += 1) {
        const workflow = await env.client.workflow.start<() => Promise<number>>('count', {
          taskQueue,
          workflowId: randomUUID(),
        });
        counts.push(await workflow.result());
      }
      return counts;
    });
    expect(counted).toEqual([1, 1, 1, 1, 1]);
    await env.teardown();
  });
});
