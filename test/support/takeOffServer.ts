import type { WorkflowHandle } from '@temporalio/client';

/**
 * Ends a workflow once it rests. An activity that is under way when its workflow is terminated stops the clock of the
 * time-skipping server for all that come after; a timer of one that is left there would hold it.
 */
export async function takeOffServer(handle: WorkflowHandle): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { raw } = await handle.describe();
    if (!raw.pendingWorkflowTask && (raw.pendingActivities ?? []).length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await handle.terminate();
}
