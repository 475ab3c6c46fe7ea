import { afterQuietHours, type QuietHours } from '../time/staffHours';
import type { Instant } from '../time/londonTime';
import type { NextAttempt } from './nextAttempt';
import type { ContactSafety } from './safeContact';
import { nextSafeTime } from './safeTimes';

const mostWindows = 20;

/**
 * The next attempt at a time that the person called safe: the first one at or after the spacing says, in staff hours
 * where there is such a time. What has no safe time ahead is another way to be asked for. The case knows no windows: they
 * lie with the person, so this is asked when the attempt is shown.
 */
export function atSafeTime(next: NextAttempt, points: readonly ContactSafety[], quietHours: QuietHours): NextAttempt {
  if (next.step !== 'attempt') return next;
  const { channel, notBefore } = next;
  const safe = points.filter((each) => each.channel === channel && each.safe === 'yes' && !each.undeliverable);
  // A letter is read when it is read; a person decides about one to an address with times.
  if (safe.length === 0 || channel === 'letter') return next;
  const [first] = safe.flatMap((point) => firstSafe(point, notBefore, quietHours) ?? []).sort();
  if (first === undefined) return { step: 'askForSafeChannel', because: 'noSafeChannelKnown' };
  return { ...next, notBefore: first };
}

/** A window that lies in the quiet hours of staff alone is still the window that is safe. */
function firstSafe(point: ContactSafety, notBefore: Instant, quietHours: QuietHours): Instant | undefined {
  const earliest = nextSafeTime(point, notBefore);
  let at = earliest;
  for (let tried = 0; at !== undefined && tried < mostWindows; tried += 1) {
    const staffed: Instant = afterQuietHours(at, quietHours);
    if (staffed === at) return at;
    at = nextSafeTime(point, staffed);
  }
  return earliest;
}
