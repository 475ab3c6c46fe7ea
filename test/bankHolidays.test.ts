import { englandAndWalesCalendar } from '../bankHolidays';
import { realJson } from './domain/realData';

type Published = Record<'england-and-wales', { events: { date: string }[] }>;
const published = realJson<Published>('calendar', 'bank-holidays.json')?.['england-and-wales'].events;

describe('the bank holidays of England and Wales', () => {
  const calendar = englandAndWalesCalendar();

  (published ? it : it.skip)('are those that GOV.UK publishes', () => {
    expect(calendar.bankHolidays).toEqual(published?.map(({ date }) => date).sort());
    expect(calendar.publishedUntil.slice(0, 4)).toBe(published?.at(-1)?.date.slice(0, 4));
  });

  it('are given from the year before the one that was asked for, each once and in order', () => {
    const { bankHolidays } = englandAndWalesCalendar('2025-06-01');
    expect(bankHolidays[0]).toBe('2024-01-01');
    expect(bankHolidays).toEqual([...new Set(bankHolidays)].sort());
  });

  it('carry the name of their publication, so that a due date can be traced to it', () => {
    expect(calendar.version).toContain(calendar.publishedUntil.slice(0, 4));
  });
});
