import { englandAndWalesCalendar } from '../../../published/bankHolidays';
import { dueDate } from '../../../domain/code/dueDate';
import { dutySentence, type BesideTheDuty } from '../../../domain/code/dutySentence';
import { editions } from '../../../domain/code/editions';
import type { FixedDuty } from '../../../domain/code/fixedDuty';
import { dutyHolders, type Obligation } from '../../../domain/code/obligation';
import { type Limit } from '../../../domain/code/limit';

const calendar = englandAndWalesCalendar();
const code2020 = "the Victims' Code 2020";
const at = (minute: string): string => `${minute.replace(' ', 'T')}:00.000Z`;

const arrest: Obligation = {
  id: 'sample-arrest',
  right: 6,
  reference: 'Right 6 (list item)',
  event: 'the arrest of a suspect',
  owed: 'tell the victim of the arrest',
  owedTo: 'victim',
  dutyHolder: 'police',
  nature: 'duty',
  clockFrom: 'happening',
  limit: { n: 5, unit: 'workingDays' },
  enhancedLimit: { n: 1, unit: 'workingDays' },
  appliesTo: 'all victims',
  source: 'invented for these tests',
  confidence: 'high',
};

const sentence: Obligation = {
  ...arrest,
  id: 'sample-sentence',
  right: 9,
  reference: 'Right 9',
  event: "the Witness Care Unit's receipt of the sentence",
  owed: 'tell the victim the sentence',
  dutyHolder: 'witnessCareUnit',
  clockFrom: 'receipt',
};

const statement: Obligation = {
  ...arrest,
  id: 'sample-statement',
  right: 7,
  reference: 'Right 7',
  event: "the victim's statement",
  owed: 'offer a Victim Personal Statement',
};

/** The duty as it would be fixed when it arose at `from`. */
function fixed(
  obligation: Obligation,
  from: string,
  limit: Limit | undefined,
  with_: Partial<FixedDuty> = {}
): FixedDuty {
  const due = limit && dueDate(at(from), limit, calendar);
  return {
    obligation: obligation.id,
    edition: 'victims-code-2020',
    tier: 'standard',
    from: at(from),
    ...(limit ? { limit } : {}),
    ...due,
    ...with_,
  };
}

const workingDays = (n: number): Limit => ({ n, unit: 'workingDays' });

