import type { Edition } from '../obligation';
import { victims } from '../whose';

/**
 * Twenty-eight calendar days that nobody can extend (Criminal Justice Act 1988). The request must leave time for the
 * Attorney General, who is bound by the same day.
 */
export const undulyLenientSentence1988: Edition = {
  id: 'unduly-lenient-sentence-1988',
  scheme: 'undulyLenientSentence',
  title: 'the Unduly Lenient Sentence scheme',
  status: 'law',
  inForceFrom: '1989-02-01',
  obligations: [
    {
      id: 'uls-28',
      right: 9,
      reference: 'CJA 1988 Sch 3 para 1',
      event: 'a Crown Court sentence that can be reviewed',
      owed: 'ask the Attorney General to refer the sentence as unduly lenient',
      owedTo: 'Attorney General',
      dutyHolder: 'victim',
      nature: 'window',
      clockFrom: 'happening',
      limit: { n: 28, unit: 'calendarDays' },
      exceptions: '5pm on last working day inside the 28 days; not extendable (before 2026 Act)',
      appliesTo: 'in-scope offences',
      source: "CPS ULS guidance; GOV.UK 'Ask for a Crown Court sentence to be reviewed'",
      confidence: 'high',
      arises: { from: ['sentencePassed'], where: { undulyLenientScope: [true] }, roles: victims, metBy: [] },
    },
  ],
};
