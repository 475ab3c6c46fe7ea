import { addCalendarDays, londonDay, type CalendarDay, type Instant } from '../../time/londonTime';
import { isTriedAgain } from '../../tracks/trackStatus';
import type { CareState } from '../../careState';
import type { Fact } from '../../fact';
import type { HearingKind } from '../../vocabulary';
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

type Tried = Pick<CareState, 'counted' | 'hearings' | 'rehearing' | 'tracks'>;

/**
 * By what a trial began to wait for its day, the last where several do; undefined where each has one, or nobody has begun
 * to fix one. Suspects of two prosecutions are tried at two trials: the day of the one is no day of the other.
 */
export function trialToBeFixed({ counted, hearings, rehearing, tracks }: Tried, today: CalendarDay): Fact | undefined {
  const fixed = trialsAhead({ hearings, rehearing }, today).filter(({ certainty }) => certainty === 'fixed');
  const waiting = withoutTrial(tracks, fixed);
  if (waiting.length === 0) return undefined;
  let last: Fact | undefined;
  for (const fact of counted) {
    const begins =
      (fact.kind === 'pleaEntered' && fact.data.plea === 'notGuilty') ||
      (fact.kind === 'hearingVacated' && hearings.get(fact.data.hearingId)?.hearing === 'trial') ||
      ((fact.kind === 'hearingListed' || fact.kind === 'hearingMoved') &&
        (fact.data.certainty ?? 'fixed') !== 'fixed' &&
        hearings.get(fact.data.hearingId)?.hearing === 'trial') ||
      isTriedAgain(fact);
    if (
      begins &&
      waiting.some((suspectId) => isOf(suspectId, fact.suspects)) &&
      (last === undefined || fact.happenedAt > last.happenedAt)
    )
      last = fact;
  }
  return last;
}

/** Who is to be tried and has none of these trials; `''` where nobody is known and there is none. */
function withoutTrial({ bySuspect }: CareState['tracks'], trials: readonly KnownHearing[]): string[] {
  const toBeTried = [...bySuspect.values()].filter(({ status, rehearing }) => status === 'charged' || rehearing);
  if (toBeTried.length === 0) return trials.length > 0 ? [] : [''];
  return toBeTried
    .map(({ suspectId }) => suspectId)
    .filter((suspectId) => !trials.some(({ suspects }) => isOf(suspectId, suspects)));
}

/** What names nobody is of all. */
function isOf(suspectId: string, suspects: readonly string[] = []): boolean {
  return suspects.length === 0 || suspectId === '' || suspects.includes(suspectId);
}

/** Hearings at which a court may fix a trial on the spot: a plea of not guilty is heard of only with the day itself. */
const fixTrials: readonly HearingKind[] = ['firstHearing', 'pleaAndTrialPreparation'];

/** The next hearing from today on at which the trial may be fixed, where no trial has a day yet. */
export function hearingThatFixesTrial(
  { hearings, rehearing, tracks }: Pick<CareState, 'hearings' | 'rehearing' | 'tracks'>,
  today: CalendarDay
): KnownHearing | undefined {
  const waiting = withoutTrial(tracks, trialsAhead({ hearings, rehearing }, today));
  const mayFix = ({ suspects }: KnownHearing) => waiting.some((suspectId) => isOf(suspectId, suspects));
  return [...hearings.values()]
    .filter((each) => fixTrials.includes(each.hearing) && !each.vacated && each.on >= today && mayFix(each))
    .sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))[0];
}

/** Whether an answer was too old to go by when it was needed. */
export function isTooOld(answeredAt: Instant, neededAt: Instant, goodForDays: number): boolean {
  return addCalendarDays(londonDay(answeredAt), goodForDays) < londonDay(neededAt);
}
