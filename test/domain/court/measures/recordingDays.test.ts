import { calendarOf } from '../../../../api/diary/calendarFeed';
import { avoidedBy } from '../../../../domain/court/availability/projectedAvailability';
import { diaryOf } from '../../../../domain/court/diary';
import { summaryOf } from '../../../../domain/projection/caseSummary';
import { endOfWorkingDaysAfter } from '../../../../domain/time/workingDays';
import { calendar, PureCase } from '../../../support/caseBuilder';
import { after } from '../../after';
import { measuresUpTo } from '../../measuresUpTo';

const s1 = { suspects: ['s1'] };
const court = { ...s1, source: 'court' as const };
const away = { datesToAvoid: [{ fromOn: '2026-04-18', untilOn: '2026-04-22', why: 'holiday' as const }] };
const dates = { groundRulesOn: '2026-04-10', recordingOn: '2026-04-20' };

/** A witness whose cross-examination a court has directed to be recorded. */
function directed(caseId = 'c1', avoids: { datesToAvoid: object[] } = away): PureCase {
  const witness = PureCase.open({ caseId, role: 'witness' })
    .record('availabilityGiven', avoids as typeof away, after(4))
    .record('courtCaseLinked', { urn: '41AA1000001' }, after(4))
    .record('suspectCharged', { how: 'charged' }, after(4), s1);
  const measures = ['prerecordedInterview', 'prerecordedCrossExamination'] as const;
  return measuresUpTo(witness, 'granted', after(6), [...measures]);
}

const discharged = { decision: 'discharged', granted: [], discharged: ['prerecordedCrossExamination'] };
const isRaised = (witness: PureCase) => witness.openKinds().includes('raiseAvailabilityConflict');

describe('a witness who cannot come on the day of their recording (s.28)', () => {
  it('is raised with the prosecution and the court at once, as with a trial', () => {
    const witness = directed().record('recordingDatesSet', dates, after(8));
    expect(witness.openTask('raiseAvailabilityConflict')).toMatchObject({
      dueAt: endOfWorkingDaysAfter(after(8), 1, calendar),
      about: [witness.careRecord.facts.at(-1)?.seq],
    });
  });

  it.each([
    ['the recording is the day after', { recordingOn: '2026-04-23' }, false],
    ['the recording is on their last day away', { recordingOn: '2026-04-22' }, true],
    ['only further questioning meets it', { recordingOn: '2026-04-17', furtherQuestioningOn: '2026-04-20' }, true],
    ['only the ground rules hearing, to which no witness comes', { groundRulesOn: '2026-04-20' }, false],
    ['only the editing', { recordingOn: '2026-04-17', editingOn: '2026-04-20' }, false],
  ])('%s: %j raised: %s', (_, set, raised) => {
    expect(isRaised(directed().record('recordingDatesSet', set, after(8)))).toBe(raised);
  });

  it('is raised too where they say so after the day was set', () => {
    const witness = directed('c1', { datesToAvoid: [] }).record('recordingDatesSet', dates, after(8));
    expect(isRaised(witness)).toBe(false);
    expect(isRaised(witness.record('availabilityGiven', away, after(9)))).toBe(true);
  });

  it('is raised no more once the recording is moved, and again where it is moved to another such day', () => {
    const witness = directed().record('recordingDatesSet', dates, after(8));
    expect(isRaised(witness.record('recordingDatesSet', { recordingOn: '2026-04-27' }, after(9)))).toBe(false);
    expect(isRaised(witness.record('recordingDatesSet', { recordingOn: '2026-04-21' }, after(10)))).toBe(true);
  });

  it('is answered by what the court said, for that day alone', () => {
    const witness = directed().record('recordingDatesSet', dates, after(8));
    const kept = { hearingId: 'recordedCrossExamination', on: '2026-04-20', answer: 'witnessCanCome', by: 'court' };
    witness.complete('raiseAvailabilityConflict', 'availabilityConflictAnswered', kept as never, after(9));
    expect(isRaised(witness)).toBe(false);
    expect(isRaised(witness.record('recordingDatesSet', { editingOn: '2026-05-01' }, after(10)))).toBe(false);
    expect(isRaised(witness.record('recordingDatesSet', { recordingOn: '2026-04-21' }, after(11)))).toBe(true);
  });

  it.each([
    ['they no longer want it', 'specialMeasuresOptedOut', { measures: ['prerecordedCrossExamination'] }],
    ['the trial is off', 'pleaEntered', { plea: 'guilty' }],
    ['it has been recorded', 'evidenceRecorded', { part: 'crossExamination' }],
  ] as const)('is not raised any more where %s', (_, kind, data) => {
    const witness = directed().record('recordingDatesSet', dates, after(8));
    expect(isRaised(witness)).toBe(true);
    expect(isRaised(witness.record(kind, data as never, after(9), court))).toBe(false);
  });
});

