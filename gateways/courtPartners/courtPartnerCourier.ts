import { isDeepStrictEqual } from 'node:util';
import { ZodError } from 'zod';
import type { OutboxItem } from '../../database/outbox';
import type { CourtReferral, CourtWithdrawal } from '../../domain/court/partners/courtPartner';
import { addHours, type Instant } from '../../domain/time/londonTime';
import type { Courier, DeliveryTried } from '../courier';
import { PartnerRefused } from '../supportService/partnerClient';
import type { CourtPartnerAnswer, CourtPartnerClient } from './courtPartnerClient';
import type { CourtPartnerItem } from './courtPartnerItem';
import { courtPartnerHeard, notReached, withdrawalHeard, type Failure } from './courtPartnerOutcome';
import type { FindCourtPartner } from './courtPartnersByForce';
import { courtReferralNow, type Stores } from './courtReferralNow';

const lookAgainHours = 0.25;
const askAgainHours = 1;

/** One item, as it is tried. */
interface Try {
  readonly item: OutboxItem;
  readonly content: CourtPartnerItem;
  readonly client: CourtPartnerClient;
  readonly now: Instant;
}

/**
 * Carries referrals and notices to the partners of the court stage, tells them what changed, and takes back what must not
 * be with them. How the case stands is looked up right before each send and again right after it.
 */
export function courtPartnerCourier(stores: Stores, findPartner: FindCourtPartner): Courier {
  const standing = ({ item, content, now }: Omit<Try, 'client'>) => courtReferralNow(stores, item, content, now);

  const siblings = async ({ item: { caseId = '' }, content: { referralId } }: Try) =>
    (await stores.outbox.itemsOfCase(caseId, 'courtPartner')).filter(({ about }) => about.referralId === referralId);

  /** Takes back what may be with the partner; undefined where nothing of it can be there. */
  async function takeBack(tried: Try, reason: CourtWithdrawal, key: string) {
    const { client, content } = tried;
    const sent = (await siblings(tried)).filter(({ about, attempts }) => about.does !== 'withdraw' && attempts > 0);
    if (sent.length === 0) return undefined;
    const has = await client.find(
      content.referralId,
      sent.flatMap(({ itemId }) => keysOf(itemId))
    );
    if (!has || has.state === 'failed') return undefined;
    return client.withdraw(content.referralId, reason, key);
  }

  async function put(tried: Try): Promise<DeliveryTried> {
    const { item, content, client, now } = tried;
    const { itemId, attempts } = item;
    const before = await standing(tried);
    const others = await siblings(tried);
    if (others.some((each) => isLaterOf(each, content))) return stopped('superseded');
    if (item.state === 'sent') {
      const has = await client.find(content.referralId, keysOf(itemId));
      return has && before.known ? heard(tried, before.known, has, has.state === 'arrived') : stopped('neverSent');
    }
    if (!before.may) {
      const { known, because, reason } = before;
      if (attempts > 1 && reason) await takeBack(tried, reason, `${itemId}.back`);
      const isRefused = known && content.does === 'refer' && because === 'noAgreement';
      return isRefused ? { ...stopped(because), tell: [notReached(known, because, now)] } : stopped(because);
    }
    if (content.does === 'change' && others.some(({ about, state }) => about.does === 'refer' && state === 'queued')) {
      return { delivered: { as: 'waits', until: addHours(now, lookAgainHours), because: 'referralOnItsWay' } };
    }
    const answer = await client.put(before.message, itemId);
    const after = await standing(tried);
    if (!after.may) {
      if (after.reason) await takeBack(tried, after.reason, `${itemId}.back`);
      return stopped(after.because);
    }
    const isStale = !isDeepStrictEqual(after.message, before.message);
    return heard(tried, after.known, isStale ? await client.put(after.message, `${itemId}.again`) : answer, true);
  }

  async function withdraw(tried: Try): Promise<DeliveryTried> {
    const { item, content, client, now } = tried;
    const { itemId } = item;
    if (item.state === 'sent') return withdrawalHeard(await client.find(content.referralId, [itemId]), now);
    if ((await standing(tried)).known?.standing === 'wanted') return stopped('wantedAgain');
    const answer = await takeBack(tried, content.reason ?? 'sentInError', itemId);
    return answer ? withdrawalHeard(answer, now) : stopped('neverSent');
  }

  return {
    async deliver(item, given, now) {
      const content = given as CourtPartnerItem;
      const refused = async (because: string, reason: Failure): Promise<DeliveryTried> => {
        const { known } = await standing({ item, content, now });
        const isMissed = content.does !== 'withdraw' && known?.standing === 'wanted';
        return {
          delivered: { as: 'parked', because },
          ...(isMissed ? { tell: [notReached(known, reason, now)] } : {}),
        };
      };
      const client = findPartner(item.force ?? '', content.partner);
      if (client === 'notConnected') {
        return { delivered: { as: 'waits', until: addHours(now, askAgainHours), because: client } };
      }
      if (client === 'unsafeRoute') return refused(client, client);
      try {
        return await (content.does === 'withdraw' ? withdraw : put)({ item, content, client, now });
      } catch (error) {
        if (error instanceof PartnerRefused) return refused(`refused${error.status}`, 'refused');
        // Something about the case does not fit the contract: sending it again would not help.
        if (error instanceof ZodError) return refused('notAsAgreed', 'notAsAgreed');
        throw error;
      }
    },
  };
}

/** The keys under which one item may have been sent. */
function keysOf(itemId: string): string[] {
  return [`${itemId}.again`, itemId];
}

function heard({ item, content, now }: Try, known: CourtReferral, has: CourtPartnerAnswer, isFirst: boolean) {
  const { queuedAt } = item;
  return courtPartnerHeard(known, has, { now, queuedAt, isFirst, isChange: content.does === 'change' });
}

function stopped(because: string): DeliveryTried {
  return { delivered: { as: 'stopped', because } };
}

/** A later word on the same thing says all that this one says. */
function isLaterOf({ about, state }: OutboxItem, { fact, does }: CourtPartnerItem): boolean {
  if (Number(about.fact) <= fact) return false;
  if (about.does === 'refer') return true;
  return does === 'change' && about.does === 'change' && state === 'queued';
}
