import fc from 'fast-check';
import { englandAndWalesCalendar } from '../../bankHolidays';
import { addCalendarDays, londonDay } from '../../domain/londonTime';
import { addWorkingDays, endOfWorkingDaysAfter, isWorkingDay } from '../../domain/workingDays';

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

const days = fc
  .integer({ min: Date.parse('2012-01-01'), max: Date.parse('2028-12-01') })
  .map((time) => new Date(time).toISOString().slice(0, 10));

describe('whatever the day', () => {
  it('the limit is a working day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const { on } = addWorkingDays(from, count, calendar);
        expect(isWorkingDay(on, calendar)).toBe(true);
        expect([0, 6]).not.toContain(new Date(`${on}T00:00:00Z`).getUTCDay());
        expect(calendar.bankHolidays).not.toContain(on);
      })
    );
  });

  it('as many working days lie between the event and the limit as the duty has', () => {
    fc.assert(
      fc.property(days, fc.nat(40), (from, count) => {
        const { on } = addWorkingDays(from, count, calendar);
        let walked = 0;
        for (let day = from; day < on;) {
          day = addCalendarDays(day, 1);
          if (isWorkingDay(day, calendar)) walked += 1;
        }
        expect(walked).toBe(count);
      })
    );
  });

  it('a later event or a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(days, days, fc.nat(30), fc.nat(30), (one, other, shorter, more) => {
        const [first, second] = [one, other].sort() as [string, string];
        expect(addWorkingDays(first, shorter, calendar).on <= addWorkingDays(second, shorter, calendar).on).toBe(true);
        const longer = addWorkingDays(first, shorter + more, calendar).on;
        expect(addWorkingDays(first, shorter, calendar).on <= longer).toBe(true);
      })
    );
  });

  it('a weekend and the Friday before it have the same limit', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 20 }), (day, count) => {
        fc.pre(!isWorkingDay(day, calendar));
        const before = addCalendarDays(day, -1);
        expect(addWorkingDays(day, count, calendar)).toEqual(addWorkingDays(before, count, calendar));
      })
    );
  });

  it('the instant of the limit lies on the day of the limit', () => {
    fc.assert(
      fc.property(days, fc.nat(20), (day, count) => {
        const at = `${day}T13:00:00.000Z`;
        expect(londonDay(endOfWorkingDaysAfter(at, count, calendar))).toBe(addWorkingDays(day, count, calendar).on);
      })
    );
  });
});
