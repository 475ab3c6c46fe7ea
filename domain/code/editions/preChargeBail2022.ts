import type { Edition } from '../obligation';

/**
 * Bail before charge since 28 October 2022, in standard police cases; earlier limits are not in the reference table.
 */
export const preChargeBail2022: Edition = {
  id: 'pre-charge-bail-2022',
  scheme: 'preChargeBail',
  title: 'the Police and Criminal Evidence Act 1984 as amended in 2022',
  status: 'law',
  inForceFrom: '2022-10-28',
  obligations: [
    {
      id: 'pace-bail-views',
      right: 6,
      reference: 'Sch 4 Pt 3',
      event: 'the decision to set or vary bail conditions that protect the victim',
      owed: "ask for the victim's views where reasonably practicable, and tell them of changes",
      owedTo: 'victim',
      dutyHolder: 'police',
      nature: 'duty',
      clockFrom: 'happening',
      appliesTo: 'alleged victims; representative if vulnerable',
      source: 'Parliament Bill text (HL Bill 72); Youth Justice Legal Centre; in force 28 Oct 2022',
      confidence: 'high',
    },
    {
      id: 'pace-bail-3',
      right: 6,
      reference: 'ABP',
      event: 'the release of a suspect on police bail',
      owed: 'keep the suspect on bail without an extension',
      owedTo: 'suspect (drives the update to the victim)',
      dutyHolder: 'police',
      nature: 'window',
      clockFrom: 'happening',
      limit: { n: 3, unit: 'months' },
      appliesTo: 'standard police cases',
      source: 'Youth Justice Legal Centre',
      confidence: 'high',
      arises: {
        from: ['suspectBailed'],
        metBy: [
          'bailChanged',
          'suspectCharged',
          'noFurtherAction',
          'outOfCourtResolution',
          'suspectReleasedUnderInvestigation',
          'suspectReleasedWithoutCharge',
        ],
      },
    },
  ],
};