describe('a recorded witness who is not needed at the trial', () => {
  const again = '2026-05-20';
  const recorded = (avoids: object[] = []) =>
    directed('c1', { datesToAvoid: avoids })
      .record('recordingDatesSet', { recordingOn: '2026-04-20', furtherQuestioningOn: again }, after(8))
      .record('evidenceRecorded', { part: 'crossExamination' }, '2026-04-20T14:00:00.000Z', court)
      .record('trialAttendanceDecided', { needed: false }, '2026-04-21T10:00:00.000Z');
  const holiday = { fromOn: again, untilOn: '2026-05-25', why: 'holiday' as const };

  it('is still raised where they cannot come to the further questioning, until its day is over', () => {
    const witness = recorded([holiday]);
    expect(isRaised(witness)).toBe(true);
    expect(witness.wakeAt && witness.wakeAt <= '2026-05-20T23:00:00.000Z').toBe(true);
    expect(isRaised(witness.at('2026-05-20T12:00:00.000Z'))).toBe(true);
    expect(isRaised(witness.at('2026-05-21T12:00:00.000Z'))).toBe(false);
  });

  it('is raised where they say so later, and no more once the court has moved it', () => {
    const witness = recorded();
    expect(isRaised(witness)).toBe(false);
    witness.record('availabilityGiven', { datesToAvoid: [holiday] }, '2026-04-22T10:00:00.000Z');
    expect(isRaised(witness)).toBe(true);
    witness.record('recordingDatesSet', { furtherQuestioningOn: '2026-05-29' }, '2026-04-23T10:00:00.000Z', court);
    expect(isRaised(witness)).toBe(false);
  });

  it('is not raised for the trial, and nobody asks for dates', () => {
    const witness = recorded([holiday]);
    const trial = { hearingId: 'h1', hearing: 'trial' as const, on: '2026-05-22' };
    witness.record('hearingListed', trial, '2026-04-23T10:00:00.000Z', court);
    const raised = witness.careRecord.tasks.filter(
      ({ kind, closed }) => kind === 'raiseAvailabilityConflict' && !closed
    );
    expect(raised.map(({ about }) => about)).toEqual([
      [witness.careRecord.facts.find(({ kind }) => kind === 'recordingDatesSet')?.seq],
    ]);
    expect(witness.openKinds()).not.toContain('sendAvailability');
    expect(witness.openKinds()).not.toContain('askAvailability');
  });
});

describe('the days on which the court records a witness', () => {
  const shown = ({ careRecord }: PureCase) => summaryOf(careRecord).availability;
  const free = { datesToAvoid: [], none: true };
  const set = (changes: object, avoids: { datesToAvoid: object[] } = free) =>
    directed('c1', avoids).record('recordingDatesSet', changes as typeof dates, after(8));

  it('are taken: no trial can have them there, who has no other dates to avoid', () => {
    const witness = set({ ...dates, furtherQuestioningOn: '2026-05-20', editingOn: '2026-05-28' });
    expect(shown(witness)).toMatchObject({ unavailable: [], takenOn: ['2026-04-20', '2026-05-20'] });
    expect(avoidedBy(shown(witness))).toEqual([
      { fromOn: '2026-04-20', untilOn: '2026-04-20' },
      { fromOn: '2026-05-20', untilOn: '2026-05-20' },
    ]);
  });

  it('stand beside the dates to avoid, and are known of who has not been asked', () => {
    expect(avoidedBy(shown(set({ recordingOn: '2026-04-27' }, away)))).toEqual([
      { fromOn: '2026-04-18', untilOn: '2026-04-22' },
      { fromOn: '2026-04-27', untilOn: '2026-04-27' },
    ]);
    const unasked = PureCase.open({ role: 'witness' }).record('suspectCharged', { how: 'charged' }, after(4), s1);
    measuresUpTo(unasked, 'granted', after(6), ['prerecordedInterview', 'prerecordedCrossExamination']);
    expect(avoidedBy(shown(unasked))).toBeUndefined();
    unasked.record('recordingDatesSet', dates, after(8));
    expect(shown(unasked)).toEqual({ unavailable: [], takenOn: ['2026-04-20'] });
    expect(avoidedBy(shown(unasked))).toEqual([{ fromOn: '2026-04-20', untilOn: '2026-04-20' }]);
  });

  it.each([
    ['it has been recorded', 'evidenceRecorded', { part: 'crossExamination' }],
    ['its direction is discharged', 'specialMeasuresVaried', discharged],
  ] as const)('are free again once %s', (_, kind, data) => {
    const witness = set(dates).record(kind, data as never, after(10), court);
    expect(shown(witness)).not.toHaveProperty('takenOn');
  });
});

