import { completionBody } from '../../../api/facts/factContracts';

const faults = (outcome: object) =>
  completionBody.safeParse({ outcome }).error?.issues.map(({ path, message }) => [path.join('/'), message]) ?? [];

describe('the answer to a task', () => {
  it('says why the prosecution will not apply for special measures, as an event must', () => {
    const declined = { kind: 'specialMeasuresConsidered', decision: 'declined', measures: ['screens'] };
    expect(faults(declined)).toEqual([['outcome/reason', 'Say why the prosecution will not apply']]);
    expect(faults({ ...declined, reason: 'witnessNotNeeded' })).toEqual([]);
    expect(faults({ kind: 'specialMeasuresConsidered', decision: 'toApply' })).toEqual([]);
  });

  it('gives dates to avoid or says that there are none: silence is not none', () => {
    const given = { kind: 'availabilityGiven', datesToAvoid: [] };
    expect(faults(given)).toHaveLength(1);
    expect(faults({ ...given, none: true })).toEqual([]);
    const holiday = { ...given, datesToAvoid: [{ fromOn: '2027-01-04', untilOn: '2027-01-08' }] };
    expect(faults(holiday)).toEqual([]);
    expect(faults({ ...holiday, none: true })).toHaveLength(1);
    const span = (fromOn: string, untilOn: string) => ({ ...given, datesToAvoid: [{ fromOn, untilOn }] });
    expect(faults(span('2027-01-04', '2029-01-04'))).toEqual([]);
    expect(faults(span('2027-01-04', '2029-01-05'))).toEqual([
      ['outcome/datesToAvoid/0/untilOn', expect.stringContaining('two years')],
    ]);
  });
});
