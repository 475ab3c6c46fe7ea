import type { CareRecord } from './careRecord';
import { withProposal } from './care/conversationRules';
import type { AssignTask, CompleteTask, RecordEvent } from './command';
import { correctedFact, stillAbout } from './correction';
import { answering, ofItsHearing, ofItsReview } from './outcomeOfTask';
import { recordFact } from './recordFact';
import type { Instant } from './time/londonTime';
import type { Task } from './task';

export interface CarriedOut {
  readonly record: CareRecord;
  readonly facts: readonly number[];
  readonly task?: Task | undefined;
}

/** The case after a task was completed. Throws RangeError for a task that `mayComplete` would refuse as unknown. */
export function complete(record: CareRecord, command: CompleteTask, now: Instant): CarriedOut {
  const task = record.tasks.find(({ taskId }) => taskId === command.taskId);
  if (!task) throw new RangeError('mayComplete was not asked');
  const { taskId, by, commandId } = command;
  const outcome = ofItsReview(record, ofItsHearing(record, answering(command.outcome, task), task), task);
  const fact = withProposal(record, outcome);
  const recorded = recordFact(record, { fact, commandId, by, task }, now);
  const closed: Task = { ...task, version: task.version + 1, closed: { as: 'completed', at: now, by } };
  const tasks = record.tasks.map((each) => (each.taskId === taskId ? closed : each));
  return { record: { ...recorded.record, version: record.version + 1, tasks }, facts: [recorded.seq], task: closed };
}

/** The case after a task was claimed, released, passed on or held; facts stay as they are. */
export function assign(record: CareRecord, command: AssignTask): CarriedOut {
  const { assignment, by } = command;
  let changed: Task | undefined;
  const tasks = record.tasks.map((task) => {
    if (task.taskId !== command.taskId) return task;
    changed = { ...task, version: task.version + 1, ...assigned(assignment, by) };
    return changed;
  });
  return { record: { ...record, version: record.version + 1, tasks }, facts: [], task: changed };
}

function assigned(assignment: AssignTask['assignment'], by: string): Pick<Task, 'assignee' | 'heldUntil'> {
  switch (assignment.kind) {
    case 'claim':
      return { assignee: by };
    case 'release':
      return { assignee: undefined, heldUntil: undefined };
    case 'passOn':
      return { assignee: assignment.to };
    case 'hold':
      return { heldUntil: assignment.until };
  }
}

/** The case after an event, which takes the place of the one that it corrects. */
export function record(careRecord: CareRecord, command: RecordEvent, now: Instant): CarriedOut {
  const corrected = correctedFact(careRecord, command);
  const { taskId, taskKind, seq: supersedes } = corrected ?? {};
  const task = taskId !== undefined && taskKind !== undefined ? { taskId, kind: taskKind } : undefined;
  const { commandId, by } = command;
  const fact = withProposal(careRecord, stillAbout(command.fact, corrected));
  const recorded = recordFact(careRecord, { fact, commandId, by, task, supersedes }, now);
  return { record: { ...recorded.record, version: careRecord.version + 1 }, facts: [recorded.seq] };
}
