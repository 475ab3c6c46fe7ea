import type { Instant } from '../time/londonTime';
import { hasTimes, isSafeTime, nextSafeTime, type SafeTimes } from './safeTimes';
import type { Channel } from '../vocabulary';

/** What is known of the safety of one way to reach somebody. */
export interface ContactSafety extends SafeTimes {
  readonly channel: Channel;
  /** As they themselves said. What nobody asked about is not safe. */
  readonly safe: 'yes' | 'no' | 'unknown';
  /** What was sent there came back. */
  readonly undeliverable?: boolean | undefined;
}

export const contactRefusals = [
  'contactStopped',
  'victimDied',
  'noContactWanted',
  'routeUnknown',
  'routeUnsafe',
  'routeUndeliverable',
  'safetyUnknown',
  'notSafeNow',
  'neverSafe',
  'letterHasNoTime',
  'mayNotBeTold',
] as const;
export type ContactRefusal = (typeof contactRefusals)[number];

/** The wish and the state of the person, beside the one way of contact. */
export interface ContactStanding {
  /** All contact with the person was stopped. */
  readonly stopped: boolean;
  readonly died: boolean;
  /** They have said that they want no contact. */
  readonly wantsNone: boolean;
}

export interface ContactAttempt {
  /** Undefined where the way of contact is not, or no longer, one of theirs. */
  readonly route: ContactSafety | undefined;
  readonly at: Instant;
  /** News of release and bail reaches also who wants no other. */
  readonly isSafetyNews: boolean;
  /** A named person takes it on themself that time or safety were not as agreed. */
  readonly overridden: boolean;
}

export type ContactVerdict =
  | { readonly may: true }
  /** With an instant: from then on it is safe. */
  | { readonly may: false; readonly because: ContactRefusal; readonly from?: Instant };

/**
 * Whether somebody may be reached in this way at this moment. Every message and every call asks it, at the moment of
 * sending. Whatever is not known to be safe is refused. An override lifts what was agreed about times and what was never
 * asked; it never lifts a stop, an unsafe address or a route that has died.
 */
export function mayReach(
  { stopped, died, wantsNone }: ContactStanding,
  { route, at, isSafetyNews, overridden }: ContactAttempt
): ContactVerdict {
  if (died) return refuse('victimDied');
  if (stopped) return refuse('contactStopped');
  if (wantsNone && !isSafetyNews) return refuse('noContactWanted');
  if (!route) return refuse('routeUnknown');
  if (route.safe === 'no') return refuse('routeUnsafe');
  if (route.undeliverable) return refuse('routeUndeliverable');
  if (overridden) return { may: true };
  if (route.safe !== 'yes') return refuse('safetyUnknown');
  if (!hasTimes(route)) return { may: true };
  // Nobody can tell when a letter is opened.
  if (route.channel === 'letter') return refuse('letterHasNoTime');
  if (isSafeTime(route, at)) return { may: true };
  const from = nextSafeTime(route, at);
  return from === undefined ? refuse('neverSafe') : { may: false, because: 'notSafeNow', from };
}

function refuse(because: ContactRefusal): ContactVerdict {
  return { may: false, because };
}
