import { undulyLenientWindow } from '../../court/afterSentence/undulyLenientWindow';
import type { Duty } from '../../code/duty';
import type { Fact } from '../../fact';
import { addCalendarDays, londonDay } from '../../time/londonTime';
import { answers, later, limitOf, nothing, isWitnessOnly, oursSince, standardHours } from '../step';
import type { CaseView, Limit, Step } from '../step';

/** Where so little is left of the window that the day of the law would come after it. */
const lastHours = 4;

/**
 * Telling of a sentence is not explaining what can be asked for within 28 days that nobody can extend: that has a task
 * of its own beside it. Silence: the duty stays owed and shows as overdue; the window passes by itself.
 */
export const undulyLenient: Step = (view) => {
  if (isWitnessOnly(view)) return nothing;
  const owed = view.duties.filter((duty) => answers('undulyLenientExplained', duty) && !duty.settled);
  return {
    tasks: owed.flatMap((duty) => {
      const limit = duty.missedBeforeIntake ? undefined : limitWithin(duty, view);
      if (!limit) return [];
      const key = `explainUndulyLenient:${duty.seq}`;
      return [{ key, kind: 'explainUndulyLenient' as const, ...limit, about: [duty.seq], duty: duty.id }];
    }),
  };
};

/** A sentence that comes late is explained while the victim can still ask: within hours, and before the office closes. */
function limitWithin(duty: Duty, view: CaseView): Limit | undefined {
  const limit = limitOf(duty);
  const sentence = view.state.counted.find(({ seq }) => seq === duty.seq) as Fact<'sentencePassed'> | undefined;
  const askBy = sentence && undulyLenientWindow(sentence, view.record.calendar)?.askBy;
  const from = later(duty.knownAt, oursSince(view));
  if (!limit || askBy === undefined || limit.dueAt <= askBy || from >= askBy) return limit;
  const soon = standardHours(lastHours, from);
  const on = addCalendarDays(londonDay(askBy), 1);
  return soon.dueAt <= askBy ? soon : { dueAt: askBy, why: { rule: 'day', on, from } };
}
