import type { CaseOpening } from '../../careRecord';
import type { CareState } from '../../careState';
import type { FactKind, NewFact } from '../../fact';
import { inOrderOfHappening } from '../../happening';
import { londonDay, type Instant } from '../../time/londonTime';
import { notInThisCourt } from './crownCourtOnly';
import { eventsOf } from './measureEvents';
import { recordingMissing } from './mayRecord';
import { notOpen } from './mayScreen';
import { canCome } from './measureAfter';
import { followMeasures, noMeasuresYet, type MeasureRound, type Measures } from './measureState';
import { skippedSentence } from './measureStatus';
import { standingMissing } from './newTrial';
import { restingMissing } from './restsOn';
import { ageOf, lapseByAge, roundOn } from './turningEighteen';

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
  if (fact.kind === 'specialMeasuresScreened') return notOpen(fact, role, state);
  const missing = missingIn(fact, state.measures, role, state, now);
  if (missing === undefined || fact.happenedAt >= now) return missing;
  // Told late: what counts is how things stood when it happened.
  return missingIn(fact, measuresAt(role, state, fact.happenedAt), role, state, fact.happenedAt) === undefined
    ? undefined
    : missing;
}

function missingIn(
  fact: NewFact,
  measures: Measures,
  role: CaseOpening['role'],
  state: Seen,
  now: Instant
): string | undefined {
  const round = roundOn(measures, ageOf(role, { ...state, measures }, londonDay(now)), londonDay(now));
  const notStanding = fact.kind === 'specialMeasuresStandingChecked' ? standingMissing(fact.data, round) : undefined;
  if (notStanding) return notStanding;
  const events = eventsOf(fact, round);
  if (events.length === 0) return aboutSomething[fact.kind] ?? recordingMissing(fact, measures, round, state);
  for (const [measure, event] of events) {
    if (event === 'grantedByVariation' && !hasDirection(round))
      return 'No court has given a direction that could be varied.';
    if (event !== 'told' && !canCome(round.measures.get(measure), event)) return skippedSentence(measure, event);
  }
  return restingMissing(round, events) ?? notInThisCourt(events, state, londonDay(now));
}

function hasDirection({ measures }: MeasureRound): boolean {
  return [...measures.values()].some(({ status, optedOutFrom }) => decided.includes(optedOutFrom?.status ?? status));
}

function measuresAt(role: CaseOpening['role'], state: Seen, at: Instant): Measures {
  const measures = noMeasuresYet();
  for (const fact of inOrderOfHappening(state.counted)) {
    if (fact.happenedAt > at) continue;
    lapseByAge(role, { ...state, measures }, fact.happenedAt);
    followMeasures(measures, fact);
  }
  return measures;
}
