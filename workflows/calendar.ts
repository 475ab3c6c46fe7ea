import type { CareRecord } from '../domain/careRecord';
import { addCalendarDays, londonDay } from '../domain/londonTime';
import { bankHolidays } from './activityProxies';
import { now, type AwakeCase } from './awakeCase';

/** A due date needs the holidays of the next half year: nearer to the last published day they are asked for again. */
const daysAhead = 183;

/** The case's record with bank holidays that reach far enough; due dates already fixed stay as they are. */
export async function freshCalendar(awake: AwakeCase): Promise<CareRecord> {
  const { calendar, opening } = awake.record;
  if (calendar.publishedUntil >= addCalendarDays(londonDay(now()), daysAhead)) return awake.record;
  const fresh = await bankHolidays({ from: londonDay(opening.receivedAt) });
  if (fresh.version !== calendar.version) awake.record = { ...awake.record, calendar: fresh };
  return awake.record;
}
