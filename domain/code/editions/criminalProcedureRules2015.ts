import type { Edition } from '../obligation';

/** Calendar days, counted for the magistrates' court. */
export const criminalProcedureRules2015: Edition = {
  id: 'criminal-procedure-rules-2015',
  scheme: 'criminalProcedureRules',
  title: 'the Criminal Procedure Rules 2015',
  status: 'law',
  inForceFrom: '2015-10-05',
  obligations: [
    {
      id: 'cp-2015',
      reference: 'r.18.3',
      event: 'a not guilty plea',
      owed: 'apply in writing for special measures',
      owedTo: 'court',
      dutyHolder: 'prosecution',
      nature: 'duty',
      clockFrom: 'happening',
      limit: { n: 28, unit: 'calendarDays' },
      appliesTo: 'magistrates; Crown Court = 14',
      source: 'from general knowledge, unverified',
      confidence: 'medium',
      arises: {
        from: ['pleaEntered'],
        where: { plea: ['notGuilty'] },
        after: ['specialMeasuresReferred'],
        metBy: ['specialMeasuresApplied'],
      },
    },
  ],
};
