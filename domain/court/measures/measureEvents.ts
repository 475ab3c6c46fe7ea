import type { Fact, FactData, NewFact } from '../../fact';
import { specialMeasures, type SpecialMeasure } from '../../vocabulary';
import { canCome } from './measureAfter';
import type { MeasureRound } from './measureState';
import { measureSteps, type MeasureEvent } from './measureStatus';

type About = readonly [SpecialMeasure, MeasureEvent];

const each = (event: MeasureEvent, measures: readonly SpecialMeasure[]): About[] =>
  measures.map((measure) => [measure, event]);

/** What a fact says of each measure. Where it names none, it is about all of which it can be said. */
export function eventsOf(fact: NewFact | Fact, round: MeasureRound): readonly About[] {
  const orAll = (event: MeasureEvent, measures: readonly SpecialMeasure[]) =>
    each(event, measures.length > 0 ? measures : thatCan(round, event));
  switch (fact.kind) {
    case 'specialMeasuresScreened':
      if (fact.data.wanted) return each('screened', fact.data.measures);
      return isOptOutOfAll(fact.data) ? each('optedOut', thatCan(round, 'optedOut')) : [];
    case 'specialMeasuresReferred':
      return orAll('referred', fact.data.measures);
    case 'specialMeasuresConsidered':
      return orAll(fact.data.decision, fact.data.measures);
    case 'specialMeasuresApplied':
      return orAll('applied', fact.data.measures);
    case 'specialMeasuresAnswered':
      return orAll(fact.data.answer, fact.data.measures);
    case 'specialMeasuresDecided': {
      const { decision, measures } = fact.data;
      if (decision !== 'partlyGranted') {
        const all = orAll(decision, measures);
        return all.length > 0 ? all : each(decision, leftWhileAsked(round, decision));
      }
      const others = thatCan(round, 'refused').filter((measure) => !measures.includes(measure));
      return [...each('granted', measures), ...each('refused', others)];
    }
    case 'specialMeasuresVaried':
      return [...each('grantedByVariation', fact.data.granted), ...each('discharged', fact.data.discharged)];
    case 'specialMeasuresOptedOut':
      return orAll('optedOut', fact.data.measures);
    case 'specialMeasuresChecked':
      return [...each('foundInPlace', fact.data.inPlace), ...each('foundMissing', fact.data.missing)];
    case 'specialMeasuresStandingChecked':
      return each('begunAgain', fact.data.beginAgain);
    case 'victimTold':
    case 'victimUpdateGiven': {
      const granted = [...round.measures].filter(([, state]) => {
        // Also of what they opted out of: the news of the grant is theirs all the same.
        const { status, seq } = state.optedOutFrom ?? state;
        return status === 'granted' && fact.data.about.includes(seq);
      });
      return granted.map(([measure]) => [measure, 'told'] as const);
    }
    default:
      return [];
  }
}

/** Screened once more, the witness wants none of it: what is under way ends with that. */
function isOptOutOfAll({ optsOut, views }: FactData['specialMeasuresScreened']): boolean {
  return optsOut === true || views === 'doesNotWant';
}

function thatCan({ measures }: MeasureRound, event: MeasureEvent): SpecialMeasure[] {
  return specialMeasures.filter((measure) =>
    measureSteps[event].from.includes(measures.get(measure)?.status ?? 'notWanted')
  );
}

/** What a court was asked for and may decide on, since it has not heard that the witness opted out of it. */
function leftWhileAsked({ measures }: MeasureRound, event: MeasureEvent): SpecialMeasure[] {
  return specialMeasures.filter((measure) => {
    const state = measures.get(measure);
    return state?.optedOutFrom !== undefined && canCome(state, event);
  });
}
