import type { CareRecord } from '../../careRecord';
import type { CareState } from '../../careState';
import type { Fact } from '../../fact';
import type { DatesToAvoid } from '../../facts/availabilityFacts';
import { inOrderOfHappening } from '../../happening';
import type { CalendarDay } from '../../time/londonTime';
import type { WorkingCalendar } from '../../time/workingDays';
import type { ConflictAnswer, KnownHearing } from '../courtState';
import { questioningAhead } from '../measures/recordingDays';
import { trialsAhead } from '../trialsAhead';
import { meet } from './datesToAvoid';
import { courtDaysIn } from './trialWindows';

type Trial = Omit<KnownHearing, 'hearing'> & { readonly hearingId: string };

/** What was recorded of a case, and the days on which courts sit. */
type Recorded = Pick<CareRecord, 'opening' | 'facts' | 'calendar'>;

/**
 * Trials, and recordings before them (s.28), on days on which the witness has said that they cannot come, where nobody has
 * answered to those days yet. Who is not needed at the trial may still be recorded once more.
 */
export function conflictsOf(state: CareState, recorded: Recorded, today: CalendarDay): Trial[] {
  const { availability, conflictsAnswered, measures } = state;
  if (!availability) return [];
  const isAtTrial = measures.recording.attendance?.needed !== false;
  const trials = isAtTrial ? trialsAhead(state, today) : [];
  const ahead: Trial[] = [...trials, ...questioningAhead(recorded, state, today)];
  return ahead.filter((trial) => {
    const covered = conflictsAnswered
      .filter(({ hearingId, on }) => hearingId === trial.hearingId && on === trial.on)
      .flatMap((answer) => coveredBy(answer, trial, recorded));
    const days = daysOfTrial(trial, recorded.calendar);
    return availability.datesToAvoid.some((avoided) =>
      days.some((on) => isOn(on, avoided) && !covered.some((each) => each.why === avoided.why && isOn(on, each)))
    );
  });
}

function isOn(on: CalendarDay, span: DatesToAvoid): boolean {
  return meet(span, { fromOn: on, untilOn: on });
}

/** The days on which a trial may sit. A court that names a day sits on it, whatever day it is. */
function daysOfTrial(
  { on, untilOn = on, certainty }: Pick<KnownHearing, 'on' | 'untilOn' | 'certainty'>,
  calendar: WorkingCalendar
): CalendarDay[] {
  const days = courtDaysIn({ fromOn: on, untilOn }, calendar);
  return certainty === 'fixed' ? [...new Set([on, ...days, untilOn])] : days;
}

/**
 * The dates to avoid to which an answer was given: what had been recorded by then. Of a trial that has become longer since,
 * its days as they were.
 */
function coveredBy(answer: ConflictAnswer, trial: Trial, { facts }: Recorded): readonly DatesToAvoid[] {
  const before = facts.filter(
    ({ seq, supersededBy }) => seq < answer.seq && (supersededBy === undefined || supersededBy > answer.seq)
  );
  const avoided =
    inOrderOfHappening(before).findLast(
      (fact): fact is Fact<'availabilityGiven'> => fact.kind === 'availabilityGiven' && fact.happenedAt <= answer.at
    )?.data.datesToAvoid ?? [];
  const listed = before.findLast(
    (fact): fact is Fact<'hearingListed' | 'hearingMoved'> =>
      (fact.kind === 'hearingListed' || fact.kind === 'hearingMoved') && fact.data.hearingId === trial.hearingId
  );
  if (trial.seq < answer.seq || listed?.data.on !== trial.on) return avoided;
  const until = listed.data.untilOn ?? trial.on;
  return avoided.map((each) => (each.untilOn > until ? { ...each, untilOn: until } : each));
}
