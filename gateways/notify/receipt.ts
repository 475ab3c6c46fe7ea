import type { OutboxItem } from '../../database/outbox';
import type { Persons } from '../../database/people/persons';
import { routesChanged } from '../../database/people/routesChanged';
import type { FactData, NewFact } from '../../domain/fact';
import type { Instant } from '../../domain/time/londonTime';
import type { Message } from '../../domain/messages/message';
import type { DeliveryTried } from '../courier';
import type { NotifyOutcome } from './notifyStatus';

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
  if (outcome.as === 'delivered') return { delivered: { as: 'delivered' }, tell: first };
  const { reason } = outcome;
  const { template, channel, contactPointId } = message;
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
