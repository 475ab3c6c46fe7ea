import { careState } from '../../../../domain/careState';
import { inVain } from '../../../../domain/court/witnesses/inVain';
import { readinessOf } from '../../../../domain/court/witnesses/readiness';
import { trialList } from '../../../../domain/court/witnesses/trialList';
import { projectedArrangements } from '../../../../domain/court/witnesses/trialSummary';
import { summaryOf } from '../../../../domain/projection/caseSummary';
import type { FactData } from '../../../../domain/fact';
import { PureCase } from '../../../support/caseBuilder';

const monday = '2026-03-09T09:00:00.000Z';
const later = '2026-03-10T09:00:00.000Z';
const on = '2026-06-01';
const trial = { hearingId: 'h1', hearing: 'trial', on, court: 'luton-crown' } as const;

const warned = (role: 'witness' | 'victim' = 'witness', hearingId: string | undefined = 'h1') =>
  PureCase.open({ role, suspects: ['s1', 's2'] })
    .record('suspectCharged', { how: 'charged' }, '2026-03-05T10:00:00.000Z', { suspects: ['s1', 's2'] })
    .record('hearingListed', trial, '2026-03-06T10:00:00.000Z')
    .record('witnessRequired', hearingId === '' ? {} : { hearingId }, monday);
const stateOf = (story: PureCase) => careState(story.careRecord);
const missing = (story: PureCase, item: string, role: 'witness' | 'victim' = 'witness') =>
  readinessOf(stateOf(story), role)[0]?.missing.find((each) => each.item === item)?.owes;

function booked(arrangement: FactData['arrangementAsked']['arrangement'] = 'travel', story = warned()) {
  story.record('arrangementAsked', { hearingId: 'h1', arrangement, on }, monday);
  const [first] = stateOf(story).attendance.arrangements.slice(-1);
  const arrangementId = first?.arrangementId ?? '';
  return { story: story.record('arrangementBooked', { arrangementId, pence: 4_200 }, monday), arrangementId };
}

