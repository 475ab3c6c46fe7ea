import { isAnswer, isOfOneMatter } from './answers/answers';
import { receiptRefused } from './answers/receipts';
import { conversationAllows } from './care/conversationRules';
import type { CareRecord } from './careRecord';
import { careState } from './careState';
import { isSafetyNews } from './code/arising';
import { ledger } from './code/ledger';
import type { AssignTask, CompleteTask, RecordEvent } from './command';
import { correctedFact, mayCorrect } from './correction';
import { otherRecipient } from './court/availability/otherRecipient';
import { measureStepMissing } from './court/measures/mayMeasure';
import { arrangementOver } from './court/witnesses/arrangementOver';
import { askedTwice } from './court/witnesses/askedTwice';
import { endsInDanger, leftUndone } from './endOfCase';
import type { NewFact } from './fact';
import { answering } from './outcomeOfTask';
import { referralRefused } from './referrals/referralRefused';
import { refuse, type Refusal } from './refusal';
import { roleOf, taskKinds, type Task } from './task';

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
    otherRecipient(command.outcome, task) ??
    leftUndone(record, command.outcome, task.taskId) ??
    referralKnown(record, command.outcome) ??
    referralRefused(record, command.outcome, task.kind) ??
    stepSkipped(record, command.outcome) ??
    askedTwice(record, command.outcome) ??
    arrangementOver(record, command.outcome) ??
    conversationAllows(record, answering(command.outcome, task))
  );
}

/** Whether a task may be claimed, released, passed on or held; undefined when it may. */
export function mayAssign(record: CareRecord, command: AssignTask): Refusal | undefined {
  return mayTouch(
    record,
    record.tasks.find(({ taskId }) => taskId === command.taskId),
    command
  );
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
    (correctedFact(record, command) ? undefined : (askedTwice(record, fact) ?? arrangementOver(record, fact))) ??
    conversationAllows(record, fact)
  );
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
