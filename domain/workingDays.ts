import { addCalendarDays, endOfLondonDay, londonDay, type CalendarDay, type Instant } from './londonTime';

/** The bank holidays of England and Wales as they were known when a date was worked out. */
export interface WorkingCalendar {
  /** Which publication of the holidays this is, so that a due date can be traced to it. */
  readonly version: string;
  /** Every bank holiday that falls on a weekday, substitute days included. */
  readonly bankHolidays: readonly CalendarDay[];
  /** The last day for which holidays are published; later due dates are provisional. */
  readonly publishedUntil: CalendarDay;
}

export interface WorkingDayLimit {
  readonly on: CalendarDay;
  /** The limit lies after the last published bank holiday and must be worked out again. */
  readonly provisional: boolean;
}

function isWeekend(on: CalendarDay): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export function isWorkingDay(on: CalendarDay, calendar: WorkingCalendar): boolean {
  return !isWeekend(on) && !calendar.bankHolidays.includes(on);
}

/**
 * The last day on which a duty of `days` working days is still met: the day of the event does not count, weekends and
 * bank holidays do not count (Victims' Code 2020, "working day").
 */
export function addWorkingDays(from: CalendarDay, days: number, calendar: WorkingCalendar): WorkingDayLimit {
  let on = from;
  for (let left = days; left > 0;) {
    on = addCalendarDays(on, 1);
    if (isWorkingDay(on, calendar)) left -= 1;
  }
  return { on, provisional: on > calendar.publishedUntil };
}

/** The bank holidays after `from`, up to and including `until`: the days, beside weekends, that a count left out. */
export function bankHolidaysAmong(from: CalendarDay, until: CalendarDay, calendar: WorkingCalendar): CalendarDay[] {
  return calendar.bankHolidays.filter((on) => on > from && on <= until && !isWeekend(on));
}

/** The last instant at which a duty of `days` working days, counted from `at` on London's clock, is still met. */
export function endOfWorkingDaysAfter(at: Instant, days: number, calendar: WorkingCalendar): Instant {
  return endOfLondonDay(addWorkingDays(londonDay(at), days, calendar).on);
}
