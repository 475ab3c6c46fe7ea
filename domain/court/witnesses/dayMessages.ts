import { noEvidenceYet } from '../../code/evidence';
import type { Fact } from '../../fact';
import { inOrderOfHappening } from '../../happening';
import type { CalendarDay } from '../../time/londonTime';
import { followCourt, nothingInCourtYet } from '../courtState';
import { answerOf, followAttendance, nothingAskedOfWitness } from './attendance';
import { daysOf } from './inVain';

/** The first day of which a witness is sent word at once, before anybody has called them. */
export interface DayMessage {
  /** The fact that it is about. */
  readonly seq: number;
  readonly on: CalendarDay;
  readonly template: 'day-needed' | 'not-needed';
}

/**
 * The first day from today on for which a witness is to be sent word: that they are needed, until they have answered, or that
 * they are not, until somebody has told them. A day that the court has taken off is told of as that, to everybody.
 */
export function dayMessages(counted: readonly Fact[], today: CalendarDay): DayMessage[] {
  const state = { ...nothingInCourtYet(), ...noEvidenceYet(), ...nothingAskedOfWitness() };
  for (const fact of inOrderOfHappening(counted)) {
    followAttendance(state, fact, '');
    followCourt(state, fact);
  }
  const told = counted.flatMap((fact) => (fact.kind === 'releaseTold' ? fact.happenedAt : []));
  return state.attendance.required.flatMap((each): DayMessage[] => {
    if (each.past) return [];
    const { released } = each;
    if (!released && answerOf(each)) return [];
    if (released && told.some((at) => at >= released.at)) return [];
    const word = released
      ? ({ seq: released.seq, template: 'not-needed' } as const)
      : ({ seq: each.seq, template: 'day-needed' } as const);
    const [first] = daysOf(each, state).filter((on) => on >= today);
    return first === undefined ? [] : [{ ...word, on: first }];
  });
}