const golden: [string, FixedDuty, Obligation, string, BesideTheDuty | undefined, string][] = [
  [
    'an arrest before Easter',
    fixed(arrest, '2026-04-02 14:15', workingDays(5)),
    arrest,
    code2020,
    undefined,
    "After the arrest of a suspect on 2 April 2026 at 3:15pm, Right 6 of the Victims' Code 2020 gives the police five " +
      'working days to tell the victim of the arrest, not counting Friday 3 April (bank holiday), Saturday 4 and ' +
      'Sunday 5 April (weekend), Monday 6 April (bank holiday) and Saturday 11 and Sunday 12 April (weekend): until ' +
      'the end of 13 April 2026.',
  ],
  [
    'one working day within a week',
    fixed(arrest, '2026-06-03 09:00', workingDays(1), { tier: 'enhanced' }),
    arrest,
    code2020,
    undefined,
    "After the arrest of a suspect on 3 June 2026 at 10:00am, Right 6 of the Victims' Code 2020 gives the police one " +
      'working day, as the victim has Enhanced Rights, to tell the victim of the arrest: until the end of 4 June 2026.',
  ],
  [
    'a weekend across two months, in winter time',
    fixed(arrest, '2026-01-30 23:30', workingDays(2)),
    arrest,
    code2020,
    undefined,
    "After the arrest of a suspect on 30 January 2026 at 11:30pm, Right 6 of the Victims' Code 2020 gives the police " +
      'two working days to tell the victim of the arrest, not counting Saturday 31 January and Sunday 1 February ' +
      '(weekend): until the end of 3 February 2026.',
  ],
  [
    'Christmas on a Saturday',
    fixed(arrest, '2021-12-24 10:00', workingDays(1)),
    { ...arrest, reference: 'Ch 2 Pt A s1-2' },
    "the Victims' Code 2015",
    undefined,
    "After the arrest of a suspect on 24 December 2021 at 10:00am, chapter 2, part A, section 1 of the Victims' Code " +
      '2015 gives the police one working day, as the victim has Enhanced Rights, to tell the victim of the arrest, not ' +
      'counting Saturday 25 and Sunday 26 December (weekend) and Monday 27 and Tuesday 28 December (bank holidays): ' +
      'until the end of 29 December 2021.',
  ],
  [
    'a sentence that the court had first',
    fixed(sentence, '2026-04-13 09:00', workingDays(1), { withOthersSince: at('2026-04-02 14:40') }),
    { ...sentence, limit: workingDays(1), enhancedLimit: workingDays(2) },
    code2020,
    undefined,
    "After the Witness Care Unit's receipt of the sentence on 13 April 2026 at 10:00am (others had had it since " +
      '2 April 2026 at 3:40pm, time that does not count as that of the Witness Care Unit), Right 9 of the ' +
      "Victims' Code 2020 gives the Witness Care Unit one working day to tell the victim the sentence: until the end " +
      'of 14 April 2026.',
  ],
  [
    'a long count names bank holidays only',
    fixed(statement, '2026-04-02 08:00', workingDays(20)),
    { ...statement, event: 'a complaint', owed: 'reply in full', dutyHolder: 'serviceProvider', clockFrom: 'receipt' },
    code2020,
    undefined,
    "After a complaint, received on 2 April 2026 at 9:00am, Right 7 of the Victims' Code 2020 gives the service " +
      'provider 20 working days to reply in full, not counting 10 weekend days and Friday 3 April, Monday 6 April and ' +
      'Monday 4 May (bank holidays): until the end of 5 May 2026.',
  ],
  [
    "a rule of court, by the prosecution's clock",
    fixed(arrest, '2026-06-01 11:00', workingDays(10), { edition: 'criminal-procedure-rules-2025' }),
    {
      ...arrest,
      reference: 'r.18.4(a)(ii)',
      event: 'a not guilty plea in the Crown Court',
      owed: 'apply in writing for special measures',
      dutyHolder: 'prosecution',
    },
    'the Criminal Procedure Rules 2025',
    undefined,
    'After a not guilty plea in the Crown Court on 1 June 2026 at 12:00pm, rule 18.4(a)(ii) of the Criminal Procedure ' +
      'Rules 2025 gives the prosecution ten working days to apply in writing for special measures, not counting ' +
      'Saturday 6 and Sunday 7 June (weekend) and Saturday 13 and Sunday 14 June (weekend): until the end of 15 June 2026.',
  ],
  [
    'a window in days of the calendar',
    fixed(arrest, '2026-06-01 15:00', { n: 28, unit: 'calendarDays' }, { edition: 'unduly-lenient-sentence-1988' }),
    {
      ...arrest,
      reference: 'CJA 1988 Sch 3 para 1',
      event: 'a Crown Court sentence that can be reviewed',
      owed: 'ask the Attorney General to refer the sentence as unduly lenient',
      dutyHolder: 'victim',
      nature: 'window',
    },
    'the Unduly Lenient Sentence scheme',
    undefined,
    'After a Crown Court sentence that can be reviewed on 1 June 2026 at 4:00pm, the Unduly Lenient Sentence scheme ' +
      'gives the victim 28 days (weekends and bank holidays included) to ask the Attorney General to refer the ' +
      'sentence as unduly lenient: until the end of 29 June 2026.',
  ],
  [
    'a window in months',
    fixed(arrest, '2026-11-30 09:30', { n: 3, unit: 'months' }, { edition: 'police-right-to-review-2015' }),
    {
      ...arrest,
      reference: 'national police VRR guidance',
      event: 'the victim is told of a police decision not to charge',
      owed: 'ask for a review of the decision',
      dutyHolder: 'victim',
      nature: 'window',
      clockFrom: 'notification',
    },
    'the police Right to Review scheme',
    undefined,
    'After the victim is told of a police decision not to charge on 30 November 2026 at 9:30am, the police Right to ' +
      'Review scheme gives the victim three months to ask for a review of the decision: until the end of 28 February 2027.',
  ],
  [
    'a standard of the force in hours',
    fixed(arrest, '2026-03-28 23:30', { n: 24, unit: 'hours' }, { edition: 'force-standards-2013' }),
    { ...arrest, reference: 'first contact', event: 'the crime report', owed: 'speak with the victim' },
    "the force's own standards",
    undefined,
    'After the crime report on 28 March 2026 at 11:30pm, a standard of the force gives the police 24 hours to speak ' +
      'with the victim: until 30 March 2026 at 12:30am.',
  ],
  [
    'what the victim has agreed',
    fixed(
      arrest,
      '2026-06-03 09:00',
      { n: 7, unit: 'calendarDays' },
      { edition: 'force-standards-2013', agreed: true }
    ),
    { ...arrest, reference: 'updates', event: 'the last update', owed: 'update the victim while the case is open' },
    "the force's own standards",
    undefined,
    'After the last update on 3 June 2026 at 10:00am, the Victim Contract gives the police seven days (weekends and bank ' +
      'holidays included) to update the victim while the case is open: until the end of 10 June 2026.',
  ],
  [
    'rules that are cited as a whole',
    fixed(arrest, '2026-06-03 09:00', { n: 24, unit: 'hours' }, { edition: 'crime-recording-2015' }),
    { ...arrest, reference: 'General Rules', event: 'receipt of a report', owed: 'enter a crime record' },
    'the Home Office Counting Rules',
    undefined,
    'After receipt of a report on 3 June 2026 at 10:00am, the Home Office Counting Rules give the police 24 hours to ' +
      'enter a crime record: until 4 June 2026 at 10:00am.',
  ],
  [
    "the force's own target",
    fixed(statement, '2026-06-03 09:00', workingDays(5), { target: true }),
    statement,
    code2020,
    undefined,
    "After the victim's statement on 3 June 2026 at 10:00am, the force's own target gives the police five working days " +
      'to offer a Victim Personal Statement, not counting Saturday 6 and Sunday 7 June (weekend): until the end of ' +
      '10 June 2026; the law gives no number of days.',
  ],
  [
    'law without a number',
    fixed(statement, '2026-06-03 09:00', undefined),
    statement,
    code2020,
    undefined,
    "After the victim's statement on 3 June 2026 at 10:00am, Right 7 of the Victims' Code 2020 asks the police to offer " +
      'a Victim Personal Statement; it gives no number of days, and no clock runs.',
  ],
  [
    'a window without a number',
    fixed(statement, '2026-06-03 09:00', undefined),
    { ...statement, owed: 'read the statement again', dutyHolder: 'victim', nature: 'window' },
    code2020,
    undefined,
    "After the victim's statement on 3 June 2026 at 10:00am, Right 7 of the Victims' Code 2020 lets the victim read " +
      'the statement again; it gives no number of days, and no clock runs.',
  ],
  [
    'a date beyond the published bank holidays',
    fixed(arrest, '2028-12-28 10:00', workingDays(2)),
    { ...arrest, enhancedLimit: workingDays(1) },
    code2020,
    { publishedUntil: calendar.publishedUntil },
    "After the arrest of a suspect on 28 December 2028 at 10:00am, Right 6 of the Victims' Code 2020 gives the police two " +
      'working days to tell the victim of the arrest, not counting Saturday 30 and Sunday 31 December (weekend): until ' +
      'the end of 1 January 2029; provisional: bank holidays after 31 December 2028 are not published yet.',
  ],
  [
    'Enhanced Rights given later, counted from the decision',
    fixed(arrest, '2026-04-02 14:15', workingDays(1), { dueBy: '2026-04-09T22:59:59.999Z' }),
    arrest,
    code2020,
    { earlier: [{ dueBy: '2026-04-13T22:59:59.999Z', because: 'tier', at: at('2026-04-08 09:00') }] },
    "After the arrest of a suspect on 2 April 2026 at 3:15pm, Right 6 of the Victims' Code 2020 gives the police one " +
      'working day from the decision on Enhanced Rights on 8 April 2026 at 10:00am to tell the victim of the arrest: ' +
      'until the end of 9 April 2026; first due by the end of 13 April 2026, changed because the victim was given ' +
      'Enhanced Rights.',
  ],
  [
    'Enhanced Rights given and taken back',
    fixed(arrest, '2026-06-03 09:00', workingDays(5)),
    arrest,
    code2020,
    {
      earlier: [
        { dueBy: '2026-06-10T22:59:59.999Z', because: 'tier', at: at('2026-06-04 09:00') },
        { dueBy: '2026-06-05T22:59:59.999Z', because: 'tier', at: at('2026-06-05 09:00') },
      ],
    },
    "After the arrest of a suspect on 3 June 2026 at 10:00am, Right 6 of the Victims' Code 2020 gives the police five " +
      'working days to tell the victim of the arrest, not counting Saturday 6 and Sunday 7 June (weekend): until the end ' +
      'of 10 June 2026; first due by the end of 10 June 2026, changed because the victim was given Enhanced Rights, ' +
      'then due by the end of 5 June 2026, changed because the victim no longer has Enhanced Rights.',
  ],
  [
    'more bank holidays published since',
    fixed(arrest, '2028-12-28 10:00', workingDays(2), {
      dueBy: '2029-01-02T23:59:59.999Z',
      leftOut: ['2029-01-01'],
      provisional: undefined,
    }),
    { ...arrest, enhancedLimit: workingDays(1) },
    code2020,
    { earlier: [{ dueBy: '2029-01-01T23:59:59.999Z', because: 'calendar' }] },
    "After the arrest of a suspect on 28 December 2028 at 10:00am, Right 6 of the Victims' Code 2020 gives the police two " +
      'working days to tell the victim of the arrest, not counting Saturday 30 and Sunday 31 December (weekend) and ' +
      'Monday 1 January (bank holiday): until the end of 2 January 2029; first due by the end of 1 January 2029, ' +
      'changed because more bank holidays were published.',
  ],
  [
    'more bank holidays published since, which changed nothing',
    fixed(arrest, '2028-12-28 10:00', workingDays(2), {
      dueBy: '2029-01-02T23:59:59.999Z',
      leftOut: ['2029-01-01'],
      provisional: undefined,
    }),
    { ...arrest, enhancedLimit: workingDays(1) },
    code2020,
    { earlier: [{ dueBy: '2029-01-02T23:59:59.999Z', because: 'calendar' }] },
    "After the arrest of a suspect on 28 December 2028 at 10:00am, Right 6 of the Victims' Code 2020 gives the police two " +
      'working days to tell the victim of the arrest, not counting Saturday 30 and Sunday 31 December (weekend) and ' +
      'Monday 1 January (bank holiday): until the end of 2 January 2029.',
  ],
  [
    'a pause of the standards of the force',
    fixed(arrest, '2026-06-03 09:00', workingDays(5), {
      edition: 'force-standards-2013',
      dueBy: '2026-06-17T22:59:59.999Z',
    }),
    { ...arrest, event: 'the initial contact', owed: 'give the victim a first update' },
    "the force's own standards",
    {
      earlier: [{ dueBy: '2026-06-10T22:59:59.999Z', because: 'pause' }],
      pause: { from: at('2026-06-04 09:00'), until: '2026-06-11T22:59:59.999Z', reason: 'victimAway' },
    },
    'After the initial contact on 3 June 2026 at 10:00am, a standard of the force gives the police five working days to ' +
      'give the victim a first update, not counting Saturday 6 and Sunday 7 June (weekend): until the end of ' +
      "17 June 2026; first due by the end of 10 June 2026, changed because the force's standards rested or went on; " +
      "the force's standards rested from 4 June 2026 at 10:00am until the end of 11 June 2026, as the victim is away.",
  ],
  [
    'missed before the case came here',
    fixed(arrest, '2021-06-03 09:00', workingDays(1), { missedBeforeIntake: true }),
    arrest,
    code2020,
    undefined,
    "After the arrest of a suspect on 3 June 2021 at 10:00am, Right 6 of the Victims' Code 2020 gives the police one " +
      'working day, as the victim has Enhanced Rights, to tell the victim of the arrest: until the end of 4 June 2021; ' +
      'that time had passed before the case came here.',
  ],
];

