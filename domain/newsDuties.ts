import type { FactKind } from './fact';
import type { Tier } from './vocabulary';

/** News that the Code says a victim must be told, and within how many working days. */
export interface NewsDuty {
  readonly workingDays: Readonly<Record<Tier, number>>;
  /** The row of the reference table of timescales that it rests on. */
  readonly reference: string;
  /** The Code owes this news without a number of days: these are the force's own. */
  readonly ownLimit?: true;
  /** Release and bail reach a person who decides how to tell, whatever the victim asked not to hear about. */
  readonly safety?: true;
  /** The Witness Charter promises it to witnesses too. */
  readonly witnesses?: true;
}

const fiveOrOne = { standard: 5, enhanced: 1 } as const;
const oneForAll = { standard: 1, enhanced: 1 } as const;

/** Victims' Code 2020, Rights 6, 8 and 9. A kind that is not here opens no duty to tell. */
export const newsDuties: Partial<Record<FactKind, NewsDuty>> = {
  suspectArrested: { workingDays: fiveOrOne, reference: 'c20-r6-arrest' },
  suspectInterviewed: { workingDays: fiveOrOne, reference: 'c20-r6-interview' },
  suspectBailed: { workingDays: fiveOrOne, reference: 'c20-r6-bail', safety: true },
  bailChanged: { workingDays: fiveOrOne, reference: 'c20-r6-bailchange', safety: true },
  suspectReleasedUnderInvestigation: { workingDays: fiveOrOne, reference: 'c20-r6-rui', safety: true },
  suspectReleasedWithoutCharge: { workingDays: fiveOrOne, reference: 'c20-r6-nocharge', safety: true },
  suspectCharged: { workingDays: fiveOrOne, reference: 'c20-r6-charge', witnesses: true },
  chargedInAnotherCase: { workingDays: fiveOrOne, reference: 'c20-r6-charge' },
  noFurtherAction: { workingDays: fiveOrOne, reference: 'c20-r6-nfa' },
  outOfCourtResolution: { workingDays: fiveOrOne, reference: 'c20-r6-oocd-told' },
  investigationClosed: { workingDays: fiveOrOne, reference: 'c20-r6-nfa' },
  investigationReopened: { workingDays: fiveOrOne, reference: 'c20-r6-reopen', ownLimit: true },
  hearingListed: { workingDays: oneForAll, reference: 'c20-r8-hearing-date', witnesses: true },
  hearingMoved: { workingDays: oneForAll, reference: 'c20-r8-hearing-date', witnesses: true },
  hearingVacated: { workingDays: oneForAll, reference: 'c20-r8-hearing-date', witnesses: true },
  courtBailDecided: { workingDays: fiveOrOne, reference: 'c20-r8-bail', safety: true, witnesses: true },
  pleaEntered: { workingDays: fiveOrOne, reference: 'c20-r8-plea', witnesses: true },
  sentToCrownCourt: { workingDays: fiveOrOne, reference: 'c20-r8-plea', witnesses: true },
  specialMeasuresApplied: { workingDays: fiveOrOne, reference: 'c20-r8-sm-outcome', ownLimit: true, witnesses: true },
  specialMeasuresDecided: { workingDays: fiveOrOne, reference: 'c20-r8-sm-outcome', ownLimit: true, witnesses: true },
  verdictGiven: { workingDays: oneForAll, reference: 'c20-r9-verdict', witnesses: true },
  sentencePassed: { workingDays: oneForAll, reference: 'c20-r9-sentence', witnesses: true },
  prosecutionStopped: { workingDays: fiveOrOne, reference: 'c20-r6-cps-letter', witnesses: true },
  appealLodged: { workingDays: oneForAll, reference: 'c20-r9-appeal-notice', witnesses: true },
  appealDecided: { workingDays: oneForAll, reference: 'c20-r9-appeal-hearing', witnesses: true },
};
