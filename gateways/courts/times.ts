import { atLondonClock, instant, londonDay, type CalendarDay, type Instant } from '../../domain/time/londonTime';

/** A day that is written `2026-04-07`, `07/04/2026` or as an instant of UTC; undefined where it is none. */
export function dayOf(written: string | undefined): CalendarDay | undefined {
  if (written === undefined) return undefined;
  const [, ofMonth, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(written) ?? [];
  // XML may write the offset of its clock beside a day.
  const day = year ? `${year}-${month?.padStart(2, '0')}-${ofMonth?.padStart(2, '0')}` : written.slice(0, 10);
  if (year || /^\d{4}-\d{2}-\d{2}(Z|[+-]\d{2}:\d{2})?$/.test(written)) return isDay(day) ? day : undefined;
  const at = instantOf(written);
  return at && londonDay(at);
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** An instant as magistrates' courts and Common Platform write it: with its offset, else in UTC. */
export function instantOf(written: string | undefined): Instant | undefined {
  if (written === undefined) return undefined;
  const plain = plainInstant(written);
  const time = Date.parse(hasOffset(plain) ? plain : `${plain}Z`);
  return !/^\d{4}-\d{2}-\d{2}T/.test(plain) || !isDay(plain.slice(0, 10)) || Number.isNaN(time)
    ? undefined
    : instant(time);
}

/** An instant as the Crown Court writes it: with its offset, else by the clock on its wall. */
export function courtInstant(written: string | undefined): Instant | undefined {
  const plain = plainInstant(written ?? '');
  return hasOffset(plain) ? instantOf(plain) : onCourtClock(dayOf(plain), plain.slice(11));
}

/** Without the name of a zone, and without more digits than milliseconds have. */
function plainInstant(written: string): string {
  return written
    .replace(/\[[\w/]+\]$/, '')
    .replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T')
    .replace(/(\.\d{3})\d+/, '$1');
}

const hasOffset = (plain: string): boolean => /T.*(Z|[+-]\d{2}:?\d{2})$/.test(plain);

/** The clock of a court's wall on a day: `10:00:00`, `9:30`. Undefined where no clock is written. */
export function onCourtClock(on: CalendarDay | undefined, clock: string | undefined): Instant | undefined {
  const [, hours = '', minutes] = /^(\d{1,2})[:.](\d{2})/.exec(clock?.trim() ?? '') ?? [];
  if (on === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return atLondonClock(on, `${hours.padStart(2, '0')}:${minutes}`);
}

/** The time in a note such as `NOT BEFORE 2:30pm`; undefined where it has none. */
export function clockInNote(note: string | undefined): string | undefined {
  const [, hours, minutes, half] = /(\d{1,2})[:.](\d{2})\s*(am|pm)?/i.exec(note ?? '') ?? [];
  if (hours === undefined) return undefined;
  const isAfternoon = half?.toLowerCase() === 'pm' && Number(hours) < 12;
  return `${isAfternoon ? Number(hours) + 12 : hours}:${minutes}`;
}
