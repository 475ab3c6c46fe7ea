import { careState } from '../../../../domain/careState';
import { measureStepMissing } from '../../../../domain/court/measures/mayMeasure';
import { ageOf } from '../../../../domain/court/measures/turningEighteen';
import { readinessOf } from '../../../../domain/court/witnesses/readiness';
import type { FactData, FactKind } from '../../../../domain/fact';
import { summaryOf } from '../../../../domain/projection/caseSummary';
import { startOfLondonDay } from '../../../../domain/time/londonTime';
import type { SpecialMeasure } from '../../../../domain/vocabulary';
import { aFact, PureCase } from '../../../support/caseBuilder';
import { after } from '../../after';
import { anMg2, measuresUpTo } from '../../measuresUpTo';

const s1 = { suspects: ['s1'] };
const court = { ...s1, source: 'court' as const };
const interview: SpecialMeasure = 'prerecordedInterview';
const crossed: SpecialMeasure = 'prerecordedCrossExamination';
const both = [interview, crossed];

function charged(changes: Parameters<typeof PureCase.open>[0] = {}): PureCase {
  return PureCase.open({ role: 'victimAndWitness', ...changes }).record(
    'suspectCharged',
    { how: 'charged' },
    after(4),
    s1
  );
}
const statuses = ({ careRecord }: PureCase) =>
  Object.fromEntries(
    [...careState(careRecord).measures.round.measures].map(([measure, { status }]) => [measure, status])
  );
const parked = (witness: PureCase) => witness.careRecord.facts.at(-1)?.parked;
const because = <K extends FactKind>({ careRecord }: PureCase, kind: K, data: FactData[K], at: string) =>
  measureStepMissing(aFact(kind, data, at), careRecord.opening.role, careState(careRecord), at);
const screening = (measures: SpecialMeasure[], more: Partial<FactData['specialMeasuresScreened']> = {}) => ({
  wanted: true,
  measures,
  grounds: ['fearOrDistress' as const],
  ...more,
});
const tell = (witness: PureCase, at: string) =>
  witness.record('victimTold', { channel: 'phone', about: witness.careRecord.facts.map(({ seq }) => seq) }, at);

