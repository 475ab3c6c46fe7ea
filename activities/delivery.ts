import { Context } from '@temporalio/activity';
import type { Engine } from '../commands/engine';
import { settleItem } from '../commands/settleItem';
import { DatabaseAway } from '../database/store/connection';
import type { OutboxItem } from '../database/outbox';
import { instant, type Instant } from '../domain/time/londonTime';
import { waitAfter, type Delivered } from '../domain/messages/outbox';
import type { Couriers, DeliveryTried } from '../gateways/courier';

export type DeliveryActivities = ReturnType<typeof deliveryActivities>;

/** When the next try is due, or that there is none. */
export type NextTry = { readonly again: Instant } | 'over';

/** How long a try may take, unless told: another one begins only after that. */
const longestTryMs = 60_000;
/** The engine notices within seconds that the worker behind a try has died. */
const beatMs = 1_000;
/** How soon to look whether this worker has been told of the system that is meant. */
const noCourierMs = 900_000;

/** What an operator reads: the failure's name alone. */
export type NoteTry = (tried: { readonly itemId: string; readonly kind: string; readonly why: string }) => void;

export const deliveryActivities = (
  engine: Engine,
  couriers: Couriers,
  noteFailure: NoteTry = () => undefined,
  holdMs = longestTryMs
) => {
  const { outbox } = engine.database;

  async function deliver(item: OutboxItem, now: Instant): Promise<DeliveryTried> {
    const courier = couriers[item.kind];
    if (!courier) return { delivered: { as: 'waits', until: after(now, noCourierMs), because: 'noCourier' } };
    const content = await outbox.readContent(item.itemId);
    if (content === undefined) return { delivered: { as: 'stopped', because: 'erased' } };
    return courier.deliver(item, content, now);
  }

  async function oneTry(item: OutboxItem, now: Instant, clock: Instant): Promise<NextTry> {
    const { itemId, kind, attempts } = item;
    try {
      const tried = await deliver(item, now);
      await settleItem(engine, item, tried, now);
      return nextTry(tried.delivered);
    } catch (error) {
      if (error instanceof DatabaseAway) throw error;
      const why = error instanceof Error ? error.name : 'unknown';
      noteFailure({ itemId, kind, why });
      await outbox.releaseItem(item, why, clock);
      return { again: after(now, waitAfter(attempts)) };
    }
  }

  return {
    /**
     * One try to deliver an item. The case is told before the item says so, by a command with an id of its own: a try cut
     * short anywhere is made again and tells nothing twice.
     */
    async attemptDelivery({ itemId, now: workflowNow }: { itemId: string; now: Instant }): Promise<NextTry> {
      const context = Context.current();
      const beat = setInterval(() => context.heartbeat(), beatMs).unref();
      const clock = instant(Date.now());
      const now = workflowNow > clock ? workflowNow : clock;
      try {
        const item = await outbox.holdItem(itemId, clock, after(clock, holdMs));
        if (item === undefined) return 'over';
        if (item === 'held') return { again: after(now, holdMs / 4) };
        return await oneTry(item, now, clock);
      } finally {
        clearInterval(beat);
      }
    },
  };
};

function nextTry(delivered: Delivered): NextTry {
  if (delivered.as === 'waits') return { again: delivered.until };
  return delivered.as === 'sent' && delivered.lookAgainAt ? { again: delivered.lookAgainAt } : 'over';
}

function after(at: Instant, ms: number): Instant {
  return instant(Date.parse(at) + ms);
}
