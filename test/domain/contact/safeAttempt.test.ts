import fc from 'fast-check';
import { atSafeTime } from '../../../domain/contact/safeAttempt';
import type { ContactSafety } from '../../../domain/contact/safeContact';
import { isSafeTime, weekdays } from '../../../domain/contact/safeTimes';
import { instant } from '../../../domain/time/londonTime';

const quiet = { from: '21:00', to: '08:00' };
const due = (notBefore: string) => ({ step: 'attempt', channel: 'phone', notBefore, because: 'noAnswer' }) as const;
const phone: ContactSafety = { channel: 'phone', safe: 'yes' };

describe('the next attempt to reach a victim', () => {
  it.each([
    [
      'inside the window',
      { safeFrom: '09:00', safeTo: '15:00' },
      '2026-03-03T10:00:00.000Z',
      '2026-03-03T10:00:00.000Z',
    ],
    [
      'after it: tomorrow',
      { safeFrom: '09:00', safeTo: '12:00' },
      '2026-03-03T13:00:00.000Z',
      '2026-03-04T09:00:00.000Z',
    ],
    ['on another day', { safeDays: ['fri' as const] }, '2026-03-03T13:00:00.000Z', '2026-03-06T08:00:00.000Z'],
    ['on summer time', { safeFrom: '09:00', safeTo: '10:00' }, '2026-07-07T12:00:00.000Z', '2026-07-08T08:00:00.000Z'],
    [
      'in the night alone',
      { safeFrom: '22:00', safeTo: '23:00' },
      '2026-03-03T13:00:00.000Z',
      '2026-03-03T22:00:00.000Z',
    ],
  ])('lies in a safe window: %s', (_what, times, notBefore, expected) => {
    expect(atSafeTime(due(notBefore), [{ ...phone, ...times }], quiet)).toMatchObject({ notBefore: expected });
  });

  it('of two safe numbers is by the one that is safe first, never by one that is not safe', () => {
    const points: ContactSafety[] = [
      { ...phone, safeDays: ['sun'] },
      { ...phone, safeFrom: '14:00', safeTo: '16:00' },
      { ...phone, safe: 'no', safeFrom: '10:00', safeTo: '11:00' },
    ];
    const next = atSafeTime(due('2026-03-03T10:00:00.000Z'), points, quiet);
    expect(next).toMatchObject({ notBefore: '2026-03-03T14:00:00.000Z' });
  });

  it('asks for another way where no safe time is ahead', () => {
    const never = { ...phone, safeFrom: '10:00', safeTo: '10:00', safeDays: [] };
    expect(atSafeTime(due('2026-03-03T10:00:00.000Z'), [never], quiet).step).toBe('askForSafeChannel');
  });

  it('is never proposed outside a safe window, nor before its spacing', () => {
    const clock = fc
      .integer({ min: 0, max: 47 })
      .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
    const times = fc.record({ safeDays: fc.subarray([...weekdays], { minLength: 1 }), safeFrom: clock, safeTo: clock });
    const at = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }).map(instant);
    fc.assert(
      fc.property(times, at, (window, notBefore) => {
        const next = atSafeTime(due(notBefore), [{ ...phone, ...window }], quiet);
        if (next.step !== 'attempt') return;
        expect([isSafeTime(window, next.notBefore), next.notBefore >= notBefore]).toEqual([true, true]);
      }),
      { numRuns: 3_000 }
    );
  });
});
