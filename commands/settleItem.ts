import type { OutboxChange, OutboxItem } from '../database/outbox';
import type { Instant } from '../domain/time/londonTime';
import { goesForward, type Delivered } from '../domain/messages/outbox';
import type { DeliveryTried } from '../gateways/courier';
import { casesToTell } from './casesToTell';
import type { Engine } from './engine';
import { tellCase } from './tellCase';

/** Who the service itself is, where a case is told something by it. */
export const service = 'victim-case-service';

/**
 * Takes in what became of an item: its case is told first, by commands with ids of their own, then the item says so. Cut
 * short anywhere and done again it tells nothing twice. What comes late changes nothing. Throws DatabaseAway.
 */
export async function settleItem(engine: Engine, item: OutboxItem, tried: DeliveryTried, now: Instant): Promise<void> {
  const { outbox } = engine.database;
  const { delivered } = tried;
  if (delivered.as === 'waits') {
    await tell(engine, item, tried);
    return outbox.releaseItem(item, delivered.because, now);
  }
  if (item.state !== delivered.as && !goesForward(item.state, delivered.as)) {
    return outbox.releaseItem(item, undefined, now);
  }
  await tell(engine, item, tried);
  const isChanged = await outbox.changeItem(item, { ...changeOf(delivered), at: now });
  if (!isChanged) await outbox.releaseItem(item, undefined, now);
}

async function tell(engine: Engine, item: OutboxItem, tried: DeliveryTried): Promise<void> {
  const { itemId, caseId, personId } = item;
  const origin = `outbox ${itemId}`;
  if (caseId !== undefined) {
    for (const fact of tried.tell ?? []) await tellCase(engine, { origin, caseId, by: service, fact });
  }
  if (personId === undefined || !tried.tellEveryCase?.length) return;
  for (const each of await casesToTell(engine.database, [personId])) {
    for (const fact of tried.tellEveryCase) await tellCase(engine, { origin, caseId: each.caseId, by: service, fact });
  }
}

function changeOf(delivered: Exclude<Delivered, { as: 'waits' }>): Omit<OutboxChange, 'at'> {
  return {
    state: delivered.as,
    ...('because' in delivered ? { because: delivered.because } : {}),
    ...('reference' in delivered && delivered.reference !== undefined ? { reference: delivered.reference } : {}),
  };
}
