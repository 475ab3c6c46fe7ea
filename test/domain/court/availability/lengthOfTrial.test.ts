import { withLastDay } from '../../../../domain/court/availability/lengthOfTrial';
import { calendar } from '../../../support/caseBuilder';

const maundyThursday = '2026-04-02';
const trial = { hearing: 'trial', certainty: 'fixed', on: maundyThursday } as const;
const lastDay = (changes: object) => withLastDay({ ...trial, ...changes }, () => calendar);

describe('the last day of a trial of which the court gave the start and an estimate', () => {
  it.each([
    [60, undefined],
    [390, undefined],
    [391, '2026-04-07'],
    [720, '2026-04-07'],
    [1800, '2026-04-10'],
    [7200, '2026-05-01'],
  ])(
    'of %d minutes, begun before Easter, is %s: weekends and bank holidays are no days of court',
    (minutes, untilOn) => {
      expect(lastDay({ estimatedMinutes: minutes })).toEqual({
        ...trial,
        estimatedMinutes: minutes,
        ...(untilOn ? { untilOn } : {}),
      });
    }
  );

  it('is counted for the rehearing of an appeal too', () => {
    expect(lastDay({ hearing: 'appeal', estimatedMinutes: 720 })).toMatchObject({ untilOn: '2026-04-07' });
  });

  it.each([
    ['a hearing to prepare for the trial', { hearing: 'plea', estimatedMinutes: 7200 }],
    ['a warned week', { certainty: 'warnedWeek', untilOn: '2026-04-10', estimatedMinutes: 7200 }],
    ['a trial with no day', { certainty: 'toBeFixed', on: undefined, estimatedMinutes: 7200 }],
    ['a trial whose last day the court gave', { untilOn: '2026-04-08', estimatedMinutes: 7200 }],
    ['a trial of unknown length', {}],
    ['an estimate of years', { estimatedMinutes: 9_000_000 }],
    ['an estimate below nothing', { estimatedMinutes: -720 }],
    ['an estimate that is no number', { estimatedMinutes: '720' }],
  ])('is left as it is for %s', (_, changes) => {
    expect(lastDay(changes)).toEqual({ ...trial, ...changes });
  });
});
