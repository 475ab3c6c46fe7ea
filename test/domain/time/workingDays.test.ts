import fc from 'fast-check';
import { englandAndWalesCalendar } from '../../../published/bankHolidays';
import { addCalendarDays, londonDay } from '../../../domain/time/londonTime';
import {
  addWorkingDays,
  endOfWorkingDaysAfter,
  isWorkingDay,
  workingDaysBetween,
} from '../../../domain/time/workingDays';

const calendar = englandAndWalesCalendar();

describe('a duty limited in working days', () => {
  it.each([
    ['2026-03-03', 1, '2026-03-04', 'the day of the event does not count'],
    ['2026-03-06', 1, '2026-03-09', 'a weekend does not count'],
    ['2026-03-07', 1, '2026-03-09', 'an event on a Saturday counts from Monday'],
    ['2026-03-08', 5, '2026-03-13', 'five days from a Sunday end on Friday'],
    ['2026-04-02', 1, '2026-04-07', 'Easter: from Maundy Thursday to the Tuesday after'],
    ['2026-04-02', 5, '2026-04-13', 'Easter costs two of five days'],
    ['2020-12-24', 2, '2020-12-30', 'Boxing Day on a Saturday moves to Monday'],
    ['2021-12-24', 1, '2021-12-29', 'Christmas on a Saturday takes Monday and Tuesday'],
    ['2021-12-31', 1, '2022-01-04', 'New Year on a Saturday takes Monday'],
    ['2022-12-23', 1, '2022-12-28', 'Christmas on a Sunday takes Tuesday, Boxing Day Monday'],
    ['2020-05-01', 1, '2020-05-04', 'in 2020 the first Monday of May was a working day'],
    ['2020-05-07', 1, '2020-05-11', 'in 2020 the early May holiday was 8 May'],
    ['2022-05-27', 1, '2022-05-30', 'in 2022 the last Monday of May was a working day'],
    ['2022-06-01', 1, '2022-06-06', 'the Platinum Jubilee took Thursday and Friday'],
    ['2022-09-16', 1, '2022-09-20', 'the day of the state funeral'],
    ['2023-05-05', 1, '2023-05-09', 'the coronation took Monday 8 May'],
    ['2026-08-28', 1, '2026-09-01', 'the summer bank holiday'],
  ])('from %s, %i working days end on %s: %s', (from, count, on) => {
    expect(addWorkingDays(from, count, calendar)).toEqual({ on, provisional: false });
  });

  it('is met until the last moment of its day, in summer and in winter', () => {
    expect(endOfWorkingDaysAfter('2026-06-04T09:00:00.000Z', 1, calendar)).toBe('2026-06-05T22:59:59.999Z');
    expect(endOfWorkingDaysAfter('2026-12-03T09:00:00.000Z', 1, calendar)).toBe('2026-12-04T23:59:59.999Z');
  });

  it('counts from the London day: half past midnight in a summer night is the next day', () => {
    expect(endOfWorkingDaysAfter('2026-06-03T23:30:00.000Z', 1, calendar)).toBe('2026-06-05T22:59:59.999Z');
    expect(endOfWorkingDaysAfter('2026-06-03T22:30:00.000Z', 1, calendar)).toBe('2026-06-04T22:59:59.999Z');
  });

  it('spans the change of the clocks without losing an hour', () => {
    expect(endOfWorkingDaysAfter('2026-03-27T23:30:00.000Z', 1, calendar)).toBe('2026-03-30T22:59:59.999Z');
    expect(endOfWorkingDaysAfter('2026-10-23T22:30:00.000Z', 1, calendar)).toBe('2026-10-26T23:59:59.999Z');
  });

  it('says that a date after the last published holiday may still move', () => {
    const { provisional } = addWorkingDays(calendar.publishedUntil, 1, calendar);
    expect(provisional).toBe(true);
  });
});

const firstDay = Date.parse('2012-01-01') / 86_400_000;
const lastDay = Date.parse('2032-12-31') / 86_400_000;
const days = fc
  .integer({ min: firstDay, max: lastDay })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const counts = fc.integer({ min: 1, max: 60 });
