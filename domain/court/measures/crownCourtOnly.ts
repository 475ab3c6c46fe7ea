import type { CareState } from '../../careState';
import type { CalendarDay } from '../../time/londonTime';
import type { SpecialMeasure } from '../../vocabulary';
import { trialsAhead } from '../trialsAhead';
import type { MeasureEvent } from './measureStatus';

type Seen = Pick<CareState, 'hearings' | 'rehearing' | 'counted'>;

const asking: readonly MeasureEvent[] = ['referred', 'toApply', 'applied'];

/**
 * Section 28 is in force in the Crown Court, and elsewhere in pilots at most: who asks for it where the trial stands in the
 * diary of magistrates is told so, and a supervisor may accept it. While no court is known, nobody is stopped.
 */
export function notInThisCourt(
  events: readonly (readonly [SpecialMeasure, MeasureEvent])[],
  seen: Seen,
  today: CalendarDay
): string | undefined {
  if (!events.some(([measure, event]) => measure === 'prerecordedCrossExamination' && asking.includes(event))) {
    return undefined;
  }
  if (seen.counted.some(({ kind }) => kind === 'sentToCrownCourt')) return undefined;
  const [trial] = trialsAhead(seen, today);
  if (!trial?.court || !/magistrates|youth/i.test(trial.court)) return undefined;
  return (
    'Cross-examination recorded before the trial (s.28) is for trials in the Crown Court, and this trial is set for a ' +
    "magistrates' or youth court: ask for the other measures, or have a supervisor accept it where the court pilots it."
  );
}
