import type { Edition } from '../obligation';

/**
 * Not a duty of the Code. A case begins with the crime record, so that none can see this duty open. The first day is
 * from general knowledge.
 */
export const crimeRecording2015: Edition = {
  id: 'crime-recording-2015',
  scheme: 'crimeRecording',
  title: 'the Home Office Counting Rules',
  status: 'guidance',
  inForceFrom: '2015-04-01',
  obligations: [
    {
      id: 'hocr-record-24h',
      reference: 'NCRS/HOCR General Rules',
      event: 'receipt of a report that meets the test for recording',
      owed: 'enter a crime record, or the reason why there is none',
      owedTo: 'public record',
      dutyHolder: 'police',
      nature: 'duty',
      clockFrom: 'receipt',
      limit: { n: 24, unit: 'hours' },
      appliesTo: 'notifiable crimes; not a Code duty',
      source: 'from general knowledge, unverified',
      confidence: 'low',
    },
  ],
};
