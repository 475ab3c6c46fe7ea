import type { OutboxItem } from '../database/outbox';
import type { NewFact } from '../domain/fact';
import type { Instant } from '../domain/time/londonTime';
import type { Delivered, OutboxKind } from '../domain/messages/outbox';

/** What became of one try, and what the case is told of it. */
export interface DeliveryTried {
  readonly delivered: Delivered;
  readonly tell?: readonly NewFact[] | undefined;
  /** What every open case of the person is told. */
  readonly tellEveryCase?: readonly NewFact[] | undefined;
}

/**
 * Carries one kind of item to another system. A try may be cut short at any moment and made again: from the second on
 * (`item.attempts > 1`) the other side is asked first whether it has the item already. What it throws means "not now".
 */
export interface Courier {
  /** `now` is never behind the clock: what depends on the time of sending is decided by it. */
  deliver(item: OutboxItem, content: unknown, now: Instant): Promise<DeliveryTried>;
}

export type Couriers = Readonly<Partial<Record<OutboxKind, Courier>>>;
