import type { CalendarDay } from '../../time/londonTime';
import type { Edition } from '../obligation';
import { victims } from '../whose';

/** The day from which six months count, once it is confirmed; until then the edition is a draft. */
const commencedOn: CalendarDay | undefined = undefined;

/**
 * Six months for victims and bereaved relatives. Reported to begin two months after 29 April 2026, about 29 June
 * 2026, but neither the wording nor the commencement could be read: while `commencedOn` is undefined this is a draft
 * and victims are prompted with the safe 28 days. To switch: set the day, add `adoptedOn` with the day of the
 * release, and pin the hash.
 */
export const undulyLenientSentence2026: Edition = {
  id: 'unduly-lenient-sentence-2026',
  scheme: 'undulyLenientSentence',
  title: 'the Victims and Courts Act 2026',
  ...(commencedOn === undefined ? { status: 'draft' } : { status: 'law', inForceFrom: commencedOn }),
  obligations: [
    {
      id: 'uls-6m',
      right: 9,
      reference: 'sentencing-review section',
      event: 'a Crown Court sentence that can be reviewed',
      owed: 'ask the Attorney General to refer the sentence as unduly lenient',
      owedTo: 'Attorney General',
      dutyHolder: 'victim',
      nature: 'window',
      clockFrom: 'happening',
      limit: { n: 6, unit: 'months' },
      exceptions:
        'statutory wording not read; transitional rule and who notifies unverified; captured GOV.UK and CPS pages still say 28 days',
      appliesTo: 'victims and bereaved relatives',
      source: 'NewsGraph item (Apr 2026); The Common Room explainer (in force two months after 29 Apr 2026)',
      confidence: 'low',
      arises: { from: ['sentencePassed'], where: { undulyLenientScope: [true] }, roles: victims, metBy: [] },
    },
  ],
};
