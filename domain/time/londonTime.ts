/** A point in time, ISO 8601 in UTC with milliseconds: `2026-04-07T22:59:59.999Z`. Instants compare as strings. */
export type Instant = string;
/** A day in England and Wales: `2026-04-07`. Not an instant: which day an instant falls on needs London's clock. */
export type CalendarDay = string;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const londonParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** By how much clocks in London were ahead of UTC, as Intl says: 0, one hour, and in summers of the 1940s two. */
function askOffset(time: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of londonParts.formatToParts(time)) parts[type] = Number(value);
  const { year = 0, month: ofYear = 1, day: ofMonth = 1, hour: hours, minute: minutes, second } = parts;
  return Date.UTC(year, ofYear - 1, ofMonth, hours, minutes, second) - Math.floor(time / 1000) * 1000;
}

/** A month of UTC, in which London's clocks change once at most. */
interface MonthOfClocks {
  readonly before: number;
  readonly changesAt: number;
  readonly after: number;
}

const clocksOfMonths = new Map<number, MonthOfClocks>();

function clocksOf(year: number, monthOfYear: number): MonthOfClocks {
  let [low, high] = [Date.UTC(year, monthOfYear), Date.UTC(year, monthOfYear + 1)];
  const [before, after] = [askOffset(low), askOffset(high)];
  if (before === after) return { before, changesAt: high, after };
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (askOffset(middle) === before) low = middle;
    else high = middle;
  }
  return { before, changesAt: high, after };
}

/** As `askOffset`, which is slow and is asked twice for a month, and some twenty times more for one with a change. */
function offsetAt(time: number): number {
  const date = new Date(time);
  const [year, monthOfYear] = [date.getUTCFullYear(), date.getUTCMonth()];
  let clocks = clocksOfMonths.get(year * 12 + monthOfYear);
  if (!clocks) {
    clocks = clocksOf(year, monthOfYear);
    clocksOfMonths.set(year * 12 + monthOfYear, clocks);
  }
  return time < clocks.changesAt ? clocks.before : clocks.after;
}

/** London's clock at an instant, written as if it were in UTC: `2026-06-04T09:32:00.000Z` for 08:32 UTC. */
function onLondonClock(at: Instant): string {
  const time = Date.parse(at);
  return new Date(time + offsetAt(time)).toISOString();
}

/** Cases come back to the same few days: what was worked out for one is kept, and forgotten when there are many. */
function remembered<Result>(work: (key: string) => Result): (key: string) => Result {
  const known = new Map<string, Result>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = work(key);
    if (known.size >= 20_000) known.clear();
    known.set(key, result);
    return result;
  };
}

/** By how much London's clocks are ahead all through a day of UTC; `changes` where they are changed in it. */
const aheadOnDayOfUtc = remembered((on): number | 'changes' => {
  const start = Date.parse(`${on}T00:00:00Z`);
  const offset = offsetAt(start);
  return offsetAt(start + day - 1) === offset ? offset : 'changes';
});

/** The instant of any ISO date-time with an offset, normalised to UTC so that instants compare as strings. */
export function instant(dateTimeWithOffset: string | number): Instant {
  return new Date(dateTimeWithOffset).toISOString();
}

/** The day it is in London at this instant. */
export function londonDay(at: Instant): CalendarDay {
  // Mostly it is the day of UTC, which the instant begins with: writing another is what takes time.
  if (at.length === 24 && at.endsWith('Z')) {
    const on = at.slice(0, 10);
    const ahead = aheadOnDayOfUtc(on);
    if (ahead === 0) return on;
    if (ahead === hour) return at.slice(11, 13) < '23' ? on : addCalendarDays(on, 1);
  }
  return onLondonClock(at).slice(0, 10);
}

/** When a London day begins, from the same midnight in UTC. */
function midnightInLondon(midnightInUtc: number): number {
  return midnightInUtc - offsetAt(midnightInUtc - offsetAt(midnightInUtc));
}