describe('the sentence of a due date', () => {
  it.each(golden)('%s', (_title, duty, obligation, edition, more, expected) => {
    expect(dutySentence(duty, obligation, edition, more)).toBe(expected);
  });

  const plain = /^After [^\s].*\.$/;
  const flaws = /undefined|null|NaN|Invalid| {2}|\.\.|,,|, ?;|;;| [,;:.]|\d{4}-\d{2}|07700|@/;

  it.each(
    editions.flatMap(({ id, title, obligations }) => obligations.map((each) => [each.id, id, title, each] as const))
  )('of %s of %s is plain at any time of the year, and whole', (_id, edition, title, obligation) => {
    for (const from of ['2024-12-20 23:30', '2025-03-29 23:30', '2025-10-26 00:30', '2026-06-06 12:00']) {
      for (const limit of [obligation.limit, obligation.enhancedLimit, workingDays(5)]) {
        const target = limit && !obligation.limit ? { target: true as const } : {};
        const duty = fixed(obligation, from, limit, { edition, withOthersSince: at('2024-12-19 10:00'), ...target });
        const text = dutySentence(duty, obligation, title, { publishedUntil: calendar.publishedUntil });
        expect(text).toMatch(plain);
        expect(text).not.toMatch(flaws);
      }
    }
  });

  it.each(dutyHolders)('names %s in plain words', (dutyHolder) => {
    const text = dutySentence(fixed(arrest, '2026-06-03 09:00', workingDays(5)), { ...arrest, dutyHolder }, code2020);
    expect(text).toMatch(/ gives (the [A-Za-z ]+|Immigration Enforcement) five working days to /);
  });
});
