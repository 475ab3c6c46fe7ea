import type { WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

const { EventType } = temporal.api.enums.v1;
const taskEnds: ReadonlySet<number> = new Set([
  EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
  EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED,
  EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT,
]);
const activityEnds: ReadonlySet<number> = new Set([
  EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT,
  EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED,
]);

/**
 * Ends a workflow once it rests. A workflow task or an activity that is under way when its workflow is terminated stops
 * the clock of the time-skipping server for all that come after; a timer of one that is left there would hold it. The
 * history is asked, since what the server says of pending tasks leaves out workflow tasks.
 */
export async function takeOffServer(handle: WorkflowHandle): Promise<void> {
  for (let attempt = 0; attempt < 400 && !(await isAtRest(handle)); attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await handle.terminate();
}

async function isAtRest(handle: WorkflowHandle): Promise<boolean> {
  const { events } = await handle.fetchHistory();
  const counted = (is: (type: number) => boolean) => (events ?? []).filter(({ eventType }) => is(Number(eventType)));
  const lastTask = counted((type) => type === Number(EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED)).at(-1)?.eventId;
  const lastEnd = counted((type) => taskEnds.has(type)).at(-1)?.eventId;
  const begun = counted((type) => type === Number(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)).length;
  return Number(lastEnd ?? 0) > Number(lastTask ?? 0) && begun === counted((type) => activityEnds.has(type)).length;
}
