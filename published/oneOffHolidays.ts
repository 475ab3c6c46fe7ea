import type { CalendarDay } from '../domain/time/londonTime';

interface OneOffDay {
  readonly on: CalendarDay;
  readonly is: 'bankHoliday' | 'workingDay';
  readonly because: string;
}

/**
 * Bank holidays of England and Wales proclaimed for one year, and the usual days they were moved away from. A day is
 * added here as soon as it is proclaimed; no library has to be waited for.
 */
export const oneOffDays: readonly OneOffDay[] = [
  { on: '2012-05-28', is: 'workingDay', because: 'the spring bank holiday was moved to 4 June' },
  { on: '2012-06-04', is: 'bankHoliday', because: 'the spring bank holiday, moved' },
  { on: '2012-06-05', is: 'bankHoliday', because: "Queen Elizabeth II's Diamond Jubilee" },
  { on: '2020-05-04', is: 'workingDay', because: 'the early May bank holiday was moved to 8 May' },
  {
    on: '2020-05-08',
    is: 'bankHoliday',
    because: 'the early May bank holiday, moved: 75 years after the war in Europe',
  },
  { on: '2022-05-30', is: 'workingDay', because: 'the spring bank holiday was moved to 2 June' },
  { on: '2022-06-02', is: 'bankHoliday', because: 'the spring bank holiday, moved' },
  { on: '2022-06-03', is: 'bankHoliday', because: "Queen Elizabeth II's Platinum Jubilee" },
  { on: '2022-09-19', is: 'bankHoliday', because: "Queen Elizabeth II's state funeral" },
  { on: '2023-05-08', is: 'bankHoliday', because: "King Charles III's coronation" },
];
