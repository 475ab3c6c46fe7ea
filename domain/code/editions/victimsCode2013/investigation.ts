import { sharing } from '../../sharing';
import { victims } from '../../whose';

export const investigation = sharing(
  {
    right: 6,
    owedTo: 'victim',
    dutyHolder: 'police',
    nature: 'duty',
    clockFrom: 'happening',
    appliesTo: 'all victims',
    confidence: 'medium',
  },
  [
    {
      id: 'c13-notinv',
      reference: 'Ch 2 Pt A s1',
      event: 'the decision not to investigate, or to end the investigation with nobody charged',
      owed: 'tell the victim of the decision',
      limit: { n: 5, unit: 'workingDays' },
      enhancedLimit: { n: 1, unit: 'workingDays' },
      exceptions:
        'the end of an investigation with nobody charged is read into this row: from general knowledge, unverified',
      source: 'Cumbria Police; Sussex Police; enhanced from general knowledge, unverified',
      arises: { from: ['investigationClosed'], roles: victims, metBy: 'telling' },
    },
    {
      id: 'c13-freq',
      reference: 'Ch 2 Pt A s1',
      event: 'the start of the investigation',
      owed: 'give updates as often as was discussed with the victim',
      source:
        "from general knowledge, unverified; forces such as Cumbria published 'monthly or as agreed in the contract'",
    },
    {
      id: 'c13-arrest',
      reference: 'Ch 2 Pt A s1-2',
      event: 'the arrest of a suspect',
      owed: 'tell the victim of the arrest, with reasons',
      limit: { n: 5, unit: 'workingDays' },
      enhancedLimit: { n: 1, unit: 'workingDays' },
      source: 'duty: Cumbria Police; figures as 2006 and 2015 editions, 2013 text from general knowledge, unverified',
      arises: { from: ['suspectArrested'], roles: victims, metBy: 'telling' },
    },
    {
      id: 'c13-nocharge',
      reference: 'Ch 2 Pt A s1-2',
      event: 'the release of a suspect without charge',
      owed: 'tell the victim of the release, with reasons',
      limit: { n: 5, unit: 'workingDays' },
      enhancedLimit: { n: 1, unit: 'workingDays' },
      source: 'duty: Cumbria Police; figures as 2006 and 2015 editions, 2013 text from general knowledge, unverified',
      arises: {
        from: ['suspectReleasedWithoutCharge', 'suspectReleasedUnderInvestigation'],
        roles: victims,
        metBy: 'telling',
        safety: true,
      },
    },
    {
      id: 'c13-bail',
      reference: 'Ch 2 Pt A s1-2',
      event: "the grant or change of a suspect's police bail",
      owed: 'tell the victim of it, with reasons',
      limit: { n: 5, unit: 'workingDays' },
      enhancedLimit: { n: 1, unit: 'workingDays' },
      source: 'duty: Cumbria Police; figures as 2006 and 2015 editions, 2013 text from general knowledge, unverified',
      arises: { from: ['suspectBailed', 'bailChanged'], roles: victims, metBy: 'telling', safety: true },
    },
    {
      id: 'c13-charge',
      reference: 'Ch 2 Pt A s1-2',
      event: 'the charge of a suspect, an out-of-court disposal or the decision not to prosecute',
      owed: 'tell the victim of the decision, with reasons',
      limit: { n: 5, unit: 'workingDays' },
      enhancedLimit: { n: 1, unit: 'workingDays' },
      source: 'duty: Cumbria Police; figures as 2006 and 2015 editions, 2013 text from general knowledge, unverified',
      arises: {
        from: [
          'suspectCharged',
          'chargedInAnotherCase',
          'outOfCourtResolution',
          'noFurtherAction',
          'prosecutionStopped',
        ],
        roles: victims,
        metBy: 'telling',
      },
    },
  ]
);