describe('a booking', () => {
  it('stands once for a day: who asks for the same again is told of the one that stands', () => {
    const { story, arrangementId } = booked();
    const ask = (data: Partial<FactData['arrangementAsked']> = {}) =>
      story.record('arrangementAsked', { hearingId: 'h1', arrangement: 'travel', on, ...data }, later);
    expect(() => ask()).toThrow('arrangementStands');
    expect(() => ask({ hearingId: undefined })).toThrow('arrangementStands');
    ask({ arrangement: 'childcare' });
    ask({ on: '2026-06-02' });
    story.record('arrangementCancelled', { arrangementId }, later);
    ask();
    expect(() => ask()).toThrow('arrangementStands');
  });

  it('that is cancelled stays so, and costs what the hub says, or nothing', () => {
    const { story, arrangementId } = booked();
    story.record('arrangementCancelled', { arrangementId, pence: 900 }, later);
    story.record('arrangementConfirmed', { arrangementId }, later, { source: 'partner' });
    expect(stateOf(story).attendance.arrangements).toMatchObject([{ state: 'cancelled', pence: 900 }]);
    const free = booked();
    free.story.record('arrangementCancelled', { arrangementId: free.arrangementId }, later);
    expect(stateOf(free.story).attendance.arrangements).toMatchObject([{ state: 'cancelled', pence: 0 }]);
  });

  it('that is cancelled cannot be booked or confirmed by anybody who would believe that it stands', () => {
    const { story, arrangementId } = booked();
    story.record('arrangementCancelled', { arrangementId }, later);
    expect(() => story.record('arrangementBooked', { arrangementId, pence: 500 }, later)).toThrow('arrangementOver');
    expect(() => story.record('arrangementConfirmed', { arrangementId }, later)).toThrow('arrangementOver');
    const other = booked();
    expect(() =>
      other.story.record('arrangementConfirmed', { arrangementId: other.arrangementId }, later)
    ).not.toThrow();
  });

  it('says when the witness is to be there on that day: when they are called, else when the trial begins, on its first day', () => {
    const at = '2026-06-01T09:30:00.000Z';
    const story = warned().record('hearingMoved', { hearingId: 'h1', on, untilOn: '2026-06-02', at }, monday);
    for (const day of [on, '2026-06-02']) {
      story.record('arrangementAsked', { hearingId: 'h1', arrangement: 'travel', on: day }, later);
    }
    const starts = () => projectedArrangements(stateOf(story))?.map(({ startsAt }) => startsAt);
    expect(starts()).toEqual([at, undefined]);
    const called = { hearingId: 'h1', on: '2026-06-02', at: '2026-06-02T13:00:00.000Z' };
    story.record('witnessCalledFor', called, '2026-03-11T09:00:00.000Z');
    expect(starts()).toEqual([at, called.at]);
  });

  it('keeps its cost where it is booked once more without one', () => {
    const { story, arrangementId } = booked();
    story.record('arrangementBooked', { arrangementId, vetted: true }, later);
    expect(stateOf(story).attendance.arrangements).toMatchObject([{ pence: 4_200, vetted: true }]);
  });

  it('for a later day of the trial stands; also where the court has moved another day before', () => {
    const story = warned().record(
      'arrangementAsked',
      { hearingId: 'h1', arrangement: 'travel', on: '2026-06-02' },
      monday
    );
    expect(inVain(stateOf(story), '2026-03-10')).toEqual([]);
    const moved = warned().record('hearingMoved', { hearingId: 'h1', on: '2026-06-08' }, later);
    moved.record(
      'arrangementAsked',
      { hearingId: 'h1', arrangement: 'travel', on: '2026-06-09' },
      '2026-03-11T09:00:00.000Z'
    );
    expect(inVain(stateOf(moved), '2026-03-12')).toEqual([]);
  });

  it('for the day to which the trial then moves stands', () => {
    const story = warned()
      .record('arrangementAsked', { hearingId: 'h1', arrangement: 'travel', on: '2026-06-08' }, monday)
      .record('hearingMoved', { hearingId: 'h1', on: '2026-06-08' }, later);
    expect(inVain(stateOf(story), '2026-03-12')).toEqual([]);
  });

  it('stands while somebody is still to be tried: one of two has pleaded guilty', () => {
    const { story } = booked();
    story.record('pleaEntered', { plea: 'guilty' }, later, { suspects: ['s1'] });
    expect(inVain(stateOf(story), '2026-03-10')).toEqual([]);
    story.record('pleaEntered', { plea: 'guilty' }, later, { suspects: ['s2'] });
    expect(inVain(stateOf(story), '2026-03-10')).toHaveLength(1);
  });

  it('of a case that has ended is for nothing', () => {
    const { story } = booked();
    const leftUndone = story.careRecord.tasks
      .filter(({ closed }) => !closed)
      .map(({ taskId }) => ({ taskId, reason: 'notNeeded' as const }));
    story.record('caseClosed', { leftUndone, reason: 'victimAskedUsTo' } as never, later);
    expect(inVain(stateOf(story), '2026-03-10')).toHaveLength(1);
  });
});

