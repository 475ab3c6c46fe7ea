import fc from 'fast-check';
import { courtDaysIn, trialWindows } from '../../../../domain/court/availability/trialWindows';
import { addCalendarDays } from '../../../../domain/time/londonTime';
import { isWorkingDay } from '../../../../domain/time/workingDays';
import { calendar } from '../../../support/caseBuilder';

const april = { fromOn: '2026-03-30', untilOn: '2026-04-17' };

describe('days on which courts sit', () => {
  it('leave out weekends and the bank holidays of Easter', () => {
    expect(courtDaysIn(april, calendar)).toEqual([
      ...['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02'],
      ...['2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10'],
      ...['2026-04-13', '2026-04-14', '2026-04-15', '2026-04-16', '2026-04-17'],
    ]);
  });
});

describe('windows for a trial', () => {
  it('of three days over Easter say who would be missing; who has not been asked is missing from none', () => {
    const witnesses = [
      { caseId: 'a', avoids: [{ fromOn: '2026-04-01', untilOn: '2026-04-01' }] },
      // A weekend away hits no court day.
      { caseId: 'b', avoids: [{ fromOn: '2026-04-11', untilOn: '2026-04-12' }] },
      { caseId: 'c', avoids: [{ fromOn: '2026-04-10', untilOn: '2026-04-13' }] },
      { caseId: 'd' },
    ];
    expect(trialWindows({ witnesses, courtDays: 3, ...april, calendar })).toEqual([
      { startsFrom: '2026-03-30', startsUntil: '2026-04-01', missing: ['a'] },
      { startsFrom: '2026-04-02', startsUntil: '2026-04-07', missing: [] },
      { startsFrom: '2026-04-08', startsUntil: '2026-04-13', missing: ['c'] },
      { startsFrom: '2026-04-14', startsUntil: '2026-04-15', missing: [] },
    ]);
  });

  it('are none where the trial is longer than the time there is', () => {
    expect(trialWindows({ witnesses: [], courtDays: 14, ...april, calendar })).toEqual([]);
  });

  const day = fc.integer({ min: 0, max: 120 }).map((days) => addCalendarDays('2026-03-01', days));
  const span = fc.tuple(day, fc.integer({ min: 0, max: 15 })).map(([fromOn, days]) => ({
    fromOn,
    untilOn: addCalendarDays(fromOn, days),
  }));
  const questions = fc.record({
    witnesses: fc
      .array(fc.array(span, { maxLength: 4 }), { maxLength: 5 })
      .map((all) => all.map((avoids, place) => ({ caseId: `case-${place}`, avoids }))),
    courtDays: fc.integer({ min: 1, max: 8 }),
    fromOn: day,
    untilOn: day,
  });

  it('hold every first day once, with just those who avoid a day of that trial', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const windows = trialWindows({ ...asked, calendar });
        const walked: [string, string][] = [];
        for (let first = asked.fromOn; first <= asked.untilOn; first = addCalendarDays(first, 1)) {
          const trial: string[] = [];
          for (let on = first; on <= asked.untilOn && trial.length < asked.courtDays; on = addCalendarDays(on, 1)) {
            if (isWorkingDay(on, calendar)) trial.push(on);
          }
          if (trial.length < asked.courtDays || trial[0] !== first) continue;
          const missing = asked.witnesses.filter(({ avoids }) =>
            avoids.some(({ fromOn, untilOn }) => trial.some((on) => fromOn <= on && on <= untilOn))
          );
          walked.push([first, missing.map(({ caseId }) => caseId).join()]);
        }
        const held = walked.map(([first]) =>
          windows.filter(({ startsFrom, startsUntil }) => startsFrom <= first && first <= startsUntil)
        );
        expect(held.map((each) => each.map(({ missing }) => missing.join()))).toEqual(
          walked.map(([, names]) => [names])
        );
        windows.slice(1).forEach(({ missing }, place) => expect(missing).not.toEqual(windows[place]?.missing));
      }),
      { numRuns: Number(process.env.RUNS ?? 300) }
    );
  });
});
