import { endOfLondonDay, londonDay, type CalendarDay, type Instant } from './londonTime';

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

/** A day as a number: days since 1 January 1970, a Thursday. */
type DayNumber = number;

function numberOf(on: CalendarDay): DayNumber {
  return Date.parse(`${on}T00:00:00Z`) / 86_400_000;
}

function dayOf(number: DayNumber): CalendarDay {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** Days since a Monday. */
const sinceMonday = (number: DayNumber): number => number + 3;

function isWeekend(number: DayNumber): boolean {
  return sinceMonday(number) - 7 * Math.floor(sinceMonday(number) / 7) >= 5;
}

/** How many weekdays there were from a fixed Monday up to and including this day. */
function weekdaysUpTo(number: DayNumber): number {
  const weeks = Math.floor(sinceMonday(number) / 7);
  return weeks * 5 + Math.min(sinceMonday(number) - weeks * 7 + 1, 5);
}

/** The day that is weekday number `count` of those that `weekdaysUpTo` counts. */
function weekdayNumbered(count: number): DayNumber {
  const weeks = Math.floor((count - 1) / 5);
  return weeks * 7 + (count - 1 - weeks * 5) - sinceMonday(0);
}

const sortedHolidays = new WeakMap<WorkingCalendar, readonly DayNumber[]>();

function holidaysOf(calendar: WorkingCalendar): readonly DayNumber[] {
  let holidays = sortedHolidays.get(calendar);
  if (!holidays) {
    const weekdays = calendar.bankHolidays.map(numberOf).filter((number) => !isWeekend(number));
    holidays = [...new Set(weekdays)].sort((one, other) => one - other);
    sortedHolidays.set(calendar, holidays);
  }
  return holidays;
}

/** How many of the sorted days lie up to and including this one. */
function countUpTo(number: DayNumber, sorted: readonly DayNumber[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as DayNumber) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isWorkingDay(on: CalendarDay, calendar: WorkingCalendar): boolean {
  const number = numberOf(on);
  const holidays = holidaysOf(calendar);
  return !isWeekend(number) && holidays[countUpTo(number, holidays) - 1] !== number;
}

/**
 * The last day on which a duty of `days` working days is still met: the day of the event does not count, weekends and
 * bank holidays do not count (Victims' Code 2020, "working day").
 */
export function addWorkingDays(from: CalendarDay, days: number, calendar: WorkingCalendar): WorkingDayLimit {
  const on = days > 0 ? dayOf(limitAfter(numberOf(from), days, holidaysOf(calendar))) : from;
  return { on, provisional: on > calendar.publishedUntil };
}

function limitAfter(from: DayNumber, days: number, holidays: readonly DayNumber[]): DayNumber {
  const weekdays = weekdaysUpTo(from) + days;
  const before = countUpTo(from, holidays);
  let met = before;
  for (;;) {
    const limit = weekdayNumbered(weekdays + met - before);
    const within = countUpTo(limit, holidays);
    if (within === met) return limit;
    met = within;
  }
}

/** How many working days lie after `from`, up to and including `until`; none when `until` is no later. */
export function workingDaysBetween(from: CalendarDay, until: CalendarDay, calendar: WorkingCalendar): number {
  if (until <= from) return 0;
  const holidays = holidaysOf(calendar);
  const upTo = (number: DayNumber): number => weekdaysUpTo(number) - countUpTo(number, holidays);
  return upTo(numberOf(until)) - upTo(numberOf(from));
}

/** The bank holidays after `from`, up to and including `until`: the days, beside weekends, that a count left out. */
export function bankHolidaysAmong(from: CalendarDay, until: CalendarDay, calendar: WorkingCalendar): CalendarDay[] {
  const holidays = holidaysOf(calendar);
  return holidays.slice(countUpTo(numberOf(from), holidays), countUpTo(numberOf(until), holidays)).map(dayOf);
}

/** The last instant at which a duty of `days` working days, counted from `at` on London's clock, is still met. */
export function endOfWorkingDaysAfter(at: Instant, days: number, calendar: WorkingCalendar): Instant {
  return endOfLondonDay(addWorkingDays(londonDay(at), days, calendar).on);
}
