import { dutySentence } from '../code/dutySentence';
import { editionById, obligationById } from '../code/editions';
import type { DutyHolder } from '../code/obligation';
import { promisedUpdate } from '../code/promises';
import { isLate, standingOf } from '../code/standing';
import {
  addCalendarDays,
  endOfLondonDay,
  londonDay,
  startOfLondonDay,
  type CalendarDay,
  type Instant,
} from '../time/londonTime';
import type { ProjectedDuty } from '../projection/projection';
import { isWorkingDay, type WorkingCalendar } from '../time/workingDays';
import type { MorningRead } from './morningRead';
import { by, hoursBetween, section, type Hidden, type Section } from './section';

/** The London days that a morning looks at: from the last working day before today, with what lies between, to today. */
export function daysOfTheMorning(
  asOf: Instant,
  calendar: WorkingCalendar
): { readonly today: CalendarDay; readonly missedSince: CalendarDay; readonly from: Instant; readonly until: Instant } {
  const today = londonDay(asOf);
  let missedSince = addCalendarDays(today, -1);
  while (!isWorkingDay(missedSince, calendar)) missedSince = addCalendarDays(missedSince, -1);
  return { today, missedSince, from: startOfLondonDay(missedSince), until: endOfLondonDay(today) };
}

type Names = 'dutiesDueToday' | 'dutiesMissed' | 'updatesDueToday' | 'updatesMissed';

/**
 * Duties by whose clock: those still to be met today, and those missed since the last working day began for which nobody
 * has given a reason, met since or not. Updates promised by the Victim Contract are counted apart.
 */
export function dutiesOfTheDay({ asOf, calendar, duties, hidden }: MorningRead): Record<Names, Section> {
  const { from, until } = daysOfTheMorning(asOf, calendar);
  const within = duties
    .filter(({ dueBy }) => dueBy !== undefined && dueBy >= from && dueBy <= until)
    .sort(soonestFirst);
  const dueToday = within.filter((duty) => !duty.settled && standingOf(duty, asOf) === 'open');
  const missed = within.filter((duty) => !duty.reason && isLate(standingOf(duty, asOf)) && !couldNotBeTold(duty));
  return {
    dutiesDueToday: dutySection(hidden, dueToday.filter(isNoUpdate), asOf),
    dutiesMissed: dutySection(hidden, missed.filter(isNoUpdate), asOf),
    updatesDueToday: dutySection(
      hidden,
      dueToday.filter((duty) => !isNoUpdate(duty)),
      asOf
    ),
    updatesMissed: dutySection(
      hidden,
      missed.filter((duty) => !isNoUpdate(duty)),
      asOf
    ),
  };
}

const isNoUpdate = ({ obligation }: ProjectedDuty): boolean => obligation !== promisedUpdate;

/** That nobody could tell the victim is itself the reason. */
const couldNotBeTold = ({ settled }: ProjectedDuty): boolean => settled?.as === 'couldNotBeTold';

const soonestFirst = by<ProjectedDuty>(
  ({ dueBy = '' }) => dueBy,
  ({ caseId, id }) => `${caseId}.${id}`
);

function dutySection(hidden: Hidden, duties: readonly ProjectedDuty[], asOf: Instant): Section {
  const byDutyHolder: Partial<Record<DutyHolder, number>> = {};
  for (const { obligation } of duties) {
    const { dutyHolder } = obligationById(obligation);
    byDutyHolder[dutyHolder] = (byDutyHolder[dutyHolder] ?? 0) + 1;
  }
  const shown = section(hidden, duties, (duty) => {
    const { caseId, obligation, edition, tier, earlier, dueBy = asOf } = duty;
    const law = obligationById(obligation);
    return {
      caseId,
      dueAt: dueBy,
      hoursLeft: hoursBetween(asOf, dueBy),
      tier,
      dutyHolder: law.dutyHolder,
      why: dutySentence(duty, law, editionById(edition).title, { earlier }),
    };
  });
  return { ...shown, byDutyHolder };
}
