import fc from 'fast-check';
import { instant } from '../../../domain/time/londonTime';
import {
  mayReach,
  type ContactAttempt,
  type ContactSafety,
  type ContactStanding,
} from '../../../domain/contact/safeContact';
import { nextSafeTime, safeUntil, weekdays, type SafeTimes } from '../../../domain/contact/safeTimes';

const nobodyStopped: ContactStanding = { stopped: false, died: false, wantsNone: false };
const phone: ContactSafety = { channel: 'phone', safe: 'yes' };
/** A Wednesday. */
const noon = '2026-06-03T11:00:00.000Z';
const attempt = (more: Partial<ContactAttempt> = {}): ContactAttempt => ({
  route: phone,
  at: noon,
  isSafetyNews: false,
  overridden: false,
  ...more,
});

describe('a victim is reached', () => {
  it('only in a way that they themselves called safe: what nobody asked about is not', () => {
    expect(mayReach(nobodyStopped, attempt())).toEqual({ may: true });
    expect(mayReach(nobodyStopped, attempt({ route: { ...phone, safe: 'unknown' } }))).toEqual({
      may: false,
      because: 'safetyUnknown',
    });
  });

  it.each<[string, Partial<ContactAttempt>, Partial<ContactStanding>, string]>([
    ['when all contact was stopped', {}, { stopped: true }, 'contactStopped'],
    ['when they have died', {}, { died: true }, 'victimDied'],
    ['when they want no contact', {}, { wantsNone: true }, 'noContactWanted'],
    ['at a number that is not theirs any more', { route: undefined }, {}, 'routeUnknown'],
    ['at a number that they called unsafe', { route: { ...phone, safe: 'no' } }, {}, 'routeUnsafe'],
    [
      'at an address from which letters came back',
      { route: { ...phone, undeliverable: true } },
      {},
      'routeUndeliverable',
    ],
  ])('never %s, whoever overrides it', (_title, more, standing, because) => {
    for (const overridden of [false, true]) {
      const verdict = mayReach({ ...nobodyStopped, ...standing }, attempt({ ...more, overridden }));
      expect(verdict).toEqual({ may: false, because });
    }
  });

  it('with news of a release also when they want no other contact', () => {
    const wantsNone = { ...nobodyStopped, wantsNone: true };
    expect(mayReach(wantsNone, attempt({ isSafetyNews: true }))).toEqual({ may: true });
    expect(mayReach({ ...wantsNone, stopped: true }, attempt({ isSafetyNews: true }))).toMatchObject({ may: false });
  });

  it('outside the agreed times only by somebody who takes it on themself', () => {
    const route = { ...phone, safeDays: ['thu'], safeFrom: '10:00', safeTo: '12:00' } as const;
    expect(mayReach(nobodyStopped, attempt({ route }))).toEqual({
      may: false,
      because: 'notSafeNow',
      from: '2026-06-04T09:00:00.000Z',
    });
    expect(mayReach(nobodyStopped, attempt({ route, overridden: true }))).toEqual({ may: true });
  });

  it('by letter only where nothing was agreed about times, since nobody knows when it is opened', () => {
    const route = { channel: 'letter', safe: 'yes', safeDays: ['mon'] } as const;
    expect(mayReach(nobodyStopped, attempt({ route }))).toEqual({ may: false, because: 'letterHasNoTime' });
  });
});

