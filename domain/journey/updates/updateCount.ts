import type { ForceStandards } from '../../careRecord';
import type { CareState } from '../../careState';
import { fix } from '../../code/arising';
import { editionInForce, obligationById } from '../../code/editions';
import type { Stated } from '../../code/dutyReason';
import { dutyIdOf, type FixedDuty } from '../../code/fixedDuty';
import { promisedUpdate } from '../../code/promises';
import { weekdayOf } from '../../contact/safeTimes';
import { addCalendarDays, endOfDayAfter, londonDay, startOfLondonDay, type Instant } from '../../time/londonTime';
import { inLeadOf, isWitnessOnly, type CaseView } from '../step';

export interface Base {
  readonly seq: number;
  readonly at: Instant;
}

/**
 * How often the victim hears while nothing happens: as agreed, by the force's default, or, where they want to hear only
 * when there is news, as seldom as a wish for no contact is looked at again. News itself never waits for this.
 */
export function cycleDays(contract: CareState['contract'], standards: ForceStandards): number {
  if (contract?.onlyNews) return Math.max(contract.everyDays ?? 0, standards.noContactReviewDays);
  return contract?.everyDays ?? standards.updateEveryDays;
}

/** When the victim last heard from us, or could first: a count that ran out while the case was not ours starts afresh. */
export function countedFrom(view: Omit<CaseView, 'duties'>): Base {
  const { lastHeard, contract, contactResumed, reopened, statementTaken } = view.state;
  const { receivedAt, openedAt } = view.record.opening;
  const days = cycleDays(contract, view.record.opening.standards);
  const ranOut = ({ at }: Base, by: Instant) => endOfDayAfter(at, days) < by;
  let base: Base = { seq: 0, at: receivedAt };
  if (ranOut(base, openedAt)) base = { seq: 0, at: openedAt };
  const statement = isWitnessOnly(view) ? statementTaken : undefined;
  for (const heard of [statement, lastHeard, contract, contactResumed]) {
    if (heard && heard.at > base.at) base = { seq: heard.seq, at: heard.at };
  }
  return reopened && ranOut(base, reopened.at) ? reopened : base;
}

/**
 * When the task of an update appears: as early as the force wants to see it, and no later than the last day before it is
 * due on which the victim agreed to hear.
 */
export function updateAppears(view: CaseView, dueAt: Instant): Instant {
  const lead = inLeadOf(view, dueAt);
  const days = view.state.contract?.days;
  if (days === undefined) return lead;
  const dueOn = londonDay(dueAt);
  const wanted = [0, 1, 2, 3, 4, 5, 6]
    .map((back) => addCalendarDays(dueOn, -back))
    .find((on) => days.includes(weekdayOf(on)));
  const agreed = wanted === undefined ? lead : startOfLondonDay(wanted);
  return agreed < lead ? agreed : lead;
}

/** The update that is owed next: as the ledger has it, or as it would be fixed now where no fact of ours fixed it. */
export function updateOwed(view: CaseView, { seq }: Base): Stated | undefined {
  const known = view.duties.find((duty) => duty.seq === seq && duty.obligation === promisedUpdate);
  if (known) return known;
  const fixed = updateOwedSince(seq, view);
  return fixed && { ...fixed, id: dutyIdOf(seq, fixed) };
}

/**
 * The update that is owed from this fact on, where it is this fact that the count starts from; 0 is the report. It arises
 * from the update before it and not from a fact of one kind, so that its edition names no trigger.
 */
export function updateOwedSince(seq: number, view: Omit<CaseView, 'duties'>): FixedDuty | undefined {
  const base = countedFrom(view);
  if (base.seq !== seq) return undefined;
  const today = londonDay(view.now);
  const edition = editionInForce('forceStandards', today, today);
  if (!edition) return undefined;
  const everyDays = cycleDays(view.state.contract, view.record.opening.standards);
  const { opening, calendar } = view.record;
  const standards = { ...opening.standards, updateEveryDays: everyDays };
  const moment = { ...view, record: { opening: { ...opening, standards }, calendar } };
  const duty = fix(
    obligationById(promisedUpdate),
    edition,
    { happenedAt: base.at, receivedAt: base.at },
    base.at,
    moment
  );
  return view.state.contract?.everyDays === undefined ? duty : { ...duty, agreed: true };
}
