import type { CaseOpening } from '../../careRecord';
import type { CareState } from '../../careState';
import { londonDay, type CalendarDay } from '../../time/londonTime';
import { groundRules, type MeasureGround } from './measureRules';

type Case = Pick<CareState, 'offence' | 'circumstances' | 'eighteenOn'>;
type Seen = Case & Pick<CareState, 'measures'>;

/**
 * Grounds that the case shows by itself: the age of a child, who is one when the court decides (s.16(3)) and not on the day
 * of the trial, and what makes a complainant, or any witness to a gun or knife offence, eligible without more. A person may
 * name others, or opt out of these.
 */
export function groundsShown(role: CaseOpening['role'], seen: Seen, today: CalendarDay): MeasureGround[] {
  const { eighteenOn, measures } = seen;
  const shown = offencesShown(seen).filter((ground) => role !== 'witness' || !groundRules[ground].complainantOnly);
  if (eighteenOn === undefined) return shown;
  if (today < eighteenOn) return ['under18', ...shown];
  const interview = measures.recording.recorded.get('interview');
  return interview !== undefined && londonDay(interview) < eighteenOn ? ['recordedUnder18', ...shown] : shown;
}

/** Those that count: of what needs no fear or distress a witness may have opted out, until they are screened again. */
export function groundsCounted(
  role: CaseOpening['role'],
  seen: Seen,
  today: CalendarDay,
  { grounds = [], optsOut }: { readonly grounds?: readonly MeasureGround[] | undefined; readonly optsOut?: unknown } = {
    optsOut: seen.measures.round.screened?.optsOut,
  }
): MeasureGround[] {
  const known = [...grounds, ...seen.measures.round.grounds, ...groundsShown(role, seen, today)];
  return [...new Set(known)].filter((ground) => optsOut !== true || !groundRules[ground].automatic);
}

/** What the offence is, whoever gives evidence of it. */
function offencesShown({ offence, circumstances }: Case): MeasureGround[] {
  const shown: MeasureGround[] = [];
  if (offence.category === 'sexualOffence' || circumstances.includes('sexualOffence')) shown.push('sexualOffence');
  if (offence.category === 'modernSlavery' || circumstances.includes('modernSlavery')) shown.push('modernSlavery');
  if (circumstances.includes('domesticAbuse')) shown.push('domesticAbuse');
  if (offence.category === 'possessionOfWeapons' || circumstances.includes('gunOrKnifeOffence')) {
    shown.push('gunOrKnifeOffence');
  }
  return shown;
}

/**
 * Whether a court may hear them in private, s.25(4): by what the offence is, for every witness to it, or since somebody
 * other than the accused may intimidate them.
 */
export function maySpeakInPrivate(seen: Seen, grounds: readonly MeasureGround[], intimidationFeared: boolean): boolean {
  const offences: readonly MeasureGround[] = ['sexualOffence', 'modernSlavery', 'domesticAbuse'];
  const isOne = [...offencesShown(seen), ...grounds].some((ground) => offences.includes(ground));
  return isOne || intimidationFeared || seen.measures.round.intimidationFeared === true;
}
