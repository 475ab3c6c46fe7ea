import type { FactKind } from '../../../../domain/fact';

export interface ExpectedNews {
  readonly standard: number;
  readonly enhanced: number;
  readonly reference: string;
  /** The law gives no number: the days are the force's own target. */
  readonly target?: true;
  readonly safety?: true;
  readonly witnesses?: true;
}

/** What the Victims' Code 2020 and the Witness Charter say of each kind of news, written down apart from the editions. */
export const expectedNews: Partial<Record<FactKind, ExpectedNews>> = {
  suspectArrested: { standard: 5, enhanced: 1, reference: 'c20-r6-arrest' },
  suspectInterviewed: { standard: 5, enhanced: 1, reference: 'c20-r6-interview' },
  suspectBailed: { standard: 5, enhanced: 1, reference: 'c20-r6-bail', safety: true },
  bailChanged: { standard: 5, enhanced: 1, reference: 'c20-r6-bailchange', safety: true },
  suspectReleasedUnderInvestigation: { standard: 5, enhanced: 1, reference: 'c20-r6-rui', safety: true },
  suspectReleasedWithoutCharge: { standard: 5, enhanced: 1, reference: 'c20-r6-nocharge', safety: true },
  suspectCharged: { standard: 5, enhanced: 1, reference: 'c20-r6-charge', witnesses: true },
  chargedInAnotherCase: { standard: 5, enhanced: 1, reference: 'c20-r6-charge', witnesses: true },
  noFurtherAction: { standard: 5, enhanced: 1, reference: 'c20-r6-nocharge-decision' },
  outOfCourtResolution: { standard: 5, enhanced: 1, reference: 'c20-r6-oocd-told' },
  investigationClosed: { standard: 5, enhanced: 1, reference: 'c20-r6-nfa' },
  investigationReopened: { standard: 5, enhanced: 1, reference: 'c20-r6-reopen', target: true },
  hearingListed: { standard: 1, enhanced: 1, reference: 'c20-r8-hearing-date', witnesses: true },
  hearingMoved: { standard: 1, enhanced: 1, reference: 'c20-r8-hearing-date', witnesses: true },
  hearingVacated: { standard: 1, enhanced: 1, reference: 'c20-r8-hearing-date', witnesses: true },
  courtBailDecided: { standard: 5, enhanced: 1, reference: 'c20-r8-bail', safety: true, witnesses: true },
  pleaEntered: { standard: 5, enhanced: 1, reference: 'c20-r8-plea', witnesses: true },
  sentToCrownCourt: { standard: 5, enhanced: 1, reference: 'c20-r8-plea', witnesses: true },
  specialMeasuresConsidered: {
    standard: 5,
    enhanced: 1,
    reference: 'c20-r8-sm-outcome',
    target: true,
    witnesses: true,
  },
  specialMeasuresVaried: { standard: 5, enhanced: 1, reference: 'c20-r8-sm-outcome', target: true, witnesses: true },
  specialMeasuresDecided: { standard: 5, enhanced: 1, reference: 'c20-r8-sm-outcome', target: true, witnesses: true },
  verdictGiven: { standard: 1, enhanced: 1, reference: 'c20-r9-verdict', witnesses: true },
  sentencePassed: { standard: 1, enhanced: 1, reference: 'c20-r9-sentence', witnesses: true },
  prosecutionStopped: { standard: 5, enhanced: 1, reference: 'c20-r6-cps-letter', witnesses: true },
  appealLodged: { standard: 1, enhanced: 1, reference: 'c20-r9-appeal-notice', witnesses: true },
  appealDecided: { standard: 1, enhanced: 1, reference: 'c20-r9-appeal-hearing', witnesses: true },
  warrantIssued: { standard: 5, enhanced: 1, reference: 'c20-r8-warrant' },
  rearrestHeard: { standard: 5, enhanced: 1, reference: 'c20-r8-rearrest', safety: true },
  witnessRequired: { standard: 1, enhanced: 1, reference: 'c20-r8-required', witnesses: true },
  releasePlanned: { standard: 5, enhanced: 1, reference: 'c20-r11-stages', target: true, safety: true },
};
