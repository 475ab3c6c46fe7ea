import type { OutboxItem } from '../../database/outbox';
import type { Persons } from '../../database/people/persons';
import { routesChanged } from '../../database/people/routesChanged';
import type { FactData, NewFact } from '../../domain/fact';
import type { Instant } from '../../domain/time/londonTime';
import type { Message } from '../../domain/messages/message';
import type { DeliveryTried } from '../courier';
import type { NotifyOutcome } from './notifyStatus';

/** Why a message that left waits: its case was told that nobody knows whether it arrived. */
export const noReceipt = 'noReceipt';

type Told = Pick<Message, 'template' | 'channel'>;

/** What a case is told of a message that somebody else has now. */
export function sentFacts(item: OutboxItem, { template, channel }: Told, happenedAt: Instant): NewFact[] {
  const by = { source: 'team', happenedAt } as const;
  const facts: NewFact[] = [{ kind: 'messageSent', data: { messageId: item.itemId, template, channel }, ...by }];
  if (item.about.purpose !== 'acknowledgement') return facts;
  return [...facts, { kind: 'reportAcknowledged', data: { channel, route: 'written' }, ...by }];
}

/**
 * What follows from Notify's word on a message that was sent: one that arrived is over; of one that did not the case is
 * told, and where nothing will ever arrive there the way of contact is marked, in every case of the person.
 */
export async function takeReceipt(
  persons: Pick<Persons, 'markUndeliverable'>,
  item: OutboxItem,
  message: Told & Pick<Message, 'contactPointId'>,
  outcome: NotifyOutcome,
  { by, now }: { readonly by: string; readonly now: Instant }
): Promise<DeliveryTried> {
  // A receipt may come before the worker that sent it has told so.
  const first = item.state === 'queued' ? sentFacts(item, message, now) : [];
  const { template, channel, contactPointId } = message;
  if (outcome.as === 'delivered') {
    const data: FactData['messageArrived'] = { messageId: item.itemId, template, channel };
    const arrived: NewFact = { kind: 'messageArrived', data, source: 'team', happenedAt: now };
    const wasMissed = item.because === noReceipt && item.about.courtDay !== undefined;
    return { delivered: { as: 'delivered' }, tell: wasMissed ? [...first, arrived] : first };
  }
  const { reason } = outcome;
  const data: FactData['messageFailed'] = { messageId: item.itemId, template, channel, reason };
  const failed: NewFact = { kind: 'messageFailed', data, source: 'team', happenedAt: now };
  const isGone = reason === 'permanent' || reason === 'returned';
  const person = isGone ? await persons.markUndeliverable(item.personId ?? '', contactPointId, by, now) : undefined;
  return {
    delivered: { as: 'failed', because: reason },
    tell: [...first, failed],
    ...(person ? { tellEveryCase: [routesChanged(person, now)] } : {}),
  };
}
