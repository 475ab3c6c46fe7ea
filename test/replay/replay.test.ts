import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { quietRuntime } from '../support/quietRuntime';
import { workflowBundle } from '../support/workflowBundle';

const folder = path.join(__dirname, 'histories');
const saved = readdirSync(folder).filter((file) => file.endsWith('.bin'));

beforeAll(quietRuntime);

/** Cases live for years: every history saved from a release must replay on the workflow code of today. */
describe('saved histories', () => {
  it('are there', () => {
    expect(saved.length).toBeGreaterThanOrEqual(12);
  });

  it.each(saved)('%s replays', async (file) => {
    await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, historyIn(file));
  });

  it('would not replay if the order of commands had changed', async () => {
    const history = historyIn(saved[0] ?? '');
    for (const { activityTaskScheduledEventAttributes: scheduled } of history.events) {
      if (scheduled?.activityType) scheduled.activityType.name = 'anotherActivity';
    }
    const replay = Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history);
    await expect(replay).rejects.toThrow(/Nondeterminism|non-determin/i);
  });
});

function historyIn(file: string): temporal.api.history.v1.History {
  return temporal.api.history.v1.History.decode(readFileSync(path.join(folder, file)));
}
