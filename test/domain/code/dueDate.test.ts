import { englandAndWalesCalendar } from '../../../published/bankHolidays';
import { dueDate } from '../../../domain/code/dueDate';
import type { Limit } from '../../../domain/code/limit';

const calendar = englandAndWalesCalendar();
const workingDays = (n: number): Limit => ({ n, unit: 'workingDays' });
const calendarDays = (n: number): Limit => ({ n, unit: 'calendarDays' });
const months = (n: number): Limit => ({ n, unit: 'months' });
const hours = (n: number): Limit => ({ n, unit: 'hours' });

describe('a limit in hours', () => {
  it.each([
    ['2026-03-28T10:00:00.000Z', 24, '2026-03-29T10:00:00.000Z'],
    ['2026-10-24T23:30:00.000Z', 4, '2026-10-25T03:30:00.000Z'],
    ['2026-04-03T09:00:00.000Z', 72, '2026-04-06T09:00:00.000Z'],
  ])('from %s, %i hours run by the clock until %s, on bank holidays too', (from, n, dueBy) => {
    expect(dueDate(from, hours(n), calendar)).toEqual({ dueBy });
  });
});

describe('a limit in working days', () => {
  it('names the bank holidays that it left out, and no weekends', () => {
    expect(dueDate('2026-04-02T14:15:00.000Z', workingDays(5), calendar)).toEqual({
      dueBy: '2026-04-13T22:59:59.999Z',
      leftOut: ['2026-04-03', '2026-04-06'],
    });
  });

  it('says nothing of bank holidays when it met none', () => {
    expect(dueDate('2026-06-03T23:30:00.000Z', workingDays(1), calendar)).toEqual({
      dueBy: '2026-06-05T22:59:59.999Z',
    });
  });

  it('leaves out a bank holiday on which the thing itself happened without naming it: that day never counts', () => {
    expect(dueDate('2026-04-06T10:00:00.000Z', workingDays(1), calendar)).toEqual({
      dueBy: '2026-04-07T22:59:59.999Z',
    });
  });

  it('is provisional when it ends after the last published bank holiday', () => {
    const end = calendar.publishedUntil;
    expect(dueDate(`${end}T10:00:00.000Z`, workingDays(1), calendar).provisional).toBe(true);
    expect(dueDate('2028-12-28T10:00:00.000Z', workingDays(1), calendar)).toEqual({
      dueBy: '2028-12-29T23:59:59.999Z',
    });
  });
});

describe('a limit in calendar days', () => {
  it.each([
    ['2026-03-28T23:30:00.000Z', 1, '2026-03-29T22:59:59.999Z'],
    ['2026-10-24T23:30:00.000Z', 28, '2026-11-22T23:59:59.999Z'],
    ['2026-04-02T10:00:00.000Z', 28, '2026-04-30T22:59:59.999Z'],
    ['2035-04-02T10:00:00.000Z', 28, '2035-04-30T22:59:59.999Z'],
  ])('from %s, %i days end with a London day at %s, and are never provisional', (from, n, dueBy) => {
    expect(dueDate(from, calendarDays(n), calendar)).toEqual({ dueBy });
  });
});

describe('a limit in months', () => {
  it.each([
    ['2026-01-31T12:00:00.000Z', 1, '2026-02-28T23:59:59.999Z'],
    ['2028-01-31T12:00:00.000Z', 1, '2028-02-29T23:59:59.999Z'],
    ['2028-02-29T12:00:00.000Z', 12, '2029-02-28T23:59:59.999Z'],
    ['2026-03-31T12:00:00.000Z', 1, '2026-04-30T22:59:59.999Z'],
    ['2026-08-31T12:00:00.000Z', 6, '2027-02-28T23:59:59.999Z'],
    ['2026-11-30T12:00:00.000Z', 3, '2027-02-28T23:59:59.999Z'],
    ['2026-12-15T12:00:00.000Z', 1, '2027-01-15T23:59:59.999Z'],
    ['2026-05-31T23:30:00.000Z', 1, '2026-07-01T22:59:59.999Z'],
    ['2026-04-02T12:00:00.000Z', 24, '2028-04-02T22:59:59.999Z'],
    ['2026-01-30T12:00:00.000Z', 13, '2027-02-28T23:59:59.999Z'],
  ])('from %s, %i months end with the same day of that month, or with its last day: %s', (from, n, dueBy) => {
    expect(dueDate(from, months(n), calendar)).toEqual({ dueBy });
  });
});
