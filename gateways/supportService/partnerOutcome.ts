import type { FactData, NewFact } from '../../domain/fact';
import { addHours, type Instant } from '../../domain/time/londonTime';
import type { DeliveryTried } from '../courier';
import type { NotifyOutcome } from '../notify/notifyStatus';
import type { PartnerAnswer } from './partnerClient';
import type { PartnerItem } from './partnerItem';

export type NotSentReason = FactData['referralNotSent']['reason'];
type Told = Pick<PartnerItem, 'message' | 'referralId'>;

const receiptHours = 1;

/**
 * The case is told once the other side has a referral, and of whatever did not reach it: a withdrawal that came back too
 * is for a person to pass on. An e-mail on its way is asked after until it has arrived, or failed.
 */
export function heardOf({ state, reference }: PartnerAnswer, told: Told, now: Instant): DeliveryTried {
  const { message, referralId } = told;
  if (state === 'unknown') return stopped('neverSent');
  if (state === 'failed') {
    return { delivered: { as: 'failed', because: 'notDelivered' }, tell: [notSent(referralId, 'other', now)] };
  }
  if (state === 'sending') return { delivered: { as: 'sent', lookAgainAt: addHours(now, receiptHours) } };
  const sent: NewFact = { kind: 'referralSent', data: { referralId }, source: 'partner', happenedAt: now };
  return {
    delivered: { as: 'delivered', ...(reference === undefined ? {} : { reference }) },
    ...(message === 'referral' ? { tell: [sent] } : {}),
  };
}

/** What follows from Notify's word on an e-mail to a partner. */
export function emailReceipt(told: Told, outcome: NotifyOutcome, now: Instant): DeliveryTried {
  return heardOf({ state: outcome.as === 'delivered' ? 'has' : 'failed' }, told, now);
}

export function stopped(because: string): DeliveryTried {
  return { delivered: { as: 'stopped', because } };
}

export function notSent(referralId: string, reason: NotSentReason, happenedAt: Instant): NewFact {
  return { kind: 'referralNotSent', data: { referralId, reason }, source: 'team', happenedAt };
}
