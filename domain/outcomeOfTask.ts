import { isAnswer } from './answers/answers';
import type { CareRecord } from './careRecord';
import type { FactKind, NewFact } from './fact';
import type { Task } from './task';

/** An outcome speaks of what its task was about, whatever else it adds. */
export function answering(outcome: NewFact, task: Task): NewFact {
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

/** What may be said of one hearing or of all: as the answer to a task it is said of the hearing that the task is about. */
const ofHearing: readonly FactKind[] = [
  'attendanceAnswered',
  'attendanceDoubted',
  'attendanceRecorded',
  'witnessReleased',
  'arrangementAsked',
  'courtVisitChanged',
  'separateWaitingChanged',
  'companionNamed',
  'statementRefreshChanged',
  'statementRefreshed',
  'witnessServiceOffered',
  'witnessServiceReferred',
];

/** Whoever is a witness in two trials and comes to one has not said that they come to the other. */
export function ofItsHearing({ facts }: Pick<CareRecord, 'facts'>, outcome: NewFact, { kind, about }: Task): NewFact {
  // Where no trial is left, the question is whether they are needed for any.
  if (kind === 'confirmRelease' || !ofHearing.includes(outcome.kind) || 'hearingId' in outcome.data) return outcome;
  const asked = about?.[0] === undefined ? undefined : facts[about[0] - 1];
  if (!asked || !('hearingId' in asked.data) || asked.data.hearingId === undefined) return outcome;
  return saying(outcome, { hearingId: asked.data.hearingId });
}

/** What the prosecution says of a review is about the suspect of whom that was asked. */
export function ofItsReview({ facts }: Pick<CareRecord, 'facts'>, outcome: NewFact, { kind, about }: Task): NewFact {
  if (kind !== 'chaseProsecutionReview' || outcome.suspects?.length || about?.[0] === undefined) return outcome;
  const { suspects } = facts[about[0] - 1] ?? {};
  return suspects === undefined ? outcome : { ...outcome, suspects };
}

/** The types of all facts together are more than the compiler compares. */
function saying(outcome: NewFact, more: object): NewFact {
  return { ...outcome, data: { ...outcome.data, ...more } } as unknown as NewFact;
}
