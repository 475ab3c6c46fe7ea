import type { CalendarDay } from '../time/londonTime';
import type { CourtState, KnownHearing } from './courtState';

/** How far back a list looks for a hearing that began before its first day and may go on: a trial of four months. */
export const longestHearingDays = 120;

/** Trials, and rehearings on appeal, that stand in the diary and are not over by that day, the nearest first. */
export function trialsAhead(
  { hearings, rehearing }: Pick<CourtState, 'hearings' | 'rehearing'>,
  today: CalendarDay
): (KnownHearing & { readonly hearingId: string })[] {
  return [...hearings]
    .map(([hearingId, hearing]) => ({ hearingId, ...hearing }))
    .filter(
      ({ hearing, vacated, on, untilOn }) =>
        (hearing === 'trial' || (rehearing && hearing === 'appeal')) && !vacated && (untilOn ?? on) >= today
    )
    .sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1));
}
