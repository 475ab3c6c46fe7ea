import { careState } from '../domain/careState';
import { judgedByCalendar } from '../domain/code/judgedAgain';
import { addCalendarDays, londonDay } from '../domain/londonTime';
import { bankHolidays } from './activityProxies';
import { now, type AwakeCase } from './awakeCase';

/** A due date needs the holidays of the next half year: nearer to the last published day they are asked for again. */
const daysAhead = 183;

/** Gives the case bank holidays that reach far enough, asking once a day; only provisional dates are judged again. */
export async function refreshCalendar(awake: AwakeCase): Promise<void> {
  const today = londonDay(now());
  const { calendar, opening } = awake.record;
  if (calendar.publishedUntil >= addCalendarDays(today, daysAhead) || awake.calendarAskedOn === today) return;
  awake.calendarAskedOn = today;
  const fresh = await bankHolidays({ from: londonDay(opening.receivedAt) });
  if (fresh.version === calendar.version) return;
  awake.record = judgedByCalendar(awake.record, careState(awake.record), fresh, now());
}
