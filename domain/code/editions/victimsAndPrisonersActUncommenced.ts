import type { Edition } from '../obligation';

/**
 * Not commenced on 1 June 2026 (answer to a parliamentary question); when they are, they become an edition of their
 * own.
 */
export const victimsAndPrisonersActUncommenced: Edition = {
  id: 'victims-and-prisoners-act-uncommenced',
  scheme: 'victimsAndPrisonersAct',
  title: 'the sections of the Victims and Prisoners Act 2024 that are not in force',
  status: 'draft',
  obligations: [
    {
      id: 'vpa-s6',
      reference: 's.6',
      event: 'the commencement of the section',
      owed: 'promote the Code, and collect, share and review the prescribed information',
      owedTo: 'other bodies, PCC',
      dutyHolder: 'serviceProvider',
      nature: 'duty',
      clockFrom: 'happening',
      appliesTo: 'police-area level',
      source: 'legislation text; PQ answered 1 Jun 2026: NOT yet commenced, metrics still being built',
      confidence: 'high',
    },
    {
      id: 'vpa-s8',
      reference: 's.8',
      event: 'the commencement of the section',
      owed: 'review how the Code is kept locally and pass data and reports to the Secretary of State',
      owedTo: 'Secretary of State',
      dutyHolder: 'government',
      nature: 'duty',
      clockFrom: 'happening',
      appliesTo: 'police area',
      source: 'legislation text',
      confidence: 'high',
    },
    {
      id: 'vpa-s11',
      reference: 's.11',
      event: 'the end of each year',
      owed: 'lay a joint annual report on compliance before Parliament and publish data',
      owedTo: 'Parliament and public',
      dutyHolder: 'government',
      nature: 'duty',
      clockFrom: 'happening',
      limit: { n: 12, unit: 'months' },
      appliesTo: 'national',
      source: 'legislation text',
      confidence: 'high',
    },
  ],
};
