import { careState } from '../../../../domain/careState';
import { measureStepMissing } from '../../../../domain/court/measures/mayMeasure';
import { readinessOf } from '../../../../domain/court/witnesses/readiness';
import type { FactData } from '../../../../domain/fact';
import { summaryOf } from '../../../../domain/projection/caseSummary';
import { endOfDayAfter } from '../../../../domain/time/londonTime';
import { endOfWorkingDaysAfter } from '../../../../domain/time/workingDays';
import type { SpecialMeasure } from '../../../../domain/vocabulary';
import { aFact, calendar, PureCase } from '../../../support/caseBuilder';
import { after } from '../../after';
import { measuresUpTo } from '../../measuresUpTo';

const court = { suspects: ['s1'], source: 'court' as const };
const screens: SpecialMeasure[] = ['screens'];
const recorded: SpecialMeasure[] = ['prerecordedInterview', 'prerecordedCrossExamination'];

function directed(measures: SpecialMeasure[] = screens): PureCase {
  const witness = PureCase.open({ role: 'victimAndWitness' })
    .record('availabilityGiven', { datesToAvoid: [], none: true }, after(4))
    .record('suspectCharged', { how: 'charged' }, after(4), { suspects: ['s1'] });
  return tell(measuresUpTo(witness, 'granted', after(6), measures), after(7));
}
const tell = (witness: PureCase, at: string) =>
  witness.record('victimTold', { channel: 'phone', about: witness.careRecord.facts.map(({ seq }) => seq) }, at);
const discharged = (witness: PureCase) =>
  witness.record('verdictGiven', { verdict: 'juryDischarged' }, after(100), court);
const statuses = ({ careRecord }: PureCase) =>
  Object.fromEntries(
    [...careState(careRecord).measures.round.measures].map(([measure, { status }]) => [measure, status])
  );
const asked = (witness: PureCase) => witness.openKinds().filter((kind) => /Measures|OptOut/.test(kind));
const checked = (standing: SpecialMeasure[], beginAgain: SpecialMeasure[] = []) => ({ standing, beginAgain });
const because = ({ careRecord }: PureCase, data: FactData['specialMeasuresStandingChecked']) =>
  measureStepMissing(
    aFact('specialMeasuresStandingChecked', data, after(101)),
    'victimAndWitness',
    careState(careRecord),
    after(101)
  );

