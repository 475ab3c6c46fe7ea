import fc from 'fast-check';
import { addHours, type Instant } from '../../../domain/time/londonTime';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { silenceOf } from '../../../domain/morning/silence';
import { takeStock } from '../../../domain/takeStock';
import { begin, carryOut, openings, steps } from '../randomCase';
import { after } from '../after';

const owned = { owningTeam: 'north-victim-care' };

describe('an open case', () => {
  it.each<[string, Parameters<typeof silenceOf>[0], string[]]>([
    ['with a team and a task is not silent', { ...owned, nextDueAt: after(1) }, []],
    ['with a team and a next look is not silent', { ...owned, nextLookAt: after(1) }, []],
    ['whose task is overdue is late, not silent', { ...owned, nextDueAt: after(-9) }, []],
    ['of no team that has an officer is not silent', { owningTeam: '', officerInCase: 'o', nextDueAt: after(1) }, []],
    ['of nobody is silent', { owningTeam: '', nextDueAt: after(1) }, ['noOwner']],
    ['without task or next look is silent', owned, ['noNextDate']],
    ['whose look has just passed is given its time', { ...owned, nextLookAt: addHours(after(0), -1) }, []],
    [
      'whose look passed more than an hour ago is silent, whatever tasks it has',
      { ...owned, nextDueAt: after(1), nextLookAt: addHours(after(0), -1.1) },
      ['lookOverdue'],
    ],
  ])('%s', (_title, fields, expected) => {
    expect(silenceOf(fields, after(0))).toEqual(expected);
  });

  it('that lives by its own instants is never silent, and shows a new next look each time it has looked', () => {
    fc.assert(
      fc.property(openings, fc.array(steps, { maxLength: 25 }), (opening, life) => {
        let now: Instant = opening.openedAt;
        let stock = takeStock(begin(opening), now);
        const isHeard = () => {
          const summary = summaryOf(stock.record);
          if (!summary.ended) expect(silenceOf({ ...summary, nextLookAt: stock.wakeAt }, now)).toEqual([]);
        };
        life.forEach((step, number) => {
          const until = addHours(now, step.hours);
          while (stock.wakeAt !== undefined && stock.wakeAt <= until) {
            now = stock.wakeAt;
            const { version } = stock.record;
            stock = takeStock(stock.record, now);
            // Without a new version nothing would be written, and the next look in MongoDB would stay in the past.
            expect(stock.record.version).toBeGreaterThan(version);
            isHeard();
          }
          now = until;
          stock = takeStock(carryOut(stock.record, step, `c${number}`, now), now);
          isHeard();
        });
      }),
      { numRuns: Number(process.env.RUNS ?? 200) }
    );
  });
});
