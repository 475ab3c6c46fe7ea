import type { Edition } from '../obligation';
import { victims } from '../whose';

/**
 * What the prosecution's own scheme says beyond the Code: an altered charge, and the Right to Review of what it stopped or
 * altered. Of its qualifying decisions the prosecution's letter says which they are.
 */
export const victimCommunication2020: Edition = {
  id: 'victim-communication-2020',
  scheme: 'victimCommunication',
  title: "the prosecution's Victim Communication and Liaison scheme",
  status: 'guidance',
  inForceFrom: '2020-01-30',
  adoptedOn: '2026-11-22',
  obligations: [
    {
      id: 'vcl-altered',
      right: 6,
      reference: 'CPS VCL scheme',
      event: "the prosecution's decision to alter a charge substantially",
      owed: 'explain the decision to the victim by letter, with the Right to Review where it applies',
      owedTo: 'victim',
      dutyHolder: 'prosecution',
      nature: 'duty',
      clockFrom: 'happening',
      limit: { n: 5, unit: 'workingDays' },
      enhancedLimit: { n: 1, unit: 'workingDays' },
      appliesTo: 'all victims',
      source: 'CPS legal guidance: Victim Communication and Liaison scheme (30 Jan 2020)',
      confidence: 'high',
      arises: { from: ['chargeAltered'], roles: victims, metBy: 'telling' },
    },
    ...(
      [
        ['vcl-review-target', 'ask for a review, at best', { n: 10, unit: 'workingDays' }],
        ['vcl-review-long', 'ask for a review at the latest', { n: 3, unit: 'months' }],
      ] as const
    ).map(
      ([id, owed, limit]) =>
        ({
          id,
          right: 6,
          reference: 'CPS VRR guidance (27 May 2021)',
          event: "the prosecution's letter about a case that it stopped or a charge that it altered",
          owed,
          owedTo: 'CPS',
          dutyHolder: 'victim',
          nature: 'window',
          clockFrom: 'happening',
          limit,
          appliesTo: 'decisions that the letter says may be reviewed',
          source: 'as for a decision not to charge: CPS VRR guidance (27 May 2021)',
          confidence: 'medium',
          arises: {
            from: ['prosecutionLetterSent'],
            where: { decision: ['stopped', 'altered'], rightToReview: [true] },
            roles: victims,
            metBy: ['rightToReviewAsked'],
          },
        }) as const
    ),
  ],
};
