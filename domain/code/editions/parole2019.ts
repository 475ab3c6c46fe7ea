import type { Edition } from '../obligation';

/** From the day on which parole decisions could be reconsidered. */
export const parole2019: Edition = {
  id: 'parole-2019',
  scheme: 'parole',
  title: 'the practice of the Parole Board',
  status: 'guidance',
  inForceFrom: '2019-07-22',
  obligations: [
    {
      id: 'parole-decision',
      right: 11,
      reference: 'Parole Board',
      event: "the Parole Board's consideration of the case",
      owed: 'issue its decision, which the Victim Liaison Officer passes on promptly',
      owedTo: 'victim',
      dutyHolder: 'paroleBoard',
      nature: 'duty',
      clockFrom: 'happening',
      limit: { n: 14, unit: 'calendarDays' },
      appliesTo: 'VCS victims',
      source: 'UK Parliament written answer (2013)',
      confidence: 'medium',
    },
    {
      id: 'parole-reconsider',
      right: 11,
      reference: 'reconsideration mechanism',
      event: 'a provisional parole decision',
      owed: 'ask the Secretary of State, through the Victim Liaison Officer, to seek its reconsideration',
      owedTo: 'Secretary of State',
      dutyHolder: 'victim',
      nature: 'window',
      clockFrom: 'happening',
      limit: { n: 21, unit: 'calendarDays' },
      appliesTo: 'eligible sentence types',
      source: 'from general knowledge, unverified',
      confidence: 'low',
    },
  ],
};