describe('cross-examination recorded before the trial (s.28) is there only with the recorded interview (s.27)', () => {
  const without = 'Without the recorded interview as evidence (s.27)';

  it.each(['declined', 'refused', 'optedOut', 'discharged'] as const)(
    'is not screened for where the interview is %s',
    (how) => {
      const witness = measuresUpTo(charged(), how === 'declined' ? 'referred' : 'applied', after(6), [interview]);
      if (how === 'declined') {
        witness.record('specialMeasuresConsidered', { decision: how, measures: [], reason: 'other' }, after(7));
      }
      if (how === 'refused') witness.record('specialMeasuresDecided', { decision: how, measures: [] }, after(7), court);
      if (how === 'optedOut') witness.record('specialMeasuresOptedOut', { measures: [] }, after(7));
      if (how === 'discharged') {
        witness.record('specialMeasuresDecided', { decision: 'granted', measures: [] }, after(7), court);
        const gone = { decision: how, granted: [], discharged: [interview] };
        witness.record('specialMeasuresVaried', gone, after(8), court);
      }
      expect(statuses(witness)).toEqual({ prerecordedInterview: how });
      expect(because(witness, 'specialMeasuresScreened', screening([crossed]), after(9))).toContain(without);
      expect(because(witness, 'specialMeasuresScreened', screening(both), after(9))).toBeUndefined();
    }
  );

  it('is not screened for where the interview was wanted and is named no more', () => {
    const witness = measuresUpTo(charged(), 'wanted', after(6), [interview]);
    expect(because(witness, 'specialMeasuresScreened', screening([crossed]), after(7))).toContain(without);
  });

  it('takes no step that the interview has not taken', () => {
    const witness = measuresUpTo(charged(), 'wanted', after(6), both);
    expect(because(witness, 'specialMeasuresReferred', anMg2([crossed]), after(7))).toContain(without);
    witness.record('specialMeasuresReferred', anMg2(), after(7));
    const toApply = (measures: SpecialMeasure[]) => ({ decision: 'toApply' as const, measures });
    expect(because(witness, 'specialMeasuresConsidered', toApply([crossed]), after(8))).toContain(without);
    witness.record('specialMeasuresConsidered', toApply([]), after(8));
    expect(because(witness, 'specialMeasuresApplied', { measures: [crossed] }, after(9))).toContain(without);
    witness.record('specialMeasuresApplied', { measures: [] }, after(9));
    const part = { decision: 'partlyGranted' as const, measures: [crossed] };
    expect(because(witness, 'specialMeasuresDecided', part, after(10))).toContain(without);
    expect(because(witness, 'specialMeasuresDecided', { ...part, measures: [interview] }, after(10))).toBeUndefined();
    witness.record('specialMeasuresDecided', { ...part, measures: [interview] }, after(10), court);
    expect(statuses(witness)).toEqual({ prerecordedInterview: 'granted', prerecordedCrossExamination: 'refused' });
  });

  it('ends with the interview: who opts out of that, or discharges it, names both', () => {
    const witness = measuresUpTo(charged(), 'granted', after(6), ['screens', ...both]);
    const rests = 'rests on the recorded interview as evidence (s.27): name both';
    expect(because(witness, 'specialMeasuresOptedOut', { measures: [interview] }, after(7))).toContain(rests);
    const discharged = { decision: 'discharged' as const, granted: [], discharged: [interview] };
    expect(because(witness, 'specialMeasuresVaried', discharged, after(7))).toContain(rests);
    expect(statuses(witness)).toMatchObject({
      prerecordedInterview: 'granted',
      prerecordedCrossExamination: 'granted',
    });
    witness.record('specialMeasuresOptedOut', { measures: both }, after(7));
    expect(statuses(witness)).toMatchObject({
      screens: 'granted',
      prerecordedInterview: 'optedOut',
      prerecordedCrossExamination: 'optedOut',
    });
    const again = { decision: 'varied' as const, granted: [crossed], discharged: [] };
    expect(because(witness, 'specialMeasuresVaried', again, after(8))).toContain(without);
  });

  it('that a court did grant without it stands, once a person has read that it did', () => {
    const witness = measuresUpTo(charged(), 'applied', after(6), both);
    witness.record('specialMeasuresDecided', { decision: 'partlyGranted', measures: [crossed] }, after(7), court);
    const about = witness.careRecord.facts.length;
    expect(parked(witness)).toBe('stepSkipped');
    witness.complete('reviewEvent', 'eventReviewed', { about, decision: 'accepted' }, after(8));
    expect(statuses(witness)).toEqual({ prerecordedInterview: 'refused', prerecordedCrossExamination: 'granted' });
  });
});

