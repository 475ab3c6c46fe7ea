import {
  addCalendarDays,
  addCalendarMonths,
  addHours,
  endOfLondonDay,
  londonDay,
  type CalendarDay,
  type Instant,
} from '../time/londonTime';
import { addWorkingDays, bankHolidaysAmong, type WorkingCalendar } from '../time/workingDays';
import type { Limit } from './limit';

export interface DueDate {
  /** The last instant at which the duty is met in time. */
  readonly dueBy: Instant;
  /** The bank holidays within a count of working days; absent when there was none. */
  readonly leftOut?: readonly CalendarDay[];
  /** It was counted in working days beyond the last published bank holiday. */
  readonly provisional?: true;
}

/**
 * When a limit that starts at `from` ends. Minutes and hours run by the clock, through nights and changes of the clock; every other
 * limit ends with a London day, and the day of `from` does not count. A month ends on the same day of a later month, or
 * on that month's last day where it has no such day.
 */
export function dueDate(from: Instant, { n, unit }: Limit, calendar: WorkingCalendar): DueDate {
  const startedOn = londonDay(from);
  switch (unit) {
    case 'minutes':
      return { dueBy: addHours(from, n / 60) };
    case 'hours':
      return { dueBy: addHours(from, n) };
    case 'calendarDays':
      return { dueBy: endOfLondonDay(addCalendarDays(startedOn, n)) };
    case 'months':
      return { dueBy: endOfLondonDay(addCalendarMonths(startedOn, n)) };
    case 'workingDays': {
      const { on, provisional } = addWorkingDays(startedOn, n, calendar);
      const leftOut = bankHolidaysAmong(startedOn, on, calendar);
      return {
        dueBy: endOfLondonDay(on),
        ...(leftOut.length > 0 ? { leftOut } : {}),
        ...(provisional ? { provisional } : {}),
      };
    }
  }
}