describe('the recording in the court diary', () => {
  const diary = (...cases: PureCase[]) =>
    diaryOf(
      cases.map(({ careRecord }) => summaryOf(careRecord)),
      '2026-04-01',
      '2026-05-30'
    );
  const feed = (...cases: PureCase[]) => calendarOf(diary(...cases), after(20));
  const uids = (text: string) => text.match(/^UID:.*$/gm);

  it('stands with its ground rules hearing on their days', () => {
    const witness = directed().record('recordingDatesSet', dates, after(8));
    expect(diary(witness)).toMatchObject([
      { hearing: 'groundRulesHearing', on: '2026-04-10', cancelled: false, urns: ['41AA1000001'] },
      { hearing: 'recordedCrossExamination', on: '2026-04-20', cancelled: false, cases: [{ caseId: 'c1' }] },
    ]);
    expect(feed(witness)).toContain('SUMMARY:Ground rules hearing (section 28): 41AA1000001');
    expect(feed(witness)).toContain('SUMMARY:Recorded cross-examination (section 28): 41AA1000001');
  });

  it('is each witness’s own', () => {
    const set = (caseId: string) => directed(caseId).record('recordingDatesSet', dates, after(8));
    expect(new Set(uids(feed(set('c1'), set('c2')))).size).toBe(4);
  });

  it('moves under the same UID and a higher SEQUENCE, and is cancelled with its direction', () => {
    const witness = directed().record('recordingDatesSet', { recordingOn: '2026-04-20' }, after(8));
    const [before, uid] = [diary(witness)[0], uids(feed(witness))];
    witness.record('recordingDatesSet', { recordingOn: '2026-04-27' }, after(9));
    const [moved] = diary(witness);
    expect(moved).toMatchObject({ on: '2026-04-27', cancelled: false });
    expect(moved?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    const off = { decision: 'discharged', granted: [], discharged: ['prerecordedCrossExamination'] } as const;
    witness.record('specialMeasuresVaried', off as never, after(10), court);
    const [cancelled] = diary(witness);
    expect(cancelled).toMatchObject({ on: '2026-04-27', cancelled: true });
    expect(cancelled?.sequence).toBeGreaterThan(moved?.sequence ?? 0);
    expect(feed(witness)).toContain('STATUS:CANCELLED');
    expect(uids(feed(witness))).toEqual(uid);
  });

  it('is cancelled where the trial is off, and what was recorded before stays', () => {
    const guilty = (witness: PureCase, at: string) => witness.record('pleaEntered', { plea: 'guilty' }, at, court);
    const witness = directed().record('recordingDatesSet', dates, after(8));
    expect(diary(guilty(witness, after(9))).map(({ cancelled }) => cancelled)).toEqual([true, true]);
    const done = directed().record('recordingDatesSet', dates, after(8));
    done.record('evidenceRecorded', { part: 'crossExamination' }, '2026-04-20T14:00:00.000Z', court);
    expect(diary(guilty(done, '2026-04-28T10:00:00.000Z')).map(({ cancelled }) => cancelled)).toEqual([false, false]);
  });
});
