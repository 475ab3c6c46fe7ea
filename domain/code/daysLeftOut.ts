import { addCalendarDays, londonDay, londonDayText, type CalendarDay, type Instant } from '../time/londonTime';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Beyond so many working days, weekends are counted and no longer named. */
const longCount = 10;

/** Days next to each other that are left out for the same reason. */
interface Run {
  readonly isWeekend: boolean;
  readonly days: CalendarDay[];
}

/**
 * Which days a count of working days left out, as it follows "not counting": weekends and, as they were known then, bank
 * holidays, by date. In a long count weekends are only counted. Nothing where no day was left out.
 */
export function daysLeftOutText(
  { from, dueBy, n }: { readonly from: Instant; readonly dueBy: Instant; readonly n: number },
  bankHolidays: readonly CalendarDay[]
): string {
  const runs = runsBetween(londonDay(from), londonDay(dueBy), bankHolidays);
  if (n <= longCount) return listed(runs.map((run) => `${shortList(run.days)} (${reasonOf(run)})`));
  const weekendDays = runs.filter(({ isWeekend }) => isWeekend).flatMap(({ days }) => days).length;
  const holidays = runs.filter(({ isWeekend }) => !isWeekend).flatMap(({ days }) => days);
  return listed([
    ...(weekendDays > 0 ? [weekendDays === 1 ? 'one weekend day' : `${weekendDays} weekend days`] : []),
    ...(holidays.length > 0
      ? [`${listed(holidays.map(withMonth))} (${reasonOf({ isWeekend: false, days: holidays })})`]
      : []),
  ]);
}

function runsBetween(startedOn: CalendarDay, dueOn: CalendarDay, bankHolidays: readonly CalendarDay[]): Run[] {
  const runs: Run[] = [];
  let lastOn: CalendarDay | undefined;
  for (let on = addCalendarDays(startedOn, 1); on <= dueOn; on = addCalendarDays(on, 1)) {
    const isWeekend = [0, 6].includes(weekdayOf(on));
    if (!isWeekend && !bankHolidays.includes(on)) continue;
    const run = runs.at(-1);
    if (run && run.isWeekend === isWeekend && lastOn === addCalendarDays(on, -1)) run.days.push(on);
    else runs.push({ isWeekend, days: [on] });
    lastOn = on;
  }
  return runs;
}

function reasonOf({ isWeekend, days }: Run): string {
  if (isWeekend) return 'weekend';
  return days.length === 1 ? 'bank holiday' : 'bank holidays';
}

function weekdayOf(on: CalendarDay): number {
  return new Date(`${on}T12:00:00Z`).getUTCDay();
}

/** `Saturday 4 April`: the year is that of the start or the end, which stand beside it. */
function withMonth(on: CalendarDay): string {
  return `${weekdays[weekdayOf(on)]} ${londonDayText(on).replace(/ \d+$/, '')}`;
}

/** `Saturday 4 and Sunday 5 April`. */
function shortList(days: readonly CalendarDay[]): string {
  return listed(
    days.map((on, index) => {
      const sameMonthFollows = days[index + 1]?.slice(0, 7) === on.slice(0, 7);
      return sameMonthFollows ? withMonth(on).replace(/ [A-Z][a-z]+$/, '') : withMonth(on);
    })
  );
}

function listed(texts: readonly string[]): string {
  if (texts.length < 2) return texts.join('');
  return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}
