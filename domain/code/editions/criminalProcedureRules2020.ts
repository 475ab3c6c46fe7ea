import type { Edition } from '../obligation';

/** Business days of rule 2.2, which are the working days of the Code; counted for the magistrates' court. */
export const criminalProcedureRules2020: Edition = {
  id: 'criminal-procedure-rules-2020',
  scheme: 'criminalProcedureRules',
  title: 'the Criminal Procedure Rules 2020',
  status: 'law',
  inForceFrom: '2020-10-05',
  obligations: [
    {
      id: 'cp-2020',
      reference: 'r.18.3, renumbered 18.4',
      event: 'a not guilty plea',
      owed: 'apply in writing for special measures',
      owedTo: 'court',
      dutyHolder: 'prosecution',
      nature: 'duty',
      clockFrom: 'happening',
      limit: { n: 20, unit: 'workingDays' },
      appliesTo: 'magistrates; Crown Court = 10',
      source: 'renumbering: legislation.gov.uk Part 18 contents; figures from general knowledge, unverified',
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
