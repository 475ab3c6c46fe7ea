import type { HearingDates, Pause } from '../../../domain/court/courtEvent';
import { addCalendarDays, londonDay, type CalendarDay } from '../../../domain/time/londonTime';
import { many } from '../reading';
import { flag, object, time } from '../schemas';
import { dayOf, instantOf } from '../times';

/** A day of a hearing, as Common Platform writes it. */
export interface HearingDay {
  readonly sittingDay?: string;
  readonly startTime?: string;
  readonly hearingDate?: string;
  readonly listedDurationMinutes?: number;
  readonly durationMinutes?: number;
  readonly isCancelled?: boolean | null;
}

export const hearingDaySchema = object({}, { sittingDay: time, startTime: time, hearingDate: time, isCancelled: flag });

/** The last day of the hearing that lay in the past when its results were shared. */
export function lastHeldOn(hearingDays: readonly HearingDay[], issuedAt: string): CalendarDay | undefined {
  return daysOf(hearingDays)
    .filter((on) => on <= londonDay(issuedAt))
    .at(-1);
}

function daysOf(days: readonly HearingDay[]): CalendarDay[] {
  const standing = days.filter(({ isCancelled }) => !isCancelled);
  return standing
    .flatMap(({ sittingDay, startTime, hearingDate }) => dayOf(sittingDay ?? startTime ?? hearingDate) ?? [])
    .sort();
}

/** From its first day that was not cancelled to its last. Without one its date is to be fixed. */
export function datesOf(days: readonly HearingDay[]): HearingDates & { readonly pauses?: readonly Pause[] } {
  const [on, ...others] = daysOf(days);
  if (on === undefined) return { certainty: 'toBeFixed' };
  const starts = many<HearingDay>(days).filter(({ isCancelled }) => !isCancelled);
  const at = starts.flatMap(({ sittingDay, startTime }) => instantOf(sittingDay ?? startTime) ?? []).sort()[0];
  const untilOn = others.at(-1);
  const pauses = pausesIn([on, ...others]);
  return {
    ...{ certainty: 'fixed', on, at, untilOn: untilOn === on ? undefined : untilOn },
    ...(pauses.length > 0 ? { pauses } : {}),
  };
}

/** No weekend and no bank holidays leave out so many weekdays: the hearing is adjourned to another time. */
const weekdaysOfPause = 3;

function pausesIn(days: readonly CalendarDay[]): Pause[] {
  return days.slice(1).flatMap((resumesOn, index) => {
    const after = days[index] as CalendarDay;
    return weekdaysBetween(after, resumesOn) >= weekdaysOfPause ? [{ after, resumesOn }] : [];
  });
}

function weekdaysBetween(after: CalendarDay, before: CalendarDay): number {
  let count = 0;
  for (let day = addCalendarDays(after, 1); day < before && count < weekdaysOfPause; day = addCalendarDays(day, 1)) {
    if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) count += 1;
  }
  return count;
}