describe('a witness who becomes 18', () => {
  const birthday = '2026-05-01';
  const all: SpecialMeasure[] = ['screens', ...both];

  function aChild(measures: SpecialMeasure[] = all): PureCase {
    const child = charged({ eighteenOn: birthday });
    child.record('specialMeasuresScreened', { wanted: true, measures }, after(5));
    for (const [kind, data] of [
      ['specialMeasuresReferred', anMg2()],
      ['specialMeasuresConsidered', { decision: 'toApply', measures: [] }],
      ['specialMeasuresApplied', { measures: [] }],
      ['specialMeasuresDecided', { decision: 'granted', measures: [] }],
    ] as const) {
      child.record(kind, data as never, after(6));
    }
    return tell(child, after(7));
  }
  const shown = ({ careRecord }: PureCase) =>
    Object.fromEntries(
      (summaryOf(careRecord).specialMeasures ?? []).map(({ measure, status, lapsesOn }) => [
        measure,
        lapsesOn ?? status,
      ])
    );

  it.each([
    ['nothing', [], 'told', birthday],
    ['the interview', ['interview'], 'told', birthday],
    ['the cross-examination', ['interview', 'crossExamination'], 'told', 'told'],
  ] as const)('keeps of a direction what was recorded by then, s.21(9): %s', (_, parts, first, second) => {
    const child = aChild();
    parts.forEach((part) => child.record('evidenceRecorded', { part }, after(8)));
    expect(shown(child)).toEqual({
      screens: birthday,
      prerecordedInterview: first,
      prerecordedCrossExamination: second,
    });
  });

  it('does not keep what was recorded on the birthday or after it', () => {
    const child = aChild();
    child.record('evidenceRecorded', { part: 'interview' }, after(8));
    child.record('evidenceRecorded', { part: 'crossExamination' }, startOfLondonDay(birthday));
    expect([parked(child), shown(child)]).toMatchObject([
      'stepSkipped',
      { prerecordedInterview: 'told', prerecordedCrossExamination: 'lapsed' },
    ]);
  });

  it('keeps everything where they had begun to give evidence, s.21(8)(b)', () => {
    const child = aChild();
    child.record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: '2026-04-30' }, after(9), court);
    child.record('witnessRequired', { hearingId: 'h1' }, after(9), { source: 'prosecution' });
    const day = { hearingId: 'h1', on: '2026-04-30', attendance: 'attended' as const };
    child.record('attendanceRecorded', { ...day, calledAt: '2026-04-30T13:00:00.000Z' }, '2026-04-30T15:00:00.000Z');
    child.record('specialMeasuresDeclineAccepted', {}, '2026-05-01T12:00:00.000Z');
    expect(statuses(child)).toMatchObject({ screens: 'told' });
  });

  const day = { on: '2026-04-30', attendance: 'attended' as const, calledAt: '2026-04-30T13:00:00.000Z' };

  it('keeps it too where that was written down after the birthday', () => {
    const late = aChild();
    late.record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: '2026-04-30' }, after(9), court);
    late.record('witnessRequired', { hearingId: 'h1' }, after(9), { source: 'prosecution' });
    late.record('specialMeasuresDeclineAccepted', {}, '2026-05-01T12:00:00.000Z');
    expect(statuses(late)).toMatchObject({ screens: 'lapsed' });
    late.record('attendanceRecorded', { hearingId: 'h1', ...day }, '2026-05-04T10:00:00.000Z');
    expect(statuses(late)).toMatchObject({ screens: 'told' });
    expect(late.openKinds()).not.toContain('screenSpecialMeasures');
  });

  it('has begun in the same proceedings where a jury was discharged since', () => {
    const again = aChild();
    again.record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: '2026-04-30' }, after(9), court);
    again.record('witnessRequired', { hearingId: 'h1' }, after(9), { source: 'prosecution' });
    again.record('attendanceRecorded', { hearingId: 'h1', ...day }, '2026-04-30T15:00:00.000Z');
    again.record('verdictGiven', { verdict: 'juryDischarged' }, '2026-04-30T16:00:00.000Z', court);
    const { careRecord } = again.at('2026-05-02T10:00:00.000Z');
    const age = ageOf('victimAndWitness', careState(careRecord), '2026-05-02');
    expect(age.hasBegun).toBe(true);
  });

  it.each([
    ['their birthday itself', { on: birthday, calledAt: '2026-05-01T10:00:00.000Z' }],
    ['a day on which nobody called them', { on: '2026-04-30' }],
  ] as const)('keeps nothing for %s', (_, day) => {
    const child = aChild(['screens']);
    child.record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: '2026-04-30' }, after(9), court);
    child.record('witnessRequired', { hearingId: 'h1' }, after(9), { source: 'prosecution' });
    child.record('attendanceRecorded', { ...day, attendance: 'attended' }, '2026-05-04T10:00:00.000Z');
    expect(statuses(child)).toEqual({ screens: 'lapsed' });
  });

  it('needs a new way to court for a reason that is found later: it does not bring back what has ended', () => {
    const child = aChild(['screens']).at('2026-05-01T12:00:00.000Z');
    const afraid = { wanted: true, measures: ['screens' as const], grounds: ['fearOrDistress' as const] };
    child.complete('screenSpecialMeasures', 'specialMeasuresScreened', afraid, '2026-05-01T13:00:00.000Z');
    expect(statuses(child)).toEqual({ screens: 'wanted' });
    expect(child.openKinds()).toContain('referSpecialMeasures');
    child.record('specialMeasuresReferred', anMg2(), '2026-05-02T10:00:00.000Z');
    child.record('specialMeasuresConsidered', { decision: 'toApply', measures: [] }, '2026-05-02T11:00:00.000Z');
    child.record('specialMeasuresApplied', { measures: [] }, '2026-05-02T12:00:00.000Z');
    child.record('specialMeasuresDecided', { decision: 'granted', measures: [] }, '2026-05-03T12:00:00.000Z', court);
    expect(shown(child)).toEqual({ screens: 'granted' });
  });

  it.each([
    ['2026-04-30', undefined],
    [birthday, 'witness-care-officer'],
  ] as const)('is not ready for a trial on %s with what ends before it', (on, owes) => {
    const child = aChild(['screens']);
    child.record('hearingListed', { hearingId: 'h1', hearing: 'trial', on }, after(9), court);
    child.record('witnessRequired', { hearingId: 'h1' }, after(9), { source: 'prosecution' });
    const [trial] = readinessOf(careState(child.careRecord), 'victimAndWitness');
    expect(trial?.missing.find(({ item }) => item === 'specialMeasures')?.owes).toBe(owes);
  });

  it('has of a direction that a court gives after the birthday what the court says', () => {
    const child = aChild(['screens']);
    const varied = { decision: 'varied' as const, granted: ['liveLink' as const], discharged: [] };
    child.record('specialMeasuresVaried', varied, '2026-05-04T12:00:00.000Z', court);
    expect(statuses(child)).toEqual({ screens: 'lapsed', liveLink: 'granted' });
    expect(shown(child)).toMatchObject({ liveLink: 'granted' });
  });

  it('may have the interview alone that was recorded before, s.22', () => {
    const grown = charged({ eighteenOn: '2026-02-20' });
    grown.record('evidenceRecorded', { part: 'interview' }, '2026-02-10T10:00:00.000Z', { now: after(5) });
    expect(summaryOf(grown.careRecord).careDetails?.measureEligibility).toEqual({
      grounds: [{ ground: 'recordedUnder18', section: 's.22', group: 'vulnerable' }],
      measures: [interview],
    });
    const asked = (measures: SpecialMeasure[]) =>
      because(grown, 'specialMeasuresScreened', { wanted: true, measures }, after(6));
    expect(asked([interview])).toBeUndefined();
    expect(asked(both)).toContain('s.22');
    expect(asked(['screens'])).toContain('does not open screens (s.23)');
    const child = { wanted: true, measures: ['screens' as const], grounds: ['under18' as const] };
    expect(because(grown, 'specialMeasuresScreened', child, after(6))).toContain('for a child');
  });
});

