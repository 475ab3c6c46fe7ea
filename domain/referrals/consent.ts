import type { Fact } from '../fact';
import type { Instant } from '../time/londonTime';
import { isGoingOn, withdrawReferral, type Support } from './support';
import type { ReferralShare } from '../vocabulary';

/** The victim's last answer about one support service. */
export interface Consent {
  readonly answer: 'given' | 'refused' | 'withdrawn';
  readonly at: Instant;
  readonly share?: readonly ReferralShare[] | undefined;
}

export interface Consents {
  readonly consents: Map<string, Consent>;
}

export function noConsentsYet(): Consents {
  return { consents: new Map() };
}

/** Takes in what a fact says of consent. It is asked per service, and a no to one says nothing of the others. */
export function followConsent(known: Support & Consents, fact: Fact): void {
  const { happenedAt: at, seq } = fact;
  switch (fact.kind) {
    case 'consentGiven': {
      const { supportService, share } = fact.data;
      known.consents.set(supportService, { answer: 'given', at, share });
      break;
    }
    case 'consentRefused': {
      const { supportService } = fact.data;
      known.consents.set(supportService, { answer: 'refused', at });
      for (const referral of known.referrals) {
        if (referral.supportService === supportService && isGoingOn(referral)) {
          withdrawReferral(known, referral.referralId, at, seq);
        }
      }
      break;
    }
    case 'consentWithdrawn': {
      const referral = known.referrals.find(({ referralId }) => referralId === fact.data.referralId);
      if (referral && referral.basis !== 'lawfulBasisWithoutConsent') {
        known.consents.set(referral.supportService, { answer: 'withdrawn', at });
      }
      break;
    }
    case 'referralMade': {
      const { supportService, basis } = fact.data;
      const { share } = known.consents.get(supportService) ?? {};
      if (basis === 'consent') known.consents.set(supportService, { answer: 'given', at, share });
      break;
    }
    default:
      break;
  }
}