describe('the checklist', () => {
  it('takes the first and the last day of dates to avoid as days on which the witness cannot come', () => {
    const avoiding = (fromOn: string, untilOn: string) =>
      warned().record('availabilityGiven', { datesToAvoid: [{ fromOn, untilOn, why: 'holiday' }] } as never, later);
    expect(missing(avoiding(on, '2026-06-03'), 'availability')).toBe('prosecution');
    expect(missing(avoiding('2026-05-28', on), 'availability')).toBe('prosecution');
    expect(missing(avoiding('2026-06-02', '2026-06-03'), 'availability')).toBeUndefined();
    expect(missing(warned(), 'availability')).toBe('witness-care-officer');
  });

  it('is missing for whoever avoids a later day of the trial on which they may be called, until they say that they can come', () => {
    const avoiding = (fromOn: string, untilOn: string) =>
      warned()
        .record('hearingMoved', { hearingId: 'h1', on, untilOn: '2026-06-10' }, monday)
        .record('availabilityGiven', { datesToAvoid: [{ fromOn, untilOn, why: 'holiday' }] } as never, later);
    expect(missing(avoiding('2026-06-09', '2026-06-20'), 'availability')).toBe('prosecution');
    expect(missing(avoiding('2026-06-06', '2026-06-07'), 'availability')).toBeUndefined();
    const called = avoiding('2026-06-09', '2026-06-20').record('witnessCalledFor', { hearingId: 'h1', on }, later);
    expect(missing(called, 'availability')).toBeUndefined();
    const answered = (answer: 'witnessCanCome' | 'dateKept') =>
      avoiding('2026-06-09', '2026-06-20').record(
        'availabilityConflictAnswered',
        { hearingId: 'h1', on, answer, by: 'court' },
        later
      );
    expect(missing(answered('dateKept'), 'availability')).toBe('prosecution');
    expect(missing(answered('witnessCanCome'), 'availability')).toBeUndefined();
  });

  it('wants an interpreter whom the police have vetted, for that day', () => {
    const speaks = (story: PureCase) =>
      story.record(
        'evidenceNeedsAssessed',
        { practical: [], interpreter: { language: 'pl', service: 'vetted' }, accessibility: [] } as never,
        later
      );
    const needs = speaks(warned());
    if (stateOf(needs).interpreter === undefined) throw new Error('It records no interpreter');
    expect(missing(needs, 'interpreter')).toBe('witness-care-officer');
    const { story, arrangementId } = booked('interpreter', needs);
    expect(missing(story, 'interpreter')).toBe('victimHub');
    story.record('arrangementBooked', { arrangementId, vetted: true }, later);
    expect(missing(story, 'interpreter')).toBeUndefined();
  });

  it('asks a victim for their personal statement, and nobody else', () => {
    expect(missing(warned('victim'), 'personalStatement', 'victim')).toBe('witness-care-officer');
    expect(missing(warned(), 'personalStatement')).toBeUndefined();
  });

  it('is of the trial where no hearing was named, of no vacated one, and of another hearing where that was named', () => {
    const other = { hearingId: 'h2', hearing: 'bailHearing', on: '2026-04-01' } as const;
    const ids = (story: PureCase) => readinessOf(stateOf(story), 'witness').map(({ hearingId }) => hearingId);
    expect(ids(warned('witness', '').record('hearingListed', other, later))).toEqual(['h1']);
    expect(ids(warned('witness', 'h2').record('hearingListed', other, later))).toEqual(['h2']);
    expect(ids(warned('witness', '').record('hearingVacated', { hearingId: 'h1' }, later))).toEqual([]);
  });

  it('is of a trial until the last day, and of none once the last defendant has a verdict or has pleaded guilty', () => {
    const until = { hearingId: 'h1', on, untilOn: '2026-06-12' } as const;
    const story = warned().record('hearingMoved', until, later);
    const shown = () => readinessOf(stateOf(story), 'witness').map(({ untilOn }) => untilOn);
    story.record('verdictGiven', { verdict: 'guilty' }, '2026-06-03T11:00:00.000Z', { suspects: ['s1'] });
    expect(shown()).toEqual(['2026-06-12']);
    story.record('pleaEntered', { plea: 'guilty' }, '2026-06-03T12:00:00.000Z', { suspects: ['s2'] });
    expect(shown()).toEqual([]);
  });
});

