import type { Fact, FactData } from '../../fact';
import type { Instant } from '../../time/londonTime';
import type { SpecialMeasure } from '../../vocabulary';
import { measureRules } from './measureRules';
import { measuresThatAre, type MeasureRound, type MeasureState } from './measureState';
import { isUnderDirection, measuresUnderDirection, type MeasureStatus } from './measureStatus';

interface Ordered {
  readonly seq: number;
  readonly at: Instant;
}

const undecided: readonly MeasureStatus[] = ['wanted', 'referred', 'toApply', 'applied', 'opposed', 'notOpposed'];

/**
 * What a new trial has of the one before: a direction binds until the proceedings end (s.20(1)), and somebody checks with
 * the prosecution that it stands. Of what was not decided it has nothing. Undefined where no direction stands, and where
 * another court hears it anew after a conviction by magistrates, which ended the proceedings.
 */
export function roundOfNewTrial(before: MeasureRound, fact: Fact): MeasureRound | undefined {
  if (fact.kind === 'appealLodged') return undefined;
  const ordered = { seq: fact.seq, at: fact.happenedAt };
  const measures = new Map<SpecialMeasure, MeasureState>();
  for (const [measure, state] of before.measures) {
    const { status, optedOutFrom } = state;
    if (isUnderDirection(status)) measures.set(measure, carriedOver(state, ordered));
    else if (optedOutFrom && isUnderDirection(optedOutFrom.status)) {
      measures.set(measure, { ...state, optedOutFrom: carriedOver(optedOutFrom, ordered) });
    }
  }
  if (measures.size === 0) return undefined;
  const { checked: _atCourt, declineAccepted: _read, mg2: _asked, screenAgain, ...kept } = before;
  const isLeft = [...before.measures.values()].some(({ status }) => undecided.includes(status));
  return { ...kept, measures, screenAgain: isLeft ? ordered : screenAgain };
}

/** What was found at court was found for the trial before. */
function carriedOver(state: MeasureState, ordered: Ordered): MeasureState {
  const wasFound = state.status === 'inPlace' || state.status === 'missing';
  const found = wasFound ? { status: 'told' as const, since: ordered.at, seq: ordered.seq } : {};
  return { ...state, ...found, carriedOver: ordered };
}

/** Measures whose direction nobody has checked with the prosecution for the new trial. */
export function toBeChecked(round: MeasureRound): SpecialMeasure[] {
  return measuresThatAre(round, ...measuresUnderDirection).filter(
    (measure) => round.measures.get(measure)?.carriedOver !== undefined
  );
}

/** What was found to stand is like any other direction. */
export function withoutCheck(
  measures: MeasureRound['measures'],
  standing: readonly SpecialMeasure[]
): MeasureRound['measures'] {
  return new Map(
    [...measures].map(([measure, state]) => {
      const { carriedOver: _checked, ...checked } = state;
      return [measure, standing.includes(measure) ? checked : state];
    })
  );
}

/** Why these cannot have been checked: each is a direction for a trial before, and stands or begins again. */
export function standingMissing(
  { standing, beginAgain }: FactData['specialMeasuresStandingChecked'],
  round: MeasureRound
): string | undefined {
  const named = [...standing, ...beginAgain];
  if (named.length === 0) return 'Name what stands, or what begins again with its MG2.';
  const unknown = named.find((measure) => !toBeChecked(round).includes(measure));
  if (unknown) return `${ofMeasure(unknown)} no direction for a trial before is to be checked.`;
  const twice = standing.find((measure) => beginAgain.includes(measure));
  return twice && `${ofMeasure(twice)} it stands, or it begins again.`;
}

function ofMeasure(measure: SpecialMeasure): string {
  const { name, section } = measureRules[measure];
  return `Of ${name} (${section}):`;
}