/** The first instant of a London day, whatever the clocks do in that night. */
export const startOfLondonDay: (on: CalendarDay) => Instant = remembered((on) =>
  instant(midnightInLondon(Date.parse(`${on}T00:00:00Z`)))
);

/** The last millisecond of a London day: a duty limited in days is met until then. */
export const endOfLondonDay: (on: CalendarDay) => Instant = remembered((on) =>
  instant(midnightInLondon(Date.parse(`${on}T00:00:00Z`) + day) - 1)
);

const hourAfter: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 24 }, (_, hours) => [hours, (hours + 1) % 24].map((each) => String(each).padStart(2, '0')))
);

/** What clocks in London show: `07:00`. */
export function londonClock(at: Instant): string {
  if (at.length === 24 && at.endsWith('Z')) {
    const ahead = aheadOnDayOfUtc(at.slice(0, 10));
    if (ahead === 0) return at.slice(11, 16);
    if (ahead === hour) return `${hourAfter[at.slice(11, 13)]}${at.slice(13, 16)}`;
  }
  return onLondonClock(at).slice(11, 16);
}

/** The first instant of a London day at which its clocks show `clock` (`07:00`); where they skip it, up to an hour later. */
export function atLondonClock(on: CalendarDay, clock: string): Instant {
  return clockOnDay(`${on}T${clock}`);
}

const clockOnDay = remembered((dayAndClock): Instant => {
  const on = dayAndClock.slice(0, dayAndClock.indexOf('T'));
  const asUtc = Date.parse(`${dayAndClock}:00Z`);
  const beforeChange = asUtc - offsetAt(midnightInLondon(Date.parse(`${on}T00:00:00Z`)));
  const afterChange = asUtc - offsetAt(beforeChange);
  return instant(offsetAt(afterChange) === offsetAt(beforeChange) ? afterChange : beforeChange);
});

export function addCalendarDays(on: CalendarDay, days: number): CalendarDay {
  let daysLater = byNumberOfDays.get(days);
  if (!daysLater) {
    daysLater = remembered((start) =>
      new Date(Date.parse(`${start}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
    );
    // Cases ask for a few numbers of days; whoever walks through many need not be remembered.
    if (byNumberOfDays.size < 100) byNumberOfDays.set(days, daysLater);
  }
  return daysLater(on);
}

const byNumberOfDays = new Map<number, (on: CalendarDay) => CalendarDay>();

/** The same day of a later month, or that month's last day where it has no such day: a month after 31 January is 28 February. */
export function addCalendarMonths(on: CalendarDay, months: number): CalendarDay {
  const [year = 0, month = 1, ofMonth = 1] = on.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(ofMonth, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

/** Who is born on 29 February is 18 on 1 March: no year eighteen after a leap year is one. */
export function eighteenthBirthday(bornOn: CalendarDay): CalendarDay {
  const of = String(Number(bornOn.slice(0, 4)) + 18);
  return bornOn.endsWith('-02-29') ? `${of}-03-01` : `${of}${bornOn.slice(4)}`;
}

/** The next instant: a duty that may be met until `at` is missed from then on. */
export function justAfter(at: Instant): Instant {
  return instant(Date.parse(at) + 1);
}

export function addHours(at: Instant, hours: number): Instant {
  return instant(Date.parse(at) + hours * hour);
}

/** The end of the London day that lies this many calendar days after the day of `at`. */
export function endOfDayAfter(at: Instant, days: number): Instant {
  return endOfLondonDay(addCalendarDays(londonDay(at), days));
}

/** As people in England and Wales read it: `4 June 2026 at 9:32am`. */
export function londonText(at: Instant): string {
  const clock = onLondonClock(at);
  const hours = Number(clock.slice(11, 13));
  const text = londonDayText(clock.slice(0, 10));
  return `${text} at ${hours % 12 || 12}:${clock.slice(14, 16)}${hours < 12 ? 'am' : 'pm'}`;
}

/** `4 June 2026`. */
export function londonDayText(on: CalendarDay): string {
  const date = new Date(`${on}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) throw new RangeError('No day of the calendar');
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
