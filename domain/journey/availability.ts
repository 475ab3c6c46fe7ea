import { answerTimesOf } from '../answers/demands';
import { dueDate } from '../code/dueDate';
import { conflictsOf } from '../court/availability/conflicts';
import { hearingThatFixesTrial, isTooOld, trialToBeFixed } from '../court/availability/datesToAvoid';
import { trialsAhead } from '../court/trialsAhead';
import { availabilityRecipients } from '../facts/availabilityFacts';
import {
  addCalendarDays,
  justAfter,
  endOfLondonDay,
  londonDay,
  type CalendarDay,
  type Instant,
} from '../time/londonTime';
import type { WantedTask } from '../task';
import { trialAheadSince } from '../tracks/suspectTracks';
import {
  later,
  notPassed,
  nothing,
  oursSince,
  standardDays,
  standardWorkingDays,
  type CaseView,
  type Limit,
  type Step,
} from './step';

const askedWithinDays = 10;
const sentWithinDays = 4;
const raisedWithinWorkingDays = 1;

/**
 * Dates to avoid: asked with the statement, again at the charge and before a trial is fixed where the answer is old;
 * sent on before the date is fixed; and a date on which the witness cannot come is raised at once.
 * Silence: nobody is taken to be free; each question stays open.
 */
export const availability: Step = (view) => {
  const trialSince = trialAheadSince(view.state.tracks);
  if (trialSince === undefined) return askedWithStatement(view);
  const since = later(trialSince, oursSince(view));
  const today = londonDay(view.now);
  const conflicts = conflictsOf(view.state, view.record, today);
  // Who is not needed at the trial is asked for no dates for it; a recording that is still to come goes on.
  if (view.state.measures.recording.attendance?.needed === false) {
    return { tasks: raised(view, since, conflicts), wakeAt: conflicts.map(onceOver) };
  }
  const fixing = view.state.availability && hearingThatFixesTrial(view.state, today);
  return {
    tasks: [
      ...asked(view, since),
      ...sent(view, since),
      ...acknowledged(view, since),
      ...raised(view, since, conflicts),
    ],
    // A trial that has been, and did not end, leaves whoever was to be tried there without one.
    wakeAt: [...trialsAhead(view.state, today), ...conflicts, ...(fixing ? [fixing] : [])].map(onceOver),
  };
};

function onceOver({ on, untilOn }: { readonly on: CalendarDay; readonly untilOn?: CalendarDay }): Instant {
  return justAfter(endOfLondonDay(untilOn ?? on));
}

function raised(view: CaseView, since: Instant, conflicts: ReturnType<typeof conflictsOf>): WantedTask[] {
  return conflicts.map(({ hearingId, on, seq, knownAt }) => {
    const own = (from: Instant) => standardWorkingDays(view, raisedWithinWorkingDays, from);
    const key = `raiseAvailabilityConflict:${hearingId}:${on}`;
    const from = later(later(knownAt, answeredAt(view)), since);
    return { key, kind: 'raiseAvailabilityConflict', about: [seq], ...notPassed(own, from, view) };
  });
}

function answeredAt({ state }: CaseView): Instant | undefined {
  return state.availability?.at;
}

function askedWithStatement(view: CaseView): ReturnType<Step> {
  const { statementTaken, availability: known, tracks } = view.state;
  // What the officer did before the case began is asked for with the charge.
  if (!statementTaken || statementTaken.seq === 0 || known) return nothing;
  const suspects = [...tracks.bySuspect.values()];
  if (tracks.closedBy || suspects.some(({ chargedAt, endedBy }) => chargedAt ?? endedBy)) return nothing;
  const limit = notPassed(
    (from) => standardDays(askedWithinDays, from),
    later(statementTaken.at, oursSince(view)),
    view
  );
  return { tasks: [{ key: 'askAvailability', kind: 'askAvailability', ...limit }] };
}

/** An old answer is asked for again: at the charge, and when a trial is being fixed. */
function asked(view: CaseView, since: Instant): WantedTask[] {
  const toBeFixed = trialToBeFixed(view.state, londonDay(view.now))?.happenedAt;
  const answered = answeredAt(view);
  const { availabilityGoodDays: goodForDays } = answerTimesOf(view.record.opening.standards);
  const needed = [since, ...(toBeFixed === undefined ? [] : [toBeFixed])].filter(
    (at) => answered === undefined || isTooOld(answered, at, goodForDays)
  );
  const last = needed.sort().at(-1);
  if (last === undefined) return [];
  const from = answered === undefined ? since : later(last, since);
  return [{ key: 'askAvailability', kind: 'askAvailability', ...standardDays(askedWithinDays, from) }];
}

/**
 * Before the trial is fixed, and whenever the answer has changed since it was sent. A court may fix it at the hearing at
 * which the plea is entered: then the dates are sent by the evening before that hearing.
 */
function sent(view: CaseView, since: Instant): WantedTask[] {
  const { availability: known, availabilitySent, urns } = view.state;
  if (!known || asked(view, since).length > 0) return [];
  const today = londonDay(view.now);
  const fixing = trialToBeFixed(view.state, today);
  const toBeFixed = fixing?.happenedAt;
  const next = toBeFixed === undefined ? hearingThatFixesTrial(view.state, today) : undefined;
  return availabilityRecipients.flatMap((to) => {
    const last = availabilitySent[to];
    // Whoever was sent them for another prosecution does not use them for this one.
    const isAnother = urns.size > 1 && last !== undefined && last.seq < ((fixing ?? next)?.seq ?? 0);
    const isNews = last === undefined ? (toBeFixed ?? next) !== undefined : last.seq < known.seq || isAnother;
    if (!isNews) return [];
    const from = later(later(known.at, toBeFixed ?? next?.knownAt), since);
    const limit = byEveOf(next?.on, standardDays(sentWithinDays, from), from, view.now);
    // A hearing that is brought forward brings the limit forward.
    const key = `sendAvailability:${to}${last === undefined && next ? `:${next.on}` : ''}`;
    return [
      { key, kind: 'sendAvailability', recipient: to, about: [known.seq, ...(fixing ? [fixing.seq] : [])], ...limit },
    ];
  });
}

/** The force's own limit, but the evening before that day at the latest, while that has not passed. */
function byEveOf(on: CalendarDay | undefined, own: Limit, from: Instant, now: Instant): Limit {
  if (on === undefined) return own;
  const dueAt = endOfLondonDay(addCalendarDays(on, -1));
  return dueAt >= own.dueAt || dueAt < now ? own : { dueAt, why: { rule: 'day', on, from } };
}

/** While the trial has no day, whoever was sent the dates is asked what they make of them, unless newer ones are to go. */
function acknowledged(view: CaseView, since: Instant): WantedTask[] {
  const { availabilitySent, availabilityAcknowledged } = view.state;
  if (trialToBeFixed(view.state, londonDay(view.now)) === undefined) return [];
  const { availabilityAnswered: limit } = answerTimesOf(view.record.opening.standards);
  const toBeSent = sent(view, since).map(({ recipient }) => recipient);
  return availabilityRecipients.flatMap((to): WantedTask[] => {
    const last = availabilitySent[to];
    if (!last || toBeSent.includes(to) || (availabilityAcknowledged[to]?.seq ?? 0) > last.seq) return [];
    const from = later(last.at, since);
    const dueAt = dueDate(from, limit, view.record.calendar).dueBy;
    const why = { rule: 'forceStandard', limit, from } as const;
    const key = `chaseAvailability:${to}:${last.seq}`;
    return [{ key, kind: 'chaseAvailability', recipient: to, dueAt, why, about: [last.seq] }];
  });
}
