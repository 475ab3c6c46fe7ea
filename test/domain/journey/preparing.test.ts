import { careState } from '../../../domain/careState';
import { readinessOf } from '../../../domain/court/witnesses/readiness';
import type { FactData, FactKind } from '../../../domain/fact';
import type { TaskKind } from '../../../domain/task';
import { londonText } from '../../../domain/time/londonTime';
import { PureCase } from '../../support/caseBuilder';

const monday = '2026-03-09T09:00:00.000Z';
const later = '2026-03-10T09:00:00.000Z';
const on = '2026-06-01';
const trial = { hearingId: 'h1', hearing: 'trial', on, court: 'luton-crown' } as const;
const preparing: readonly TaskKind[] = [
  'arrangeCourtVisit',
  'arrangeSeparateWaiting',
  'arrangeCompanion',
  'refreshStatement',
  'referToWitnessService',
  'explainExpenses',
];

function asked(): PureCase {
  return PureCase.open({ role: 'witness', suspects: ['s1'], officerInCase: 'officer-9' })
    .record('suspectCharged', { how: 'charged', urn: '41AA1000001' }, '2026-03-05T10:00:00.000Z', { suspects: ['s1'] })
    .record('hearingListed', trial, '2026-03-06T10:00:00.000Z')
    .record('witnessRequired', { hearingId: 'h1' }, monday, { source: 'prosecution' });
}

const coming = (data: Partial<FactData['attendanceAnswered']> = {}) =>
  asked().complete('askAttendance', 'attendanceAnswered', { answer: 'willAttend', channel: 'phone', ...data }, monday);

const owes = (story: PureCase, item: string) =>
  readinessOf(careState(story.careRecord), 'witness')[0]?.missing.find((each) => each.item === item)?.owes;

