import { addHours, instant, startOfLondonDay, type Instant } from '../../domain/time/londonTime';
import { hourOfWeekWeights } from './arrivalProfile';

/** One hour of a window: London's offset from UTC is the same all through it. */
interface Slot {
  readonly startMs: number;
  readonly endMs: number;
  readonly offset: '+00:00' | '+01:00';
  /** The weights of this slot and all before it. */
  readonly upTo: number;
}

/** A stretch of time that reports are spread over, more in the busy hours of a week than in the quiet ones. */
export interface ReportWindow {
  readonly startMs: number;
  /** Not in the window itself. */
  readonly endMs: number;
  readonly slots: readonly Slot[];
}

const hourMs = 3_600_000;
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** A month in London, as far as it lies before `until`; undefined when none of it does. `month` is `2021-06`. */
export function monthWindow(month: string, until: Instant): ReportWindow | undefined {
  const start = Date.parse(startOfLondonDay(`${month}-01`));
  const end = Math.min(Date.parse(startOfLondonDay(`${monthAfter(month)}-01`)), Date.parse(until));
  return start < end ? windowBetween(start, end) : undefined;
}

/** The last so many times 24 hours before `until`. */
export function recentWindow(days: number, until: Instant): ReportWindow {
  return windowBetween(Date.parse(addHours(until, -24 * days)), Date.parse(until));
}

export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function windowBetween(startMs: number, endMs: number): ReportWindow {
  const slots: Slot[] = [];
  let upTo = 0;
  for (let hourStart = Math.floor(startMs / hourMs) * hourMs; hourStart < endMs; hourStart += hourMs) {
    const slotStart = Math.max(hourStart, startMs);
    const slotEnd = Math.min(hourStart + hourMs, endMs);
    const { hourOfWeek, offset } = londonHour(hourStart);
    upTo += ((hourOfWeekWeights[hourOfWeek] ?? 1) * (slotEnd - slotStart)) / hourMs;
    slots.push({ startMs: slotStart, endMs: slotEnd, offset, upTo });
  }
  return { startMs, endMs, slots };
}

function londonHour(atMs: number): { hourOfWeek: number; offset: Slot['offset'] } {
  const parts = londonClock.formatToParts(atMs);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const hour = Number(part('hour'));
  const offset = hour === new Date(atMs).getUTCHours() ? '+00:00' : '+01:00';
  return { hourOfWeek: weekdays.indexOf(part('weekday')) * 24 + hour, offset };
}

/** The moment at a share of the window's weight, in milliseconds since 1970. `share` is from 0 up to 1. */
export function momentAt(window: ReportWindow, share: number): number {
  const { slots, startMs } = window;
  const wanted = share * (slots.at(-1)?.upTo ?? 0);
  let low = 0;
  for (let high = slots.length - 1; low < high;) {
    const middle = (low + high) >> 1;
    if ((slots[middle]?.upTo ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  const slot = slots[low];
  if (!slot) return startMs;
  const before = slots[low - 1]?.upTo ?? 0;
  return slot.startMs + ((wanted - before) / (slot.upTo - before)) * (slot.endMs - slot.startMs);
}

/** A moment of the window as London's clock shows it, to the whole minute: `2021-06-12T14:05:00+01:00`. */
export function londonDateTime(window: ReportWindow, atMs: number): string {
  const minuteMs = Math.max(Math.floor(atMs / 60_000) * 60_000, window.startMs);
  const first = Math.floor((window.slots[0]?.startMs ?? 0) / hourMs);
  const offset = window.slots[Math.floor(minuteMs / hourMs) - first]?.offset ?? '+00:00';
  return `${instant(minuteMs + (offset === '+01:00' ? hourMs : 0)).slice(0, 19)}${offset}`;
}
