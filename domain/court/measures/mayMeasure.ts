import type { CaseOpening } from '../../careRecord';
import type { CareState } from '../../careState';
import type { FactKind, NewFact } from '../../fact';
import { inOrderOfHappening } from '../../happening';
import { londonDay, type Instant } from '../../time/londonTime';
import { groundsShown } from './eligibility';
import { eventsOf } from './measureEvents';
import { groundRules, measureRules, measuresOpenTo } from './measureRules';
import { followMeasures, noMeasuresYet, roundOn, statusOf, type MeasureRound, type Measures } from './measureState';
import { skippedSentence, statusAfterEvent, type MeasureEvent } from './measureStatus';

type Seen = Pick<
  CareState,
  'measures' | 'counted' | 'offence' | 'circumstances' | 'eighteenOn' | 'hearings' | 'rehearing'
>;

/** What each of these kinds must be about, where it names no measure and there is none. */
const aboutSomething: Readonly<Partial<Record<FactKind, string>>> = {
  specialMeasuresReferred: 'No special measure has been screened for that could be asked for.',
  specialMeasuresConsidered: 'The officer has asked the prosecution for no special measure (MG2).',
  specialMeasuresApplied: 'The prosecution has not said that it will apply for any special measure.',
  specialMeasuresAnswered: 'Nobody has applied for special measures.',
  specialMeasuresDecided: 'Nobody has applied for special measures.',
  specialMeasuresVaried: 'Name what the court granted or discharged.',
  specialMeasuresOptedOut: 'No special measure is under way.',
  specialMeasuresChecked: 'Name what was in place, or what was missing.',
};

const decided: readonly string[] = ['granted', 'refused', 'told', 'inPlace', 'missing', 'discharged', 'lapsed'];
const directed: readonly string[] = ['granted', 'told', 'inPlace', 'missing'];

/**
 * Why something cannot be said of special measures: it would skip a step, or the law does not open the measure to this
 * witness. Undefined where it can. An answer to a task is refused so; a fact is kept, and waits for a person.
 */
export function measureStepMissing(
  fact: NewFact,
  role: CaseOpening['role'],
  state: Seen,
  now: Instant
): string | undefined {
  if (fact.kind === 'specialMeasuresScreened') return notOpen(fact, role, state, now);
  const missing = missingIn(fact, state.measures, role, state, now);
  if (missing === undefined || fact.happenedAt >= now) return missing;
  // Told late: what counts is how things stood when it happened.
  return missingIn(fact, measuresAt(state, fact.happenedAt), role, state, now) === undefined ? undefined : missing;
}

function missingIn(
  fact: NewFact,
  measures: Measures,
  role: CaseOpening['role'],
  state: Seen,
  now: Instant
): string | undefined {
  const round = roundOn(measures, ageOf(measures, role, state, londonDay(now)), londonDay(now));
  const events = eventsOf(fact, round);
  if (events.length === 0) return aboutSomething[fact.kind] ?? recordingMissing(fact, measures, round);
  for (const [measure, event] of events) {
    if (event === 'grantedByVariation' && !hasDirection(round))
      return 'No court has given a direction that could be varied.';
    if (event !== 'told' && statusAfterEvent(statusOf(round, measure), event as MeasureEvent) === undefined) {
      return skippedSentence(measure, event);
    }
  }
  return undefined;
}

function hasDirection({ measures }: MeasureRound): boolean {
  return [...measures.values()].some(({ status }) => decided.includes(status));
}

function recordingMissing(fact: NewFact, { recording }: Measures, round: MeasureRound): string | undefined {
  const isDirected = directed.includes(statusOf(round, 'prerecordedCrossExamination'));
  if (fact.kind === 'recordingDatesSet' && !isDirected) return skippedSentence('prerecordedCrossExamination', 'told');
  if (fact.kind === 'evidenceRecorded' && fact.data.part !== 'interview') {
    if (!isDirected) return skippedSentence('prerecordedCrossExamination', 'told');
    const first = fact.data.part === 'furtherQuestioning' && !recording.recorded.has('crossExamination');
    if (first) return 'The cross-examination has not been recorded yet.';
  }
  if (fact.kind === 'trialAttendanceDecided' && !recording.recorded.has('crossExamination')) {
    return 'The cross-examination has not been recorded yet.';
  }
  return undefined;
}

function notOpen(
  { data: { wanted, measures, grounds = [] } }: NewFact<'specialMeasuresScreened'>,
  role: CaseOpening['role'],
  state: Seen,
  now: Instant
): string | undefined {
  if (!wanted) return measures.length > 0 ? 'Measures are named, and none is wanted.' : undefined;
  if (measures.length === 0) return 'Name the measures that are wanted.';
  const { round } = state.measures;
  const all = [...new Set([...grounds, ...round.grounds, ...groundsShown(role, state, londonDay(now))])];
  if (all.length === 0) {
    return 'Nothing on record makes this witness eligible: name the ground (vulnerable, s.16; intimidated, s.17).';
  }
  const wrong = grounds.find((ground) => role === 'witness' && groundRules[ground].complainantOnly);
  if (wrong) return `The ground ${wrong} (${groundRules[wrong].section}) is the complainant's alone.`;
  const open = measuresOpenTo(all);
  for (const measure of measures) {
    const { name, section, needs } = measureRules[measure];
    if (!open.includes(measure)) return `A witness who is not vulnerable (s.16) may not have ${name} (${section}).`;
    if (needs && !measures.includes(needs) && statusOf(round, needs) === 'notWanted') {
      return `Without ${measureRules[needs].name} (${measureRules[needs].section}) there is no ${name} (${section}).`;
    }
  }
  return undefined;
}

/** What decides whether a direction ends with the witness's eighteenth birthday. */
export function ageOf({ round }: Measures, role: CaseOpening['role'], state: Omit<Seen, 'measures'>, today: string) {
  const others = [...round.grounds, ...groundsShown(role, state, today)].filter((ground) => ground !== 'under18');
  return { eighteenOn: state.eighteenOn, alsoEligible: others.length > 0 };
}

function measuresAt({ counted }: Seen, at: Instant): Measures {
  const measures = noMeasuresYet();
  for (const fact of inOrderOfHappening(counted)) if (fact.happenedAt <= at) followMeasures(measures, fact);
  return measures;
}