describe('a witness who has said that they come', () => {
  it('is offered everything within five working days, and nothing before they have said so', () => {
    expect(asked().openKinds()).not.toEqual(expect.arrayContaining([preparing[0]]));
    const story = coming();
    expect(story.openKinds()).toEqual(expect.arrayContaining([...preparing]));
    for (const kind of preparing) expect(londonText(story.openTask(kind).dueAt)).toMatch(/^16 March 2026/);
    expect(story.openTask('refreshStatement').role ?? 'officer-in-case').toBe('officer-in-case');
    expect(owes(story, 'statement')).toBe('officer-in-case');
  });

  it.each([
    ['will not come', { answer: 'willNotAttend' }],
    ['does not know', { answer: 'undecided' }],
  ] as const)('is offered nothing while they say that they %s', (_what, answer) => {
    expect(coming(answer).openKinds()).not.toContain('arrangeCourtVisit');
  });

  describe('at two trials', () => {
    const atBoth = (story = coming()) =>
      story
        .record('hearingListed', { ...trial, hearingId: 'h2', on: '2026-07-06' }, monday)
        .record('witnessRequired', { hearingId: 'h2' }, later, { source: 'prosecution' })
        .complete('askAttendance', 'attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, later);
    const count = (story: PureCase, kind: TaskKind) => story.openKinds().filter((each) => each === kind).length;
    const owedAt = (story: PureCase, item: string) =>
      readinessOf(careState(story.careRecord), 'witness').map(
        ({ missing }) => missing.find((each) => each.item === item)?.owes
      );

    it('is offered each thing for each of them; what is settled for one is not settled for the other', () => {
      const story = atBoth();
      for (const kind of preparing)
        expect([kind, count(story, kind)]).toEqual([kind, kind === 'explainExpenses' ? 1 : 2]);
      story.complete('arrangeSeparateWaiting', 'separateWaitingChanged', { step: 'confirmed' }, later);
      expect(count(story, 'arrangeSeparateWaiting')).toBe(1);
      expect(owedAt(story, 'separateWaiting')).toEqual([undefined, 'witness-care-officer']);
      story.complete('arrangeSeparateWaiting', 'separateWaitingChanged', { step: 'confirmed' }, later);
      expect(owedAt(story, 'separateWaiting')).toEqual([undefined, undefined]);
    });

    it('what somebody said of no trial is for both', () => {
      const story = atBoth().record('courtVisitChanged', { step: 'offered' }, later);
      expect(count(story, 'arrangeCourtVisit')).toBe(1);
      story.record('courtVisitChanged', { step: 'made' }, later);
      expect(owedAt(story, 'courtVisit')).toEqual([undefined, undefined]);
    });

    it('what the Witness Service says of a referral is about the trial for which they were referred', () => {
      const story = atBoth();
      story.complete('referToWitnessService', 'witnessServiceReferred', { needs: [] }, later);
      const about = story.careRecord.facts.length;
      story.record('witnessServiceAnswered', { about, answer: 'accepted' }, later);
      expect(owedAt(story, 'witnessService')).toEqual([undefined, 'witness-care-officer']);
    });

    it('keeps what was prepared for a trial that is off, but for the room and the companion of that day', () => {
      const story = coming();
      story.complete('arrangeCourtVisit', 'courtVisitChanged', { step: 'made' }, monday);
      story.complete('arrangeSeparateWaiting', 'separateWaitingChanged', { step: 'confirmed' }, monday);
      atBoth(story).record('hearingVacated', { hearingId: 'h1' }, '2026-03-11T09:00:00.000Z');
      expect(owedAt(story, 'courtVisit')).toEqual([undefined]);
      expect(owedAt(story, 'separateWaiting')).toEqual(['court']);
    });

    it('one that moves has its room arranged anew, and not that of the other', () => {
      const story = atBoth();
      story.complete('arrangeSeparateWaiting', 'separateWaitingChanged', { step: 'confirmed' }, later);
      story.complete('arrangeSeparateWaiting', 'separateWaitingChanged', { step: 'confirmed' }, later);
      story.record('hearingMoved', { hearingId: 'h2', on: '2026-08-03' }, '2026-03-11T09:00:00.000Z');
      expect(owedAt(story, 'separateWaiting')).toEqual([undefined, 'court']);
    });
  });

  it('is offered it the evening before at the latest, where the trial is near', () => {
    const story = asked().record('hearingMoved', { hearingId: 'h1', on: '2026-03-12' }, monday);
    story.complete('askAttendance', 'attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, later);
    expect(londonText(story.openTask('arrangeCourtVisit').dueAt)).toMatch(/11 March 2026.* 11:59pm/);
  });

  it('is not prepared any more once the trial is vacated, they are released, or everybody has pleaded guilty', () => {
    const ways: ((story: PureCase) => PureCase)[] = [
      (story) => story.record('hearingVacated', { hearingId: 'h1' }, later),
      (story) => story.record('witnessReleased', { reason: 'notNeeded' }, later),
      (story) => story.record('pleaEntered', { plea: 'guilty' }, later, { suspects: ['s1'] }),
    ];
    for (const happens of ways) {
      const open = happens(coming()).openKinds();
      expect(open.filter((kind) => preparing.includes(kind))).toEqual([]);
    }
  });
});

type Told = { readonly [K in FactKind]: readonly [K, FactData[K]] }[FactKind];
type Row = readonly [TaskKind, string, readonly Told[], { open: boolean; owes: string | undefined }];
const unit = 'witness-care-officer';

const rows: readonly Row[] = [
  ['arrangeCourtVisit', 'courtVisit', [['courtVisitChanged', { step: 'offered' }]], { open: true, owes: unit }],
  ['arrangeCourtVisit', 'courtVisit', [['courtVisitChanged', { step: 'wanted' }]], { open: true, owes: unit }],
  ['arrangeCourtVisit', 'courtVisit', [['courtVisitChanged', { step: 'declined' }]], { open: false, owes: undefined }],
  [
    'arrangeCourtVisit',
    'courtVisit',
    [['courtVisitChanged', { step: 'arranged', on: '2026-05-20' }]],
    { open: false, owes: 'witnessService' },
  ],
  ['arrangeCourtVisit', 'courtVisit', [['courtVisitChanged', { step: 'made' }]], { open: false, owes: undefined }],
  [
    'arrangeSeparateWaiting',
    'separateWaiting',
    [['separateWaitingChanged', { step: 'asked' }]],
    { open: true, owes: 'court' },
  ],
  [
    'arrangeSeparateWaiting',
    'separateWaiting',
    [['separateWaitingChanged', { step: 'confirmed' }]],
    { open: false, owes: undefined },
  ],
  [
    'arrangeSeparateWaiting',
    'separateWaiting',
    [['separateWaitingChanged', { step: 'notPossible' }]],
    { open: true, owes: 'court' },
  ],
  [
    'arrangeSeparateWaiting',
    'separateWaiting',
    [
      ['separateWaitingChanged', { step: 'notPossible' }],
      ['separateWaitingChanged', { step: 'notWanted' }],
    ],
    { open: false, owes: undefined },
  ],
  [
    'arrangeCompanion',
    'companion',
    [['companionNamed', { companion: 'familyOrFriend', step: 'notPossible' }]],
    { open: true, owes: 'court' },
  ],
  [
    'arrangeCourtVisit',
    'courtVisit',
    [['courtVisitChanged', { step: 'notPossible' }]],
    { open: false, owes: undefined },
  ],
  [
    'arrangeCompanion',
    'companion',
    [['companionNamed', { companion: 'familyOrFriend', step: 'asked' }]],
    { open: true, owes: 'court' },
  ],
  ['arrangeCompanion', 'companion', [['companionNamed', { companion: 'undecided' }]], { open: true, owes: unit }],
  ['arrangeCompanion', 'companion', [['companionNamed', { companion: 'none' }]], { open: false, owes: undefined }],
  [
    'arrangeCompanion',
    'companion',
    [['companionNamed', { companion: 'supportWorker' }]],
    { open: false, owes: undefined },
  ],
  [
    'refreshStatement',
    'statement',
    [['statementRefreshChanged', { step: 'wanted' }]],
    { open: true, owes: 'officer-in-case' },
  ],
  [
    'refreshStatement',
    'statement',
    [['statementRefreshChanged', { step: 'arranged', on: '2026-05-20' }]],
    { open: false, owes: 'officer-in-case' },
  ],
  ['refreshStatement', 'statement', [['statementRefreshed', { how: 'atCourt' }]], { open: false, owes: undefined }],
  [
    'refreshStatement',
    'statement',
    [['statementRefreshChanged', { step: 'declined' }]],
    { open: false, owes: undefined },
  ],
  [
    'referToWitnessService',
    'witnessService',
    [['witnessServiceOffered', { answer: 'undecided' }]],
    { open: true, owes: unit },
  ],
  [
    'referToWitnessService',
    'witnessService',
    [['witnessServiceOffered', { answer: 'declined' }]],
    { open: false, owes: undefined },
  ],
  [
    'referToWitnessService',
    'witnessService',
    [['witnessServiceReferred', { needs: ['child'] }]],
    { open: false, owes: 'witnessService' },
  ],
  [
    'referToWitnessService',
    'witnessService',
    [
      ['witnessServiceReferred', { needs: [] }],
      ['witnessServiceAnswered', { answer: 'notReached' }],
    ],
    { open: true, owes: unit },
  ],
  [
    'referToWitnessService',
    'witnessService',
    [
      ['witnessServiceReferred', { needs: [] }],
      ['witnessServiceAnswered', { answer: 'accepted' }],
    ],
    { open: false, owes: undefined },
  ],
  ['explainExpenses', 'expenses', [['expensesExplained', { form: 'given' }]], { open: false, owes: undefined }],
];

describe('what is prepared goes step by step', () => {
  it.each(rows)('%s: %s after %j', (kind, item, told, { open, owes: owed }) => {
    const story = coming();
    for (const [fact, data] of told) story.record(fact, data as never, later);
    expect(story.openKinds().includes(kind)).toBe(open);
    expect(owes(story, item)).toBe(owed);
  });

  it('what was arranged for a day is asked about on that day', () => {
    const story = coming()
      .record('courtVisitChanged', { step: 'arranged', on: '2026-05-20' }, later)
      .record('statementRefreshChanged', { step: 'arranged', on: '2026-05-21' }, later);
    expect(story.openKinds()).not.toContain('arrangeCourtVisit');
    story.at('2026-05-20T08:00:00.000Z');
    expect(londonText(story.openTask('arrangeCourtVisit').dueAt)).toMatch(/^21 May 2026/);
    expect(story.openKinds()).not.toContain('refreshStatement');
    story.at('2026-05-21T08:00:00.000Z');
    expect(story.openKinds()).toContain('refreshStatement');
  });

  it('rooms and companions are arranged anew when the trial moves; a visit is not made twice', () => {
    const story = coming()
      .record('separateWaitingChanged', { step: 'confirmed' }, later)
      .record('companionNamed', { companion: 'familyOrFriend' }, later)
      .record('courtVisitChanged', { step: 'made' }, later)
      .record('hearingMoved', { hearingId: 'h1', on: '2026-07-06' }, '2026-03-11T09:00:00.000Z')
      .record('attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, '2026-03-12T09:00:00.000Z');
    expect(story.openKinds()).toEqual(expect.arrayContaining(['arrangeSeparateWaiting', 'arrangeCompanion']));
    expect(story.openKinds()).not.toContain('arrangeCourtVisit');
  });

  it('rooms and companions are arranged anew at another court of the same day, and the answer of the witness stands', () => {
    const at = (court: string) => ({ hearingId: 'h1', on: trial.on, court });
    const story = coming()
      .record('hearingMoved', at('luton-crown-court'), later)
      .record('separateWaitingChanged', { step: 'confirmed' }, later);
    expect(story.openKinds()).not.toContain('arrangeSeparateWaiting');
    story.record('hearingMoved', at('st-albans-crown-court'), '2026-03-11T09:00:00.000Z');
    expect(story.openKinds()).toContain('arrangeSeparateWaiting');
    expect(story.openKinds()).not.toContain('askAttendance');
  });

  it('another hearing that moves changes nothing', () => {
    const story = coming()
      .record('separateWaitingChanged', { step: 'confirmed' }, later)
      .record('hearingListed', { ...trial, hearingId: 'h2', hearing: 'bailHearing' }, later)
      .record('hearingMoved', { hearingId: 'h2', on: '2026-07-06' }, '2026-03-11T09:00:00.000Z');
    expect(story.openKinds()).not.toContain('arrangeSeparateWaiting');
  });

  it('all of it begins again for a retrial', () => {
    const story = coming();
    for (const [, , told] of rows.filter(([, , , { open }]) => !open)) {
      for (const [fact, data] of told) story.record(fact, data as never, later);
    }
    story
      .record('verdictGiven', { verdict: 'juryDischarged' }, '2026-06-03T10:00:00.000Z', { suspects: ['s1'] })
      .record('witnessRequired', { hearingId: 'h2' }, '2026-06-10T10:00:00.000Z')
      .record('attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, '2026-06-10T11:00:00.000Z');
    expect(story.openKinds()).toEqual(
      expect.arrayContaining(preparing.filter((kind) => kind !== 'explainExpenses') as TaskKind[])
    );
  });

  it('who asked for somebody to come with them has one asked for', () => {
    const story = coming({ answer: 'withConditions', conditions: ['companion'] });
    expect(owes(story, 'companion')).toBe('court');
  });
});

describe('what a witness needs in order to come', () => {
  it('is asked of the hub for each day, an interpreter too, and not asked twice', () => {
    const story = coming({ answer: 'withConditions', conditions: ['travel', 'interpreter'] });
    expect(story.openKinds().filter((kind) => kind === 'askArrangement')).toHaveLength(2);
    story.complete('askArrangement', 'arrangementAsked', { hearingId: 'h1', arrangement: 'travel', on }, later);
    expect(story.openKinds().filter((kind) => kind === 'askArrangement')).toHaveLength(1);
    story.complete('askArrangement', 'attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, later);
    expect(story.openKinds()).not.toContain('askArrangement');
  });

  it('is asked again where the hub cannot, and for the new day where the trial moves', () => {
    const story = coming({ answer: 'withConditions', conditions: ['travel'] }).complete(
      'askArrangement',
      'arrangementAsked',
      { hearingId: 'h1', arrangement: 'travel', on },
      later
    );
    const { arrangementId = '' } = story.openTask('bookArrangement');
    story.complete('bookArrangement', 'arrangementRefused', { arrangementId, reason: 'notAvailable' }, later);
    expect(story.openKinds()).toContain('askArrangement');
  });
});

describe('the day and time at court', () => {
  const calledFor = (data: Partial<FactData['witnessCalledFor']> = {}) =>
    coming().record('witnessCalledFor', { hearingId: 'h1', on, ...data }, later);

  it('are told within one working day of our hearing them, and again when they change', () => {
    const story = calledFor();
    expect(owes(coming(), 'timeAtCourt')).toBe('prosecution');
    expect(londonText(story.openTask('tellTimeAtCourt').dueAt)).toMatch(/^11 March 2026/);
    expect(owes(story, 'timeAtCourt')).toBe(unit);
    story.complete('tellTimeAtCourt', 'timeAtCourtTold', { on, channel: 'phone' }, later);
    expect(story.openKinds()).not.toContain('tellTimeAtCourt');
    expect(owes(story, 'timeAtCourt')).toBeUndefined();
    story.record('witnessCalledFor', { hearingId: 'h1', on, order: 3 }, '2026-03-11T09:00:00.000Z');
    expect(story.openKinds()).toContain('tellTimeAtCourt');
  });

  it('on standby are ready only once the witness can be reached by phone', () => {
    const story = calledFor({ standby: true });
    story.complete('tellTimeAtCourt', 'timeAtCourtTold', { on, channel: 'phone' }, later);
    expect(owes(story, 'timeAtCourt')).toBe(unit);
    story.record('timeAtCourtTold', { on, channel: 'phone', standby: 'reachable' }, later);
    expect(owes(story, 'timeAtCourt')).toBeUndefined();
  });
});

describe('a summons or a warrant', () => {
  const compelled = (by: 'summons' | 'warrant', stage: FactData['attendanceCompelled']['stage'], story = coming()) =>
    story.record('attendanceCompelled', { by, stage }, later, { source: 'prosecution' });

  it('that was asked for or issued is explained within a day; each of them', () => {
    const story = compelled('summons', 'issued');
    expect(londonText(story.openTask('explainSummons').dueAt)).toMatch(/11 March 2026.* 9:00am/);
    story.complete('explainSummons', 'attendanceCompelled', { by: 'summons', stage: 'explained' }, later);
    expect(story.openKinds()).not.toContain('explainSummons');
    expect(compelled('warrant', 'askedFor', story).openKinds()).toContain('explainSummons');
  });

  it('that was withdrawn, or is for a trial that is off, is explained to nobody', () => {
    expect(compelled('summons', 'withdrawn', compelled('summons', 'issued')).openKinds()).not.toContain(
      'explainSummons'
    );
    const off = compelled('summons', 'issued').record('hearingVacated', { hearingId: 'h1' }, later);
    expect(off.openKinds()).not.toContain('explainSummons');
  });
});
