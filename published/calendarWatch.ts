import type { Logger } from 'pino';
import { calendarWarning, englandAndWalesCalendar } from './bankHolidays';
import type { CalendarDay } from '../domain/time/londonTime';

const dayMs = 24 * 3_600_000;

/**
 * Logs once which bank holidays count, and once, now or on the first day on which it is so, that they run out. It does
 * not keep a process alive.
 */
export function watchCalendar(log: Pick<Logger, 'info' | 'warn'>, today: () => CalendarDay): void {
  const { version, publishedUntil } = englandAndWalesCalendar();
  log.info({ calendar: version, publishedUntil }, 'bank holidays');
  const warn = (): boolean => {
    const warning = calendarWarning(today());
    if (warning !== undefined) log.warn({ publishedUntil }, warning);
    return warning !== undefined;
  };
  if (warn()) return;
  const daily = setInterval(() => {
    if (warn()) clearInterval(daily);
  }, dayMs);
  daily.unref();
}
