import type { CalendarDay } from './londonTime';

const locales: Readonly<Record<'en' | 'cy', string>> = { en: 'en-GB', cy: 'cy-GB' };

/** `4 June 2026`, or `4 Mehefin 2026`. */
export function dayIn(on: CalendarDay, language: 'en' | 'cy'): string {
  const long = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locales[language], long).format(new Date(`${on}T12:00:00Z`));
}
