import Holidays from 'date-holidays';
import type { CalendarDay } from './domain/londonTime';
import type { WorkingCalendar } from './domain/workingDays';

/** One-off days that the library does not know: `{ add }` a day proclaimed, `{ drop }` a day moved away. */
const overrides: { readonly add: readonly CalendarDay[]; readonly drop: readonly CalendarDay[] } = {
  // The spring bank holiday of 2012 moved to make a long weekend with the Diamond Jubilee.
  add: ['2012-06-04'],
  drop: ['2012-05-28'],
};

/** GOV.UK has published bank holidays up to the end of this year; raise it when the next year appears there. */
const publishedUntilYear = 2028;
const firstYear = 2012;
const version = `date-holidays 3.37.0, published until ${publishedUntilYear}`;

let known: readonly CalendarDay[] | undefined;

function isWeekday(on: CalendarDay): boolean {
  return ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
}

function allBankHolidays(): readonly CalendarDay[] {
  if (known) return known;
  const england = new Holidays('GB', 'ENG');
  const days = new Set<CalendarDay>(overrides.add);
  for (let year = firstYear; year <= publishedUntilYear; year += 1) {
    for (const { date, type } of england.getHolidays(year)) {
      const on = date.slice(0, 10);
      if (type === 'public' && isWeekday(on)) days.add(on);
    }
  }
  for (const on of overrides.drop) days.delete(on);
  known = [...days].sort();
  return known;
}

/** The bank holidays of England and Wales that fall on a weekday, from a day of the year before `from` on. */
export function englandAndWalesCalendar(from: CalendarDay = `${firstYear}-01-01`): WorkingCalendar {
  const start = `${Number(from.slice(0, 4)) - 1}-01-01`;
  return {
    version,
    bankHolidays: allBankHolidays().filter((on) => on >= start),
    publishedUntil: `${publishedUntilYear}-12-31`,
  };
}
