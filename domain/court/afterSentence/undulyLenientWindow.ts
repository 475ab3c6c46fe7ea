import type { CareRecord } from '../../careRecord';
import { editionById } from '../../code/editions';
import type { Fact } from '../../fact';
import { addCalendarDays, atLondonClock, londonDay, type CalendarDay, type Instant } from '../../time/londonTime';
import { isWorkingDay } from '../../time/workingDays';

/** Until when a sentence may be asked to be reviewed as unduly lenient. */
export interface UndulyLenientWindow {
  readonly fact: number;
  /** The last day of the law: it counts every day, and nobody can extend it. */
  readonly lastDayOn: CalendarDay;
  /** The Attorney General's office works office hours: five in the afternoon of the last working day within it. */
  readonly askBy: Instant;
}

const officeCloses = '17:00';

/** The window as it was fixed when the sentence was recorded; undefined where the sentence has none. */
export function undulyLenientWindow(
  { seq, owes = [] }: Fact<'sentencePassed'>,
  calendar: CareRecord['calendar']
): UndulyLenientWindow | undefined {
  const window = owes.find(({ edition }) => editionById(edition).scheme === 'undulyLenientSentence');
  if (window?.dueBy === undefined) return undefined;
  const lastDayOn = londonDay(window.dueBy);
  let lastWorkingOn = lastDayOn;
  while (!isWorkingDay(lastWorkingOn, calendar)) lastWorkingOn = addCalendarDays(lastWorkingOn, -1);
  return { fact: seq, lastDayOn, askBy: atLondonClock(lastWorkingOn, officeCloses) };
}
