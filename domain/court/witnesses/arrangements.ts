import type { Fact, FactData } from '../../fact';
import type { CalendarDay, Instant } from '../../time/londonTime';

/** Something that the Victim Hub arranges for one day at court. */
export interface Arrangement {
  readonly arrangementId: string;
  readonly arrangement: FactData['arrangementAsked']['arrangement'];
  readonly hearingId?: string | undefined;
  readonly on: CalendarDay;
  /** The fact that asked for it. */
  readonly seq: number;
  readonly askedAt: Instant;
  state: 'asked' | 'booked' | 'confirmed' | 'refused' | 'cancelled';
  changedAt: Instant;
  pence?: number | undefined;
  vetted?: boolean | undefined;
  /** The fact by which it was last booked, and what for where that says so. */
  booked?: { readonly seq: number; readonly for?: PlaceAndTime | undefined } | undefined;
}

/** Where and when a witness is to be on a day at court. */
export interface PlaceAndTime {
  readonly court?: string | undefined;
  readonly startsAt?: Instant | undefined;
}

/** Takes in what a fact says of arrangements; what it asks for gets `arrangementId`. A cancelled one stays cancelled. */
export function followArrangement(arrangements: Arrangement[], fact: Fact, arrangementId: string): void {
  const { seq, happenedAt: at } = fact;
  if (fact.kind === 'arrangementAsked') {
    arrangements.push({ arrangementId, ...fact.data, seq, askedAt: at, state: 'asked', changedAt: at });
    return;
  }
  if (!('arrangementId' in fact.data)) return;
  const { arrangementId: named } = fact.data;
  const known = arrangements.find((each) => each.arrangementId === named);
  if (!known || known.state === 'cancelled') return;
  switch (fact.kind) {
    case 'arrangementBooked': {
      const { pence = known.pence, vetted, court, startsAt } = fact.data;
      const isSaid = court !== undefined || startsAt !== undefined;
      Object.assign(known, { state: 'booked', pence, vetted });
      known.booked = { seq, ...(isSaid ? { for: { court, startsAt } } : {}) };
      break;
    }
    case 'arrangementConfirmed':
      known.state = 'confirmed';
      break;
    case 'arrangementRefused':
      known.state = 'refused';
      break;
    case 'arrangementCancelled':
      Object.assign(known, { state: 'cancelled', pence: fact.data.pence ?? 0 });
      break;
    default:
      return;
  }
  known.changedAt = at;
}

/** Whether somebody may still come, or be expected, on its day. */
export function isRunning({ state }: Arrangement): boolean {
  return state === 'asked' || state === 'booked' || state === 'confirmed';
}
