import type { SpecialMeasure } from '../../vocabulary';
import { measureRules } from './measureRules';

/** How one measure for one witness stands, from the need to the day of the trial. */
export const measureStatuses = [
  'notWanted',
  'wanted',
  'referred',
  'toApply',
  'declined',
  'applied',
  'opposed',
  'notOpposed',
  'granted',
  'refused',
  'told',
  'inPlace',
  'missing',
  'discharged',
  'lapsed',
  'optedOut',
] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

export const measureEvents = [
  'screened',
  'referred',
  'toApply',
  'declined',
  'applied',
  'opposed',
  'notOpposed',
  'granted',
  'refused',
  'told',
  'foundInPlace',
  'foundMissing',
  'grantedByVariation',
  'discharged',
  'turnedEighteen',
  'optedOut',
  'begunAgain',
] as const;
export type MeasureEvent = (typeof measureEvents)[number];

/** From which statuses an event may come, and to which each leads: one status, or itself. */
interface Step {
  readonly from: readonly MeasureStatus[];
  readonly to: MeasureStatus;
  /** Why it cannot be where it comes from anywhere else. */
  readonly else: string;
}

/** A court has directed it, and it stands. */
export const measuresUnderDirection = ['granted', 'told', 'inPlace', 'missing'] as const;

export function isUnderDirection(status: MeasureStatus): boolean {
  return (measuresUnderDirection as readonly MeasureStatus[]).includes(status);
}

const over = ['discharged', 'lapsed', 'optedOut'] as const;

/** The whole machine. What is not in a row's `from` cannot happen there: no step is skipped. */
export const measureSteps: Readonly<Record<MeasureEvent, Step>> = {
  screened: {
    from: ['notWanted', 'wanted', 'declined', 'refused', ...over],
    to: 'wanted',
    else: 'it is under way already',
  },
  referred: {
    from: ['wanted', 'referred', 'declined', 'refused'],
    to: 'referred',
    else: 'it has not been screened for, or is with the prosecution already',
  },
  toApply: {
    from: ['referred', 'declined', 'toApply'],
    to: 'toApply',
    else: 'the officer has not asked the prosecution for it (MG2)',
  },
  declined: {
    from: ['referred', 'toApply', 'declined'],
    to: 'declined',
    else: 'the officer has not asked the prosecution for it (MG2)',
  },
  applied: { from: ['toApply'], to: 'applied', else: 'the prosecution has not said that it will apply for it' },
  opposed: { from: ['applied', 'opposed', 'notOpposed'], to: 'opposed', else: 'nobody has applied for it' },
  notOpposed: { from: ['applied', 'opposed', 'notOpposed'], to: 'notOpposed', else: 'nobody has applied for it' },
  granted: { from: ['applied', 'opposed', 'notOpposed'], to: 'granted', else: 'nobody has applied for it' },
  refused: { from: ['applied', 'opposed', 'notOpposed'], to: 'refused', else: 'nobody has applied for it' },
  told: { from: ['granted'], to: 'told', else: 'no court has granted it' },
  foundInPlace: {
    from: ['told', 'inPlace', 'missing'],
    to: 'inPlace',
    else: 'no court has granted it, or nobody has told the witness',
  },
  foundMissing: {
    from: ['told', 'inPlace', 'missing'],
    to: 'missing',
    else: 'no court has granted it, or nobody has told the witness',
  },
  grantedByVariation: {
    from: [
      'notWanted',
      'wanted',
      'referred',
      'toApply',
      'declined',
      'applied',
      'opposed',
      'notOpposed',
      'refused',
      ...over,
    ],
    to: 'granted',
    else: 'it is granted already',
  },
  /** A direction stands until the court discharges it (s.20), also where the witness has opted out of it. */
  discharged: { from: [...measuresUnderDirection, 'optedOut'], to: 'discharged', else: 'no court has granted it' },
  turnedEighteen: { from: measuresUnderDirection, to: 'lapsed', else: 'no court has granted it' },
  optedOut: {
    from: ['wanted', 'referred', 'toApply', 'applied', 'opposed', 'notOpposed', ...measuresUnderDirection],
    to: 'optedOut',
    else: 'it is not under way',
  },
  /** Directed for a trial before, it is asked for anew for this one. */
  begunAgain: { from: measuresUnderDirection, to: 'wanted', else: 'no direction for a trial before is to be checked' },
};

/** The status that an event leads to; undefined where it would skip a step. */
export function statusAfterEvent(status: MeasureStatus, event: MeasureEvent): MeasureStatus | undefined {
  const step = measureSteps[event];
  return step.from.includes(status) ? step.to : undefined;
}

/** Why the event cannot be, for the person who reported it. */
export function skippedSentence(measure: SpecialMeasure, event: MeasureEvent): string {
  const { name, section } = measureRules[measure];
  return `Of ${name} (${section}): ${measureSteps[event].else}.`;
}
