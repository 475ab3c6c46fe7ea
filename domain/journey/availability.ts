import { answerTimesOf } from '../answers/demands';
import { dueDate } from '../code/dueDate';
import { conflictsOf, isTooOld, trialToBeFixedSince } from '../court/availability/datesToAvoid';
import { justAfter, endOfLondonDay, londonDay, type Instant } from '../time/londonTime';
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
  type Step,
} from './step';

const askedWithinDays = 10;
const sentWithinDays = 4;
const raisedWithinWorkingDays = 1;
const recipients = ['prosecution', 'listing'] as const;

/**
 * Dates to avoid: asked with the statement, again at the charge and before a trial is fixed where the answer is old;
 * sent on before the date is fixed; and a date on which the witness cannot come is raised at once.
 * Silence: nobody is taken to be free; each question stays open.
 */
export const availability: Step = (view) => {
  const trialSince = trialAheadSince(view.state.tracks);
  if (trialSince === undefined) return askedWithStatement(view);
  if (view.state.measures.recording.attendance?.needed === false) return nothing;
  const since = later(trialSince, oursSince(view));
  const conflicts = conflictsOf(view.state, londonDay(view.now));
  return {
    tasks: [
      ...asked(view, since),
      ...sent(view, since),
      ...acknowledged(view, since),
      ...conflicts.map(({ hearingId, on, seq, knownAt }) => {
        const own = (from: Instant) => standardWorkingDays(view, raisedWithinWorkingDays, from);
        const key = `raiseAvailabilityConflict:${hearingId}:${on}`;
        const from = later(later(knownAt, answeredAt(view)), since);
        return {
          key,
          kind: 'raiseAvailabilityConflict',
          about: [seq],
          ...notPassed(own, from, view),
        } satisfies WantedTask;
      }),
    ],
    wakeAt: conflicts.map(({ on, untilOn }) => justAfter(endOfLondonDay(untilOn ?? on))),
  };
};

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
  const toBeFixed = trialToBeFixedSince(view.state, londonDay(view.now));
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

/** Before the trial is fixed, and whenever the answer has changed since it was sent. */
function sent(view: CaseView, since: Instant): WantedTask[] {
  const { availability: known, availabilitySent } = view.state;
  if (!known || asked(view, since).length > 0) return [];
  const toBeFixed = trialToBeFixedSince(view.state, londonDay(view.now));
  return recipients.flatMap((to) => {
    const last = availabilitySent[to];
    const isNews = last === undefined ? toBeFixed !== undefined : last.seq < known.seq;
    if (!isNews) return [];
    const limit = standardDays(sentWithinDays, later(later(known.at, toBeFixed), since));
    return [{ key: `sendAvailability:${to}`, kind: 'sendAvailability', about: [known.seq], ...limit }];
  });
}

/** While the trial has no day, whoever was sent the dates is asked what they make of them. */
function acknowledged(view: CaseView, since: Instant): WantedTask[] {
  const { availabilitySent, availabilityAcknowledged } = view.state;
  if (trialToBeFixedSince(view.state, londonDay(view.now)) === undefined) return [];
  const { availabilityAnswered: limit } = answerTimesOf(view.record.opening.standards);
  return recipients.flatMap((to): WantedTask[] => {
    const last = availabilitySent[to];
    if (!last || (availabilityAcknowledged[to]?.seq ?? 0) > last.seq) return [];
    const from = later(last.at, since);
    const dueAt = dueDate(from, limit, view.record.calendar).dueBy;
    const why = { rule: 'forceStandard', limit, from } as const;
    const key = `chaseAvailability:${to}:${last.seq}`;
    return [{ key, kind: 'chaseAvailability', dueAt, why, about: [last.seq] }];
  });
}
