import type { Fact, FactData } from './fact';
import type { Instant } from './londonTime';

export interface ReferralState {
  readonly referralId: string;
  readonly recipient: FactData['referralMade']['recipient'];
  readonly supportService: string;
  readonly basis: FactData['referralMade']['basis'];
  readonly sentAt: Instant;
  state: 'sent' | 'accepted' | 'declined' | 'ended' | 'withdrawn';
  changedAt: Instant;
}

/** What the victim has answered to the offer of support, and where they were referred. */
export interface Support {
  support: { answer: 'unknown' | 'accepted' | 'declined'; at?: Instant; seq?: number };
  /** When a victim who had declined support last accepted it. */
  supportResumedAt?: Instant;
  referrals: ReferralState[];
  /** The officer referred the victim, who has not declined support since. */
  referredByOfficer: boolean;
  signpostedAt?: Instant;
}

export function noSupportYet(): Support {
  return { support: { answer: 'unknown' }, referrals: [], referredByOfficer: false };
}

/** A referral whose service has not said no, and which nobody has ended. */
export function isGoingOn({ state }: ReferralState): boolean {
  return state === 'sent' || state === 'accepted';
}

/** Takes in what a fact says of support. A referral made by it gets `referralId`. */
export function followSupport(known: Support, fact: Fact, referralId: string): void {
  const { seq, happenedAt: at } = fact;
  switch (fact.kind) {
    case 'pathwayChosen':
      if (fact.data.support !== 'undecided') answerSupport(known, fact.data.support, at, seq);
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
      answerSupport(known, 'accepted', at, seq);
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
      moveReferral(known, fact.data.referralId, 'withdrawn', at);
      // Consent is asked per service: another one may go on helping.
      if (!known.referrals.some(isGoingOn)) answerSupport(known, 'declined', at, seq);
      break;
    case 'signposted':
      known.signpostedAt = at;
      break;
    default:
      break;
  }
}

export function referByOfficer(known: Support, at: Instant, seq = 0): void {
  answerSupport(known, 'accepted', at, seq);
  known.referredByOfficer = true;
}

function answerSupport(known: Support, answer: 'accepted' | 'declined', at: Instant, seq: number): void {
  if (answer === 'accepted' && known.support.answer === 'declined') known.supportResumedAt = at;
  if (answer === 'declined') known.referredByOfficer = false;
  known.support = { answer, at, seq };
}

/** A consent that was withdrawn stays so, whatever the service answers later. */
function moveReferral({ referrals }: Support, referralId: string, to: ReferralState['state'], at: Instant): void {
  const referral = referrals.find((each) => each.referralId === referralId);
  if (referral && referral.state !== 'withdrawn') Object.assign(referral, { state: to, changedAt: at });
}
