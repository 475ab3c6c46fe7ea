import type { WorkflowHandle } from '@temporalio/client';
import { atRest } from './atRest';

/** Ends a workflow once it rests: a timer of one that is left on the time-skipping server would hold its clock. */
export async function takeOffServer(handle: WorkflowHandle): Promise<void> {
  await atRest(handle);
  await handle.terminate();
}
