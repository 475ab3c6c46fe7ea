import type { HearingDates } from '../../../domain/court/courtEvent';
import { londonDay, type CalendarDay } from '../../../domain/time/londonTime';
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
export function datesOf(days: readonly HearingDay[]): HearingDates {
  const [on, ...others] = daysOf(days);
  if (on === undefined) return { certainty: 'toBeFixed' };
  const starts = many<HearingDay>(days).filter(({ isCancelled }) => !isCancelled);
  const at = starts.flatMap(({ sittingDay, startTime }) => instantOf(sittingDay ?? startTime) ?? []).sort()[0];
  const untilOn = others.at(-1);
  return { certainty: 'fixed', on, at, untilOn: untilOn === on ? undefined : untilOn };
}
