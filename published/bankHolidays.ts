import Holidays from 'date-holidays';
import { addCalendarMonths, londonDayText, type CalendarDay } from '../domain/time/londonTime';
import type { WorkingCalendar } from '../domain/time/workingDays';
import { oneOffDays } from './oneOffHolidays';

/** GOV.UK has published bank holidays up to the end of this year; raise it when the next year appears there. */
const publishedUntilYear = 2028;
const publishedUntil = `${publishedUntilYear}-12-31`;
const firstYear = 2012;
/** New days are announced a year or two ahead: with less than this left, somebody has not brought them in. */
const monthsAhead = 18;
const version = `date-holidays 3.37.0 with ${oneOffDays.length} days of our own, published until ${publishedUntilYear}`;

let known: readonly CalendarDay[] | undefined;

function isWeekday(on: CalendarDay): boolean {
  return ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
}

function allBankHolidays(): readonly CalendarDay[] {
  if (known) return known;
  const england = new Holidays('GB', 'ENG');
  const days = new Set<CalendarDay>();
  for (let year = firstYear; year <= publishedUntilYear; year += 1) {
    for (const { date, type } of england.getHolidays(year)) {
      const on = date.slice(0, 10);
      if (type === 'public' && isWeekday(on)) days.add(on);
    }
  }
  for (const { on, is } of oneOffDays) {
    if (is === 'bankHoliday') days.add(on);
    else days.delete(on);
  }
  known = [...days].sort();
  return known;
}

const calendars = new Map<string, WorkingCalendar>();

/** The bank holidays of England and Wales that fall on a weekday, from a day of the year before `from` on. */
export function englandAndWalesCalendar(from: CalendarDay = `${firstYear}-01-01`): WorkingCalendar {
  const start = `${Number(from.slice(0, 4)) - 1}-01-01`;
  let calendar = calendars.get(start);
  if (!calendar) {
    calendar = { version, bankHolidays: allBankHolidays().filter((on) => on >= start), publishedUntil };
    calendars.set(start, calendar);
  }
  return calendar;
}

/** What the operator must hear when the published bank holidays run out within 18 months; otherwise nothing. */
export function calendarWarning(today: CalendarDay): string | undefined {
  if (addCalendarMonths(today, monthsAhead) <= publishedUntil) return undefined;
  return (
    `Bank holidays are known until ${londonDayText(publishedUntil)} only: due dates after it are provisional. ` +
    'Update date-holidays, add days proclaimed since to published/oneOffHolidays.ts, and raise publishedUntilYear in published/bankHolidays.ts.'
  );
}
