import { calendarWarning, englandAndWalesCalendar } from '../../published/bankHolidays';
import { watchCalendar } from '../../published/calendarWatch';
import { dueDate } from '../../domain/code/dueDate';
import { oneOffDays } from '../../published/oneOffHolidays';
import { dependencies } from '../../package.json';
import { realJson } from '../domain/realData';

type Published = Record<'england-and-wales', { events: { date: string; notes: string }[] }>;
const published = (file: string) => realJson<Published>('calendar', file)?.['england-and-wales'].events;
const merged = published('bank-holidays.json');
const snapshot = published('bank-holidays-govuk-2025-08-17-snapshot.json');

describe('the bank holidays of England and Wales', () => {
  const calendar = englandAndWalesCalendar();

  (merged ? it : it.skip)('are those that GOV.UK publishes', () => {
    expect(calendar.bankHolidays).toEqual(merged?.map(({ date }) => date).sort());
    expect(calendar.publishedUntil.slice(0, 4)).toBe(merged?.at(-1)?.date.slice(0, 4));
  });

  (snapshot ? it : it.skip)('are those of the page of GOV.UK as it was saved, in all of its years', () => {
    const days = (snapshot ?? []).map(({ date }) => date).sort();
    const [first = '', last = ''] = [days[0], days.at(-1)];
    expect(calendar.bankHolidays.filter((on) => on >= first && on <= last)).toEqual(days);
    expect(days.length).toBeGreaterThan(0);
  });

  it.each(Array.from({ length: 17 }, (_, index) => 2012 + index))(
    'of %i are eight, and more only by proclamation',
    (year) => {
      const own = oneOffDays.filter(({ on }) => on.startsWith(`${year}-`));
      const added =
        own.filter(({ is }) => is === 'bankHoliday').length - own.filter(({ is }) => is === 'workingDay').length;
      expect(calendar.bankHolidays.filter((on) => on.startsWith(`${year}-`))).toHaveLength(8 + added);
    }
  );

  it.each(oneOffDays.map(({ on, is, because }) => [on, is, because] as const))(
    'that were proclaimed for one year are our own data: %s is a %s, %s',
    (on, is) => {
      expect(calendar.bankHolidays.includes(on)).toBe(is === 'bankHoliday');
    }
  );

  it('are given from the year before the one that was asked for, each once and in order', () => {
    const { bankHolidays } = englandAndWalesCalendar('2025-06-01');
    expect(bankHolidays[0]).toBe('2024-01-01');
    expect(bankHolidays).toEqual([...new Set(bankHolidays)].sort());
    expect(englandAndWalesCalendar('2025-12-31')).toBe(englandAndWalesCalendar('2025-06-01'));
  });

  it('carry the name of their publication, so that a due date can be traced to it', () => {
    expect(calendar.version).toContain(`date-holidays ${dependencies['date-holidays']}`);
    expect(calendar.version).toContain(`${oneOffDays.length} days of our own`);
    expect(calendar.version).toContain(calendar.publishedUntil.slice(0, 4));
  });

  it('beyond the last published day make a due date provisional, never silently wrong', () => {
    const limit = { n: 5, unit: 'workingDays' } as const;
    expect(dueDate('2028-12-27T10:00:00.000Z', limit, calendar).provisional).toBe(true);
    expect(dueDate('2028-12-20T10:00:00.000Z', limit, calendar).provisional).toBeUndefined();
  });
});

describe('the operator', () => {
  afterEach(() => jest.useRealTimers());

  const watched = (days: string[]) => {
    const lines: string[] = [];
    const line = (level: string) => (_: object, message: string) => void lines.push(`${level} ${message}`);
    let day = 0;
    watchCalendar({ info: line('info'), warn: line('warn') } as Parameters<typeof watchCalendar>[0], () => {
      day += 1;
      return days[day - 1] ?? '';
    });
    return lines;
  };

  it.each([
    ['2026-11-22', 'nothing'],
    ['2027-06-30', 'nothing'],
    ['2027-07-01', 'known until 31 December 2028 only'],
    ['2029-03-01', 'due dates after it are provisional'],
  ])('on %s is told of bank holidays that run out: %s', (today, told) => {
    expect(calendarWarning(today) ?? 'nothing').toContain(told);
  });

  it('hears at the start which days count, and nothing else while they reach far enough', () => {
    expect(watched(['2026-11-22'])).toEqual(['info bank holidays']);
  });

  it('is warned once at the start when they do not', () => {
    expect(watched(['2028-01-01'])).toEqual([
      'info bank holidays',
      expect.stringMatching(/^warn Bank holidays are known/),
    ]);
  });

  it('is warned once by a process that has run for long, on the day on which too little is left', () => {
    jest.useFakeTimers();
    const lines = watched(['2027-06-29', '2027-06-30', '2027-07-01', '2027-07-02']);
    jest.advanceTimersByTime(24 * 3_600_000);
    expect(lines).toHaveLength(1);
    jest.advanceTimersByTime(3 * 24 * 3_600_000);
    expect(lines.slice(1)).toEqual([expect.stringMatching(/^warn Bank holidays are known/)]);
  });
});
