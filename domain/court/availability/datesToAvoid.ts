import { addCalendarDays, londonDay, type CalendarDay, type Instant } from '../../time/londonTime';
import { isTriedAgain } from '../../tracks/trackStatus';
import type { CareState } from '../../careState';
import type { KnownHearing } from '../courtState';
import { trialsAhead } from '../trialsAhead';

/** A span of days on which somebody cannot come; first and last included. */
export interface Span {
  readonly fromOn: CalendarDay;
  readonly untilOn: CalendarDay;
}

export function meet(one: Span, other: Span): boolean {
  return one.fromOn <= other.untilOn && other.fromOn <= one.untilOn;
}

/** The days that a hearing may take up: of a warned week, all of it. */
export function spanOf({ on, untilOn }: Pick<KnownHearing, 'on' | 'untilOn'>): Span {
  return { fromOn: on, untilOn: untilOn ?? on };
}

/** Since when a trial waits for its day; undefined where one is fixed, or nobody has begun to fix one. */
export function trialToBeFixedSince(
  { counted, hearings, rehearing }: Pick<CareState, 'counted' | 'hearings' | 'rehearing'>,
  today: CalendarDay
): Instant | undefined {
  if (trialsAhead({ hearings, rehearing }, today).some(({ certainty }) => certainty === 'fixed')) return undefined;
  let last: Instant | undefined;
  for (const fact of counted) {
    const begins =
      (fact.kind === 'pleaEntered' && fact.data.plea === 'notGuilty') ||
      (fact.kind === 'hearingVacated' && hearings.get(fact.data.hearingId)?.hearing === 'trial') ||
      ((fact.kind === 'hearingListed' || fact.kind === 'hearingMoved') &&
        (fact.data.certainty ?? 'fixed') !== 'fixed' &&
        hearings.get(fact.data.hearingId)?.hearing === 'trial') ||
      isTriedAgain(fact);
    if (begins && (last === undefined || fact.happenedAt > last)) last = fact.happenedAt;
  }
  return last;
}

/** Whether an answer was too old to go by when it was needed. */
export function isTooOld(answeredAt: Instant, neededAt: Instant, goodForDays: number): boolean {
  return addCalendarDays(londonDay(answeredAt), goodForDays) < londonDay(neededAt);
}

/** Trials on days on which the witness has said that they cannot come, and to which nobody has answered yet. */
export function conflictsOf(
  {
    availability,
    hearings,
    rehearing,
    conflictsAnswered,
  }: Pick<CareState, 'availability' | 'hearings' | 'rehearing' | 'conflictsAnswered'>,
  today: CalendarDay
): ReturnType<typeof trialsAhead> {
  if (!availability) return [];
  return trialsAhead({ hearings, rehearing }, today).filter(
    (trial) =>
      !conflictsAnswered.has(`${trial.hearingId}:${trial.on}`) &&
      availability.datesToAvoid.some((avoided) => meet(avoided, spanOf(trial)))
  );
}
