import type { CourtReferral } from '../../domain/court/partners/courtPartner';
import type { FactData, NewFact } from '../../domain/fact';
import { addHours, type Instant } from '../../domain/time/londonTime';
import type { DeliveryTried } from '../courier';
import type { CourtPartnerAnswer } from './courtPartnerClient';
import type { CourtReferralStanding } from './courtPartnerContract';

type Tells = { readonly [Kind in keyof FactData]: readonly [Kind, FactData[Kind]] }[keyof FactData];
type State = CourtReferralStanding['state'];

export type Failure = FactData['courtPartnerNotReached']['reason'];

/** What a partner's answer means to the case. An answer that is none of this partner's is read as a receipt. */
const answers: Readonly<Record<CourtReferral['partner'], Partial<Record<State, (about: number) => Tells>>>> = {
  witnessService: {
    accepted: (about) => ['witnessServiceAnswered', { about, answer: 'accepted' }],
    declinedByWitness: (about) => ['witnessServiceAnswered', { about, answer: 'declinedByWitness' }],
    notReached: (about) => ['witnessServiceAnswered', { about, answer: 'notReached' }],
  },
  victimContactScheme: {
    inContact: () => ['victimLiaisonMade', {}],
    declinedByVictim: () => ['victimContactSchemeDeclined', {}],
    notEligible: () => ['victimContactSchemeNotTaken', {}],
  },
  youthJusticeService: {
    willTell: () => ['youthJusticeAnswered', { answer: 'willTell' }],
    hasTold: () => ['youthJusticeAnswered', { answer: 'hasTold' }],
    notTheirCase: () => ['youthJusticeAnswered', { answer: 'notTheirCase' }],
    victimDoesNotWant: () => ['youthJusticeAnswered', { answer: 'victimDoesNotWant' }],
  },
};

/** An e-mail arrives, or comes back, within minutes. */
const mailHours = 1 / 30;
const mailForHours = 1;
const quickHours = 1;
const slowHours = 24;
/** Whoever has not answered by then is asked more rarely; people chase them meanwhile. */
const quickForHours = 7 * 24;
/** From then on an answer comes by people. */
const asksForHours = 200 * 24;

interface Heard {
  readonly now: Instant;
  /** When it was first to be sent. */
  readonly queuedAt: Instant;
  /** The case has not heard yet that the partner has it. */
  readonly isFirst: boolean;
  /** It says what changed of something else, which asks for the answer. */
  readonly isChange: boolean;
}

/** What follows from how a referral or a notice stands with the partner. */
export function courtPartnerHeard(
  referral: CourtReferral,
  { state, reference }: CourtPartnerAnswer,
  { now, queuedAt, isFirst, isChange }: Heard
): DeliveryTried {
  const { partner, subject, seq, standing } = referral;
  if (state === 'failed') {
    const tell = standing === 'wanted' ? [notReached(referral, 'notDelivered', now)] : [];
    return { delivered: { as: 'failed', because: 'notDelivered' }, tell };
  }
  const asksAgainAt = addHours(now, now < addHours(queuedAt, quickForHours) ? quickHours : slowHours);
  if (state === 'sending') {
    const isYoung = now < addHours(queuedAt, mailForHours);
    return { delivered: { as: 'sent', lookAgainAt: isYoung ? addHours(now, mailHours) : asksAgainAt } };
  }
  const known = reference === undefined ? {} : { reference };
  if (isChange || standing !== 'wanted') return { delivered: { as: 'delivered', ...known } };
  const has = isFirst ? receipt(referral, state !== 'arrived', now) : [];
  const answer = state === 'arrived' || subject === 'notice' ? undefined : answers[partner][state];
  if (answer) {
    return { delivered: { as: 'delivered', ...known }, tell: [...has, told(answer(seq), now)] };
  }
  // An e-mail is answered by one: a person records it. A notice asks for no answer.
  const isOver =
    answer !== undefined || state === 'arrived' || subject === 'notice' || now >= addHours(queuedAt, asksForHours);
  if (isOver) return { delivered: { as: 'delivered', ...known }, tell: has };
  return { delivered: { as: 'sent', ...known, lookAgainAt: asksAgainAt }, tell: has };
}

/** A person passes it on, and finds out why it did not reach them. */
export function notReached({ partner, seq: about }: CourtReferral, reason: Failure, now: Instant): NewFact {
  return told(['courtPartnerNotReached', { partner, about, reason }], now);
}

/** What the case learns once the partner has it. That an e-mail has arrived is no word of whoever reads it. */
function receipt(
  { partner, subject, seq: about, byItself }: CourtReferral,
  isTheirWord: boolean,
  now: Instant
): NewFact[] {
  if (subject === 'notice') return [told(['noticeHandedToScheme', { about }], now)];
  if (partner !== 'victimContactScheme') return [told(['courtPartnerReached', { partner, about }], now)];
  return [
    ...(byItself ? [told(['victimContactSchemeReferred', {}], now)] : []),
    ...(isTheirWord ? [told(['victimContactSchemeReceived', {}], now)] : []),
  ];
}

/** The types of all facts together are more than the compiler compares. */
function told([kind, data]: Tells, happenedAt: Instant): NewFact {
  return { kind, data, source: 'partner', happenedAt } as NewFact;
}

/** What follows from how a withdrawal stands with the partner. */
export function withdrawalHeard(answer: CourtPartnerAnswer | undefined, now: Instant): DeliveryTried {
  if (answer?.state === 'failed') return { delivered: { as: 'failed', because: 'notDelivered' } };
  if (answer?.state !== 'sending') return { delivered: { as: 'delivered' } };
  return { delivered: { as: 'sent', lookAgainAt: addHours(now, mailHours) } };
}
