import type { NewOutboxItem } from '../database/outbox';
import { instant, type Instant } from '../domain/time/londonTime';
import { deliveryId, deliveryType, lookAgain } from '../workflows/messages';
import type { Engine } from './engine';
import { askTemporal, CaseBusy, TemporalAway } from './temporalFailures';

/** A call has long ended by then, one way or the other. */
const sweptAfterMs = 30_000;

/**
 * Stores what is to leave the service and starts its delivery. Twice is harmless: the first content under an id stays.
 * Where Temporal is away the sweep starts the delivery. Throws DatabaseAway, and Forgotten where the person was erased.
 */
export async function queueItem(engine: Engine, item: NewOutboxItem, now: Instant): Promise<void> {
  await engine.database.outbox.addItem(item, now, later());
  await ensureDelivery(engine, item.itemId);
}

/** Has the delivery of a stored item go on; where Temporal is away the sweep sees to it. */
export async function ensureDelivery(engine: Engine, itemId: string): Promise<void> {
  try {
    await startDelivery(engine, itemId);
  } catch (error) {
    if (!(error instanceof TemporalAway || error instanceof CaseBusy)) throw error;
  }
}

/**
 * Starts the delivery of a stored item, or has the one that is under way look again: it may be about to end, having
 * found nothing to do before this was queued. Twice starts one. Throws TemporalAway.
 */
export async function startDelivery(engine: Engine, itemId: string): Promise<void> {
  const { client, taskQueue, callTimeoutMs, workflowTaskTimeoutMs } = engine;
  const { outbox } = engine.database;
  const queued = await outbox.findItem(itemId);
  await client.withDeadline(Date.now() + callTimeoutMs, () =>
    askTemporal(() =>
      client.workflow.signalWithStart(deliveryType, {
        signal: lookAgain,
        workflowId: deliveryId(itemId),
        taskQueue,
        args: [{ itemId }],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowTaskTimeout: workflowTaskTimeoutMs,
      })
    )
  );
  if (queued) await outbox.markStarted(itemId, queued.queuedAt);
}

/**
 * Has what waits for a person look again at once: how many items. One that cannot be told now looks when it would have;
 * it asks before it sends in any case.
 */
export async function wakeMessages(engine: Engine, personId: string): Promise<number> {
  const { outbox, persons } = engine.database;
  const personIds = new Set([personId, ...(await persons.idsOf(personId))]);
  const itemIds = (await outbox.queuedFor([...personIds])).map(({ itemId }) => itemId);
  const { client, callTimeoutMs } = engine;
  await client.withDeadline(Date.now() + callTimeoutMs, () =>
    Promise.allSettled(itemIds.map((itemId) => client.workflow.getHandle(deliveryId(itemId)).signal(lookAgain)))
  );
  return itemIds.length;
}

function later(): Instant {
  return instant(Date.now() + sweptAfterMs);
}
