import type { CaseOpening } from '../../careRecord';
import type { CareState } from '../../careState';
import type { NewFact } from '../../fact';
import { londonDay } from '../../time/londonTime';
import { groundsCounted, maySpeakInPrivate } from './eligibility';
import { groundRules, measureRules, measuresOpenTo } from './measureRules';
import { statusOf } from './measureState';
import { withoutSentence } from './restsOn';

type Seen = Pick<CareState, 'measures' | 'offence' | 'circumstances' | 'eighteenOn'>;

const over: readonly string[] = ['notWanted', 'wanted', 'declined', 'refused', 'discharged', 'lapsed', 'optedOut'];

/** Why the law does not open to a witness what they were screened for. */
export function notOpen(
  { data, happenedAt }: NewFact<'specialMeasuresScreened'>,
  role: CaseOpening['role'],
  seen: Seen
): string | undefined {
  const { wanted, measures, grounds = [], optsOut } = data;
  if (!wanted) return measures.length > 0 ? 'Measures are named, and none is wanted.' : undefined;
  if (measures.length === 0) return 'Name the measures that are wanted.';
  const today = londonDay(happenedAt);
  const all = groundsCounted(role, seen, today, { grounds, optsOut });
  if (all.length === 0) {
    if (optsOut) return 'The witness opts out of what makes them eligible by itself, and no other ground is named.';
    return 'Nothing on record makes this witness eligible: name the ground (vulnerable, s.16; intimidated, s.17).';
  }
  const wrong = grounds.find((ground) => role === 'witness' && groundRules[ground].complainantOnly);
  if (wrong) return `The ground ${wrong} (${groundRules[wrong].section}) is the complainant's alone.`;
  if (grounds.includes('under18') && seen.eighteenOn !== undefined && seen.eighteenOn <= today) {
    return 'The witness is 18 by their date of birth: the ground under18 (s.16(1)(a)) is for a child.';
  }
  const open = measuresOpenTo(all);
  for (const measure of measures) {
    const { name, section, needs } = measureRules[measure];
    if (!open.includes(measure)) {
      if (all.every((ground) => groundRules[ground].opens)) {
        return `An interview recorded under 18 (s.22) alone does not open ${name} (${section}) to who is 18.`;
      }
      return `A witness who is not vulnerable (s.16) may not have ${name} (${section}).`;
    }
    // What was wanted and is not named again is wanted no more.
    if (needs && !measures.includes(needs) && over.includes(statusOf(seen.measures.round, needs))) {
      return withoutSentence(measure, needs);
    }
    if (measure === 'evidenceInPrivate' && !maySpeakInPrivate(seen, all, data.intimidationFeared === true)) {
      return (
        `There is ${name} (${section}) for a sexual offence, modern slavery or domestic abuse, or where somebody other ` +
        'than the accused is feared to intimidate the witness: say so (intimidationFeared).'
      );
    }
  }
  return undefined;
}
