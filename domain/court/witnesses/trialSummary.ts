import type { CareState } from '../../careState';
import type { CalendarDay, Instant } from '../../time/londonTime';
import type { Arrangement } from './arrangements';
import { inVain } from './inVain';

/** Something arranged for a day at court, as lists and the force's hub see it. */
export interface ProjectedArrangement extends Pick<Arrangement, 'arrangementId' | 'arrangement' | 'on' | 'state'> {
  readonly hearingId?: string | undefined;
  readonly pence?: number | undefined;
  /** Nobody needs to come on that day any more, and it is not cancelled yet. */
  readonly inVain?: true | undefined;
  readonly court?: string | undefined;
  readonly startsAt?: Instant | undefined;
}

const ever: CalendarDay = '';

/** Absent where nothing was ever arranged. */
export function projectedArrangements(state: CareState): ProjectedArrangement[] | undefined {
  const { arrangements } = state.attendance;
  if (arrangements.length === 0) return undefined;
  const forNothing = new Set(inVain(state, ever).map(({ arrangementId }) => arrangementId));
  return arrangements.map(({ arrangementId, arrangement, on, hearingId, state: stands, pence }) => {
    const hearing = hearingId === undefined ? undefined : state.hearings.get(hearingId);
    return {
      arrangementId,
      arrangement,
      on,
      state: stands,
      ...(hearingId === undefined ? {} : { hearingId }),
      ...(pence === undefined ? {} : { pence }),
      ...(forNothing.has(arrangementId) ? { inVain: true as const } : {}),
      ...(hearing?.court === undefined ? {} : { court: hearing.court }),
      ...(hearing?.at === undefined ? {} : { startsAt: hearing.at }),
    };
  });
}

/** What was booked for a hearing in one case: whether it still has to be cancelled, is, or stands. */
export type Booking = Pick<ProjectedArrangement, 'arrangementId' | 'arrangement' | 'on'> & {
  readonly state: 'toCancel' | 'cancelled' | 'stands';
};

/** By the ids under which the case knows the hearing; what the hub refused was never booked. */
export function bookingsFor(
  arrangements: readonly ProjectedArrangement[] | undefined,
  hearingIds: readonly string[]
): Booking[] {
  return (arrangements ?? []).flatMap(({ arrangementId, arrangement, on, hearingId, state, inVain: isInVain }) => {
    if (hearingId === undefined || !hearingIds.includes(hearingId) || state === 'refused') return [];
    const standing = state === 'cancelled' ? 'cancelled' : isInVain ? 'toCancel' : 'stands';
    return [{ arrangementId, arrangement, on, state: standing } as const];
  });
}
