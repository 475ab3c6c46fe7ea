import { careState } from '../../../domain/careState';
import { endOfDayAfter } from '../../../domain/time/londonTime';
import { endOfWorkingDaysAfter } from '../../../domain/time/workingDays';
import type { SpecialMeasure } from '../../../domain/vocabulary';
import { calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { anMg2, measuresUpTo } from '../measuresUpTo';

const court = { suspects: ['s1'], source: 'court' as const };
const screens: SpecialMeasure[] = ['screens'];
const optsOut = { wanted: false, measures: [], optsOut: true } as { wanted: boolean; measures: SpecialMeasure[] };

const charged = () =>
  PureCase.open({ role: 'victimAndWitness' }).record('suspectCharged', { how: 'charged' }, after(4), {
    suspects: ['s1'],
  });
const measures = ({ careRecord }: PureCase) => careState(careRecord).measures.round.measures;
const asked = (witness: PureCase) =>
  witness.openKinds().filter((kind) => /Measures|OptOut|recordSpecial/.test(kind) && kind !== 'checkSpecialMeasures');

describe('a witness who opts out of special measures that are under way', () => {
  it.each(['wanted', 'referred', 'toApply', 'applied', 'granted'] as const)(
    'ends what was %s, screened again without any',
    (stage) => {
      const witness = measuresUpTo(charged(), stage, after(6), ['screens', 'liveLink']);
      witness.record('specialMeasuresScreened', optsOut, after(10));
      const left = [...measures(witness).values()].map(({ status }) => status);
      expect(left.every((status) => status === 'optedOut')).toBe(true);
      expect(asked(witness)).toEqual(stage === 'wanted' ? [] : ['passOnOptOut']);
    }
  );

  it('ends it too where they say that they do not want any', () => {
    const witness = measuresUpTo(charged(), 'applied', after(6));
    const said = { wanted: false, measures: [], views: 'doesNotWant' } as const;
    witness.record('specialMeasuresScreened', { ...said, measures: [] }, after(10));
    expect(asked(witness)).toEqual(['passOnOptOut']);
  });

  it('keeps what is under way where nobody says that they opt out', () => {
    const witness = measuresUpTo(charged(), 'applied', after(6));
    witness.record('specialMeasuresScreened', { wanted: false, measures: [], views: 'notAsked' }, after(10));
    expect(asked(witness)).toEqual(['recordSpecialMeasuresDecision']);
  });

  it('is told to the prosecution and the court in a working day, and no more where the court has directed nothing', () => {
    const witness = measuresUpTo(charged(), 'applied', after(6));
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(10));
    expect(witness.openTask('passOnOptOut')).toMatchObject({
      dueAt: endOfWorkingDaysAfter(after(10), 1, calendar),
      about: [witness.careRecord.facts.at(-1)?.seq],
    });
    witness.complete('passOnOptOut', 'specialMeasuresOptOutPassedOn', {}, after(11));
    expect(asked(witness)).toEqual([]);
  });

  it('a direction stands until the court discharges it (s.20): that is asked until it does', () => {
    const witness = measuresUpTo(charged(), 'granted', after(6));
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(10));
    witness.complete('passOnOptOut', 'specialMeasuresOptOutPassedOn', {}, after(11));
    expect(asked(witness)).toEqual(['recordMeasuresDischarge']);
    expect(witness.openTask('recordMeasuresDischarge').dueAt).toBe(endOfDayAfter(after(11), 28));
    const off = { decision: 'discharged' as const, granted: [], discharged: screens };
    witness.complete('recordMeasuresDischarge', 'specialMeasuresVaried', off, after(20));
    expect(measures(witness).get('screens')?.status).toBe('discharged');
    expect(asked(witness)).toEqual([]);
  });

  it('no court discharges what it had not directed', () => {
    const witness = measuresUpTo(charged(), 'applied', after(6));
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(10));
    witness.record(
      'specialMeasuresVaried',
      { decision: 'discharged', granted: [], discharged: screens },
      after(11),
      court
    );
    expect(witness.careRecord.facts.at(-1)?.parked).toBe('stepSkipped');
  });

  it('is passed on again where they opt out of another measure later', () => {
    const witness = measuresUpTo(charged(), 'granted', after(6), ['screens', 'liveLink']);
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(10));
    witness.complete('passOnOptOut', 'specialMeasuresOptOutPassedOn', {}, after(11));
    witness.record('specialMeasuresOptedOut', { measures: ['liveLink'] }, after(12));
    expect(asked(witness).sort()).toEqual(['passOnOptOut', 'recordMeasuresDischarge']);
  });
});