const limit = (from: string, count: number): string => addWorkingDays(from, count, calendar).on;

/** By the wall calendar, one day after the other. */
function walked(from: string, count: number): string {
  const date = new Date(`${from}T12:00:00Z`);
  for (let left = count; left > 0;) {
    date.setUTCDate(date.getUTCDate() + 1);
    const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (!isWeekend && !holidays.has(date.toISOString().slice(0, 10))) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}
const holidays = new Set(calendar.bankHolidays);

/** A hundred dates over some years, in their order: ten thousand of these are a million dates. */
const hundredDays = fc
  .tuple(fc.integer({ min: firstDay, max: lastDay - 4_000 }), fc.integer({ min: 1, max: 40 }))
  .map(([start, stride]) =>
    Array.from({ length: 100 }, (_, step) => new Date((start + step * stride) * 86_400_000).toISOString().slice(0, 10))
  );

describe('whatever the day, a million times over', () => {
  it('the limit is a working day', () => {
    const isWeekday = (on: string): boolean => ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
    const isMetOnAWorkingDay = (on: string): boolean =>
      isWorkingDay(on, calendar) && isWeekday(on) && !holidays.has(on);
    fc.assert(
      fc.property(hundredDays, counts, (dates, count) => dates.every((from) => isMetOnAWorkingDay(limit(from, count)))),
      { numRuns: 4_500 }
    );
  });

  it('a later event or a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(hundredDays, fc.nat(30), fc.nat(30), (dates, count, more) => {
        const ends = dates.map((from) => limit(from, count));
        const isInOrder = ends.every((on, step) => step === 0 || (ends[step - 1] as string) <= on);
        return isInOrder && dates.every((from, step) => (ends[step] as string) <= limit(from, count + more));
      }),
      { numRuns: 2_500 }
    );
  });

  it('a limit in two parts ends like the whole', () => {
    fc.assert(
      fc.property(hundredDays, counts, counts, (dates, first, second) =>
        dates.every((from) => limit(limit(from, first), second) === limit(from, first + second))
      ),
      { numRuns: 1_500 }
    );
  });

  it('it is the day that one finds by walking through the calendar, and as many working days lie before it', () => {
    fc.assert(
      fc.property(hundredDays, fc.integer({ min: 0, max: 8 }), (dates, count) =>
        dates.every((from) => {
          const ends = limit(from, count);
          return ends === walked(from, count) && workingDaysBetween(from, ends, calendar) === count;
        })
      ),
      { numRuns: 1_500 }
    );
  });
});

describe('whatever the day', () => {
  it('a day is a working day when the day before has it as the limit of one day', () => {
    fc.assert(
      fc.property(days, (day) => isWorkingDay(day, calendar) === (limit(addCalendarDays(day, -1), 1) === day)),
      { numRuns: 10_000 }
    );
  });

  it('a weekend and the Friday before it have the same limit', () => {
    fc.assert(
      fc.property(days, counts, (day, count) => {
        fc.pre(!isWorkingDay(day, calendar));
        return limit(day, count) === limit(addCalendarDays(day, -1), count);
      })
    );
  });

  it('no working day has passed until the event, and years of them are counted as they are walked', () => {
    expect(workingDaysBetween('2026-04-07', '2026-04-02', calendar)).toBe(0);
    expect(workingDaysBetween('2026-04-02', '2026-04-02', calendar)).toBe(0);
    expect(limit('2012-01-03', 4000)).toBe(walked('2012-01-03', 4000));
  });

  it('the instant of the limit lies on the day of the limit', () => {
    fc.assert(
      fc.property(days, fc.nat(20), (day, count) => {
        const at = `${day}T13:00:00.000Z`;
        return londonDay(endOfWorkingDaysAfter(at, count, calendar)) === limit(day, count);
      })
    );
  });

  it('the order of the holidays, a holiday named twice and one on a Sunday make no difference', () => {
    const untidy = { ...calendar, bankHolidays: ['2026-04-05', '2026-04-03', ...calendar.bankHolidays].reverse() };
    fc.assert(fc.property(days, counts, (day, count) => addWorkingDays(day, count, untidy).on === limit(day, count)));
  });
});
