import { isAnswer, isOfOneMatter } from './answers/answers';
import { openTasks, type CareRecord } from './careRecord';
import { careState } from './careState';
import { isSafetyNews } from './code/arising';
import { ledger } from './code/ledger';
import { conversationAllows, withProposal } from './care/conversationRules';
import type { AssignTask, CompleteTask, RecordEvent } from './command';
import { correctedFact, mayCorrect, stillAbout } from './correction';
import { receiptRefused } from './answers/receipts';
import type { Fact, FactKind, NewFact } from './fact';
import type { Instant } from './time/londonTime';
import { measureStepMissing } from './court/measures/mayMeasure';
import { recordFact } from './recordFact';
import { referralRefused } from './referrals/referralRefused';
import { refuse, type Refusal } from './refusal';
import { roleOf, taskKinds, type Task } from './task';

export interface CarriedOut {
  readonly record: CareRecord;
  readonly facts: readonly number[];
  readonly task?: Task | undefined;
}

/** Orders that end a case. A finding of no crime is not refused, but waits for a supervisor. */
const ends: ReadonlySet<FactKind> = new Set(['caseClosed', 'merged', 'handoverAcknowledged']);

/** Whether a task may be completed so; undefined when it may. Tasks may be refused, facts may not. */
export function mayComplete(record: CareRecord, command: CompleteTask): Refusal | undefined {
  const task = record.tasks.find(({ taskId }) => taskId === command.taskId);
  const refusal = mayTouch(record, task, command);
  if (refusal || !task) return refusal;
  const outcomes: readonly string[] = taskKinds[task.kind].outcomes;
  if (!outcomes.includes(command.outcome.kind)) {
    return refuse('outcomeDoesNotAnswerTask', `A ${task.kind} task is answered by ${outcomes.join(' or ')}.`);
  }
  return (
    endsInDanger(record, command.outcome) ??
    receiptRefused(record, { fact: answering(command.outcome, task), by: command.by, asked: roleOf(task) }) ??
    ofAnotherMatter(record, command.outcome, task) ??
    leftUndone(record, command.outcome, task.taskId) ??
    referralKnown(record, command.outcome) ??
    referralRefused(record, command.outcome, task.kind) ??
    stepSkipped(record, command.outcome) ??
    conversationAllows(record, answering(command.outcome, task))
  );
}

export function complete(record: CareRecord, command: CompleteTask, now: Instant): CarriedOut {
  const task = record.tasks.find(({ taskId }) => taskId === command.taskId);
  if (!task) throw new RangeError('mayComplete was not asked');
  const { taskId, by, commandId } = command;
  const fact = withProposal(record, answering(command.outcome, task));
  const recorded = recordFact(record, { fact, commandId, by, task }, now);
  const closed: Task = { ...task, version: task.version + 1, closed: { as: 'completed', at: now, by } };
  const tasks = record.tasks.map((each) => (each.taskId === taskId ? closed : each));
  return { record: { ...recorded.record, version: record.version + 1, tasks }, facts: [recorded.seq], task: closed };
}

/** Views on bail are no views on a caution: what answers one matter does not close the question of another. */
function ofAnotherMatter({ facts }: CareRecord, outcome: NewFact, { kind, about }: Task): Refusal | undefined {
  const asked = about?.[0] === undefined ? undefined : facts[about[0] - 1];
  if (!asked || !isAnswer(outcome.kind) || isOfOneMatter(outcome, asked)) return undefined;
  return refuse(
    'outcomeDoesNotAnswerTask',
    `This ${kind} task is about another matter: it was asked by ${asked.kind}.`
  );
}

/** An outcome speaks of what its task was about, whatever else it adds. */
function answering(outcome: NewFact, task: Task): NewFact {
  if (outcome.kind === 'victimTold' || outcome.kind === 'victimNotTold' || outcome.kind === 'victimUpdateGiven') {
    const about = [...new Set([...outcome.data.about, ...(task.about ?? [])])];
    return saying(outcome, { about });
  }
  // An answer that names no message answers all that came before it.
  if (outcome.kind === 'victimAnswered' && outcome.data.about.length > 0) {
    return saying(outcome, { about: [...new Set([...outcome.data.about, ...(task.about ?? [])])] });
  }
  if (outcome.kind === 'eventReviewed') {
    return saying(outcome, { about: task.about?.[0] ?? outcome.data.about });
  }
  if (outcome.kind === 'dutyReasonGiven') {
    return saying(outcome, { duty: task.duty ?? outcome.data.duty });
  }
  if (outcome.kind === 'stanceChanged') return saying(outcome, { stance: 'wantsContact' });
  if ('messageId' in outcome.data && task.messageId !== undefined) {
    return saying(outcome, { messageId: task.messageId });
  }
  if (isAnswer(outcome.kind) && task.about?.[0] !== undefined) {
    return saying(outcome, { about: task.about[0] });
  }
  if ('arrangementId' in outcome.data && task.arrangementId !== undefined) {
    return saying(outcome, { arrangementId: task.arrangementId });
  }
  if (outcome.kind === 'deathTold') return saying(outcome, { told: task.told ?? outcome.data.told });
  if ('planActionId' in outcome.data && task.planActionId !== undefined) {
    return saying(outcome, { planActionId: task.planActionId });
  }
  if ('referralId' in outcome.data && task.referralId !== undefined) {
    return saying(outcome, { referralId: task.referralId });
  }
  return outcome;
}

