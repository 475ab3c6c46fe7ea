import { PureCase } from '../../../support/caseBuilder';
import { after } from '../../after';
import { anMg2, measuresUpTo } from '../../measuresUpTo';

const court = { suspects: ['s1'], source: 'court' as const };
const trialAt = (name: string) => ({ hearingId: 'h1', hearing: 'trial' as const, on: '2026-09-01', court: name });

const wanting = (...at: string[]) => {
  const witness = PureCase.open({ role: 'victimAndWitness' });
  witness.record('suspectCharged', { how: 'charged' }, after(4), { suspects: ['s1'] });
  for (const name of at) witness.record('hearingListed', trialAt(name), after(5), court);
  return measuresUpTo(witness, 'wanted', after(6), ['prerecordedInterview', 'prerecordedCrossExamination']);
};
const parked = (witness: PureCase) => witness.careRecord.facts.at(-1)?.parked;

describe('cross-examination recorded before the trial (s.28) is in force in the Crown Court', () => {
  it.each(['luton-magistrates', "Luton Magistrates' Court", 'Luton Youth Court'])(
    'a trial at %s waits for a supervisor, and the interview alone does not',
    (name) => {
      expect(parked(wanting(name).record('specialMeasuresReferred', anMg2(), after(7)))).toBe('stepSkipped');
      const alone = wanting(name).record('specialMeasuresReferred', anMg2(['prerecordedInterview']), after(7));
      expect(parked(alone)).toBeUndefined();
    }
  );

  it('is asked for at the Crown Court, and while nobody knows the court', () => {
    for (const names of [['luton-crown'], []]) {
      expect(parked(wanting(...names).record('specialMeasuresReferred', anMg2(), after(7)))).toBeUndefined();
    }
  });

  it('is asked for where magistrates have sent the case, and only their old listing stands', () => {
    const witness = wanting('luton-magistrates').record('sentToCrownCourt', {}, after(7), court);
    expect(parked(witness.record('specialMeasuresReferred', anMg2(), after(8)))).toBeUndefined();
  });
});