describe('a special measure that a court directed, at a new trial of the same proceedings (s.20)', () => {
  it('stands after a jury was discharged, and somebody checks that with the prosecution before the new trial', () => {
    const witness = discharged(directed());
    expect(statuses(witness)).toEqual({ screens: 'told' });
    expect(asked(witness)).toEqual(['checkMeasuresStand']);
    expect(witness.openTask('checkMeasuresStand')).toMatchObject({
      dueAt: endOfWorkingDaysAfter(after(100), 5, calendar),
      about: [witness.careRecord.facts.at(-1)?.seq],
    });
    expect(summaryOf(witness.careRecord).specialMeasures).toMatchObject([{ measure: 'screens', carriedOver: true }]);
    witness.complete('checkMeasuresStand', 'specialMeasuresStandingChecked', checked(screens), after(101));
    expect([asked(witness), statuses(witness)]).toEqual([[], { screens: 'told' }]);
    expect(summaryOf(witness.careRecord).specialMeasures?.[0]).not.toHaveProperty('carriedOver');
  });

  it.each([
    ['a jury was discharged', [['verdictGiven', { verdict: 'juryDischarged' }]], { screens: 'told' }],
    ['a conviction was taken back', [['verdictGiven', { verdict: 'setAside' }]], { screens: 'told' }],
    [
      'a retrial was ordered',
      [
        ['verdictGiven', { verdict: 'guilty' }],
        ['sentencePassed', { sentences: ['imprisonment'] }],
        ['appealLodged', { against: 'conviction' }],
        ['appealDecided', { result: 'retrialOrdered' }],
      ],
      { screens: 'told' },
    ],
    [
      'magistrates had convicted, and another court hears it anew',
      [
        ['verdictGiven', { verdict: 'guilty' }],
        ['appealLodged', { against: 'conviction', rehearing: true }],
      ],
      {},
    ],
  ] as const)('%s', (_, facts, expected) => {
    const witness = directed();
    facts.forEach(([kind, data], hours) => witness.record(kind, data as never, after(100, hours), court));
    expect(statuses(witness)).toEqual(expected);
  });

  it('begins again from the MG2 where the prosecution says so, each by itself', () => {
    const witness = discharged(directed(['screens', 'liveLink']));
    witness.complete(
      'checkMeasuresStand',
      'specialMeasuresStandingChecked',
      checked(screens, ['liveLink']),
      after(101)
    );
    expect(statuses(witness)).toEqual({ screens: 'told', liveLink: 'wanted' });
    expect(asked(witness)).toEqual(['referSpecialMeasures']);
  });

  it('is asked about until each has been checked, or the court has discharged it', () => {
    const witness = discharged(directed(['screens', 'liveLink']));
    witness.complete('checkMeasuresStand', 'specialMeasuresStandingChecked', checked(screens), after(101));
    expect(asked(witness)).toEqual(['checkMeasuresStand']);
    const off = { decision: 'discharged' as const, granted: [], discharged: ['liveLink' as const] };
    witness.complete('checkMeasuresStand', 'specialMeasuresVaried', off, after(102));
    expect(asked(witness)).toEqual([]);
  });

  it('is looked at once more at court, where it was in place for the trial before', () => {
    const witness = directed();
    const inPlace = { hearingId: 'h1', inPlace: screens, missing: [] };
    witness.record('specialMeasuresChecked', inPlace, after(90));
    expect(statuses(discharged(witness))).toEqual({ screens: 'told' });
    witness.record('hearingListed', { hearingId: 'h2', hearing: 'trial', on: '2026-09-01' }, after(101), court);
    expect(witness.at('2026-08-28T10:00:00.000Z').openKinds()).toContain('checkSpecialMeasures');
  });

  it('is not ready until that was checked', () => {
    const witness = discharged(directed());
    witness.record('hearingListed', { hearingId: 'h2', hearing: 'trial', on: '2026-09-01' }, after(101), court);
    witness.record('witnessRequired', { hearingId: 'h2' }, after(101), { source: 'prosecution' });
    const owed = () =>
      readinessOf(careState(witness.careRecord), 'victimAndWitness')
        .flatMap(({ missing }) => missing)
        .find(({ item }) => item === 'specialMeasures')?.owes;
    expect(owed()).toBe('witness-care-officer');
    witness.complete('checkMeasuresStand', 'specialMeasuresStandingChecked', checked(screens), after(102));
    expect(owed()).toBeUndefined();
  });

  it('stands, and what was not decided beside it is screened for again', () => {
    const witness = directed();
    const more = { wanted: true, measures: ['liveLink' as const] };
    discharged(witness.record('specialMeasuresScreened', more, after(8)));
    expect([statuses(witness), asked(witness)]).toEqual([
      { screens: 'told' },
      ['screenSpecialMeasures', 'checkMeasuresStand'],
    ]);
    expect(witness.openTask('screenSpecialMeasures').dueAt).toBe(endOfDayAfter(after(100), 10));
    witness.complete('screenSpecialMeasures', 'specialMeasuresScreened', more, after(101));
    expect(statuses(witness)).toEqual({ screens: 'told', liveLink: 'wanted' });
    expect(asked(witness)).not.toContain('screenSpecialMeasures');
  });

  it('stays to be discharged where the witness has opted out, and is theirs again where they want it', () => {
    const witness = directed().record('specialMeasuresOptedOut', { measures: screens }, after(8));
    witness.complete('passOnOptOut', 'specialMeasuresOptOutPassedOn', {}, after(9));
    discharged(witness);
    expect([statuses(witness), asked(witness)]).toEqual([{ screens: 'optedOut' }, ['recordMeasuresDischarge']]);
    witness.record('specialMeasuresScreened', { wanted: true, measures: screens }, after(101));
    expect(statuses(witness)).toEqual({ screens: 'told' });
    expect(asked(witness)).toEqual(['checkMeasuresStand', 'passOnMeasuresWantedAgain']);
  });

  it('keeps the ground on which it rests: a child who was also afraid loses nothing with the eighteenth birthday', () => {
    const child = PureCase.open({ role: 'victimAndWitness', eighteenOn: '2026-08-01' });
    child.record('suspectCharged', { how: 'charged' }, after(4), { suspects: ['s1'] });
    discharged(tell(measuresUpTo(child, 'granted', after(6)), after(7))).at('2026-08-02T10:00:00.000Z');
    expect(summaryOf(child.careRecord).specialMeasures).toMatchObject([{ status: 'told' }]);
    expect(summaryOf(child.careRecord).specialMeasures?.[0]).not.toHaveProperty('lapsesOn');
  });

  it.each([
    [checked([]), 'Name what stands, or what begins again'],
    [checked(['liveLink']), 'Of the live link (s.24): no direction for a trial before is to be checked.'],
    [checked(screens, ['liveLink']), 'Of the live link (s.24): no direction for a trial before is to be checked.'],
    [checked(screens, screens), 'Of screens (s.23): it stands, or it begins again.'],
    [checked([...screens, 'prerecordedCrossExamination'], ['prerecordedInterview']), 'rests on the recorded interview'],
    [checked(screens, recorded), undefined],
    [checked([...screens, ...recorded]), undefined],
  ] as const)('is checked by name: %j', (data, sentence) => {
    const said = because(discharged(directed(['screens', ...recorded])), data as never);
    if (sentence === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(sentence);
  });

  it('is not to be checked in the trial for which it was directed', () => {
    expect(because(directed(), checked(screens))).toContain('no direction for a trial before');
  });

  it('of section 28 has new dates for the new trial, counted from the order for it', () => {
    const dates = { groundRulesOn: '2026-04-10', recordingOn: '2026-07-20' };
    const witness = discharged(directed(recorded).record('recordingDatesSet', dates, after(8)));
    expect(witness.openTask('setRecordingDates').dueAt).toBe(endOfWorkingDaysAfter(after(100), 5, calendar));
  });
});
