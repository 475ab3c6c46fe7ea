import type { CaseOpening } from '../../careRecord';
import type { CareState } from '../../careState';
import type { CalendarDay } from '../../time/londonTime';
import { trialsAhead } from '../trialsAhead';
import { groundRules, type MeasureGround } from './measureRules';

type Seen = Pick<CareState, 'offence' | 'circumstances' | 'eighteenOn' | 'hearings' | 'rehearing'>;

/** The day of the next trial that has not been taken away; where there is none, the day itself. */
export function hearingDay(seen: Pick<CareState, 'hearings' | 'rehearing'>, today: CalendarDay): CalendarDay {
  return trialsAhead(seen, today)[0]?.on ?? today;
}

/**
 * Grounds that the case shows by itself: the age of a child at the hearing, and what makes a complainant, or any witness
 * to a gun or knife offence, eligible without more. A person may name others, or opt out of these.
 */
export function groundsShown(role: CaseOpening['role'], seen: Seen, today: CalendarDay): MeasureGround[] {
  const { offence, circumstances, eighteenOn } = seen;
  const shown: MeasureGround[] = [];
  if (eighteenOn !== undefined && hearingDay(seen, today) < eighteenOn) shown.push('under18');
  if (offence.category === 'sexualOffence' || circumstances.includes('sexualOffence')) shown.push('sexualOffence');
  if (offence.category === 'modernSlavery' || circumstances.includes('modernSlavery')) shown.push('modernSlavery');
  if (circumstances.includes('domesticAbuse')) shown.push('domesticAbuse');
  if (offence.category === 'possessionOfWeapons') shown.push('gunOrKnifeOffence');
  return shown.filter((ground) => role !== 'witness' || !groundRules[ground].complainantOnly);
}
