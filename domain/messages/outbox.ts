import type { Instant } from '../time/londonTime';

/** What leaves the service, by who carries it. */
export const outboxKinds = [
  'message',
  'partnerReferral',
  'secureEmail',
  'dutyAlert',
  'recordsEntry',
  'trackMyCrimeMessage',
  'webhook',
  'prosecutionMessage',
  'hubOrder',
  'courtPartner',
] as const;
export type OutboxKind = (typeof outboxKinds)[number];

/**
 * `queued` until the other side has it; `sent` until it says what became of it. `parked` waits for a person who mends it
 * or discards it. The rest are ends.
 */
export const outboxStates = ['queued', 'sent', 'delivered', 'failed', 'stopped', 'parked', 'discarded'] as const;
export type OutboxState = (typeof outboxStates)[number];

const places: Readonly<Record<OutboxState, number>> = {
  queued: 0,
  parked: 1,
  sent: 2,
  delivered: 3,
  failed: 3,
  stopped: 3,
  discarded: 3,
};

/** States only go forward: a late receipt never takes back what a later one said. */
export function goesForward(from: OutboxState, to: OutboxState): boolean {
  return places[to] > places[from];
}

/** What one try to deliver came to. */
export type Delivered =
  /** The other side has it; with an instant, it is asked then what became of it. */
  | { readonly as: 'sent'; readonly reference?: string; readonly lookAgainAt?: Instant }
  | { readonly as: 'delivered'; readonly reference?: string }
  /** Not now. */
  | { readonly as: 'waits'; readonly until: Instant; readonly because: string }
  /** It must not be sent any more. */
  | { readonly as: 'stopped'; readonly because: string }
  /** It was sent, and did not arrive. */
  | { readonly as: 'failed'; readonly because: string }
  /** The other side refuses it: a person must look. */
  | { readonly as: 'parked'; readonly because: string };

const firstWaitMs = 5_000;
const longestWaitMs = 15 * 60_000;

/** How long to wait after so many tries in vain: twice as long each time, a quarter of an hour at most. */
export function waitAfter(attempts: number): number {
  return Math.min(firstWaitMs * 2 ** Math.min(attempts - 1, 20), longestWaitMs);
}
