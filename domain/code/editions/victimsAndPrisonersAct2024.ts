import type { Edition } from '../obligation';

/** What is in force of it, from 29 January 2025: from then on a missed duty asks for its good reason. */
export const victimsAndPrisonersAct2024: Edition = {
  id: 'victims-and-prisoners-act-2024',
  scheme: 'victimsAndPrisonersAct',
  title: 'the Victims and Prisoners Act 2024',
  status: 'law',
  inForceFrom: '2025-01-29',
  obligations: [
    {
      id: 'vpa-s5',
      reference: 's.5',
      event: 'any service under the Code becomes due',
      owed: 'provide it in line with the Code unless there are good reasons not to, and have a complaints procedure',
      owedTo: 'victim',
      dutyHolder: 'serviceProvider',
      nature: 'duty',
      clockFrom: 'happening',
      exceptions:
        "no civil/criminal liability of itself; admissible in evidence; 'good reasons' defence -> record reason for every miss",
      appliesTo: 'all victims',
      source: 'legislation text (legalize-uk); SI 2025/95 note: in force 29 Jan 2025',
      confidence: 'high',
    },
    {
      id: 'vc-56',
      reference: "Victims' Commissioner",
      event: "a recommendation of the Victims' Commissioner",
      owed: 'respond to it',
      owedTo: "Victims' Commissioner",
      dutyHolder: 'serviceProvider',
      nature: 'duty',
      clockFrom: 'receipt',
      limit: { n: 56, unit: 'calendarDays' },
      appliesTo: 'agencies',
      source: 'Why Me? update on commencement (2025)',
      confidence: 'high',
    },
  ],
};
