import type { FactData } from '../../domain/fact';
import type { Instant } from '../../domain/time/londonTime';
import type { SpecialMeasure } from '../../domain/vocabulary';
import type { PureCase } from '../support/caseBuilder';

const stages = ['wanted', 'referred', 'toApply', 'applied', 'granted'] as const;

/** An MG2 that says what it must. */
export function anMg2(measures: SpecialMeasure[] = []): FactData['specialMeasuresReferred'] {
  return { measures, describes: ['effectOnEvidence'], views: 'wants', meetingWanted: false };
}

/** Takes special measures of a frightened witness as far as this, each step recorded at the same instant. */
export function measuresUpTo(
  witness: PureCase,
  stage: (typeof stages)[number],
  at: Instant,
  measures: SpecialMeasure[] = ['screens']
): PureCase {
  const steps = [
    () => witness.record('specialMeasuresScreened', { wanted: true, measures, grounds: ['fearOrDistress'] }, at),
    () => witness.record('specialMeasuresReferred', anMg2(), at),
    () => witness.record('specialMeasuresConsidered', { decision: 'toApply', measures: [] }, at),
    () => witness.record('specialMeasuresApplied', { measures: [] }, at),
    () => witness.record('specialMeasuresDecided', { decision: 'granted', measures: [] }, at, { source: 'court' }),
  ];
  for (const step of steps.slice(0, stages.indexOf(stage) + 1)) step();
  return witness;
}
