import { openTasks, type CareRecord } from './careRecord';
import { careState } from './careState';
import type { AssignTask, CompleteTask, RecordEvent } from './command';
import type { NewFact } from './fact';
import type { Instant } from './londonTime';
import { recordFact } from './recordFact';
import { refuse, type Refusal } from './refusal';
import { taskKinds, type Task } from './task';

export interface CarriedOut {
  readonly record: CareRecord;
  readonly facts: readonly number[];
  readonly task?: Task | undefined;
}

/** Whether a task may be completed so; undefined when it may. Tasks may be refused, facts may not. */
export function mayComplete(record: CareRecord, command: CompleteTask): Refusal | undefined {
  const task = record.tasks.find(({ taskId }) => taskId === command.taskId);
  const refusal = mayTouch(record, task, command);
  if (refusal || !task) return refusal;
  const outcomes: readonly string[] = taskKinds[task.kind].outcomes;
  if (!outcomes.includes(command.outcome.kind)) {
    return refuse('outcomeDoesNotAnswerTask', `A ${task.kind} task is answered by ${outcomes.join(' or ')}.`);
  }
  return leftUndone(record, command.outcome, task.taskId) ?? referralKnown(record, command.outcome);
}

export function complete(record: CareRecord, command: CompleteTask, now: Instant): CarriedOut {
  const task = record.tasks.find(({ taskId }) => taskId === command.taskId);
  if (!task) throw new RangeError('mayComplete was not asked');
  const { taskId, by, commandId } = command;
  const fact = answering(command.outcome, task);
  const recorded = recordFact(record, { fact, commandId, by, task }, now);
  const closed: Task = { ...task, version: task.version + 1, closed: { as: 'completed', at: now, by } };
  const tasks = record.tasks.map((each) => (each.taskId === taskId ? closed : each));
  return { record: { ...recorded.record, version: record.version + 1, tasks }, facts: [recorded.seq], task: closed };
}

/** An outcome speaks of what its task was about, whatever else it adds. */
function answering(outcome: NewFact, task: Task): NewFact {
  if (outcome.kind === 'victimTold' || outcome.kind === 'victimNotTold' || outcome.kind === 'victimUpdateGiven') {
    const about = [...new Set([...outcome.data.about, ...(task.about ?? [])])];
    return { ...outcome, data: { ...outcome.data, about } } as NewFact;
  }
  if (outcome.kind === 'eventReviewed') {
    return { ...outcome, data: { ...outcome.data, about: task.about?.[0] ?? outcome.data.about } };
  }
  return outcome;
}

export function mayAssign(record: CareRecord, command: AssignTask): Refusal | undefined {
  return mayTouch(
    record,
    record.tasks.find(({ taskId }) => taskId === command.taskId),
    command
  );
}

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

/**
 * Whether an event may be recorded. It is never refused for its stage; only a correction of something that is not
 * there, or an order to a case that is in no state to take it, is.
 */
export function mayRecord(record: CareRecord, command: RecordEvent): Refusal | undefined {
  const corrected = correctedSeq(record, command);
  if (corrected === 'taskNotCompleted') {
    return refuse('taskNotCompleted', 'Only a completed task has an outcome to correct.');
  }
  if (corrected !== undefined) {
    const fact = record.facts[corrected - 1];
    if (!fact) return refuse('factUnknown', `This case has no fact ${corrected}.`);
    if (fact.supersededBy !== undefined) {
      return refuse('factSuperseded', `Fact ${corrected} was corrected already, by fact ${fact.supersededBy}.`);
    }
    const outcomes: readonly string[] = fact.taskKind ? taskKinds[fact.taskKind].outcomes : [];
    if (fact.taskKind && !outcomes.includes(command.fact.kind)) {
      return refuse(
        'correctionOfAnotherKind',
        `The task was a ${fact.taskKind}, answered by ${outcomes.join(' or ')}.`
      );
    }
  }
  const { end } = careState(record);
  if (command.fact.kind === 'caseReopened' && !end) return refuse('caseOpen', 'The case is open.');
  if (command.fact.kind === 'caseClosed') {
    if (end) return refuse('caseEnded', 'The case has ended.');
    return leftUndone(record, command.fact, undefined);
  }
  if (command.fact.kind === 'handoverAcknowledged' && !careState(record).transferAsked) {
    return refuse('notHandedOver', 'Nobody asked for this case to be transferred.');
  }
  return referralKnown(record, command.fact);
}

export function record(careRecord: CareRecord, command: RecordEvent, now: Instant): CarriedOut {
  const corrected = correctedSeq(careRecord, command);
  const supersedes = typeof corrected === 'number' ? corrected : undefined;
  const { taskId, taskKind } = (supersedes === undefined ? undefined : careRecord.facts[supersedes - 1]) ?? {};
  const task = taskId !== undefined && taskKind !== undefined ? { taskId, kind: taskKind } : undefined;
  const { commandId, by, fact } = command;
  const recorded = recordFact(careRecord, { fact, commandId, by, task, supersedes }, now);
  return { record: { ...recorded.record, version: careRecord.version + 1 }, facts: [recorded.seq] };
}

function correctedSeq({ facts }: CareRecord, command: RecordEvent): number | 'taskNotCompleted' | undefined {
  if (command.corrects !== undefined) return command.corrects;
  if (command.correctsTask === undefined) return undefined;
  const outcome = facts.findLast((fact) => fact.taskId === command.correctsTask && fact.supersededBy === undefined);
  return outcome?.seq ?? 'taskNotCompleted';
}

function mayTouch(
  record: CareRecord,
  task: Task | undefined,
  { taskId, seenVersion }: { taskId: string; seenVersion?: number | undefined }
): Refusal | undefined {
  if (!task || task.closed) {
    const number = Number(taskId.slice(taskId.lastIndexOf('.') + 1));
    const existed = task !== undefined || (number >= 1 && number <= record.tasksOpened);
    return existed
      ? refuse('taskClosed', 'The task was completed, or is not needed any more.')
      : refuse('taskUnknown', 'This case has no such task.');
  }
  if (seenVersion !== undefined && seenVersion !== task.version) {
    return refuse('taskChanged', 'The task has changed since you read it. Read it again.');
  }
  return undefined;
}

/** A closing names everything that stays undone, so that nothing is dropped unseen. */
function leftUndone(record: CareRecord, outcome: NewFact, closing: string | undefined): Refusal | undefined {
  if (outcome.kind !== 'caseClosed') return undefined;
  const named = new Set(outcome.data.leftUndone.map(({ taskId }) => taskId));
  const missing = openTasks(record).filter(
    ({ taskId, kind }) => taskId !== closing && kind !== 'closeCase' && !named.has(taskId)
  );
  if (missing.length === 0) return undefined;
  const list = missing.map(({ taskId, kind }) => `${kind} (${taskId})`).join(', ');
  return refuse('leftUndoneNotNamed', `Name in leftUndone, each with a reason, what stays undone: ${list}.`);
}

function referralKnown(record: CareRecord, fact: NewFact): Refusal | undefined {
  if (!('referralId' in fact.data)) return undefined;
  const { referralId } = fact.data;
  if (careState(record).referrals.some((each) => each.referralId === referralId)) return undefined;
  return refuse('referralUnknown', 'This case has no such referral.');
}
