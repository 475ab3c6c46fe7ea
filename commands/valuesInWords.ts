import type { MessageLanguage, MessageValues } from '../domain/messages/template';

/** Values as a text says them: days and times in the words of its language, the rest as it is. */
export function valuesInWords({ on, ...values }: MessageValues, language: MessageLanguage): MessageValues {
  if (on === undefined) return values;
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const words = new Intl.DateTimeFormat(language === 'cy' ? 'cy-GB' : 'en-GB', options);
  // Every Welsh text has the day after `ar`, which softens it.
  return { ...values, on: words.format(new Date(`${on}T12:00:00Z`)).replace(/^Dydd/, 'ddydd') };
}
