import { isDeepStrictEqual } from 'node:util';
import { ZodError } from 'zod';
import type { OutboxItem } from '../../database/outbox';
import type { FactData, NewFact } from '../../domain/fact';
import { addHours, type Instant } from '../../domain/time/londonTime';
import type { Courier, DeliveryTried } from '../courier';
import { AddressRefused } from '../publicAddress';
import type { WithdrawalReason } from './contract';
import { messageTo } from './messageTo';
import { PartnerBusy, PartnerRefused, type PartnerAnswer, type PartnerClient } from './partnerClient';
import type { FindPartner } from './partners';
import { safeContactOf } from './safeContact';
import { standingOf, type Stores } from './standing';

/** What the outbox keeps of a message to a support service: ids alone. All the rest is read when it is sent. */
export interface PartnerItem {
  readonly message: 'referral' | 'contactChanged' | 'withdrawal';
  readonly referralId: string;
  readonly supportService: string;
  readonly caseId: string;
  readonly forces: readonly string[];
  readonly reason?: WithdrawalReason | undefined;
}

/**
 * Carries referrals to support services, tells them of changed ways of contact, and takes referrals back. Consent is
 * looked at right before a referral is sent, and again before it counts as sent: one that was withdrawn meanwhile is taken
 * back in the same try.
 */
export function supportServiceCourier(stores: Stores, findPartner: FindPartner): Courier {
  /** The keys under which the referral may have reached the service before. */
  async function keysOf({ caseId, referralId, supportService }: PartnerItem): Promise<string[]> {
    const items = await stores.outbox.itemsOfCase(caseId, 'partnerReferral');
    return items
      .filter(({ about, attempts }) => about.message === 'referral' && about.referralId === referralId && attempts > 0)
      .filter(({ system }) => system === supportService)
      .map(({ itemId }) => itemId);
  }

  /** Takes a referral back that may be with the service. */
  async function takeBack(client: PartnerClient, content: PartnerItem, reason: WithdrawalReason, key: string) {
    const { state } = await client.find(content.referralId, await keysOf(content));
    if (state !== 'unknown') await client.withdraw(content.referralId, reason, key);
    return state !== 'unknown';
  }

  async function refer(item: OutboxItem, content: PartnerItem, client: PartnerClient, now: Instant) {
    const { referralId } = content;
    const key = item.itemId;
    const standing = await standingOf(stores, content);
    if (!standing.may) {
      if (item.attempts > 1) await takeBack(client, content, standing.reason, `${key}.back`);
      return stopped(standing.because);
    }
    const before = item.attempts > 1 ? await client.find(referralId, [key]) : undefined;
    if (item.state === 'sent' && before) return followed(before, referralId, now);
    const has = before && before.state !== 'unknown' ? before : undefined;
    const answer = has ?? (await client.refer(await messageTo(stores, standing), key));
    const after = await standingOf(stores, content);
    if (!after.may) {
      await takeBack(client, content, after.reason, `${key}.back`);
      return stopped(after.because);
    }
    const contact = safeContactOf(after.person);
    const isStale = has !== undefined || !isDeepStrictEqual(contact, safeContactOf(standing.person));
    if (isStale && after.referral.shared.includes('contact')) {
      await client.changeContact(referralId, contact, `${key}.contact.${item.attempts}`);
    }
    return followed(answer, referralId, now);
  }

  async function changeContact(item: OutboxItem, content: PartnerItem, client: PartnerClient) {
    const standing = await standingOf(stores, content);
    if (!standing.may) return stopped(standing.because);
    if (!standing.referral.shared.includes('contact')) return stopped('contactNotShared');
    const { state } = await client.find(content.referralId, await keysOf(content));
    if (state === 'unknown') return stopped('neverSent');
    const contact = safeContactOf(standing.person);
    return arrived(await client.changeContact(content.referralId, contact, item.itemId));
  }

  async function withdraw(item: OutboxItem, content: PartnerItem, client: PartnerClient) {
    const reason = content.reason ?? 'consentWithdrawn';
    const wasThere = await takeBack(client, content, reason, item.itemId);
    return wasThere ? arrived({ state: 'has' }) : stopped('neverSent');
  }

  return {
    async deliver(item, given, now) {
      const content = given as PartnerItem;
      const isReferral = content.message === 'referral';
      const refused = (because: string, reason: NotSentReason): DeliveryTried => ({
        delivered: { as: 'parked', because },
        ...(isReferral ? { tell: [notSent(content.referralId, reason, now)] } : {}),
      });
      const found = await findPartner(content.forces, content.supportService);
      if ('none' in found) {
        const standing = isReferral ? await standingOf(stores, content) : undefined;
        return standing?.may === false ? stopped(standing.because) : refused(found.none, found.none);
      }
      try {
        if (isReferral) return await refer(item, content, found.client, now);
        if (content.message === 'contactChanged') return await changeContact(item, content, found.client);
        return await withdraw(item, content, found.client);
      } catch (error) {
        if (error instanceof PartnerRefused) return refused(`refused${error.status}`, 'refusedByService');
        // Something about the victim does not fit the contract: sending it again would not help.
        if (error instanceof ZodError) return refused('notAsAgreed', 'other');
        if (error instanceof AddressRefused) return refused('unsafeRoute', 'unsafeRoute');
        if (error instanceof PartnerBusy) {
          return { delivered: { as: 'waits', until: error.until > now ? error.until : now, because: 'busy' } };
        }
        throw error;
      }
    },
  };
}

type NotSentReason = FactData['referralNotSent']['reason'];

const receiptHours = 1;

/** The case is told once the other side has it; an e-mail on its way is asked after until it has arrived, or failed. */
function followed({ state, reference }: PartnerAnswer, referralId: string, now: Instant): DeliveryTried {
  if (state === 'failed') {
    return { delivered: { as: 'failed', because: 'notDelivered' }, tell: [notSent(referralId, 'other', now)] };
  }
  if (state === 'sending') return { delivered: { as: 'sent', lookAgainAt: addHours(now, receiptHours) } };
  const tell: NewFact[] = [{ kind: 'referralSent', data: { referralId }, source: 'partner', happenedAt: now }];
  return { delivered: { as: 'delivered', ...(reference === undefined ? {} : { reference }) }, tell };
}

function arrived({ state, reference }: PartnerAnswer): DeliveryTried {
  if (state === 'unknown') return stopped('neverSent');
  return { delivered: { as: 'delivered', ...(reference === undefined ? {} : { reference }) } };
}

function stopped(because: string): DeliveryTried {
  return { delivered: { as: 'stopped', because } };
}

function notSent(referralId: string, reason: NotSentReason, happenedAt: Instant): NewFact {
  return { kind: 'referralNotSent', data: { referralId, reason }, source: 'team', happenedAt };
}