describe('a witness who wants again what they had opted out of', () => {
  const wantsAgain = { wanted: true, measures: screens, grounds: ['fearOrDistress' as const] };
  const tell = (witness: PureCase, at: string) =>
    witness.record('victimTold', { channel: 'phone', about: witness.careRecord.facts.map(({ seq }) => seq) }, at);
  const status = (witness: PureCase) => measures(witness).get('screens')?.status;

  it.each([
    ['granted', (witness: PureCase) => witness],
    ['told', (witness: PureCase) => tell(witness, after(7))],
    [
      'inPlace',
      (witness: PureCase) =>
        tell(witness, after(7)).record(
          'specialMeasuresChecked',
          { hearingId: 'h1', inPlace: screens, missing: [] },
          after(8)
        ),
    ],
  ] as const)('has it as it was, %s: the direction stands, and no officer writes an MG2', (expected, come) => {
    const witness = come(measuresUpTo(charged(), 'granted', after(6)));
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(10));
    witness.complete('passOnOptOut', 'specialMeasuresOptOutPassedOn', {}, after(11));
    witness.record('specialMeasuresScreened', wantsAgain, after(12));
    expect(status(witness)).toBe(expected);
    expect(asked(witness)).toEqual(['passOnMeasuresWantedAgain']);
  });

  it('is told to the prosecution and the court in a working day, once for each change of mind', () => {
    const witness = tell(measuresUpTo(charged(), 'granted', after(6)), after(7));
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(10));
    witness.record('specialMeasuresScreened', wantsAgain, after(10, 1));
    expect(witness.openTask('passOnMeasuresWantedAgain')).toMatchObject({
      dueAt: endOfWorkingDaysAfter(after(10, 1), 1, calendar),
      about: [witness.careRecord.facts.at(-1)?.seq],
    });
    witness.complete('passOnMeasuresWantedAgain', 'specialMeasuresWantedAgainPassedOn', {}, after(11));
    expect(asked(witness)).toEqual([]);
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(12));
    expect(asked(witness)).toEqual(['passOnOptOut']);
    witness.record('specialMeasuresScreened', wantsAgain, after(13));
    expect([status(witness), asked(witness)]).toEqual(['told', ['passOnMeasuresWantedAgain']]);
  });

  it('is still told of the grant, of which they have not heard, and counts as told where they heard meanwhile', () => {
    const witness = measuresUpTo(charged(), 'granted', after(6));
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(7));
    const heard = tell(measuresUpTo(charged(), 'granted', after(6)), after(8));
    heard.record('specialMeasuresOptedOut', { measures: screens }, after(7), { now: after(9) });
    for (const each of [witness, heard]) each.record('specialMeasuresScreened', wantsAgain, after(10));
    expect([status(witness), status(heard)]).toEqual(['granted', 'told']);
    expect(status(tell(witness, after(11)))).toBe('told');
    expect(asked(witness)).toEqual(['passOnMeasuresWantedAgain']);
  });

  it('has somebody look at court again, who may have cleared it away since', () => {
    const witness = tell(measuresUpTo(charged(), 'granted', after(6)), after(7));
    witness.record('hearingListed', { hearingId: 'h1', hearing: 'trial', on: '2026-04-20' }, after(7), court);
    const inPlace = { hearingId: 'h1', inPlace: screens, missing: [] };
    witness.record('specialMeasuresChecked', inPlace, '2026-04-14T10:00:00.000Z');
    expect(witness.openKinds()).not.toContain('checkSpecialMeasures');
    witness.record('specialMeasuresOptedOut', { measures: screens }, '2026-04-15T10:00:00.000Z');
    witness.record('specialMeasuresScreened', wantsAgain, '2026-04-16T10:00:00.000Z');
    expect(witness.openKinds()).toContain('checkSpecialMeasures');
    witness.complete('checkSpecialMeasures', 'specialMeasuresChecked', inPlace, '2026-04-17T10:00:00.000Z');
    expect(witness.openKinds()).not.toContain('checkSpecialMeasures');
  });

  it('begins anew where the court has discharged it, or where it rested on their age and they are 18 by now', () => {
    const discharged = tell(measuresUpTo(charged(), 'granted', after(6)), after(7));
    discharged.record('specialMeasuresOptedOut', { measures: screens }, after(10));
    const off = { decision: 'discharged' as const, granted: [], discharged: screens };
    discharged.record('specialMeasuresVaried', off, after(11), court);
    discharged.record('specialMeasuresScreened', wantsAgain, after(12));
    expect([status(discharged), asked(discharged)]).toEqual(['wanted', ['referSpecialMeasures']]);

    const child = PureCase.open({ role: 'victimAndWitness', eighteenOn: '2026-05-01' });
    child.record('suspectCharged', { how: 'charged' }, after(4), { suspects: ['s1'] });
    child.record('specialMeasuresScreened', { wanted: true, measures: screens }, after(6));
    child.record('specialMeasuresReferred', anMg2(), after(6));
    child.record('specialMeasuresConsidered', { decision: 'toApply', measures: [] }, after(6));
    child.record('specialMeasuresApplied', { measures: [] }, after(6));
    child.record('specialMeasuresDecided', { decision: 'granted', measures: [] }, after(6), court);
    child.record('specialMeasuresOptedOut', { measures: [] }, after(7));
    child.complete('passOnOptOut', 'specialMeasuresOptOutPassedOn', {}, after(8));
    expect(asked(child)).toEqual(['recordMeasuresDischarge']);
    expect(asked(child.at('2026-05-01T12:00:00.000Z'))).toEqual([]);
    child.record('specialMeasuresScreened', wantsAgain, '2026-05-02T10:00:00.000Z');
    expect(status(child)).toBe('wanted');
  });
});

