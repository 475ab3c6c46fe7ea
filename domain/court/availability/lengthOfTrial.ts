import { addWorkingDays, type WorkingCalendar } from '../../time/workingDays';
import type { CalendarDay } from '../../time/londonTime';
import type { HearingDates } from '../courtEvent';
import type { HearingKind } from '../../vocabulary';

const minutesOfCourtDay = 360;
/** By so much a day of court runs over before it is two. */
const overrunMinutes = 30;
/** A longer estimate is a slip of the sender's. */
const mostCourtDays = 250;

interface Estimated extends HearingDates {
  readonly hearing: HearingKind;
  readonly estimatedMinutes?: number | undefined;
}

/**
 * Where a court gave only the start of a trial and how long it thinks that it lasts: with the last day of it, counted in
 * days on which courts sit. Other hearings stay as they are: what a court writes there is often the length of the trial.
 */
export function withLastDay<Data extends Estimated>(
  data: Data,
  calendarFrom: (from: CalendarDay) => WorkingCalendar
): Data {
  const { hearing, certainty, on, untilOn, estimatedMinutes } = data;
  const isTrial = hearing === 'trial' || hearing === 'appeal';
  if (!isTrial || certainty !== 'fixed' || on === undefined || untilOn !== undefined) return data;
  const days = courtDays(estimatedMinutes);
  if (days < 2 || days > mostCourtDays) return data;
  return { ...data, untilOn: addWorkingDays(on, days - 1, calendarFrom(on)).on };
}

function courtDays(minutes: unknown): number {
  return typeof minutes === 'number' ? Math.ceil((minutes - overrunMinutes) / minutesOfCourtDay) : 1;
}