describe('safe times', () => {
  it.each<[string, SafeTimes, string, string | undefined]>([
    ['begin in the morning', { safeFrom: '09:30' }, '2026-06-03T05:00:00Z', '2026-06-03T08:30:00Z'],
    ['end just before their last minute', { safeTo: '12:00' }, '2026-06-03T11:00:00Z', '2026-06-03T23:00:00Z'],
    ['are on the next day that was named', { safeDays: ['mon'] }, noon, '2026-06-07T23:00:00Z'],
    ['run through the night', { safeFrom: '22:00', safeTo: '06:00' }, '2026-06-03T02:00:00Z', '2026-06-03T02:00:00Z'],
    [
      'belong to the evening',
      { safeDays: ['wed'], safeFrom: '22:00', safeTo: '06:00' },
      '2026-06-04T02:00:00Z',
      '2026-06-04T02:00:00Z',
    ],
    [
      'not to the night before',
      { safeDays: ['wed'], safeFrom: '22:00', safeTo: '06:00' },
      '2026-06-03T02:00:00Z',
      '2026-06-03T21:00:00Z',
    ],
    [
      'begin later where clocks skip them',
      { safeFrom: '01:30', safeTo: '02:30' },
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:00:00Z',
    ],
    [
      'wait a day where clocks skip all of them',
      { safeFrom: '01:15', safeTo: '01:45' },
      '2026-03-29T00:50:00Z',
      '2026-03-30T00:15:00Z',
    ],
  ])('%s', (_title, times, at, expected) => {
    expect(nextSafeTime(times, instant(at))).toBe(expected && instant(expected));
  });
});

/** What a clock on a wall in London shows, asked of Intl and not of our own code. */
const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const shown = (ms: number): { day: string; clock: string } => {
  const parts = Object.fromEntries(wallClock.formatToParts(ms).map(({ type, value }) => [type, value]));
  return { day: String(parts.weekday).toLowerCase(), clock: `${parts.hour}:${parts.minute}` };
};
const before = (day: string): string => weekdays[(weekdays.indexOf(day as 'mon') + 6) % 7] ?? '';

/** The same rule said another way: walk back to the last beginning, and see whether an end came since. */
function isSafeByTheClock(
  { safeDays = weekdays, safeFrom = '00:00', safeTo = '24:00' }: SafeTimes,
  ms: number
): boolean {
  const { day, clock } = shown(ms);
  const end = safeTo === '00:00' ? '24:00' : safeTo;
  const named = (on: string): boolean => (safeDays as readonly string[]).includes(on);
  if (safeFrom < end) return named(day) && safeFrom <= clock && clock < end;
  return (named(day) && safeFrom <= clock) || (named(before(day)) && clock < end);
}

const clocks = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 1, 15, 30, 59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const schedules = fc
  .record(
    { safeDays: fc.subarray([...weekdays], { minLength: 1 }), safeFrom: clocks, safeTo: clocks },
    { requiredKeys: [] }
  )
  .filter(({ safeFrom, safeTo }) => (safeFrom ?? '00:00') !== safeTo);
const minute = 60_000;
/** A year of minutes, the nights of both changes of the clocks often among them. */
const moments = fc
  .oneof(
    fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
    fc.integer({ min: Date.UTC(2026, 2, 28, 20), max: Date.UTC(2026, 2, 29, 8) }),
    fc.integer({ min: Date.UTC(2026, 9, 24, 20), max: Date.UTC(2026, 9, 25, 8) })
  )
  .map((ms) => Math.floor(ms / minute) * minute);

it('over 100,000 random schedules nothing is sent outside a safe window, nor put off past the first one', () => {
  fc.assert(
    fc.property(schedules, moments, fc.double({ min: 0, max: 1, noNaN: true }), (times, ms, share) => {
      const verdict = mayReach(nobodyStopped, attempt({ route: { ...phone, ...times }, at: instant(ms) }));
      if (verdict.may) return isSafeByTheClock(times, ms);
      if (isSafeByTheClock(times, ms) || verdict.from === undefined) return false;
      const from = Date.parse(verdict.from);
      const between = ms + Math.floor((share * (from - ms)) / minute) * minute;
      const justBefore = from - minute;
      const early = [between, justBefore].filter((each) => each >= ms && each < from);
      return isSafeByTheClock(times, from) && early.every((each) => !isSafeByTheClock(times, each));
    }),
    { numRuns: 100_000 }
  );
});

it('tells an officer until when it stays safe', () => {
  fc.assert(
    fc.property(schedules, moments, (times, ms) => {
      if (!isSafeByTheClock(times, ms)) return true;
      const until = Date.parse(safeUntil(times, instant(ms)));
      for (let at = ms; at <= until; at += 7 * minute) if (!isSafeByTheClock(times, at)) return false;
      return isSafeByTheClock(times, until) && until < ms + 49 * 60 * minute;
    }),
    { numRuns: 500 }
  );
});