describe('a court that decides after the witness has opted out, since the messages crossed', () => {
  const decided = (decision: 'granted' | 'refused', named: SpecialMeasure[]) => ({ decision, measures: named });
  const parked = (witness: PureCase) => witness.careRecord.facts.at(-1)?.parked;

  it.each([
    ['applied', screens],
    ['opposed', screens],
    ['notOpposed', screens],
    ['applied', []],
  ] as const)('and grants what was %s: the discharge is asked of it', (from, named) => {
    const witness = measuresUpTo(charged(), 'applied', after(6));
    if (from !== 'applied') witness.record('specialMeasuresAnswered', { answer: from, measures: [] }, after(7), court);
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(10));
    witness.complete('passOnOptOut', 'specialMeasuresOptOutPassedOn', {}, after(11));
    witness.record('specialMeasuresDecided', decided('granted', [...named]), after(14), court);
    expect([parked(witness), measures(witness).get('screens')?.status]).toEqual([undefined, 'optedOut']);
    expect(asked(witness)).toEqual(['recordMeasuresDischarge']);
    expect(witness.openTask('recordMeasuresDischarge')).toMatchObject({
      dueAt: endOfDayAfter(after(14), 28),
      about: [witness.careRecord.facts.at(-1)?.seq],
    });
    const off = { decision: 'discharged' as const, granted: [], discharged: screens };
    witness.complete('recordMeasuresDischarge', 'specialMeasuresVaried', off, after(20));
    expect(measures(witness).get('screens')?.status).toBe('discharged');
  });

  it('and grants what the witness wants again by then: it stands', () => {
    const witness = measuresUpTo(charged(), 'applied', after(6));
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(10));
    witness.record('specialMeasuresDecided', decided('granted', screens), after(11), court);
    const again = { wanted: true, measures: screens, grounds: ['fearOrDistress' as const] };
    witness.record('specialMeasuresScreened', again, after(12));
    expect(measures(witness).get('screens')?.status).toBe('granted');
  });

  it('and refuses: nothing is left to discharge', () => {
    const witness = measuresUpTo(charged(), 'applied', after(6));
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(10));
    witness.record('specialMeasuresDecided', decided('refused', screens), after(11), court);
    expect([parked(witness), measures(witness).get('screens')?.status]).toEqual([undefined, 'refused']);
    expect(asked(witness)).toEqual([]);
  });

  it('is about what is still asked of it, where it names nothing and something is', () => {
    const witness = measuresUpTo(charged(), 'applied', after(6), ['screens', 'liveLink']);
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(10));
    witness.record('specialMeasuresDecided', decided('granted', []), after(11), court);
    expect(measures(witness).get('liveLink')?.status).toBe('granted');
    expect(measures(witness).get('screens')?.optedOutFrom?.status).toBe('applied');
  });

  it.each(['wanted', 'referred', 'toApply'] as const)('waits for a person where nobody had applied: %s', (stage) => {
    const witness = measuresUpTo(charged(), stage, after(6));
    witness.record('specialMeasuresOptedOut', { measures: screens }, after(10));
    witness.record('specialMeasuresDecided', decided('granted', screens), after(11), court);
    expect(parked(witness)).toBe('stepSkipped');
  });
});
