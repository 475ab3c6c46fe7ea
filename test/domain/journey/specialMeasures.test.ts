import { standing } from '../../../domain/court/witnesses/attendance';
import { careState } from '../../../domain/careState';
import { ledger } from '../../../domain/code/ledger';
import { mayComplete } from '../../../domain/mayCarryOut';
import { measureStepMissing } from '../../../domain/court/measures/mayMeasure';
import type { FactData, FactKind } from '../../../domain/fact';
import { endOfDayAfter, startOfLondonDay } from '../../../domain/time/londonTime';
import type { TaskKind } from '../../../domain/task';
import { endOfWorkingDaysAfter } from '../../../domain/time/workingDays';
import type { SpecialMeasure } from '../../../domain/vocabulary';
import { aFact, calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { anMg2, measuresUpTo } from '../measuresUpTo';

const s1 = { suspects: ['s1'] };
const court = { ...s1, source: 'court' as const };
const screens: SpecialMeasure[] = ['screens'];
const frightened = { wanted: true, measures: screens, grounds: ['fearOrDistress' as const] };

function charged(changes: Parameters<typeof PureCase.open>[0] = {}): PureCase {
  return PureCase.open({ role: 'victimAndWitness', ...changes })
    .record('availabilityGiven', { datesToAvoid: [], none: true }, after(4))
    .record('suspectCharged', { how: 'charged' }, after(4), s1);
}

const work: readonly TaskKind[] = [
  'screenSpecialMeasures',
  'referSpecialMeasures',
  'recordSpecialMeasuresConsidered',
  'recordSpecialMeasuresApplication',
  'recordSpecialMeasuresDecision',
  'reviewDeclinedMeasures',
  'checkSpecialMeasures',
  'checkMeasuresStand',
  'setRecordingDates',
  'recordRecording',
  'recordTrialAttendance',
];
const open = (witness: PureCase): TaskKind[] => witness.openKinds().filter((kind) => work.includes(kind));
const statuses = (witness: PureCase) =>
  Object.fromEntries(
    [...careState(witness.careRecord).measures.round.measures].map(([measure, { status }]) => [measure, status])
  );
const clocks = ({ careRecord }: PureCase) =>
  ledger(careRecord, careState(careRecord))
    .filter(({ obligation }) => obligation === 'cp-sm-mc' || obligation === 'cp-sm-cc')
    .map(({ settled }) => settled?.as ?? 'open');
const parked = (witness: PureCase) => witness.careRecord.facts.at(-1)?.parked;

/** What an answer to a task is refused with; undefined where it is accepted. */
function refused<K extends FactKind>(witness: PureCase, kind: TaskKind, outcome: K, data: FactData[K]) {
  const command = {
    commandId: 'refused',
    by: 'officer-1',
    taskId: witness.openTask(kind).taskId,
    outcome: aFact(outcome, data, after(50), { source: 'team' }),
  };
  return mayComplete(witness.careRecord, command);
}

function tell(witness: PureCase, at: string): PureCase {
  const about = witness.careRecord.facts.map(({ seq }) => seq);
  return witness.record('victimTold', { channel: 'phone', about }, at);
}

describe('screening for special measures', () => {
  it('is asked of a witness with the needs assessment, before anybody is charged', () => {
    const witness = PureCase.open({ role: 'witness' });
    expect(open(witness)).toEqual([]);
    const assessed = { needs: [], riskLevel: 'standard', enhancedRightsGrounds: [] } as const;
    witness.complete('assessNeeds', 'needsAssessed', { ...assessed, needs: [], enhancedRightsGrounds: [] }, after(2));
    expect(witness.openTask('screenSpecialMeasures').dueAt).toBe(endOfDayAfter(after(2), 10));
    witness.complete('screenSpecialMeasures', 'specialMeasuresScreened', frightened, after(3));
    expect(open(witness)).toEqual([]);
    witness.record('suspectCharged', { how: 'charged' }, after(30), s1);
    expect(witness.openTask('referSpecialMeasures').dueAt).toBe(endOfWorkingDaysAfter(after(30), 5, calendar));
  });

  it('is asked of everybody at the charge, but not of a business', () => {
    const victim = charged({ role: 'victim' });
    expect(open(victim)).toEqual(['screenSpecialMeasures']);
    expect(victim.openTask('screenSpecialMeasures').dueAt).toBe(endOfDayAfter(after(4), 10));
    expect(open(charged({ personKind: 'business' }))).toEqual([]);
  });

  it.each([
    ['a burglary, and no ground', {}, { measures: screens }, 'Nothing on record makes this witness eligible'],
    ['fear', {}, { measures: screens, grounds: ['fearOrDistress'] }, undefined],
    ['domestic abuse, by itself', { circumstances: ['domesticAbuse'] }, { measures: screens }, undefined],
    ['a sexual offence, by itself', { offence: { category: 'sexualOffence' } }, { measures: screens }, undefined],
    ['modern slavery, by itself', { offence: { category: 'modernSlavery' } }, { measures: screens }, undefined],
    [
      'domestic abuse, for a bystander',
      { role: 'witness', circumstances: ['domesticAbuse'] },
      { measures: screens },
      'Nothing on record',
    ],
    [
      'a weapon, for any witness',
      { role: 'witness', offence: { category: 'possessionOfWeapons' } },
      { measures: screens },
      undefined,
    ],
    [
      'a ground of the complainant’s, for a bystander',
      { role: 'witness' },
      { measures: screens, grounds: ['sexualOffence'] },
      'complainant',
    ],
    [
      'an intermediary for a frightened adult',
      {},
      { measures: ['intermediary'], grounds: ['fearOrDistress'] },
      'A witness who is not vulnerable (s.16) may not have an intermediary (s.29).',
    ],
    ['an intermediary for a child', { eighteenOn: '2030-01-01' }, { measures: ['intermediary'] }, undefined],
    [
      'aids for somebody with a disability',
      {},
      { measures: ['communicationAids'], grounds: ['physicalDisability'] },
      undefined,
    ],
    [
      'recorded cross-examination without the recorded interview',
      {},
      { measures: ['prerecordedCrossExamination'], grounds: ['fearOrDistress'] },
      'Without the recorded interview as evidence (s.27)',
    ],
    ['nothing named', {}, { measures: [], grounds: ['fearOrDistress'] }, 'Name the measures'],
  ] as const)('%s', (_, changes, said, because) => {
    const witness = charged(changes as never);
    const data = { wanted: true, ...said } as unknown as FactData['specialMeasuresScreened'];
    const refusal = refused(witness, 'screenSpecialMeasures', 'specialMeasuresScreened', data);
    if (because === undefined) expect(refusal).toBeUndefined();
    else expect(refusal).toMatchObject({ code: 'stepSkipped', because: expect.stringContaining(because) as string });
    witness.record('specialMeasuresScreened', data, after(6));
    expect(parked(witness)).toBe(because === undefined ? undefined : 'stepSkipped');
  });

  it('a child is eligible for their age while they are one, although the trial comes after their birthday (s.16(3))', () => {
    const child = charged({ eighteenOn: '2026-08-01' });
    child.record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: '2026-09-01' }, after(5), court);
    child.record('specialMeasuresScreened', { wanted: true, measures: screens }, after(6));
    expect(parked(child)).toBeUndefined();
    const grown = charged({ eighteenOn: '2026-01-01' });
    grown.record('specialMeasuresScreened', { wanted: true, measures: screens }, after(6));
    expect(parked(grown)).toBe('stepSkipped');
  });

  it('an opting out is kept with the witness’s views, and nothing is asked for', () => {
    const victim = charged({ circumstances: ['domesticAbuse'] });
    const said = { wanted: false, measures: [], optsOut: true, views: 'doesNotWant' } as const;
    victim.complete('screenSpecialMeasures', 'specialMeasuresScreened', { ...said, measures: [] }, after(6));
    expect(open(victim)).toEqual([]);
    expect(careState(victim.careRecord).measures.round.screened).toMatchObject({ optsOut: true, views: 'doesNotWant' });
  });
});

