import type { CareState } from '../../careState';
import type { CalendarDay } from '../../time/londonTime';
import type { Arrangement, PlaceAndTime } from './arrangements';
import { isBookedOtherwise, placeAndTimeOf } from './bookedFor';
import { inVain } from './inVain';

/** Something arranged for a day at court, as lists and the force's hub see it. */
export interface ProjectedArrangement
  extends Pick<Arrangement, 'arrangementId' | 'arrangement' | 'on' | 'state'>, PlaceAndTime {
  readonly hearingId?: string | undefined;
  readonly pence?: number | undefined;
  /** Nobody needs to come on that day any more, and it is not cancelled yet. */
  readonly inVain?: true | undefined;
  /** The fact that booked it, where it is for another court or time than is set now. */
  readonly toChange?: number | undefined;
}

const ever: CalendarDay = '';

/** Absent where nothing was ever arranged. */
export function projectedArrangements(state: CareState): ProjectedArrangement[] | undefined {
  const { arrangements } = state.attendance;
  if (arrangements.length === 0) return undefined;
  const forNothing = new Set(inVain(state, ever).map(({ arrangementId }) => arrangementId));
  return arrangements.map((each) => {
    const { arrangementId, arrangement, on, hearingId, state: stands, pence, booked } = each;
    const isOtherwise = !forNothing.has(arrangementId) && isBookedOtherwise(each, state);
    return {
      arrangementId,
      arrangement,
      on,
      state: stands,
      ...(hearingId === undefined ? {} : { hearingId }),
      ...(pence === undefined ? {} : { pence }),
      ...(forNothing.has(arrangementId) ? { inVain: true as const } : {}),
      ...(isOtherwise && booked ? { toChange: booked.seq } : {}),
      ...placeAndTimeOf(each, state),
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
