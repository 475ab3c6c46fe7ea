import {
  addCalendarDays,
  addHours,
  atLondonClock,
  endOfLondonDay,
  instant,
  londonClock,
  londonDay,
  startOfLondonDay,
  type CalendarDay,
  type Instant,
} from '../time/londonTime';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * When somebody said that it is safe to reach them, on London's clocks: on these days, from `safeFrom` until just before
 * `safeTo`. Without days every day is meant, without times the whole day. A time that ends before it begins runs through
 * the night, and belongs to the day on which it began.
 */
export interface SafeTimes {
  readonly safeDays?: readonly Weekday[] | undefined;
  readonly safeFrom?: string | undefined;
  readonly safeTo?: string | undefined;
}

const dayStarts = '00:00';

export function hasTimes({ safeDays, safeFrom, safeTo }: SafeTimes): boolean {
  return safeDays !== undefined || safeFrom !== undefined || safeTo !== undefined;
}

/** Whether an instant lies in the safe times. */
export function isSafeTime(times: SafeTimes, at: Instant): boolean {
  const on = londonDay(at);
  const clock = londonClock(at);
  const { safeFrom: from = dayStarts, safeTo: to } = times;
  if (to === undefined || to === dayStarts) return isSafeDay(times, on) && clock >= from;
  if (from < to) return isSafeDay(times, on) && clock >= from && clock < to;
  if (clock >= from) return isSafeDay(times, on);
  return clock < to && isSafeDay(times, addCalendarDays(on, -1));
}

/** The first safe instant at or after `at`; undefined where there is none in the next two weeks. */
export function nextSafeTime(times: SafeTimes, at: Instant): Instant | undefined {
  if (isSafeTime(times, at)) return at;
  const today = londonDay(at);
  for (let ahead = -1; ahead <= 14; ahead += 1) {
    const on = addCalendarDays(today, ahead);
    const from = atLondonClock(on, times.safeFrom ?? dayStarts);
    // In the night in which clocks go back, a time may begin twice.
    const beginnings = [startOfLondonDay(on), from, addHours(from, 1), afterTheChange(on)];
    const next = beginnings.filter((each) => each >= at && isSafeTime(times, each)).sort()[0];
    if (next !== undefined) return next;
  }
  return undefined;
}

/** The last instant until which it stays safe from `at` on, a safe one; at most a day ahead. */
export function safeUntil(times: SafeTimes, at: Instant): Instant {
  const minute = 60_000;
  let until = Math.floor(Date.parse(at) / minute) * minute + minute - 1;
  const most = Date.parse(endOfLondonDay(addCalendarDays(londonDay(at), 1)));
  while (until < most && isSafeTime(times, instant(until + 1))) until += minute;
  return instant(until);
}

/** Where clocks skip an hour, a time that would begin in it begins after it. */
function afterTheChange(on: CalendarDay): Instant {
  return instant(`${on}T01:00:00Z`);
}

function isSafeDay({ safeDays }: SafeTimes, on: CalendarDay): boolean {
  return safeDays === undefined || safeDays.includes(weekdayOf(on));
}

/** The day of the week of a calendar day. */
export function weekdayOf(on: CalendarDay): Weekday {
  return weekdays[(new Date(`${on}T12:00:00Z`).getUTCDay() + 6) % 7] as Weekday;
}
