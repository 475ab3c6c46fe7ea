import { careState } from '../../../domain/careState';
import { endOfDayAfter } from '../../../domain/time/londonTime';
import { endOfWorkingDaysAfter } from '../../../domain/time/workingDays';
import type { SpecialMeasure } from '../../../domain/vocabulary';
import { calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { measuresUpTo } from '../measuresUpTo';

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
