import { randomUUID } from 'node:crypto';
import { victimCaseId, victimCaseType } from '../../../workflows/messages';
import { ApiUnderTest } from '../support/apiUnderTest';
import { eventually } from '../support/stories';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await ApiUnderTest.start();
});
afterAll(async () => {
  await api?.end();
});

describe('operators', () => {
  it('see which case keeps failing, and why, without a word of what is in it', async () => {
    const supervisor = await api.as('supervisor');
    expect((await supervisor.get('/operations/stuck')).body).toEqual({ items: [] });

    const [broken, slow] = [randomUUID(), randomUUID()];
    const { client, taskQueue } = api.engine;
    const handle = await client.workflow.start(victimCaseType, {
      workflowId: victimCaseId(broken),
      taskQueue,
      args: [{ neither: 'a record nor one to resume' }],
      workflowTaskTimeout: '1 second',
    });
    const activity = {
      workflowId: victimCaseId(slow),
      activityType: 'saveProjection',
      attempt: 4,
      why: 'DatabaseAway',
    };
    await api.database.stuckActivities.noteStuck(activity);

    const items = await eventually(async () => {
      const { body } = await supervisor.get('/operations/stuck');
      return body.items.length === 2 ? (body.items as object[]) : undefined;
    });
    expect(items).toEqual([
      { caseId: broken, part: 'workflowTask', why: 'WorkflowWorkerUnhandledFailure' },
      expect.objectContaining({
        caseId: slow,
        part: 'activity',
        activityType: 'saveProjection',
        attempt: 4,
        why: 'DatabaseAway',
      }),
    ]);
    await handle.terminate();
  });
});
