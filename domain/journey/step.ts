import { dutyReason } from '../code/dutyReason';
import type { Duty } from '../code/duty';
import type { CareRecord } from '../careRecord';
import type { CareState } from '../careState';
import { addCalendarDays, endOfDayAfter, londonDay, startOfLondonDay, type Instant } from '../londonTime';
import type { WantedTask } from '../task';
import { endOfWorkingDaysAfter } from '../workingDays';

/** A case seen at one instant. */
export interface CaseView {
  readonly record: CareRecord;
  readonly state: CareState;
  /** What the case owes, with what has become of it. */
  readonly duties: readonly Duty[];
  readonly now: Instant;
}

/** What a step of the journey asks for: tasks to have open, and instants at which to look again. */
export interface StepPlan {
  readonly tasks: readonly WantedTask[];
  readonly wakeAt?: readonly Instant[];
}

/** One step of the journey, a pure function: the same record at the same instant always asks for the same. */
export type Step = (view: CaseView) => StepPlan;

export const nothing: StepPlan = { tasks: [] };

/** Since when the case has been ours without a break: its arrival, or its last reopening. */
export function oursSince({ record: { opening }, state: { reopened } }: CaseView): Instant {
  return reopened ? later(opening.openedAt, reopened.at) : opening.openedAt;
}

/**
 * A limit counted from the report's receipt, or, when it had passed before the case came to us or came back, the same
 * limit counted from then: what was missed before is on record as such, and the work itself is still to be done.
 */
export function limitFromReceipt(
  view: CaseView,
  limit: (from: Instant) => Instant,
  notBefore: Instant = oursSince(view)
): { dueAt: Instant; from: Instant; lateArrival: boolean } {
  const { receivedAt } = view.record.opening;
  const dueAt = limit(receivedAt);
  if (dueAt >= notBefore) return { dueAt, from: receivedAt, lateArrival: false };
  return { dueAt: limit(notBefore), from: notBefore, lateArrival: true };
}

/**
 * The limit of a duty (of the report, or of the fact `seq`) as the ledger has it, where a pause or a later judgement has moved it: what is shown
 * and what the case wakes for is one date. Undefined where it stands as it was fixed.
 */
export function movedLimit(
  { duties }: CaseView,
  obligation: string,
  seq = 0
): Pick<WantedTask, 'dueAt' | 'why'> | undefined {
  const duty = duties.find((each) => each.seq === seq && each.obligation === obligation);
  if (!duty?.dueBy || !(duty.earlier ?? duty.pause)) return undefined;
  return { dueAt: duty.dueBy, why: dutyReason(duty) };
}

export function later(one: Instant, other: Instant | undefined): Instant {
  return other !== undefined && other > one ? other : one;
}

export const calendarDays = (days: number) => (from: Instant) => endOfDayAfter(from, days);

export const workingDays =
  ({ record: { calendar } }: CaseView, days: number) =>
  (from: Instant) =>
    endOfWorkingDaysAfter(from, days, calendar);

/** A limit that is the force's own promise, in days of the calendar: until the end of the last of them. */
export function standardDays(days: number, from: Instant): Pick<WantedTask, 'dueAt' | 'why'> {
  return { dueAt: calendarDays(days)(from), why: { rule: 'forceStandard', days, from } };
}

/** The same in working days. */
export function standardWorkingDays(view: CaseView, days: number, from: Instant): Pick<WantedTask, 'dueAt' | 'why'> {
  return { dueAt: workingDays(view, days)(from), why: { rule: 'forceWorkingDays', days, from } };
}

/** When a task that recurs appears: as many days before it is due as the force wants to see it coming. */
export function inLeadOf({ record: { opening } }: CaseView, dueAt: Instant): Instant {
  return startOfLondonDay(addCalendarDays(londonDay(dueAt), -opening.standards.updateLeadDays));
}

export function isWitnessOnly({ record: { opening } }: Pick<CaseView, 'record'>): boolean {
  return opening.role === 'witness';
}

export function isBusiness({ record: { opening } }: CaseView): boolean {
  return opening.personKind === 'business';
}

export function wantsNoContact({ state }: CaseView): boolean {
  return state.stances.wantsContact?.answer === 'no';
}
