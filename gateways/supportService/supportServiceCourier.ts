import { isDeepStrictEqual } from 'node:util';
import { ZodError } from 'zod';
import type { OutboxItem } from '../../database/outbox';
import type { OutboxState } from '../../domain/messages/outbox';
import { addHours, type Instant } from '../../domain/time/londonTime';
import type { Courier, DeliveryTried } from '../courier';
import { AddressRefused } from '../publicAddress';
import type { WithdrawalReason } from './contract';
import { messageTo } from './messageTo';
import { partnerKinds, type PartnerItem } from './partnerItem';
import { heardOf, notSent, stopped, type NotSentReason } from './partnerOutcome';
import { PartnerBusy, PartnerRefused, type PartnerClient } from './partnerClient';
import type { FindPartner } from './partners';
import { safeContactOf } from './safeContact';
import { standingOf, type Stores } from './standing';

const onItsWay: readonly OutboxState[] = ['queued', 'sent'];
const lookAgainHours = 0.25;

/**
 * Carries referrals to support services, tells them of changed ways of contact and of their case, and takes referrals back. Consent is
 * looked at right before a referral is sent, and again before it counts as sent: one that was withdrawn meanwhile is taken
 * back in the same try.
 */
export function supportServiceCourier(stores: Stores, findPartner: FindPartner): Courier {
  /** The keys under which the referral may have reached the service before. */
  async function keysOf({ caseId, referralId, supportService }: PartnerItem): Promise<string[]> {
    const items = await stores.outbox.itemsOfCase(caseId, ...partnerKinds);
    return items
      .filter(({ about, attempts }) => about.message === 'referral' && about.referralId === referralId && attempts > 0)
      .filter(({ system }) => system === supportService)
      .map(({ itemId }) => itemId);
  }

  /** Takes a referral back that may be with the service; undefined where it cannot be there. */
  async function takeBack(client: PartnerClient, content: PartnerItem, reason: WithdrawalReason, key: string) {
    const { state } = await client.find(content.referralId, await keysOf(content));
    // What came back has told nobody anything.
    if (state === 'unknown' || state === 'failed') return undefined;
    return client.withdraw(content.referralId, reason, key);
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
    if (item.state === 'sent' && before) return heardOf(before, content, now);
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
    return heardOf(answer, content, now);
  }

  async function changeContact(item: OutboxItem, content: PartnerItem, client: PartnerClient, now: Instant) {
    if (item.state === 'sent') return heardOf(await client.find(content.referralId, [item.itemId]), content, now);
    const standing = await standingOf(stores, content);
    if (!standing.may) return stopped(standing.because);
    if (!standing.referral.shared.includes('contact')) return stopped('contactNotShared');
    const { state } = await client.find(content.referralId, await keysOf(content));
    if (state === 'unknown') return stopped('neverSent');
    const contact = safeContactOf(standing.person);
    return heardOf(await client.changeContact(content.referralId, contact, item.itemId), content, now);
  }

  /** A referral that is still on its way would overtake nothing: its service hears of the change once it has it. */
  async function changeCase(
    item: OutboxItem,
    content: PartnerItem,
    client: PartnerClient,
    now: Instant
  ): Promise<DeliveryTried> {
    const { caseId, referralId, change } = content;
    if (item.state === 'sent') return heardOf(await client.find(referralId, [item.itemId]), content, now);
    const standing = await standingOf(stores, content);
    if (!standing.may) return stopped(standing.because);
    const { state } = await client.find(referralId, await keysOf(content));
    if (state === 'has' && change)
      return heardOf(await client.changeCase(referralId, change, item.itemId), content, now);
    const items = await stores.outbox.itemsOfCase(caseId, ...partnerKinds);
    const isOnItsWay = items.some(
      ({ about, state: its }) =>
        about.message === 'referral' && about.referralId === referralId && onItsWay.includes(its)
    );
    if (!isOnItsWay) return stopped('neverSent');
    return { delivered: { as: 'waits', until: addHours(now, lookAgainHours), because: 'referralOnItsWay' } };
  }

  async function withdraw(item: OutboxItem, content: PartnerItem, client: PartnerClient, now: Instant) {
    if (item.state === 'sent') return heardOf(await client.find(content.referralId, [item.itemId]), content, now);
    const answer = await takeBack(client, content, content.reason ?? 'consentWithdrawn', item.itemId);
    return answer ? heardOf(answer, content, now) : stopped('neverSent');
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
        if (content.message === 'caseChanged') return await changeCase(item, content, found.client, now);
        if (content.message === 'contactChanged') return await changeContact(item, content, found.client, now);
        return await withdraw(item, content, found.client, now);
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
