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

const londonLong = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

function partsOf(at: Instant): Record<string, string> {
  const parts: Record<string, string> = {};
  for (const { type, value } of londonParts.formatToParts(new Date(at))) parts[type] = value;
  return parts;
}

/** The instant of any ISO date-time with an offset, normalised to UTC so that instants compare as strings. */
export function instant(dateTimeWithOffset: string | number): Instant {
  return new Date(dateTimeWithOffset).toISOString();
}

/** The day it is in London at this instant. */
export function londonDay(at: Instant): CalendarDay {
  const { year, month, day: ofMonth } = partsOf(at);
  return `${year}-${month}-${ofMonth}`;
}

/** The first instant of a London day, whatever the clocks do in that night. */
export function startOfLondonDay(on: CalendarDay): Instant {
  const utcMidnight = Date.parse(`${on}T00:00:00Z`);
  // London is at UTC or one hour ahead of it, so its midnight is one of these two.
  const summer = instant(utcMidnight - hour);
  return londonDay(summer) === on ? summer : instant(utcMidnight);
}

/** The last millisecond of a London day: a duty limited in days is met until then. */
export function endOfLondonDay(on: CalendarDay): Instant {
  return instant(Date.parse(startOfLondonDay(addCalendarDays(on, 1))) - 1);
}

/** What clocks in London show: `07:00`. */
export function londonClock(at: Instant): string {
  const { hour: hours, minute: minutes } = partsOf(at);
  return `${hours}:${minutes}`;
}

/** The first instant of a London day at which its clocks show `clock` (`07:00`) or, where they skip that, later. */
export function atLondonClock(on: CalendarDay, clock: string): Instant {
  const asUtc = Date.parse(`${on}T${clock}:00Z`);
  const summer = instant(asUtc - hour);
  return londonDay(summer) === on && londonClock(summer) >= clock ? summer : instant(asUtc);
}

export function addCalendarDays(on: CalendarDay, days: number): CalendarDay {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** The same day of a later month, or that month's last day where it has no such day: a month after 31 January is 28 February. */
export function addCalendarMonths(on: CalendarDay, months: number): CalendarDay {
  const [year = 0, month = 1, ofMonth = 1] = on.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(ofMonth, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
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
  const { hour: hours = '0', minute: minutes = '00' } = partsOf(at);
  const twelve = Number(hours) % 12 || 12;
  return `${londonLong.format(new Date(at))} at ${twelve}:${minutes}${Number(hours) < 12 ? 'am' : 'pm'}`;
}

/** `4 June 2026`. */
export function londonDayText(on: CalendarDay): string {
  return londonLong.format(new Date(`${on}T12:00:00Z`));
}