describe('special measures', () => {
  it('go from the need to the MG2, the prosecution, the court, the witness and the day of the trial', () => {
    const victim = charged();
    victim.complete('screenSpecialMeasures', 'specialMeasuresScreened', frightened, after(6));
    expect(open(victim)).toEqual(['referSpecialMeasures']);
    expect(victim.openTask('referSpecialMeasures').dueAt).toBe(endOfWorkingDaysAfter(after(6), 5, calendar));
    victim.complete('referSpecialMeasures', 'specialMeasuresReferred', anMg2(screens), after(7));
    expect(open(victim)).toEqual(['recordSpecialMeasuresConsidered']);
    const toApply = { decision: 'toApply', measures: screens } as const;
    victim.complete('recordSpecialMeasuresConsidered', 'specialMeasuresConsidered', { ...toApply }, after(8));
    expect(open(victim)).toEqual(['recordSpecialMeasuresApplication']);
    victim.complete('recordSpecialMeasuresApplication', 'specialMeasuresApplied', { measures: screens }, after(10));
    expect(open(victim)).toEqual(['recordSpecialMeasuresDecision']);
    expect(victim.openTask('recordSpecialMeasuresDecision').dueAt).toBe(endOfDayAfter(after(10), 28));
    victim.record('specialMeasuresAnswered', { answer: 'opposed', measures: [] }, after(15), court);
    expect(statuses(victim)).toEqual({ screens: 'opposed' });
    const granted = { decision: 'granted', measures: screens } as const;
    victim.complete('recordSpecialMeasuresDecision', 'specialMeasuresDecided', { ...granted }, after(20));
    expect(open(victim)).toEqual([]);
    const number = victim.careRecord.facts.length;
    const owed = victim.careRecord.tasks.filter(({ kind, closed }) => kind === 'tellVictim' && !closed);
    expect(owed.map(({ about }) => about)).toContainEqual([number]);
    victim.record('victimTold', { channel: 'phone', about: [number] }, after(21));
    expect(statuses(victim)).toEqual({ screens: 'told' });

    victim.record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: '2026-09-01' }, after(30), court);
    expect(open(victim.at(startOfLondonDay('2026-08-24')))).toEqual([]);
    expect(victim.wakeAt && victim.wakeAt <= startOfLondonDay('2026-08-25')).toBe(true);
    expect(open(victim.at(startOfLondonDay('2026-08-25')))).toEqual(['checkSpecialMeasures']);
    expect(victim.openTask('checkSpecialMeasures').dueAt).toBe(startOfLondonDay('2026-09-01'));
    const none = { hearingId: 'h1', inPlace: [], missing: screens };
    victim.complete('checkSpecialMeasures', 'specialMeasuresChecked', none, '2026-08-28T10:00:00.000Z');
    expect(open(victim)).toEqual(['checkSpecialMeasures']);
    const there = { hearingId: 'h1', inPlace: screens, missing: [] };
    victim.complete('checkSpecialMeasures', 'specialMeasuresChecked', there, '2026-08-31T10:00:00.000Z');
    expect(open(victim)).toEqual([]);
    victim.record('hearingMoved', { hearingId: 'h1', on: '2026-09-03' }, '2026-08-31T12:00:00.000Z', court);
    expect(open(victim)).toEqual(['checkSpecialMeasures']);
  });

  it('are applied for within the time of the Criminal Procedure Rules, shown as the prosecution’s', () => {
    const victim = measuresUpTo(charged(), 'toApply', after(6));
    expect(victim.openTask('recordSpecialMeasuresApplication').why).toMatchObject({ rule: 'forceStandard' });
    const pleaded = charged().record('pleaEntered', { plea: 'notGuilty' }, after(5), court);
    measuresUpTo(pleaded, 'toApply', after(6));
    expect(pleaded.openTask('recordSpecialMeasuresApplication')).toMatchObject({
      dueAt: endOfWorkingDaysAfter(after(5), 20, calendar),
      why: { rule: 'duty', fixed: { obligation: 'cp-sm-mc' } },
    });
    pleaded
      .record('sentToCrownCourt', {}, after(7), court)
      .record('pleaEntered', { plea: 'notGuilty' }, after(8), court);
    expect(pleaded.openTask('recordSpecialMeasuresApplication')).toMatchObject({
      dueAt: endOfWorkingDaysAfter(after(8), 10, calendar),
      why: { rule: 'duty', fixed: { obligation: 'cp-sm-cc' } },
    });
    pleaded.record('specialMeasuresApplied', { measures: [] }, after(9));
    expect(clocks(pleaded)).toEqual(['met', 'met', 'met']);
    pleaded.record('pleaEntered', { plea: 'notGuilty' }, after(10), { suspects: ['s2'], source: 'court' });
    expect(clocks(pleaded)).toEqual(['met', 'met', 'met', 'met']);
    pleaded.record('specialMeasuresScreened', { wanted: true, measures: ['liveLink'] }, after(11));
    pleaded.record('specialMeasuresReferred', anMg2(), after(12));
    pleaded.record('pleaEntered', { plea: 'notGuilty' }, after(12, 1), { suspects: ['s3'], source: 'court' });
    expect(clocks(pleaded)).toContain('open');
    pleaded.record('specialMeasuresConsidered', { decision: 'toApply', measures: [] }, after(13));
    pleaded.record('specialMeasuresApplied', { measures: [] }, after(14));
    expect(clocks(pleaded)).not.toContain('open');
  });

  it.each([
    ['wanted', 'specialMeasuresApplied', { measures: [] }, 'prosecution has not said'],
    ['wanted', 'specialMeasuresConsidered', { decision: 'toApply', measures: [] }, 'MG2'],
    ['referred', 'specialMeasuresDecided', { decision: 'granted', measures: [] }, 'Nobody has applied'],
    ['toApply', 'specialMeasuresDecided', { decision: 'granted', measures: screens }, 'nobody has applied'],
    ['applied', 'specialMeasuresChecked', { hearingId: 'h1', inPlace: screens, missing: [] }, 'no court has granted'],
    ['granted', 'specialMeasuresChecked', { hearingId: 'h1', inPlace: screens, missing: [] }, 'told the witness'],
    ['applied', 'specialMeasuresVaried', { decision: 'discharged', granted: [], discharged: screens }, 'no court has'],
    ['applied', 'specialMeasuresVaried', { decision: 'varied', granted: ['liveLink'], discharged: [] }, 'No court has'],
    ['applied', 'specialMeasuresApplied', { measures: ['liveLink'] }, 'live link'],
  ] as const)(
    'that are %s skip nothing: %s is kept for a person to look at, and changes nothing',
    (stage, kind, data, because) => {
      const witness = measuresUpTo(charged(), stage, after(6));
      const before = statuses(witness);
      const state = careState(witness.careRecord);
      const told = aFact(kind, data as never, after(7));
      expect(measureStepMissing(told, 'victimAndWitness', state, after(7))).toContain(because);
      witness.record(kind, data as never, after(7), s1);
      expect(parked(witness)).toBe('stepSkipped');
      expect(witness.careRecord.facts.at(-1)?.missing).toContain(because);
      expect(statuses(witness)).toEqual(before);
      expect(witness.openKinds()).toContain('reviewEvent');
    }
  );

  it('that a person lets skip, since a step was never told to us, stand as that person said', () => {
    const witness = measuresUpTo(charged(), 'referred', after(6));
    witness.record('specialMeasuresDecided', { decision: 'granted', measures: screens }, after(7), court);
    const about = witness.careRecord.facts.length;
    witness.complete('reviewEvent', 'eventReviewed', { about, decision: 'accepted' }, after(8));
    expect(statuses(witness)).toEqual({ screens: 'granted' });
  });

  it('of which a step is told late are taken as things stood when it happened', () => {
    const witness = measuresUpTo(charged(), 'applied', after(6));
    witness.record('specialMeasuresDecided', { decision: 'granted', measures: [] }, after(9), court);
    witness.record('specialMeasuresAnswered', { answer: 'notOpposed', measures: [] }, after(8), {
      ...court,
      now: after(10),
    });
    expect([parked(witness), statuses(witness)]).toEqual([undefined, { screens: 'granted' }]);
  });

  it('are decided one by one: a part grant refuses the others, and each goes its own way', () => {
    const both: SpecialMeasure[] = ['screens', 'liveLink'];
    const witness = measuresUpTo(charged(), 'applied', after(6), both);
    witness.record('specialMeasuresDecided', { decision: 'partlyGranted', measures: screens }, after(9), court);
    expect(statuses(witness)).toEqual({ screens: 'granted', liveLink: 'refused' });
    witness.record('specialMeasuresReferred', anMg2(['liveLink']), after(10));
    expect(statuses(witness)).toEqual({ screens: 'granted', liveLink: 'referred' });
    tell(witness, after(11));
    expect(statuses(witness)).toEqual({ screens: 'told', liveLink: 'referred' });
    witness.record(
      'specialMeasuresVaried',
      { decision: 'varied', granted: ['liveLink'], discharged: screens },
      after(12)
    );
    expect(statuses(witness)).toEqual({ screens: 'discharged', liveLink: 'granted' });
    witness.record('specialMeasuresOptedOut', { measures: ['liveLink'] }, after(13));
    expect(statuses(witness)).toEqual({ screens: 'discharged', liveLink: 'optedOut' });
  });

  it('for which the prosecution will not apply: the reason is shown, officer and witness are told, and may ask again', () => {
    const witness = measuresUpTo(charged(), 'referred', after(6));
    const declined = { decision: 'declined', measures: [], reason: 'moreInformationNeeded' } as const;
    witness.complete(
      'recordSpecialMeasuresConsidered',
      'specialMeasuresConsidered',
      { ...declined, measures: [] },
      after(8)
    );
    const number = witness.careRecord.facts.length;
    expect(careState(witness.careRecord).measures.round.measures.get('screens')).toMatchObject({
      status: 'declined',
      reason: 'moreInformationNeeded',
    });
    expect(open(witness)).toEqual(['reviewDeclinedMeasures']);
    expect(witness.openTask('reviewDeclinedMeasures')).toMatchObject({ about: [number] });
    const telling = witness.careRecord.tasks.filter(({ kind, closed }) => kind === 'tellVictim' && !closed);
    expect(telling.map(({ about }) => about)).toContainEqual([number]);
    witness.complete('reviewDeclinedMeasures', 'specialMeasuresReferred', anMg2(), after(9));
    expect(open(witness)).toEqual(['recordSpecialMeasuresConsidered']);
    witness.complete(
      'recordSpecialMeasuresConsidered',
      'specialMeasuresConsidered',
      { ...declined, measures: [] },
      after(10)
    );
    witness.complete('reviewDeclinedMeasures', 'specialMeasuresDeclineAccepted', {}, after(11));
    expect(open(witness)).toEqual([]);
  });

  it('that rest on age alone lapse with the eighteenth birthday, and the witness is screened again', () => {
    const child = charged({ eighteenOn: '2026-05-01' });
    child.record('specialMeasuresScreened', { wanted: true, measures: ['screens', 'prerecordedInterview'] }, after(5));
    for (const [kind, data] of [
      ['specialMeasuresReferred', anMg2()],
      ['specialMeasuresConsidered', { decision: 'toApply', measures: [] }],
      ['specialMeasuresApplied', { measures: [] }],
      ['specialMeasuresDecided', { decision: 'granted', measures: [] }],
    ] as const) {
      child.record(kind, data as never, after(6));
    }
    tell(child, after(7)).record('evidenceRecorded', { part: 'interview' }, after(8));
    expect(child.wakeAt && child.wakeAt <= startOfLondonDay('2026-05-01')).toBe(true);
    child.record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: '2026-05-04' }, after(9), court);
    expect(open(child.at('2026-04-30T12:00:00.000Z'))).toEqual(['checkSpecialMeasures']);
    child.at('2026-05-01T12:00:00.000Z');
    expect(open(child)).toEqual(['checkSpecialMeasures', 'screenSpecialMeasures']);
    const there = { hearingId: 'h1', inPlace: screens, missing: [] };
    child.record('specialMeasuresChecked', there, '2026-05-01T12:00:00.000Z');
    expect(parked(child)).toBe('stepSkipped');
    const interview = { hearingId: 'h1', inPlace: ['prerecordedInterview' as const], missing: [] };
    child.record('specialMeasuresChecked', interview, '2026-05-01T12:05:00.000Z');
    expect(parked(child)).toBeUndefined();
    child.complete(
      'screenSpecialMeasures',
      'specialMeasuresScreened',
      { wanted: false, measures: [] },
      '2026-05-01T13:00:00.000Z'
    );
    expect(open(child)).not.toContain('screenSpecialMeasures');
  });

  it('that rest on fear too do not lapse', () => {
    const child = measuresUpTo(charged({ eighteenOn: '2026-05-01' }), 'granted', after(6));
    expect(open(child.at('2026-06-01T12:00:00.000Z'))).toEqual([]);
  });

  it('that no court has directed begin again for a new trial, and what was asked for the last stays on record', () => {
    const witness = measuresUpTo(charged(), 'applied', after(6));
    witness.record('verdictGiven', { verdict: 'juryDischarged' }, after(100), court);
    expect(witness.openTask('screenSpecialMeasures').dueAt).toBe(endOfDayAfter(after(100), 10));
    const { round, earlierRounds } = careState(witness.careRecord).measures;
    expect([...round.measures]).toEqual([]);
    expect(earlierRounds.map(({ measures }) => measures.get('screens')?.status)).toEqual(['applied']);
    witness.record('specialMeasuresApplied', { measures: screens }, after(101));
    expect(parked(witness)).toBe('stepSkipped');
  });
});

