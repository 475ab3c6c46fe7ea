import { addCalendarDays, atLondonClock, instant, londonClock, londonDay, type Instant } from './londonTime';

/** When staff are not to be disturbed, on London's clock: from `20:00` to before `07:00` of the next morning. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/**
 * `at` itself when staff may be disturbed then; otherwise the first minute after the quiet hours, `spreadMs` later, so
 * that what gathered in a night does not reach everybody in one second. No quiet hours when they end as they begin.
 */
export function afterQuietHours(at: Instant, { from, to }: QuietHours, spreadMs = 0): Instant {
  const clock = londonClock(at);
  const throughMidnight = from > to;
  const isQuiet = throughMidnight ? clock >= from || clock < to : clock >= from && clock < to;
  if (!isQuiet) return at;
  const today = londonDay(at);
  const until = atLondonClock(throughMidnight && clock >= from ? addCalendarDays(today, 1) : today, to);
  return instant(Date.parse(until) + spreadMs);
}
