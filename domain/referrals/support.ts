import type { Fact, FactData } from '../fact';
import type { Instant } from '../time/londonTime';

/** What a support service has reported of its help. Every report is kept. */
export interface SupportReport extends Omit<FactData['supportReported'], 'referralId'> {
  readonly at: Instant;
}

export interface ReferralState {
  readonly referralId: string;
  readonly recipient: FactData['referralMade']['recipient'];
  readonly supportService: string;
  readonly basis: FactData['referralMade']['basis'];
  readonly sentAt: Instant;
  state: 'sent' | 'accepted' | 'declined' | 'ended' | 'withdrawn';
  changedAt: Instant;
  /** When the support service's own system confirmed that it has it. */
  deliveredAt?: Instant;
  /** Why it could not be sent, while it could not. */
  notSent?: { readonly reason: FactData['referralNotSent']['reason']; readonly at: Instant };
  /** Each time that somebody asked the service for its answer. */
  chasedAt?: Instant[];
  reports?: SupportReport[];
}

/** What the victim has answered to the offer of support, and where they were referred. */
export interface Support {
  support: { answer: 'unknown' | 'accepted' | 'declined'; at?: Instant; seq?: number };
  /** When a victim who had declined support last accepted it. */
  supportResumedAt?: Instant;
  referrals: ReferralState[];
  /** Referrals that were withdrawn at a time that is earlier than the one they are said to have been made at. */
  withdrawnBefore: Set<string>;
  /** The officer referred the victim, who has not declined support since. */
  referredByOfficer: boolean;
  signpostedAt?: Instant;
}

export function noSupportYet(): Support {
  return { support: { answer: 'unknown' }, referrals: [], withdrawnBefore: new Set(), referredByOfficer: false };
}

/** A referral whose service has not said no, and which nobody has ended. */
export function isGoingOn({ state }: Pick<ReferralState, 'state'>): boolean {
  return state === 'sent' || state === 'accepted';
}

/** A referral that the victim agreed to, or did not object to: one made without asking is no answer to the offer. */
export function isAgreed({ basis }: Pick<ReferralState, 'basis'>): boolean {
  return basis !== 'lawfulBasisWithoutConsent';
}

/** Takes in what a fact says of support. A referral made by it gets `referralId`. */
export function followSupport(known: Support, fact: Fact, referralId: string): void {
  const { seq, happenedAt: at } = fact;
  switch (fact.kind) {
    case 'pathwayChosen':
      if (fact.data.support !== 'undecided') answerSupport(known, fact.data.support, at, seq);
      break;
    case 'supportOffered':
      if (fact.data.answer === 'accepted' || fact.data.answer === 'declined') {
        answerSupport(known, fact.data.answer, at, seq);
      }
      break;
    case 'supportDeclined':
      answerSupport(known, 'declined', at, seq);
      break;
    case 'stanceChanged':
      if (fact.data.stance === 'wantsSupport') {
        answerSupport(known, fact.data.answer === 'yes' ? 'accepted' : 'declined', at, seq);
      }
      break;
    case 'officerActed':
      if (fact.data.action === 'referralMade') referByOfficer(known, at, seq);
      break;
    case 'referralMade': {
      const { recipient, supportService, basis } = fact.data;
      known.referrals.push({ referralId, recipient, supportService, basis, sentAt: at, state: 'sent', changedAt: at });
      if (isAgreed(fact.data)) answerSupport(known, 'accepted', at, seq);
      if (known.withdrawnBefore.has(referralId)) withdrawReferral(known, referralId, at, seq);
      break;
    }
    case 'referralAccepted':
      moveReferral(known, fact.data.referralId, 'accepted', at);
      break;
    case 'referralDeclined':
      moveReferral(known, fact.data.referralId, 'declined', at);
      break;
    case 'referralEnded':
      moveReferral(known, fact.data.referralId, 'ended', at);
      break;
    case 'consentWithdrawn':
      withdrawReferral(known, fact.data.referralId, at, seq);
      break;
    case 'signposted':
      known.signpostedAt = at;
      break;
    default:
      followDelivery(known, fact);
      break;
  }
}

const onItsWay = ['referralSent', 'referralNotSent', 'referralChased', 'supportReported'] as const;

function isOfDelivery(fact: Fact): fact is Fact<(typeof onItsWay)[number]> {
  return onItsWay.some((kind) => kind === fact.kind);
}

/** What became of a referral on its way, and of the help it led to. */
function followDelivery({ referrals }: Support, fact: Fact): void {
  if (!isOfDelivery(fact)) return;
  const { happenedAt: at, data } = fact;
  const referral = referrals.find(({ referralId }) => referralId === data.referralId);
  if (!referral) return;
  if (fact.kind === 'referralSent') {
    referral.deliveredAt ??= at;
    delete referral.notSent;
  } else if (fact.kind === 'referralChased') {
    referral.chasedAt = [...(referral.chasedAt ?? []), at];
  } else if (fact.kind === 'referralNotSent') {
    referral.notSent = { reason: fact.data.reason, at };
  } else {
    const { referralId: _its, ...report } = fact.data;
    referral.reports = [...(referral.reports ?? []), { ...report, at }];
  }
}

export function referByOfficer(known: Support, at: Instant, seq = 0): void {
  answerSupport(known, 'accepted', at, seq);
  known.referredByOfficer = true;
}

/** Consent is asked per service: another one may go on helping. What the law allows without consent goes on too. */
export function withdrawReferral(known: Support, referralId: string, at: Instant, seq: number): void {
  const referral = known.referrals.find((each) => each.referralId === referralId);
  if (!referral) known.withdrawnBefore.add(referralId);
  if (!referral || !isAgreed(referral) || referral.state === 'withdrawn') return;
  moveReferral(known, referralId, 'withdrawn', at);
  if (!known.referrals.some((each) => isAgreed(each) && isGoingOn(each))) answerSupport(known, 'declined', at, seq);
}

function answerSupport(known: Support, answer: 'accepted' | 'declined', at: Instant, seq: number): void {
  if (answer === 'accepted' && known.support.answer === 'declined') known.supportResumedAt = at;
  if (answer === 'declined') known.referredByOfficer = false;
  // Whoever says the same again moves no date: signposting is due since the first time.
  if (answer === 'declined' && isToBeSignposted(known)) return;
  known.support = { answer, at, seq };
}

function isToBeSignposted({ support, signpostedAt }: Support): boolean {
  return support.answer === 'declined' && (signpostedAt === undefined || signpostedAt < (support.at ?? ''));
}

/** A consent that was withdrawn stays so, whatever the service answers later. */
function moveReferral({ referrals }: Support, referralId: string, to: ReferralState['state'], at: Instant): void {
  const referral = referrals.find((each) => each.referralId === referralId);
  if (referral && referral.state !== 'withdrawn') Object.assign(referral, { state: to, changedAt: at });
}
