import type { SpecialMeasure } from '../../vocabulary';
import { measureRules } from './measureRules';
import { statusOf, type MeasureRound } from './measureState';
import { measureSteps, measuresUnderDirection, type MeasureEvent, type MeasureStatus } from './measureStatus';

type About = readonly [SpecialMeasure, MeasureEvent];

const asked = ['applied', 'opposed', 'notOpposed', ...measuresUnderDirection] as const;

/** How far the measure on which another rests must have come, for that other to take a step. */
const asFar: Readonly<Partial<Record<MeasureEvent, readonly MeasureStatus[]>>> = {
  screened: ['wanted', 'referred', 'toApply', ...asked],
  referred: ['referred', 'toApply', ...asked],
  toApply: ['toApply', ...asked],
  applied: asked,
  granted: measuresUnderDirection,
  grantedByVariation: measuresUnderDirection,
};

/** In which statuses a measure that rests on another would go on without it, where that one ends or begins again. */
function goingOn(event: MeasureEvent): readonly MeasureStatus[] {
  if (event === 'begunAgain') return measuresUnderDirection;
  return event === 'optedOut' || event === 'discharged' ? ['wanted', 'referred', 'toApply', ...asked] : [];
}

/**
 * Why these steps cannot be for a measure that there is only together with another (s.28 with s.27): the other has not
 * come as far, or ends and this one would go on. Whatever a court has directed stays until a court, or the witness,
 * says so of it by name.
 */
export function restingMissing(round: MeasureRound, events: readonly About[]): string | undefined {
  const after = new Map(events.map(([measure, event]) => [measure, measureSteps[event].to]));
  const statusAfter = (measure: SpecialMeasure) => after.get(measure) ?? statusOf(round, measure);
  for (const [measure, event] of events) {
    const { needs } = measureRules[measure];
    if (needs && asFar[event]?.includes(statusAfter(needs)) === false) return withoutSentence(measure, needs);
    const resting = restingOn(measure).find((other) => goingOn(event).includes(statusAfter(other)));
    if (resting) return `${capital(named(resting))} rests on ${named(measure)}: name both.`;
  }
  return undefined;
}

export function withoutSentence(measure: SpecialMeasure, needs: SpecialMeasure): string {
  return `Without ${named(needs)} there is no ${named(measure)}.`;
}

function restingOn(measure: SpecialMeasure): SpecialMeasure[] {
  return (Object.keys(measureRules) as SpecialMeasure[]).filter((other) => measureRules[other].needs === measure);
}

function named(measure: SpecialMeasure): string {
  const { name, section } = measureRules[measure];
  return `${name} (${section})`;
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