/** The types of all facts together are more than the compiler compares. */
function saying(outcome: NewFact, more: object): NewFact {
  return { ...outcome, data: { ...outcome.data, ...more } } as unknown as NewFact;
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
  const { fact } = command;
  const refusal = mayCorrect(record, command) ?? endsInDanger(record, fact, correctedFact(record, command));
  if (refusal) return refusal;
  // A correction of an end or an order changes what it says, not whether there was one.
  if (correctedFact(record, command)?.kind !== fact.kind) {
    const { end, transferAsked } = careState(record);
    if (fact.kind === 'caseReopened' && !end) return refuse('caseOpen', 'The case is open.');
    if (fact.kind === 'caseClosed') {
      return end ? refuse('caseEnded', 'The case has ended.') : leftUndone(record, fact, undefined);
    }
    if ((fact.kind === 'handoverAcknowledged' || fact.kind === 'handoverDeclined') && !transferAsked) {
      return refuse('notHandedOver', 'Nobody asked for this case to be transferred.');
    }
  }
  return (
    receiptRefused(record, command) ??
    referralKnown(record, fact) ??
    referralRefused(record, fact, correctedFact(record, command)?.taskKind) ??
    dutyKnown(record, fact) ??
    conversationAllows(record, fact)
  );
}

export function record(careRecord: CareRecord, command: RecordEvent, now: Instant): CarriedOut {
  const corrected = correctedFact(careRecord, command);
  const { taskId, taskKind, seq: supersedes } = corrected ?? {};
  const task = taskId !== undefined && taskKind !== undefined ? { taskId, kind: taskKind } : undefined;
  const { commandId, by } = command;
  const fact = withProposal(careRecord, stillAbout(command.fact, corrected));
  const recorded = recordFact(careRecord, { fact, commandId, by, task, supersedes }, now);
  return { record: { ...recorded.record, version: careRecord.version + 1 }, facts: [recorded.seq] };
}

function mayTouch(
  record: CareRecord,
  task: Task | undefined,
  { taskId, seenVersion }: { taskId: string; seenVersion?: number | undefined }
): Refusal | undefined {
  if (!task || task.closed) {
    const number = Number(taskId.slice(taskId.lastIndexOf('.') + 1));
    const ours = number <= record.tasksOpened && taskId === `${record.opening.caseId}.${number}`;
    return task || (ours && number >= 1)
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

/**
 * No case ends while danger that was reported is unanswered, however the end comes about: by an order, by a correction, or
 * by accepting what was doubted. A death is never refused; what was reported before it stays asked.
 */
function endsInDanger(record: CareRecord, fact: NewFact, corrected?: Fact): Refusal | undefined {
  const isEnd = ends.has(fact.kind) || fact.kind === 'eventReviewed' || corrected !== undefined;
  if (!isEnd || fact.kind === 'noCrime' || careState(record).end) return undefined;
  const seq = record.facts.length + 1;
  const facts = record.facts.map((each) => (each === corrected ? { ...each, supersededBy: seq } : each));
  const told = { ...fact, seq, receivedAt: fact.happenedAt, recordedAt: fact.happenedAt, by: '', commandId: '' };
  const after = careState({
    opening: record.opening,
    facts: [...facts, { ...told, ...(corrected ? { supersedes: corrected.seq } : {}) } as Fact],
  });
  if (!after.end || after.end.kind === 'victimDied' || !after.dangerUnanswered) return undefined;
  return refuse(
    'dangerUnanswered',
    'Danger was reported, and nobody has said that they act on it. Have it received first: receiveConcern, receiveSafetyReport.'
  );
}

/** As an event it would be kept, and wait for a person; as an answer it is refused, with what has to come first. */
function stepSkipped(record: CareRecord, outcome: NewFact): Refusal | undefined {
  const missing = measureStepMissing(outcome, record.opening.role, careState(record), outcome.happenedAt);
  return missing === undefined ? undefined : refuse('stepSkipped', missing);
}

function referralKnown(record: CareRecord, fact: NewFact): Refusal | undefined {
  if (!('referralId' in fact.data)) return undefined;
  const { referralId } = fact.data;
  if (careState(record).referrals.some((each) => each.referralId === referralId)) return undefined;
  return refuse('referralUnknown', 'This case has no such referral.');
}

function dutyKnown(record: CareRecord, fact: NewFact): Refusal | undefined {
  if (fact.kind !== 'dutySettled' && fact.kind !== 'dutyReasonGiven') return undefined;
  const { duty } = fact.data;
  const known = ledger(record, careState(record)).find(({ id }) => id === duty);
  if (!known) return refuse('dutyUnknown', 'The ledger of this case has no such duty.');
  if (fact.kind === 'dutySettled' && fact.data.as === 'declinedByVictim' && isSafetyNews(known)) {
    return refuse(
      'safetyNewsNotDeclined',
      'News of release and bail is never declined beforehand. Record that the victim was told, or why not (victimNotTold).'
    );
  }
  return undefined;
}
