import type { Edition } from '../obligation';

/**
 * From the first day of HM Courts and Tribunals Service, since the day of the procedure is not known. A complaint
 * under the Code is answered by the row of the Code, which has the same days, so that it is owed once.
 */
export const complaints2011: Edition = {
  id: 'complaints-2011',
  scheme: 'complaints',
  title: 'the complaints procedure of the courts',
  status: 'guidance',
  inForceFrom: '2011-04-01',
  obligations: [
    {
      id: 'hmcts-complaint',
      right: 12,
      reference: 'HMCTS procedure',
      event: 'a complaint to the court service',
      owed: 'reply; a review and a final stage follow on request',
      owedTo: 'victim',
      dutyHolder: 'courts',
      nature: 'duty',
      clockFrom: 'receipt',
      limit: { n: 10, unit: 'workingDays' },
      exceptions: 'review 10 working days; appeal tier aims for 15 working days',
      appliesTo: 'court users',
      source: 'GOV.UK HMCTS complaints procedure',
      confidence: 'high',
    },
  ],
};