describe('a trial of which the prosecution has not said who is to come', () => {
  const linked = (role: 'witness' | 'victim' | 'victimAndWitness' = 'witness') =>
    PureCase.open({ role, suspects: ['s1'] })
      .record('suspectCharged', { how: 'charged' }, '2026-03-05T10:00:00.000Z', { suspects: ['s1'] })
      .record('hearingListed', trial, '2026-03-06T10:00:00.000Z');
  const listOf = (...stories: PureCase[]) =>
    trialList(
      stories.map((story, place) => ({ ...summaryOf(story.careRecord), caseId: `c${place}` })),
      '2026-05-01',
      '2026-07-01'
    );

  it('is in the list of trials, and owes its list of witnesses to the prosecution', () => {
    for (const role of ['witness', 'victimAndWitness'] as const) {
      expect(listOf(linked(role))).toMatchObject([
        { hearingId: 'h1', ready: 0, missing: [{ item: 'witnessList', owes: 'prosecution', caseIds: ['c0'] }] },
      ]);
    }
  });

  it('counts no victim who is no witness, no other hearing, and nobody once there is no trial ahead', () => {
    expect(listOf(linked('victim'))).toEqual([]);
    const bail = linked().record('hearingMoved', { hearingId: 'h1', on: '2026-08-01' }, later);
    const other = { hearingId: 'h2', hearing: 'bailHearing', on: '2026-06-02' } as const;
    expect(listOf(bail.record('hearingListed', other, later))).toEqual([]);
    expect(listOf(linked().record('pleaEntered', { plea: 'guilty' }, later, { suspects: ['s1'] }))).toEqual([]);
  });

  it('calls nobody who is not on the list, once it has come for another witness', () => {
    const [entry] = listOf(linked(), linked().record('witnessRequired', { hearingId: 'h1' }, monday));
    expect(entry).toMatchObject({ witnesses: 1 });
    expect(entry?.missing.flatMap(({ caseIds }) => caseIds)).not.toContain('c0');
  });

  it('does not wait for a list again where the witness was released, and does after a discharged jury', () => {
    const listed = () => linked().record('witnessRequired', { hearingId: 'h1' }, monday);
    expect(listOf(listed().record('witnessReleased', { reason: 'notNeeded' }, later))).toEqual([]);
    const again = listed().record('verdictGiven', { verdict: 'juryDischarged' }, later, { suspects: ['s1'] });
    again.record('hearingListed', { ...trial, hearingId: 'h3' }, '2026-03-12T10:00:00.000Z');
    expect(listOf(again).map(({ missing }) => missing[0]?.item)).toContain('witnessList');
  });
});

