import type { FactData, FactKind, NewFact } from '../../../domain/fact';

/** How somebody answers a duty: by telling the victim, by its receipt here, by a fact, or by a person who settles it. */
export type Answer = 'telling' | 'receipt' | 'settled' | { [K in FactKind]: readonly [K, FactData[K]] }[FactKind];

/** One row of the Victims' Code 2020 that has a number of days, as a case meets it; written down apart from the edition. */
export interface RowCase {
  /** What happens; undefined for the report itself. */
  readonly happens?: { [K in FactKind]: readonly [K, FactData[K]] }[FactKind];
  readonly source?: NewFact['source'];
  /** What must have happened to that suspect before, or the fact is not believed. */
  readonly before?: readonly ('suspectCharged' | 'appealLodged')[];
  /** Working days for everybody, and under Enhanced Rights. */
  readonly days: readonly [number, number];
  readonly answer: Answer;
  /** Whether the police or the Witness Care Unit owe it: then it has rungs, and its reason is asked for. */
  readonly ours: boolean;
  /** What the Code 2015 owed for the same event. */
  readonly in2015: readonly string[];
}

const news = (
  happens: NonNullable<RowCase['happens']>,
  days: RowCase['days'],
  in2015: readonly string[],
  more: Partial<RowCase> = {}
): RowCase => ({ happens, days, in2015, answer: 'telling', ours: true, ...more });

const fiveOrOne = [5, 1] as const;
const oneDay = [1, 1] as const;
const byCourt = { source: 'court' as const };
const afterCharge = { ...byCourt, before: ['suspectCharged' as const] };
const afterAppeal = { ...byCourt, before: ['suspectCharged' as const, 'appealLodged' as const] };
const trial = { hearingId: 'h1', hearing: 'trial', on: '2027-09-01' } as const;
const sentence: FactData['sentencePassed'] = { sentences: ['imprisonment'] };
const courtOwes = { answer: 'receipt', ours: false } as const;

/** Every row of the Code 2020 that has a number of days and that a case can see. */
export const rowCases: Readonly<Record<string, RowCase>> = {
  'c20-r4-referral': {
    days: [2, 2],
    answer: ['referralMade', { recipient: 'serviceProvider', supportService: 'beacon', basis: 'consent' }],
    ours: true,
    in2015: ['c15-ack', 'c15-info', 'c15-referral'],
  },
  'c20-r6-arrest': news(['suspectArrested', {}], fiveOrOne, ['c15-arrest']),
  'c20-r6-interview': news(['suspectInterviewed', {}], fiveOrOne, ['c15-interview']),
  'c20-r6-nocharge': news(['suspectReleasedWithoutCharge', {}], fiveOrOne, ['c15-nocharge']),
  'c20-r6-bail': news(['suspectBailed', { conditions: true }], fiveOrOne, ['c15-bail']),
  'c20-r6-rui': news(['suspectReleasedUnderInvestigation', {}], fiveOrOne, ['c15-nocharge']),
  'c20-r6-bailchange': news(['bailChanged', { change: 'conditionsVaried' }], fiveOrOne, ['c15-bail']),
  'c20-r6-notinvestigate': news(['investigationClosed', { reason: 'decidedNotToInvestigate' }], fiveOrOne, [
    'c15-notinv',
  ]),
  'c20-r6-oocd-told': news(['outOfCourtResolution', { resolution: 'caution' }], fiveOrOne, ['c15-charge']),
  'c20-r6-charge': news(['suspectCharged', { how: 'charged' }], fiveOrOne, ['c15-charge']),
  'c20-r6-nocharge-decision': news(
    ['noFurtherAction', { decidedBy: 'police', reason: 'evidentialDifficulties', rightToReview: false }],
    fiveOrOne,
    ['c15-charge']
  ),
  'c20-r6-cps-letter': news(['prosecutionStopped', { reason: 'discontinued' }], fiveOrOne, ['c15-cps'], {
    source: 'prosecution',
    ours: false,
  }),
  'c20-r6-nfa': news(['investigationClosed', { reason: 'noSuspectIdentified' }], fiveOrOne, ['c15-notinv']),
  'c20-r8-court-to-wcu': news(['courtBailDecided', { decision: 'bailed' }], [5, 5], ['c15-pretrial'], {
    ...byCourt,
    ...courtOwes,
  }),
  'c20-r8-hearing-date': news(['hearingListed', trial], oneDay, ['c15-trialdate'], byCourt),
  'c20-r8-bail': news(['courtBailDecided', { decision: 'bailVaried' }], fiveOrOne, ['c15-pretrial'], byCourt),
  'c20-r8-warrant': news(['warrantIssued', {}], fiveOrOne, ['c15-warrant'], byCourt),
  'c20-r8-rearrest': news(['rearrestHeard', { decision: 'remanded' }], fiveOrOne, ['c15-warrant'], byCourt),
  'c20-r8-plea': news(['pleaEntered', { plea: 'notGuilty' }], fiveOrOne, ['c15-pretrial'], byCourt),
  'c20-r8-required': news(['witnessRequired', {}], oneDay, ['c15-trialdate'], { source: 'prosecution' }),
  'c20-r9-court': news(['verdictGiven', { verdict: 'notGuilty' }], [5, 5], ['c15-outcome'], {
    ...afterCharge,
    ...courtOwes,
  }),
  'c20-r9-verdict': news(['verdictGiven', { verdict: 'guilty' }], oneDay, ['c15-outcome'], afterCharge),
  'c20-r9-sentence': news(['sentencePassed', sentence], oneDay, ['c15-outcome'], afterCharge),
  'c20-r9-uls': news(['sentencePassed', { ...sentence, undulyLenientScope: true }], oneDay, ['c15-outcome'], {
    ...afterCharge,
    answer: ['undulyLenientExplained', { answer: 'undecided' }],
  }),
  'c20-r9-appeal-notice': news(['appealLodged', { against: 'both' }], oneDay, [], afterCharge),
  'c20-r9-appeal-hearing': news(['appealDecided', { result: 'dismissed' }], oneDay, [], afterAppeal),
  'c20-r10-expenses': news(['expensesClaimed', {}], [10, 10], ['c15-expenses'], {
    answer: ['expensesPaid', {}],
    ours: false,
  }),
  'c20-r11-vcs-refer': news(
    ['sentencePassed', { sentences: ['imprisonment'], victimContactScheme: true }],
    [10, 10],
    ['c15-outcome', 'c15-vcs'],
    { before: ['suspectCharged'], answer: ['victimContactSchemeReferred', {}] }
  ),
  'c20-r11-vlo-contact': news(['victimContactSchemeReferred', {}], [20, 20], [], {
    answer: ['victimLiaisonMade', {}],
    ours: false,
  }),
  'c20-r12-complaint': news(['complaintMade', { about: 'police' }], [10, 10], ['c15-complaint'], {
    answer: ['complaintAnswered', {}],
    ours: false,
  }),
};