describe('evidence in private (s.25)', () => {
  const shown = ({ careRecord }: PureCase) => summaryOf(careRecord).careDetails?.measureEligibility?.measures;

  it('is among what a case shows as open only where it is', () => {
    expect(shown(charged({ offence: { category: 'possessionOfWeapons' } }))).not.toContain('evidenceInPrivate');
    expect(shown(charged({ circumstances: ['domesticAbuse'] }))).toContain('evidenceInPrivate');
    const feared = charged({ offence: { category: 'possessionOfWeapons' } });
    feared.record('specialMeasuresScreened', screening(['screens'], { intimidationFeared: true }), after(5));
    expect(shown(feared)).toContain('evidenceInPrivate');
  });

  const inPrivate = (changes: Parameters<typeof PureCase.open>[0], more = {}) =>
    because(charged(changes), 'specialMeasuresScreened', screening(['evidenceInPrivate'], more), after(6));

  it.each([
    ['a burglary', {}, {}, 'There is evidence in private (s.25) for'],
    ['a knife', { offence: { category: 'possessionOfWeapons' } }, {}, 'There is evidence in private (s.25) for'],
    ['intimidation by others', {}, { intimidationFeared: true }, undefined],
    ['a sexual offence', { offence: { category: 'sexualOffence' } }, {}, undefined],
    ['modern slavery', { circumstances: ['modernSlavery'] }, {}, undefined],
    ['domestic abuse', { circumstances: ['domesticAbuse'] }, {}, undefined],
    [
      'domestic abuse, of which they are a bystander',
      { role: 'witness', circumstances: ['domesticAbuse'] },
      {},
      undefined,
    ],
    ['domestic abuse, as an officer says', {}, { grounds: ['domesticAbuse'] }, undefined],
  ] as const)('where the offence, or fear of others, allows it: %s', (_, changes, more, sentence) => {
    const said = inPrivate(changes as never, more);
    if (sentence === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(sentence);
  });

  it('is screened for again without saying twice who is feared', () => {
    const witness = charged();
    const feared = screening(['evidenceInPrivate'], { intimidationFeared: true });
    witness.record('specialMeasuresScreened', feared, after(5));
    const again = screening(['evidenceInPrivate', 'screens']);
    expect(because(witness, 'specialMeasuresScreened', again, after(6))).toBeUndefined();
  });
});

describe('eligible without more', () => {
  const eligibility = ({ careRecord }: PureCase) =>
    summaryOf(careRecord).careDetails?.measureEligibility?.grounds.map(({ ground }) => ground);

  it('is every witness to a killing or wounding with a gun or a knife (s.17(5)), also where that is said later', () => {
    const killed = charged({
      role: 'witness',
      offence: { category: 'homicide' },
      circumstances: ['death', 'gunOrKnifeOffence'],
    });
    expect(eligibility(killed)).toEqual(['gunOrKnifeOffence']);
    const wounded = charged({ role: 'witness', offence: { category: 'violenceAgainstThePerson' } });
    expect(eligibility(wounded)).toBeUndefined();
    const amended = { amendment: 1, changed: ['circumstances'], circumstances: ['gunOrKnifeOffence' as const] };
    expect(eligibility(wounded.record('reportAmended', amended, after(5)))).toEqual(['gunOrKnifeOffence']);
  });

  it('is nobody who opted out of it, unless for something else, until they are screened again', () => {
    const victim = charged({ circumstances: ['domesticAbuse'] });
    victim.record('specialMeasuresScreened', { wanted: false, measures: [], optsOut: true }, after(5));
    expect(eligibility(victim)).toBeUndefined();
    const screens: SpecialMeasure[] = ['screens'];
    const still = { wanted: true, measures: screens, optsOut: true };
    expect(because(victim, 'specialMeasuresScreened', still, after(6))).toContain('opts out');
    const afraid = { ...still, grounds: ['fearOrDistress' as const] };
    expect(because(victim, 'specialMeasuresScreened', afraid, after(6))).toBeUndefined();
    victim.record('specialMeasuresScreened', { wanted: true, measures: screens }, after(7));
    expect([parked(victim), eligibility(victim)]).toEqual([undefined, ['domesticAbuse']]);
  });

  it('a child who opted out of it loses with the eighteenth birthday what rests on age alone', () => {
    const child = charged({ eighteenOn: '2026-05-01', circumstances: ['domesticAbuse'] });
    child.record('specialMeasuresScreened', { wanted: true, measures: ['screens'], optsOut: true }, after(5));
    expect(parked(child)).toBeUndefined();
    for (const [kind, data] of [
      ['specialMeasuresReferred', anMg2()],
      ['specialMeasuresConsidered', { decision: 'toApply', measures: [] }],
      ['specialMeasuresApplied', { measures: [] }],
      ['specialMeasuresDecided', { decision: 'granted', measures: [] }],
    ] as const) {
      child.record(kind, data as never, after(6));
    }
    child.record('specialMeasuresDeclineAccepted', {}, '2026-05-01T12:00:00.000Z');
    expect(statuses(child)).toEqual({ screens: 'lapsed' });
  });
});
