import { answerOf, standing, waitOf } from '../../../domain/court/witnesses/attendance';
import { daysOf } from '../../../domain/court/witnesses/inVain';
import { careState } from '../../../domain/careState';
import type { FactData } from '../../../domain/fact';
import { londonText } from '../../../domain/time/londonTime';
import { PureCase } from '../../support/caseBuilder';

const monday = '2026-03-09T09:00:00.000Z';
const later = '2026-03-10T09:00:00.000Z';
const trial = { hearingId: 'h1', hearing: 'trial', on: '2026-06-01', court: 'luton-crown' } as const;

function charged(): PureCase {
  return PureCase.open({ role: 'witness', suspects: ['s1'] })
    .record('suspectCharged', { how: 'charged', urn: '41AA1000001' }, '2026-03-05T10:00:00.000Z', { suspects: ['s1'] })
    .record('hearingListed', trial, '2026-03-06T10:00:00.000Z');
}

function warned(): PureCase {
  return charged().record('witnessRequired', { hearingId: 'h1' }, monday, { source: 'prosecution' });
}

function booked(arrangement: FactData['arrangementAsked']['arrangement'] = 'travel'): { story: PureCase; id: string } {
  const story = warned()
    .complete('askAttendance', 'attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, monday)
    .record('arrangementAsked', { hearingId: 'h1', arrangement, on: '2026-06-01' }, monday);
  const id = story.openTask('bookArrangement').arrangementId ?? '';
  story.complete('bookArrangement', 'arrangementBooked', { arrangementId: id, pence: 4_250 }, monday);
  return { story: story.complete('confirmArrangement', 'arrangementConfirmed', { arrangementId: id }, monday), id };
}

const required = (story: PureCase) => standing(careState(story.careRecord).attendance);

describe('a witness on the list of witnesses to attend', () => {
  it('is told and asked within one working day of the receipt of the list', () => {
    const task = warned().openTask('askAttendance');
    expect(londonText(task.dueAt)).toMatch(/^10 March 2026/);
    expect(task.role ?? 'witness-care-officer').toBe('witness-care-officer');
  });

  it('has been told once they have answered: nobody is asked to tell them again', () => {
    const story = warned();
    expect(story.openKinds()).toContain('tellVictim');
    const before = story.openKinds().filter((kind) => kind === 'tellVictim').length;
    story.complete('askAttendance', 'attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, monday);
    expect(story.openKinds().filter((kind) => kind === 'tellVictim')).toHaveLength(before - 1);
    expect(story.openKinds()).not.toContain('askAttendance');
  });

  it('who is needed at two trials and says that they come to one has not answered for the other', () => {
    const story = warned()
      .record('hearingListed', { ...trial, hearingId: 'h2', on: '2026-07-06' }, monday)
      .record('witnessRequired', { hearingId: 'h2' }, later, { source: 'prosecution' });
    story.complete('askAttendance', 'attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, later);
    expect(required(story).map((each) => answerOf(each)?.hearingId)).toEqual(['h1', undefined]);
    expect(story.openKinds().filter((kind) => kind === 'askAttendance')).toHaveLength(1);
    story.complete('askAttendance', 'witnessReleased', { reason: 'notNeeded' }, later);
    expect(required(story).map(({ hearingId }) => hearingId)).toEqual(['h1']);
  });

  it('is asked again where the trial was part heard: who said that they come did so for days that are over', () => {
    const dayOfTrial = '2026-06-01T16:00:00.000Z';
    const story = warned().complete(
      'askAttendance',
      'attendanceAnswered',
      { answer: 'willAttend', channel: 'phone' },
      later
    );
    story
      .record('trialHeard', { hearingId: 'h1', trial: 'partHeard' }, dayOfTrial, { source: 'court' })
      .record('hearingMoved', { hearingId: 'h1', on: '2026-06-01', untilOn: '2026-06-11' }, dayOfTrial, {
        source: 'court',
      });
    expect(story.openKinds()).toEqual(expect.arrayContaining(['askAttendance', 'askAvailability']));
    story.complete(
      'askAttendance',
      'attendanceAnswered',
      { answer: 'willAttend', channel: 'phone' },
      '2026-06-02T09:00:00.000Z'
    );
    expect(story.openKinds()).not.toContain('askAttendance');
  });

  it('is asked again when the trial moves, since an answer for one day says nothing of another', () => {
    const story = warned()
      .complete('askAttendance', 'attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, monday)
      .record('hearingMoved', { hearingId: 'h1', on: '2026-07-06' }, later);
    expect(story.openKinds()).toContain('askAttendance');
    expect(required(story).map(answerOf)).toEqual([undefined]);
  });

  it('is asked again where the court moved the trial before the answer, and we heard of it only after', () => {
    const story = warned()
      .complete('askAttendance', 'attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, later)
      .record('hearingMoved', { hearingId: 'h1', on: '2026-07-06' }, monday, { now: '2026-03-11T09:00:00.000Z' });
    expect(story.openKinds()).toContain('askAttendance');
  });

  it('is asked nothing more once the hearing is vacated, or the prosecution has released them', () => {
    expect(warned().record('hearingVacated', { hearingId: 'h1' }, later).openKinds()).not.toContain('askAttendance');
    const released = warned().record('witnessReleased', { hearingId: 'h1', reason: 'statementRead' }, later);
    expect(released.openKinds()).not.toContain('askAttendance');
    expect(released.openKinds()).toContain('tellReleased');
    released.complete('tellReleased', 'releaseTold', { channel: 'phone' }, later);
    expect(released.openKinds()).not.toContain('tellReleased');
  });

  it('is not told again by the release that confirms what they were told, and is where they were needed since', () => {
    const noon = '2026-03-10T12:00:00.000Z';
    const evening = '2026-03-10T16:00:00.000Z';
    const told = () => warned().record('releaseTold', { channel: 'phone' }, later);
    const confirm = (story: PureCase, hearingId: string | undefined = 'h1') =>
      story.record('witnessReleased', { hearingId, reason: 'notNeeded' }, evening).openKinds();
    expect(confirm(told())).not.toContain('tellReleased');
    expect(confirm(told().record('witnessRequired', { hearingId: 'h1' }, noon))).toContain('tellReleased');
    expect(confirm(told().record('attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, noon))).toContain(
      'tellReleased'
    );
    const twice = () =>
      warned()
        .record('witnessReleased', { hearingId: 'h1', reason: 'notNeeded' }, later)
        .complete('tellReleased', 'releaseTold', { channel: 'phone' }, noon);
    expect(confirm(twice())).not.toContain('tellReleased');
    expect(confirm(twice(), 'h2')).toContain('tellReleased');
  });

  const listed = (...days: string[]) => [{ hearingId: 'h1', days }, later, { source: 'prosecution' }] as const;
  const told = (story: PureCase) => story.openKinds().filter((kind) => kind === 'tellVictim').length;
  const says = { answer: 'willAttend', channel: 'phone' } as const;

  function warnedFor(...days: string[]): PureCase {
    const story = charged().record('witnessRequired', { hearingId: 'h1', days }, monday, { source: 'prosecution' });
    for (const on of days) story.record('witnessCalledFor', { hearingId: 'h1', on }, monday);
    return story.complete('askAttendance', 'attendanceAnswered', says, '2026-03-09T11:00:00.000Z');
  }

  it('is asked about the days for which they are named, and not about the others of a long trial', () => {
    const story = PureCase.open({ role: 'witness', suspects: ['s1'] })
      .record('suspectCharged', { how: 'charged' }, '2026-03-05T10:00:00.000Z', { suspects: ['s1'] })
      .record('hearingListed', { hearingId: 'h9', hearing: 'trial', on: '2026-06-01', untilOn: '2026-06-12' }, monday)
      .record('witnessRequired', { hearingId: 'h9', days: ['2026-06-03', '2026-06-04'] }, monday);
    const asked = () => story.openKinds().filter((kind) => kind === 'recordAttendance').length;
    story.at('2026-06-02T09:00:00.000Z');
    expect(asked()).toBe(0);
    story.at('2026-06-04T09:00:00.000Z');
    expect(asked()).toBe(1);
    story.at('2026-06-05T09:00:00.000Z');
    expect(asked()).toBe(2);
  });

  it('hears nothing anew of a list that the prosecution sends again, as it does whenever somebody on it changes', () => {
    const story = warnedFor('2026-06-01', '2026-06-02');
    for (const on of ['2026-06-01', '2026-06-02']) {
      story.complete('tellTimeAtCourt', 'timeAtCourtTold', { on, channel: 'phone' }, '2026-03-09T11:30:00.000Z');
    }
    const before = told(story);
    story.record('witnessRequired', ...listed('2026-06-02', '2026-06-01'));
    story.record('witnessCalledFor', { hearingId: 'h1', on: '2026-06-01' }, later);
    expect(told(story)).toBe(before);
    expect(story.openKinds()).not.toContain('askAttendance');
    expect(story.openKinds()).not.toContain('tellTimeAtCourt');
  });

  it('is asked anew where a later list has other days; what is booked for a day that is off is called off', () => {
    const story = warnedFor('2026-06-01', '2026-06-02');
    const before = told(story);
    const ids = ['2026-06-01', '2026-06-02'].map((on) => {
      story.record('arrangementAsked', { hearingId: 'h1', arrangement: 'travel', on }, '2026-03-09T12:00:00.000Z');
      return story.careRecord.tasks.findLast(({ kind }) => kind === 'bookArrangement')?.arrangementId;
    });
    story.record('witnessRequired', ...listed('2026-06-02'));
    expect(told(story)).toBe(before + 1);
    expect(story.openKinds()).toContain('askAttendance');
    const [only] = required(story);
    expect([...(only?.called.keys() ?? [])]).toEqual(['2026-06-02']);
    const off = story.careRecord.tasks.filter(({ kind, closed }) => kind === 'cancelArrangement' && !closed);
    expect(off.map(({ arrangementId }) => arrangementId)).toEqual([ids[0]]);
  });

  it('is not called any more for a day that the trial has left', () => {
    const story = warnedFor('2026-06-02').record('hearingMoved', { hearingId: 'h1', on: '2026-07-06' }, later);
    expect(required(story).flatMap((each) => daysOf(each, careState(story.careRecord)))).toEqual(['2026-07-06']);
    story.complete('askAttendance', 'attendanceAnswered', says, '2026-03-10T10:00:00.000Z');
    expect(story.openKinds()).not.toContain('tellTimeAtCourt');
  });

  it('is still called for a day that the trial keeps when it begins later', () => {
    const story = warnedFor('2026-06-03');
    story.record('hearingMoved', { hearingId: 'h1', on: '2026-06-02', untilOn: '2026-06-05' }, later);
    expect(required(story).flatMap((each) => daysOf(each, careState(story.careRecord)))).toEqual(['2026-06-03']);
  });

  it('is named anew for the retrial, and the first trial stays on record', () => {
    const story = warned()
      .complete('askAttendance', 'attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, monday)
      .record('verdictGiven', { verdict: 'juryDischarged' }, '2026-06-03T10:00:00.000Z', { suspects: ['s1'] });
    expect(required(story)).toEqual([]);
    story.record('witnessRequired', { hearingId: 'h2' }, '2026-06-10T10:00:00.000Z');
    expect(story.openKinds()).toContain('askAttendance');
    expect(careState(story.careRecord).attendance.required).toHaveLength(2);
  });

  it('is recorded as having come or not on the day after, with the wait', () => {
    const story = warned().complete(
      'askAttendance',
      'attendanceAnswered',
      { answer: 'willAttend', channel: 'phone' },
      monday
    );
    expect(story.openKinds()).not.toContain('recordAttendance');
    story.at('2026-06-02T08:00:00.000Z');
    const came = { on: '2026-06-01', attendance: 'attended', arrivedAt: '2026-06-01T08:30:00.000Z' } as const;
    const day = { ...came, calledAt: '2026-06-01T10:31:00.000Z' };
    story.complete('recordAttendance', 'attendanceRecorded', day, '2026-06-02T08:00:00.000Z');
    expect(story.openKinds()).not.toContain('recordAttendance');
    expect(waitOf(day)).toEqual({ minutes: 121, tooLong: true });
    expect(waitOf({ ...day, calledAt: '2026-06-01T10:30:00.000Z' })).toEqual({ minutes: 120, tooLong: false });
    expect(waitOf(came)).toBeUndefined();
    expect(waitOf({ ...came, calledAt: came.arrivedAt })).toEqual({ minutes: 0, tooLong: false });
    expect(waitOf({ ...came, calledAt: '2026-06-01T08:29:00.000Z' })).toBeUndefined();
  });
});

describe('a witness who may not come', () => {
  it('is asked about their safety first; a summons is explained only after', () => {
    const story = warned().record('attendanceDoubted', { reason: 'refuses' }, later);
    expect(story.openKinds()).toEqual(expect.arrayContaining(['checkWitnessSafety', 'informProsecution']));
    expect(story.openKinds()).not.toContain('explainSummons');
    expect(londonText(story.openTask('checkWitnessSafety').dueAt)).toMatch(/10 March 2026.* 11:00/);
    story.complete('checkWitnessSafety', 'witnessSafetyChecked', { pressure: 'no' }, later);
    expect(story.openKinds()).toContain('explainSummons');
    story.complete('explainSummons', 'attendanceCompelled', { by: 'summons', stage: 'explained' }, later);
    expect(story.openKinds()).not.toContain('explainSummons');
  });

  it('has a summons explained too where the prosecution has not sent its list yet, not once it needs them no more', () => {
    const doubting = charged().record('attendanceDoubted', { reason: 'refuses' }, monday);
    doubting.complete('checkWitnessSafety', 'witnessSafetyChecked', { pressure: 'no' }, later);
    expect(doubting.openKinds()).toContain('explainSummons');
    const compelled = charged().record('attendanceCompelled', { by: 'warrant', stage: 'issued' }, monday);
    expect(compelled.openKinds()).toContain('explainSummons');
    doubting.record('witnessRequired', { hearingId: 'h1' }, later);
    expect(doubting.openKinds()).toContain('explainSummons');
    doubting.record('witnessReleased', { hearingId: 'h1', reason: 'notNeeded' }, later);
    expect(doubting.openKinds()).not.toContain('explainSummons');
  });

  it('is nobody’s to persuade any more once they say that they come after all', () => {
    const story = warned()
      .record('attendanceDoubted', { reason: 'refuses' }, later)
      .complete('checkWitnessSafety', 'witnessSafetyChecked', { pressure: 'no' }, later)
      .record('attendanceAnswered', { answer: 'willAttend', channel: 'phone' }, '2026-03-10T12:00:00.000Z');
    expect(story.openKinds()).not.toContain('explainSummons');
  });

  it('is made known to the prosecution the same day, whatever the reason', () => {
    for (const reason of ['refuses', 'ill', 'abroad', 'intimidated', 'cannotBeFound', 'other'] as const) {
      const story = warned().record('attendanceDoubted', { reason }, later);
      expect(londonText(story.openTask('informProsecution').dueAt)).toMatch(/10 March 2026/);
      story.complete('informProsecution', 'prosecutionInformed', {}, later);
      expect(story.openKinds()).not.toContain('informProsecution');
    }
  });

  it('is put to safeguarding within the hour when somebody leans on them, and the rungs go on until somebody acts', () => {
    const intimidated = warned().record('attendanceDoubted', { reason: 'intimidated' }, later);
    const [first] = intimidated.careRecord.tasks.filter(({ kind }) => kind === 'receiveSafetyReport');
    expect([first?.role, first?.dueAt]).toEqual(['safeguarding-officer', '2026-03-10T10:00:00.000Z']);
    expect(intimidated.openKinds()).not.toContain('checkWitnessSafety');
    intimidated.at('2026-03-10T12:30:00.000Z');
    expect(intimidated.openKinds().filter((kind) => kind === 'receiveSafetyReport')).toHaveLength(3);
    const asked = warned()
      .record('attendanceDoubted', { reason: 'ill' }, later)
      .complete('checkWitnessSafety', 'witnessSafetyChecked', { pressure: 'notSure' }, later);
    expect(asked.openKinds()).toContain('receiveSafetyReport');
    asked.complete('receiveSafetyReport', 'safetyReportReceived', {}, later);
    expect(asked.openKinds()).not.toContain('receiveSafetyReport');
  });
});

describe('what is booked for a day at court', () => {
  const ways: readonly (readonly [string, (story: PureCase) => PureCase])[] = [
    ['the witness is released', (story) => story.record('witnessReleased', { reason: 'notNeeded' }, later)],
    ['the trial is vacated', (story) => story.record('hearingVacated', { hearingId: 'h1' }, later)],
    ['the trial moves', (story) => story.record('hearingMoved', { hearingId: 'h1', on: '2026-07-06' }, later)],
    [
      'everybody charged pleads guilty',
      (story) => story.record('pleaEntered', { plea: 'guilty' }, later, { suspects: ['s1'] }),
    ],
    [
      'the prosecution stops',
      (story) => story.record('prosecutionStopped', { reason: 'discontinued' }, later, { suspects: ['s1'] }),
    ],
  ];

  it.each(ways)('is to be cancelled at once when %s', (_what, happens) => {
    const { story, id } = booked();
    expect(story.openKinds()).not.toContain('cancelArrangement');
    happens(story);
    expect(story.openTask('cancelArrangement').arrangementId).toBe(id);
    story.complete('cancelArrangement', 'arrangementCancelled', { arrangementId: id }, later);
    expect(story.openKinds()).not.toContain('cancelArrangement');
  });

  it.each(ways)(
    'is to be cancelled also when we hear a day later that %s, and it was asked for in between',
    (_what, happens) => {
      const heardAt = '2026-03-11T09:00:00.000Z';
      const story = warned().record(
        'arrangementAsked',
        { arrangement: 'travel', on: '2026-06-01', hearingId: 'h1' },
        later
      );
      const tell = story.record.bind(story);
      story.record = ((kind: never, data: never, _at: never, more: object) =>
        tell(kind, data, monday, { ...more, now: heardAt })) as typeof story.record;
      happens(story);
      expect(story.openKinds()).toContain('cancelArrangement');
    }
  );

  it('stands when the trial is listed again for the same day, or another hearing is vacated', () => {
    const { story } = booked();
    story.record('hearingListed', trial, later).record('hearingVacated', { hearingId: 'h9' }, later);
    expect(story.openKinds()).not.toContain('cancelArrangement');
  });

  it('and asked for the new day stands, while that for the old one goes', () => {
    const { story, id } = booked();
    story
      .record('hearingMoved', { hearingId: 'h1', on: '2026-07-06' }, later)
      .record(
        'arrangementAsked',
        { hearingId: 'h1', arrangement: 'travel', on: '2026-07-06' },
        '2026-03-10T11:00:00.000Z'
      );
    const toCancel = story.careRecord.tasks.filter(({ kind, closed }) => kind === 'cancelArrangement' && !closed);
    expect(toCancel.map(({ arrangementId }) => arrangementId)).toEqual([id]);
  });

  it('and is over is not called off afterwards', () => {
    const { story } = booked();
    story.at('2026-06-05T09:00:00.000Z').record('witnessReleased', { reason: 'notNeeded' }, '2026-06-05T09:00:00.000Z');
    expect(story.openKinds()).not.toContain('cancelArrangement');
  });

  it('that nobody asked for cannot be booked', () => {
    const story = warned();
    expect(() => story.record('arrangementBooked', { arrangementId: `${'0'.repeat(36)}.b1` }, later)).toThrow(
      'arrangementUnknown'
    );
  });
});

describe('after a plea of guilty', () => {
  it('somebody asks within hours whether the witness need still come, until the prosecution says', () => {
    const { story } = booked();
    story.record('pleaEntered', { plea: 'guilty' }, later, { suspects: ['s1'] });
    expect(londonText(story.openTask('confirmRelease').dueAt)).toMatch(/10 March 2026.* 1:00pm/);
    story.record('courtBailDecided', { decision: 'bailed' }, '2026-03-10T12:00:00.000Z', { suspects: ['s1'] });
    expect(londonText(story.openTask('confirmRelease').dueAt)).toMatch(/10 March 2026.* 1:00pm/);
    story.complete('confirmRelease', 'witnessReleased', { reason: 'guiltyPlea' }, later);
    expect(story.openKinds()).not.toContain('confirmRelease');
    expect(story.openKinds()).toContain('tellReleased');
  });

  it('what is arranged after it, for the sentence, is not called off by what happens later', () => {
    const { story } = booked();
    story.record('pleaEntered', { plea: 'guilty' }, later, { suspects: ['s1'] });
    const asked = story.record(
      'arrangementAsked',
      { arrangement: 'travel', on: '2026-07-01' },
      '2026-03-10T12:00:00.000Z'
    );
    const ours = `${asked.careRecord.opening.caseId}.b${asked.careRecord.facts.length}`;
    story.record('courtBailDecided', { decision: 'bailed' }, '2026-03-10T14:00:00.000Z', { suspects: ['s1'] });
    const toCancel = story.careRecord.tasks.filter(({ kind, closed }) => kind === 'cancelArrangement' && !closed);
    expect(toCancel.map(({ arrangementId }) => arrangementId)).not.toContain(ours);
    expect(toCancel).toHaveLength(1);
  });
});