describe('a trial that is vacated and listed again for the same day', () => {
  it('is asked about again', () => {
    const story = warned()
      .complete('askAttendance', 'attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, monday)
      .record('hearingVacated', { hearingId: 'h1' }, later)
      .record('hearingListed', trial, '2026-03-11T09:00:00.000Z');
    expect(story.openKinds()).toContain('askAttendance');
  });
});

describe('a witness', () => {
  const answer = { answer: 'willAttend', channel: 'phone' } as const;

  it('whom the prosecution names again after it has released them is asked again', () => {
    const story = warned()
      .record('witnessReleased', { hearingId: 'h1', reason: 'notNeeded' }, later)
      .record('witnessRequired', { hearingId: 'h1' }, '2026-03-11T09:00:00.000Z');
    expect(story.openKinds()).toContain('askAttendance');
  });

  it('who had said that they come, and then refuses, has a summons explained', () => {
    const story = warned()
      .complete('askAttendance', 'attendanceAnswered', answer, monday)
      .record('attendanceDoubted', { reason: 'refuses' }, later)
      .record('witnessSafetyChecked', { pressure: 'no' }, later);
    expect(story.openKinds()).toContain('explainSummons');
  });

  it('who claims again has the claim sent again; what was paid needs no sending', () => {
    const story = warned()
      .record('expensesClaimed', {}, later)
      .record('expensesSent', {}, '2026-03-10T10:00:00.000Z')
      .record('expensesClaimed', {}, '2026-03-10T11:00:00.000Z');
    expect(story.openKinds()).toContain('sendExpenses');
    expect(story.record('expensesPaid', {}, '2026-03-10T12:00:00.000Z').openKinds()).not.toContain('sendExpenses');
  });

  it('who claims expenses after the case was closed has the claim sent', () => {
    const closed = (before?: 'expensesClaimed') => {
      const story = warned();
      if (before) story.record(before, {}, later);
      const leftUndone = story.careRecord.tasks
        .filter((task) => !task.closed)
        .map(({ taskId }) => ({ taskId, reason: 'notNeeded' as const }));
      return story.record('caseClosed', { reason: 'supportEnded', leftUndone }, '2026-03-11T09:00:00.000Z');
    };
    expect(closed('expensesClaimed').openKinds()).toEqual([]);
    const claimed = closed().record('expensesClaimed', { pence: 4_250 }, '2026-03-12T09:00:00.000Z');
    expect(claimed.openKinds()).toEqual(['sendExpenses']);
    expect(claimed.complete('sendExpenses', 'expensesSent', {}, '2026-03-12T10:00:00.000Z').openKinds()).toEqual([]);
  });

  it('who answers on the day itself has nothing that was due the evening before', () => {
    const morning = '2026-06-01T07:00:00.000Z';
    const story = warned().complete('askAttendance', 'attendanceAnswered', answer, morning);
    expect(story.openTask('arrangeSeparateWaiting').dueAt > morning).toBe(true);
  });
});

describe('the list of trials', () => {
  const ready = (caseId: string, hearingId: string, day: string, items: number) => ({
    ...{ caseId, role: 'witness' as const, urns: ['41AA1000001'] },
    trials: [
      {
        ...{ hearingId, on: day, hearing: 'trial', court: 'luton-crown' },
        missing: (['warned', 'answer', 'statement'] as const)
          .slice(0, items)
          .map((item) => ({ item, owes: 'court' as const })),
      },
    ],
  });

  it('has the worst first: what is missing for each day that is left', () => {
    const cases = [
      ready('a', 'far', '2026-03-30', 3),
      ready('b', 'near', '2026-03-12', 1),
      ready('c', 'today', '2026-03-10', 1),
      ready('d', 'done', '2026-03-11', 0),
    ];
    const list = trialList(cases, '2026-03-10', '2026-04-10');
    expect(list.map(({ hearingId }) => hearingId)).toEqual(['today', 'near', 'far', 'done']);
    expect(list.map(({ daysLeft }) => daysLeft)).toEqual([0, 2, 20, 1]);
  });

  it('has a trial on every day that it is set for, and the day after no more', () => {
    const [running] = ready('a', 't', '2026-03-09', 1).trials;
    const cases = [{ ...ready('a', 't', '2026-03-09', 1), trials: [{ ...running!, untilOn: '2026-03-13' }] }];
    const onDay = (day: string) =>
      trialList(cases, day, '2026-04-10').map(({ on, untilOn, daysLeft }) => [on, untilOn, daysLeft]);
    expect(onDay('2026-03-08')).toEqual([['2026-03-09', '2026-03-13', 1]]);
    expect(onDay('2026-03-11')).toEqual([['2026-03-09', '2026-03-13', 0]]);
    expect(onDay('2026-03-13')).toHaveLength(1);
    expect(onDay('2026-03-14')).toEqual([]);
  });

  it('counts witnesses with everything, says who owes what for whom, and holds to its days', () => {
    const cases = [
      ready('b', 't', '2026-03-12', 1),
      ready('a', 't', '2026-03-12', 1),
      ready('c', 't', '2026-03-12', 0),
    ];
    const days = ['2026-03-09', '2026-04-11'].map((day, n) => ready(`x${n}`, `out${n}`, day, 1));
    expect(trialList([...cases, ...days], '2026-03-10', '2026-04-10')).toEqual([
      {
        ...{ hearingId: 't', on: '2026-03-12', daysLeft: 2, court: 'luton-crown', urns: ['41AA1000001'] },
        ...{ witnesses: 3, ready: 1, missing: [{ item: 'warned', owes: 'court', caseIds: ['a', 'b'] }] },
      },
    ]);
  });
});
