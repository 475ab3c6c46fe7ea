import type { WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

const { EventType } = temporal.api.enums.v1;
const ends: ReadonlySet<number> = new Set([
  EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
  EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED,
  EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT,
  EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT,
  EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED,
]);
const begins: ReadonlySet<number> = new Set([
  EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
]);

/**
 * Waits until nothing of a workflow is under way. A workflow task, an activity or a query that is under way when its run
 * ends stops the clock of the time-skipping server for all that come after. The history is asked, since what the server
 * says of pending tasks leaves out workflow tasks.
 */
export async function atRest(handle: WorkflowHandle): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const { events } = await handle.fetchHistory();
    const of = (kinds: ReadonlySet<number>) => (events ?? []).filter(({ eventType }) => kinds.has(Number(eventType)));
    if (of(begins).length === of(ends).length) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
