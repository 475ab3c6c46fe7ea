import { addCalendarDays, type CalendarDay } from '../../time/londonTime';
import { isWorkingDay, type WorkingCalendar } from '../../time/workingDays';
import { meet, type Span } from './datesToAvoid';

export interface WitnessDates {
  readonly caseId: string;
  /** Undefined where nobody has asked yet: nothing is known, which is not the same as no dates to avoid. */
  readonly avoids?: readonly Span[] | undefined;
}

export interface TrialQuestion {
  readonly witnesses: readonly WitnessDates[];
  /** How long the trial lasts, in days on which courts sit. */
  readonly courtDays: number;
  readonly fromOn: CalendarDay;
  readonly untilOn: CalendarDay;
  readonly calendar: WorkingCalendar;
}

/** Days on which a trial may begin, and who could not come to all of it if it began on any of them. */
export interface TrialWindow {
  readonly startsFrom: CalendarDay;
  readonly startsUntil: CalendarDay;
  readonly missing: readonly string[];
}

/** The days on which courts sit in a span: weekdays that are no bank holiday. */
export function courtDaysIn({ fromOn, untilOn }: Span, calendar: WorkingCalendar): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let on = fromOn; on <= untilOn; on = addCalendarDays(on, 1)) if (isWorkingDay(on, calendar)) days.push(on);
  return days;
}

/**
 * When the trial could be: each possible first day with who would be missing, days in a row with the same people put
 * together. A trial must end in the span. Who has not been asked is missing from no window and is to be shown beside.
 */
export function trialWindows({ witnesses, courtDays, fromOn, untilOn, calendar }: TrialQuestion): TrialWindow[] {
  const days = courtDaysIn({ fromOn, untilOn }, calendar);
  const windows: TrialWindow[] = [];
  for (let first = 0; first + courtDays <= days.length; first += 1) {
    const starts = days[first] as CalendarDay;
    const trial = days.slice(first, first + courtDays);
    const missing = witnesses
      .filter(({ avoids = [] }) => avoids.some((span) => trial.some((on) => meet(span, { fromOn: on, untilOn: on }))))
      .map(({ caseId }) => caseId)
      .sort();
    const last = windows.at(-1);
    if (last && last.missing.join() === missing.join()) windows[windows.length - 1] = { ...last, startsUntil: starts };
    else windows.push({ startsFrom: starts, startsUntil: starts, missing });
  }
  return windows;
}
