import type { CareRecord } from '../careRecord';
import type { CareState } from '../careState';
import type { Duty } from '../code/duty';
import { dutyReason, type Stated } from '../code/dutyReason';
import { whatMeets } from '../code/evidenceAdded';
import { obligationById } from '../code/editions';
import type { FactKind } from '../fact';
import {
  addCalendarDays,
  addHours,
  endOfDayAfter,
  londonDay,
  startOfLondonDay,
  type Instant,
} from '../time/londonTime';
import type { OwnStandard, WantedTask } from '../task';
import { endOfWorkingDaysAfter } from '../time/workingDays';

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
export function oursSince({ record: { opening }, state: { reopened } }: Pick<CaseView, 'record' | 'state'>): Instant {
  return reopened ? later(opening.openedAt, reopened.at) : opening.openedAt;
}

export type Limit = Pick<WantedTask, 'dueAt' | 'why'>;
export interface OwnLimit extends Limit {
  readonly why: OwnStandard;
}

/** What a duty asks for, as the ledger has it: what is shown, what the case wakes for and what is counted is one date. */
export function limitOf(duty: Stated | undefined): Limit | undefined {
  return duty?.dueBy === undefined ? undefined : { dueAt: duty.dueBy, why: dutyReason(duty) };
}

/**
 * The limit of the duty that is owed from the report on and answered by such a fact. Where it had passed before the case
 * came to us or came back, or the law of that day knows no such duty, the force's own limit counts from then.
 */
export function limitOfReport(
  { record, state, duties }: CaseView,
  answer: FactKind,
  own: (from: Instant) => OwnLimit,
  notBefore: Instant = oursSince({ record, state })
): Limit {
  const duty = duties.find((each) => each.seq === 0 && each.dueBy !== undefined && answers(answer, each));
  const limit = limitOf(duty) ?? own(record.opening.receivedAt);
  if (limit.dueAt >= notBefore) return limit;
  const afresh = own(notBefore);
  return { ...afresh, why: { ...afresh.why, passedBefore: true } };
}

/** Whether such a fact meets the duty. */
export function answers(kind: FactKind, { obligation }: Pick<Duty, 'obligation'>): boolean {
  const metBy = whatMeets(obligationById(obligation));
  return Array.isArray(metBy) && metBy.includes(kind);
}

export function later(one: Instant, other: Instant | undefined): Instant {
  return other !== undefined && other > one ? other : one;
}

export const workingDays =
  ({ record: { calendar } }: CaseView, days: number) =>
  (from: Instant) =>
    endOfWorkingDaysAfter(from, days, calendar);

/** A limit that is the force's own promise, in days of the calendar: until the end of the last of them. */
export function standardDays(days: number, from: Instant): OwnLimit {
  const limit = { n: days, unit: 'calendarDays' } as const;
  return { dueAt: endOfDayAfter(from, days), why: { rule: 'forceStandard', limit, from } };
}

/** The same in working days. */
export function standardWorkingDays(view: CaseView, days: number, from: Instant): OwnLimit {
  const limit = { n: days, unit: 'workingDays' } as const;
  return { dueAt: workingDays(view, days)(from), why: { rule: 'forceStandard', limit, from } };
}

/** The same in hours by the clock. */
export function standardHours(hours: number, from: Instant): OwnLimit {
  return { dueAt: addHours(from, hours), why: { rule: 'forceStandard', limit: { n: hours, unit: 'hours' }, from } };
}

/** The force's own limit; where it has passed before the work is first asked for, it counts from now. */
export function notPassed(own: (from: Instant) => OwnLimit, from: Instant, { now }: CaseView): OwnLimit {
  const limit = own(from);
  return limit.dueAt >= now ? limit : own(now);
}

/** The same for work that arose at an instant: from then, though no earlier than the case has been ours. */
export function ownLimit(view: CaseView, own: (from: Instant) => OwnLimit, arose: Instant): OwnLimit {
  return notPassed(own, later(arose, oursSince(view)), view);
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
