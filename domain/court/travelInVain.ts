import { addCalendarDays, atLondonClock, instant, londonDay, type CalendarDay, type Instant } from '../time/londonTime';

/** A trial so near that somebody may have set out. */
const nearDays = 2;
const nearMinutes = 30;
const readBy = '08:00';

export function isNear(on: CalendarDay, today: CalendarDay): boolean {
  return on <= addCalendarDays(today, nearDays);
}

/**
 * Until when it may stay open whether a message about a day at court has arrived; then somebody calls. Half an hour where
 * they may travel soon. Else the next morning: a telephone may be off until then, and the day is still two days ahead.
 */
export function confirmedBy(on: CalendarDay, leftAt: Instant): Instant {
  const today = londonDay(leftAt);
  if (isNear(on, today)) return instant(Date.parse(leftAt) + nearMinutes * 60_000);
  return atLondonClock(addCalendarDays(today, 1), readBy);
}
