import type { CareState } from '../../careState';
import { noEvidenceYet } from '../../code/evidence';
import type { Fact } from '../../fact';
import { inOrderOfHappening } from '../../happening';
import { londonDay, type CalendarDay, type Instant } from '../../time/londonTime';
import { followCourt, nothingInCourtYet, type CourtState } from '../courtState';
import { isElsewhere } from '../dateOff';
import type { Arrangement, PlaceAndTime } from './arrangements';
import { followAttendance, nothingAskedOfWitness, standing, type AttendanceState } from './attendance';

type Known = Pick<CourtState, 'hearings'> & { readonly attendance: AttendanceState };

/** Where and when the witness is to be there on the day of an arrangement: when they are called, else when the hearing begins. */
export function placeAndTimeOf(
  { hearingId, on }: Pick<Arrangement, 'hearingId' | 'on'>,
  { hearings, attendance }: Known
): PlaceAndTime {
  const hearing = hearingId === undefined ? undefined : hearings.get(hearingId);
  const court = hearing?.court;
  const startsAt = startsOn(on, hearing?.at, attendance);
  return { ...(court === undefined ? {} : { court }), ...(startsAt === undefined ? {} : { startsAt }) };
}

/** If the hearing begins on that day: a second day of trial has no hour of its own. */
function startsOn(on: CalendarDay, begins: Instant | undefined, attendance: AttendanceState): Instant | undefined {
  const called = standing(attendance).find((each) => each.called.get(on)?.at !== undefined);
  if (called) return called.called.get(on)?.at;
  return begins !== undefined && londonDay(begins) === on ? begins : undefined;
}

/**
 * Whether something is booked for another court or another time than the witness is to be there now. Their taxi would
 * come too late, or to the wrong place: whoever booked it is told.
 */
export function isBookedOtherwise(arrangement: Arrangement, state: Known & Pick<CareState, 'counted'>): boolean {
  const { booked, state: stands } = arrangement;
  if (!booked || (stands !== 'booked' && stands !== 'confirmed')) return false;
  const now = placeAndTimeOf(arrangement, state);
  const then = booked.for ?? placeAndTimeOf(arrangement, knownBefore(state.counted, booked.seq));
  const isAnotherTime = now.startsAt !== undefined && now.startsAt !== then.startsAt;
  return isAnotherTime || isElsewhere(then.court ?? '', now.court);
}

function knownBefore(counted: readonly Fact[], bookedBy: number): Known {
  const known = { ...nothingInCourtYet(), ...noEvidenceYet(), ...nothingAskedOfWitness() };
  for (const fact of inOrderOfHappening(counted.filter(({ seq }) => seq < bookedBy))) {
    followAttendance(known, fact, '');
    followCourt(known, fact);
  }
  return known;
}
