import { addCalendarDays, type CalendarDay } from '../time/londonTime';
import type { CourtEvent, HearingDates } from './courtEvent';
import { wordsOn, type CourtRecord } from './courtRecord';
import { byIssue } from './register';

/** Days of a hearing that the court has cancelled since it set its days, in the order in which it said so. */
export function daysOff(record: CourtRecord, set: CourtEvent<'hearingSet'>): CourtEvent<'hearingDayOff'>[] {
  return wordsOn(record, 'hearingDayOff')
    .filter(({ data, issuedAt }) => data.hearingId === set.data.hearingId && issuedAt >= set.issuedAt)
    .sort(byIssue);
}

/**
 * A hearing's dates without the days that are off: it begins and ends on days that stand. Undefined where none of its days
 * is left. Of the day on which it begins instead no hour is known.
 */
export function withoutDaysOff<Dates extends HearingDates>(
  dates: Dates,
  off: readonly CalendarDay[]
): Dates | undefined {
  const { on, untilOn = on, certainty } = dates;
  if (on === undefined || untilOn === undefined || certainty !== 'fixed' || off.length === 0) return dates;
  const standing: CalendarDay[] = [];
  for (let day = on; day <= untilOn; day = addCalendarDays(day, 1)) {
    const isEnd = day === on || day === untilOn;
    if (!off.includes(day) && (isEnd || !isWeekend(day))) standing.push(day);
  }
  const [first, last] = [standing[0], standing.at(-1)];
  if (first === undefined) return undefined;
  return {
    ...dates,
    on: first,
    untilOn: last === first ? undefined : last,
    ...(first === on ? {} : { at: undefined }),
  };
}

function isWeekend(day: CalendarDay): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
