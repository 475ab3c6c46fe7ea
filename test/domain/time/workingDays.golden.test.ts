import { englandAndWalesCalendar } from '../../../published/bankHolidays';
import { addWorkingDays, bankHolidaysAmong, workingDaysBetween } from '../../../domain/time/workingDays';

const calendar = englandAndWalesCalendar();
const limits = [1, 2, 5, 10, 20, 30];

/**
 * The day of the event, and the last day of a limit of 1, 2, 5, 10, 20 and 30 working days. Worked out in another
 * language from the holidays that GOV.UK publishes, day by day: data, never to be brought up to date from our results.
 */
const workingDaysFrom = {
  'Easter, in March with the change of the clocks and late in April': `
    Wed 2013-03-27 | Thu 2013-03-28 | Tue 2013-04-02 | Fri 2013-04-05 | Fri 2013-04-12 | Fri 2013-04-26 | Mon 2013-05-13
    Thu 2013-03-28 | Tue 2013-04-02 | Wed 2013-04-03 | Mon 2013-04-08 | Mon 2013-04-15 | Mon 2013-04-29 | Tue 2013-05-14
    Thu 2018-03-29 | Tue 2018-04-03 | Wed 2018-04-04 | Mon 2018-04-09 | Mon 2018-04-16 | Mon 2018-04-30 | Tue 2018-05-15
    Sun 2018-04-01 | Tue 2018-04-03 | Wed 2018-04-04 | Mon 2018-04-09 | Mon 2018-04-16 | Mon 2018-04-30 | Tue 2018-05-15
    Thu 2019-04-18 | Tue 2019-04-23 | Wed 2019-04-24 | Mon 2019-04-29 | Tue 2019-05-07 | Tue 2019-05-21 | Wed 2019-06-05
    Fri 2019-04-19 | Tue 2019-04-23 | Wed 2019-04-24 | Mon 2019-04-29 | Tue 2019-05-07 | Tue 2019-05-21 | Wed 2019-06-05
    Thu 2021-04-01 | Tue 2021-04-06 | Wed 2021-04-07 | Mon 2021-04-12 | Mon 2021-04-19 | Tue 2021-05-04 | Tue 2021-05-18
    Mon 2021-04-05 | Tue 2021-04-06 | Wed 2021-04-07 | Mon 2021-04-12 | Mon 2021-04-19 | Tue 2021-05-04 | Tue 2021-05-18
    Thu 2024-03-28 | Tue 2024-04-02 | Wed 2024-04-03 | Mon 2024-04-08 | Mon 2024-04-15 | Mon 2024-04-29 | Tue 2024-05-14
    Sat 2024-03-30 | Tue 2024-04-02 | Wed 2024-04-03 | Mon 2024-04-08 | Mon 2024-04-15 | Mon 2024-04-29 | Tue 2024-05-14
    Thu 2025-04-17 | Tue 2025-04-22 | Wed 2025-04-23 | Mon 2025-04-28 | Tue 2025-05-06 | Tue 2025-05-20 | Wed 2025-06-04
    Tue 2025-04-22 | Wed 2025-04-23 | Thu 2025-04-24 | Tue 2025-04-29 | Wed 2025-05-07 | Wed 2025-05-21 | Thu 2025-06-05
    Wed 2026-04-01 | Thu 2026-04-02 | Tue 2026-04-07 | Fri 2026-04-10 | Fri 2026-04-17 | Fri 2026-05-01 | Mon 2026-05-18
    Thu 2026-04-02 | Tue 2026-04-07 | Wed 2026-04-08 | Mon 2026-04-13 | Mon 2026-04-20 | Tue 2026-05-05 | Tue 2026-05-19
    Mon 2026-04-06 | Tue 2026-04-07 | Wed 2026-04-08 | Mon 2026-04-13 | Mon 2026-04-20 | Tue 2026-05-05 | Tue 2026-05-19
    Thu 2027-03-25 | Tue 2027-03-30 | Wed 2027-03-31 | Mon 2027-04-05 | Mon 2027-04-12 | Mon 2027-04-26 | Tue 2027-05-11
    Thu 2028-04-13 | Tue 2028-04-18 | Wed 2028-04-19 | Mon 2028-04-24 | Tue 2028-05-02 | Tue 2028-05-16 | Wed 2028-05-31
  `,
  'Christmas on a Saturday: Monday and Tuesday are substitutes, and so is the first Monday of the year': `
    Thu 2021-12-23 | Fri 2021-12-24 | Wed 2021-12-29 | Tue 2022-01-04 | Tue 2022-01-11 | Tue 2022-01-25 | Tue 2022-02-08
    Fri 2021-12-24 | Wed 2021-12-29 | Thu 2021-12-30 | Wed 2022-01-05 | Wed 2022-01-12 | Wed 2022-01-26 | Wed 2022-02-09
    Mon 2021-12-27 | Wed 2021-12-29 | Thu 2021-12-30 | Wed 2022-01-05 | Wed 2022-01-12 | Wed 2022-01-26 | Wed 2022-02-09
    Fri 2021-12-31 | Tue 2022-01-04 | Wed 2022-01-05 | Mon 2022-01-10 | Mon 2022-01-17 | Mon 2022-01-31 | Mon 2022-02-14
    Thu 2027-12-23 | Fri 2027-12-24 | Wed 2027-12-29 | Tue 2028-01-04 | Tue 2028-01-11 | Tue 2028-01-25 | Tue 2028-02-08
    Fri 2027-12-24 | Wed 2027-12-29 | Thu 2027-12-30 | Wed 2028-01-05 | Wed 2028-01-12 | Wed 2028-01-26 | Wed 2028-02-09
  `,
  'Christmas on a Sunday: Boxing Day keeps its Monday, Christmas takes Tuesday': `
    Fri 2016-12-23 | Wed 2016-12-28 | Thu 2016-12-29 | Wed 2017-01-04 | Wed 2017-01-11 | Wed 2017-01-25 | Wed 2017-02-08
    Sun 2016-12-25 | Wed 2016-12-28 | Thu 2016-12-29 | Wed 2017-01-04 | Wed 2017-01-11 | Wed 2017-01-25 | Wed 2017-02-08
    Fri 2016-12-30 | Tue 2017-01-03 | Wed 2017-01-04 | Mon 2017-01-09 | Mon 2017-01-16 | Mon 2017-01-30 | Mon 2017-02-13
    Thu 2022-12-22 | Fri 2022-12-23 | Wed 2022-12-28 | Tue 2023-01-03 | Tue 2023-01-10 | Tue 2023-01-24 | Tue 2023-02-07
    Fri 2022-12-23 | Wed 2022-12-28 | Thu 2022-12-29 | Wed 2023-01-04 | Wed 2023-01-11 | Wed 2023-01-25 | Wed 2023-02-08
    Mon 2022-12-26 | Wed 2022-12-28 | Thu 2022-12-29 | Wed 2023-01-04 | Wed 2023-01-11 | Wed 2023-01-25 | Wed 2023-02-08
  `,
  'Christmas on a Monday, or in the week': `
    Fri 2017-12-22 | Wed 2017-12-27 | Thu 2017-12-28 | Wed 2018-01-03 | Wed 2018-01-10 | Wed 2018-01-24 | Wed 2018-02-07
    Wed 2017-12-27 | Thu 2017-12-28 | Fri 2017-12-29 | Thu 2018-01-04 | Thu 2018-01-11 | Thu 2018-01-25 | Thu 2018-02-08
    Fri 2023-12-22 | Wed 2023-12-27 | Thu 2023-12-28 | Wed 2024-01-03 | Wed 2024-01-10 | Wed 2024-01-24 | Wed 2024-02-07
    Wed 2014-12-24 | Mon 2014-12-29 | Tue 2014-12-30 | Mon 2015-01-05 | Mon 2015-01-12 | Mon 2015-01-26 | Mon 2015-02-09
    Tue 2019-12-24 | Fri 2019-12-27 | Mon 2019-12-30 | Fri 2020-01-03 | Fri 2020-01-10 | Fri 2020-01-24 | Fri 2020-02-07
    Tue 2024-12-24 | Fri 2024-12-27 | Mon 2024-12-30 | Fri 2025-01-03 | Fri 2025-01-10 | Fri 2025-01-24 | Fri 2025-02-07
    Wed 2025-12-31 | Fri 2026-01-02 | Mon 2026-01-05 | Thu 2026-01-08 | Thu 2026-01-15 | Thu 2026-01-29 | Thu 2026-02-12
  `,
  'Boxing Day on a Saturday: Monday is its substitute': `
    Thu 2015-12-24 | Tue 2015-12-29 | Wed 2015-12-30 | Tue 2016-01-05 | Tue 2016-01-12 | Tue 2016-01-26 | Tue 2016-02-09
    Wed 2020-12-23 | Thu 2020-12-24 | Tue 2020-12-29 | Mon 2021-01-04 | Mon 2021-01-11 | Mon 2021-01-25 | Mon 2021-02-08
    Thu 2020-12-24 | Tue 2020-12-29 | Wed 2020-12-30 | Tue 2021-01-05 | Tue 2021-01-12 | Tue 2021-01-26 | Tue 2021-02-09
    Thu 2020-12-31 | Mon 2021-01-04 | Tue 2021-01-05 | Fri 2021-01-08 | Fri 2021-01-15 | Fri 2021-01-29 | Fri 2021-02-12
  `,
  'the Diamond Jubilee: the holiday of May 2012 moved to 4 June, and 5 June was added': `
    Fri 2012-05-25 | Mon 2012-05-28 | Tue 2012-05-29 | Fri 2012-06-01 | Tue 2012-06-12 | Tue 2012-06-26 | Tue 2012-07-10
    Fri 2012-06-01 | Wed 2012-06-06 | Thu 2012-06-07 | Tue 2012-06-12 | Tue 2012-06-19 | Tue 2012-07-03 | Tue 2012-07-17
    Tue 2012-06-05 | Wed 2012-06-06 | Thu 2012-06-07 | Tue 2012-06-12 | Tue 2012-06-19 | Tue 2012-07-03 | Tue 2012-07-17
  `,
  '8 May 2020: the holiday of the first Monday moved to the Friday, 75 years after the war': `
    Fri 2020-05-01 | Mon 2020-05-04 | Tue 2020-05-05 | Mon 2020-05-11 | Mon 2020-05-18 | Tue 2020-06-02 | Tue 2020-06-16
    Mon 2020-05-04 | Tue 2020-05-05 | Wed 2020-05-06 | Tue 2020-05-12 | Tue 2020-05-19 | Wed 2020-06-03 | Wed 2020-06-17
    Thu 2020-05-07 | Mon 2020-05-11 | Tue 2020-05-12 | Fri 2020-05-15 | Fri 2020-05-22 | Mon 2020-06-08 | Mon 2020-06-22
    Fri 2020-05-08 | Mon 2020-05-11 | Tue 2020-05-12 | Fri 2020-05-15 | Fri 2020-05-22 | Mon 2020-06-08 | Mon 2020-06-22
  `,
  'the Platinum Jubilee: the holiday of May 2022 moved to 2 June, and 3 June was added': `
    Fri 2022-05-27 | Mon 2022-05-30 | Tue 2022-05-31 | Tue 2022-06-07 | Tue 2022-06-14 | Tue 2022-06-28 | Tue 2022-07-12
    Wed 2022-06-01 | Mon 2022-06-06 | Tue 2022-06-07 | Fri 2022-06-10 | Fri 2022-06-17 | Fri 2022-07-01 | Fri 2022-07-15
    Thu 2022-06-02 | Mon 2022-06-06 | Tue 2022-06-07 | Fri 2022-06-10 | Fri 2022-06-17 | Fri 2022-07-01 | Fri 2022-07-15
    Sat 2022-06-04 | Mon 2022-06-06 | Tue 2022-06-07 | Fri 2022-06-10 | Fri 2022-06-17 | Fri 2022-07-01 | Fri 2022-07-15
  `,
  'the state funeral on 19 September 2022': `
    Thu 2022-09-08 | Fri 2022-09-09 | Mon 2022-09-12 | Thu 2022-09-15 | Fri 2022-09-23 | Fri 2022-10-07 | Fri 2022-10-21
    Fri 2022-09-16 | Tue 2022-09-20 | Wed 2022-09-21 | Mon 2022-09-26 | Mon 2022-10-03 | Mon 2022-10-17 | Mon 2022-10-31
    Sun 2022-09-18 | Tue 2022-09-20 | Wed 2022-09-21 | Mon 2022-09-26 | Mon 2022-10-03 | Mon 2022-10-17 | Mon 2022-10-31
    Mon 2022-09-19 | Tue 2022-09-20 | Wed 2022-09-21 | Mon 2022-09-26 | Mon 2022-10-03 | Mon 2022-10-17 | Mon 2022-10-31
  `,
  'the coronation: 8 May 2023 beside 1 May': `
    Fri 2023-04-28 | Tue 2023-05-02 | Wed 2023-05-03 | Tue 2023-05-09 | Tue 2023-05-16 | Wed 2023-05-31 | Wed 2023-06-14
    Fri 2023-05-05 | Tue 2023-05-09 | Wed 2023-05-10 | Mon 2023-05-15 | Mon 2023-05-22 | Tue 2023-06-06 | Tue 2023-06-20
    Mon 2023-05-08 | Tue 2023-05-09 | Wed 2023-05-10 | Mon 2023-05-15 | Mon 2023-05-22 | Tue 2023-06-06 | Tue 2023-06-20
  `,
  'an ordinary weekend, the last day of February, and the summer holiday': `
    Mon 2026-03-02 | Tue 2026-03-03 | Wed 2026-03-04 | Mon 2026-03-09 | Mon 2026-03-16 | Mon 2026-03-30 | Wed 2026-04-15
    Fri 2026-03-06 | Mon 2026-03-09 | Tue 2026-03-10 | Fri 2026-03-13 | Fri 2026-03-20 | Tue 2026-04-07 | Tue 2026-04-21
    Sat 2026-03-07 | Mon 2026-03-09 | Tue 2026-03-10 | Fri 2026-03-13 | Fri 2026-03-20 | Tue 2026-04-07 | Tue 2026-04-21
    Sun 2026-03-08 | Mon 2026-03-09 | Tue 2026-03-10 | Fri 2026-03-13 | Fri 2026-03-20 | Tue 2026-04-07 | Tue 2026-04-21
    Wed 2024-02-28 | Thu 2024-02-29 | Fri 2024-03-01 | Wed 2024-03-06 | Wed 2024-03-13 | Wed 2024-03-27 | Fri 2024-04-12
    Thu 2024-02-29 | Fri 2024-03-01 | Mon 2024-03-04 | Thu 2024-03-07 | Thu 2024-03-14 | Thu 2024-03-28 | Mon 2024-04-15
    Thu 2026-08-27 | Fri 2026-08-28 | Tue 2026-09-01 | Fri 2026-09-04 | Fri 2026-09-11 | Fri 2026-09-25 | Fri 2026-10-09
    Fri 2026-08-28 | Tue 2026-09-01 | Wed 2026-09-02 | Mon 2026-09-07 | Mon 2026-09-14 | Mon 2026-09-28 | Mon 2026-10-12
  `,
};