describe('evidence recorded before the trial (s.28)', () => {
  const recorded: SpecialMeasure[] = ['prerecordedInterview', 'prerecordedCrossExamination'];

  it('has its own dates, is recorded, and then the witness may not be needed', () => {
    const witness = tell(measuresUpTo(charged(), 'granted', after(6), recorded), after(7));
    expect(open(witness)).toEqual(['setRecordingDates']);
    const dates = { groundRulesOn: '2026-04-10', recordingOn: '2026-04-20', editingOn: '2026-05-01' };
    witness.complete('setRecordingDates', 'recordingDatesSet', dates, after(9));
    expect(open(witness)).toEqual([]);
    expect(witness.wakeAt && witness.wakeAt <= startOfLondonDay('2026-04-20')).toBe(true);
    expect(open(witness.at('2026-04-20T09:00:00.000Z'))).toEqual(['recordRecording']);
    const moved = { recordingOn: '2026-04-27' };
    witness.complete('recordRecording', 'recordingDatesSet', moved, '2026-04-20T15:00:00.000Z');
    expect(open(witness)).toEqual([]);
    expect(careState(witness.careRecord).measures.recording.dates).toMatchObject({ ...dates, ...moved });
    witness.at('2026-04-27T09:00:00.000Z');
    const crossed = { part: 'crossExamination' } as const;
    witness.complete('recordRecording', 'evidenceRecorded', { ...crossed }, '2026-04-27T15:00:00.000Z');
    expect(open(witness)).toEqual(['recordTrialAttendance']);
    const away = { datesToAvoid: [{ fromOn: '2026-08-01', untilOn: '2026-09-30' }] };
    witness.record('availabilityGiven', away, '2026-04-28T10:00:00.000Z');
    witness.record(
      'hearingListed',
      { hearingId: 'h1', hearing: 'trial', on: '2026-09-01' },
      '2026-04-28T11:00:00.000Z',
      court
    );
    expect(witness.openKinds()).toContain('raiseAvailabilityConflict');
    const needed = { needed: false };
    witness.complete('recordTrialAttendance', 'trialAttendanceDecided', needed, '2026-04-29T10:00:00.000Z');
    expect(open(witness)).toEqual([]);
    expect(witness.openKinds().filter((kind) => kind.includes('Availability'))).toEqual([]);
    expect(open(witness.at('2026-08-28T10:00:00.000Z'))).toEqual([]);
  });

  it.each([
    [{ groundRulesOn: '2026-04-21', recordingOn: '2026-04-20' }, 'Not the recording before the ground rules hearing'],
    [{ recordingOn: '2026-04-20', editingOn: '2026-04-19' }, 'Not the editing before the recording'],
    [{ recordingOn: '2026-09-01' }, 'Section 28 is before the trial: the recording would come on its first day'],
    [{ editingOn: '2026-09-02' }, 'Section 28 is before the trial: the editing'],
    [{ groundRulesOn: '2026-04-20', recordingOn: '2026-04-20', editingOn: '2026-08-31' }, undefined],
  ] as const)('has its dates in their order, and before the trial: %j', (dates, because) => {
    const witness = tell(measuresUpTo(charged(), 'granted', after(6), recorded), after(7));
    witness.record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: '2026-09-01' }, after(8), court);
    const refusal = refused(witness, 'setRecordingDates', 'recordingDatesSet', dates);
    if (because === undefined) expect(refusal).toBeUndefined();
    else expect(refusal).toMatchObject({ code: 'stepSkipped', because: expect.stringContaining(because) as string });
  });

  it('has no recording moved past an editing that nobody moves', () => {
    const witness = tell(measuresUpTo(charged(), 'granted', after(6), recorded), after(7));
    witness.record('recordingDatesSet', { recordingOn: '2026-04-20', editingOn: '2026-05-01' }, after(8));
    expect(parked(witness.record('recordingDatesSet', { recordingOn: '2026-05-05' }, after(9)))).toBe('stepSkipped');
    const both = { recordingOn: '2026-05-05', editingOn: '2026-05-12' };
    expect(parked(witness.record('recordingDatesSet', both, after(10)))).toBeUndefined();
  });

  it('lets a recorded witness go from the trial alone: told at once, bookings for nothing; and asks anew where they are needed', () => {
    const witness = tell(measuresUpTo(charged(), 'granted', after(6), recorded), after(7));
    witness.record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: '2026-09-01' }, after(8), court);
    witness.record('hearingListed', { hearingId: 'h2', hearing: 'other', on: '2026-08-01' }, after(8), court);
    for (const hearingId of ['h1', 'h2']) {
      witness.record('witnessRequired', { hearingId }, after(9), { source: 'prosecution' });
      witness.complete(
        'askAttendance',
        'attendanceAnswered',
        { hearingId, answer: 'willAttend', channel: 'phone' },
        after(9)
      );
    }
    const travel = { arrangement: 'travel' } as const;
    witness.record('arrangementAsked', { ...travel, hearingId: 'h1', on: '2026-09-01' }, after(10));
    witness.record('arrangementAsked', { ...travel, hearingId: 'h2', on: '2026-08-01' }, after(10));
    witness.record('evidenceRecorded', { part: 'crossExamination' }, after(20));
    witness.complete('recordTrialAttendance', 'trialAttendanceDecided', { needed: false }, after(21));
    const count = (kind: string) => witness.openKinds().filter((each) => each === kind).length;
    expect([count('tellReleased'), count('cancelArrangement'), count('bookArrangement')]).toEqual([1, 1, 1]);
    expect(standing(careState(witness.careRecord).attendance).map(({ hearingId }) => hearingId)).toEqual(['h2']);
    witness.record('witnessReleased', { hearingId: 'h1', reason: 'evidenceRecorded' }, after(22));
    expect(count('tellReleased')).toBe(1);
    witness.complete('tellReleased', 'releaseTold', { channel: 'phone' }, after(22));
    expect(count('tellReleased')).toBe(0);
    witness.record('trialAttendanceDecided', { needed: true }, after(30));
    expect(count('askAttendance')).toBe(1);
    expect(count('tellReleased')).toBe(0);
  });

  it.each([
    ['recordingDatesSet', { recordingOn: '2026-04-20' }],
    ['evidenceRecorded', { part: 'crossExamination' }],
    ['trialAttendanceDecided', { needed: false }],
  ] as const)('skips nothing: %s waits for a person where no court has directed it', (kind, data) => {
    const witness = measuresUpTo(charged(), 'applied', after(6), recorded);
    expect(parked(witness.record(kind, data as never, after(7)))).toBe('stepSkipped');
  });

  it('is not asked for again at a retrial where it is recorded, but whether they come is', () => {
    const witness = tell(measuresUpTo(charged(), 'granted', after(6), recorded), after(7));
    witness.record('evidenceRecorded', { part: 'crossExamination' }, after(20));
    witness.record('trialAttendanceDecided', { needed: false }, after(21));
    witness.record('verdictGiven', { verdict: 'juryDischarged' }, after(100), court);
    expect(open(witness)).toEqual(['checkMeasuresStand', 'recordTrialAttendance']);
    expect(witness.openTask('recordTrialAttendance').dueAt).toBe(endOfWorkingDaysAfter(after(100), 5, calendar));
    const { recording } = careState(witness.careRecord).measures;
    expect([...recording.recorded.keys()]).toEqual(['crossExamination']);
    expect(recording.attendance).toBeUndefined();
  });
});
