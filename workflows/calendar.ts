import { careState } from '../domain/careState';
import { judgedByCalendar } from '../domain/code/judgedAgain';
import { addCalendarDays, londonDay } from '../domain/time/londonTime';
import { bankHolidays } from './activityProxies';
import { now, type AwakeCase } from './awakeCase';

/** A due date needs the holidays of the next half year: nearer to the last published day they are asked for again. */
const daysAhead = 183;

/** One-off days are proclaimed within the published years too: whoever wakes after so many days asks again. */
const staleAfterDays = 28;

/** Gives the case bank holidays that are fresh and reach far enough; only provisional dates are judged again. */
export async function refreshCalendar(awake: AwakeCase): Promise<void> {
  const today = londonDay(now());
  const { calendar, opening } = awake.record;
  const askedOn = awake.calendarAskedOn ?? today;
  const isFresh = addCalendarDays(askedOn, staleAfterDays) > today;
  const reachesFar = calendar.publishedUntil >= addCalendarDays(today, daysAhead);
  if (awake.calendarAskedOn === today || (isFresh && reachesFar)) {
    awake.calendarAskedOn ??= today;
    return;
  }
  awake.calendarAskedOn = today;
  const fresh = await bankHolidays({ from: londonDay(opening.receivedAt) });
  if (fresh.version === calendar.version) return;
  awake.record = judgedByCalendar(awake.record, careState(awake.record), fresh, now());
}