const weekdayOf = (on: string): string =>
  ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date(`${on}T12:00:00Z`).getUTCDay()] ?? '';

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));

describe.each(Object.entries(workingDaysFrom))('working days by the calendar on the wall: %s', (_title, table) => {
  it.each(rowsOf(table).map(([from = '', ...due]) => [from, due] as const))('after %s they end on %j', (from, due) => {
    const start = from.slice(4);
    const limited = limits.map((count) => addWorkingDays(start, count, calendar).on);
    expect(limited.map((on) => `${weekdayOf(on)} ${on}`)).toEqual(due);
    expect(limited.map((on) => workingDaysBetween(start, on, calendar))).toEqual(limits);
    expect(weekdayOf(start)).toBe(from.slice(0, 3));
  });
});

describe('the bank holidays that a count left out', () => {
  it.each([
    ['2026-04-02', '2026-04-13', ['2026-04-03', '2026-04-06']],
    ['2021-12-24', '2022-01-05', ['2021-12-27', '2021-12-28', '2022-01-03']],
    ['2022-05-27', '2022-06-07', ['2022-06-02', '2022-06-03']],
    ['2022-09-19', '2022-09-20', []],
    ['2022-09-18', '2022-09-20', ['2022-09-19']],
  ])('after %s up to %s are %j', (from, until, among) => {
    expect(bankHolidaysAmong(from, until, calendar)).toEqual(among);
  });
});
