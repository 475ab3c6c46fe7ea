import type * as words from '../vocabulary';

/** Facts of consent, of a referral on its way, and of what support has changed. Enums, ids and dates only. */
export interface ReferralFacts {
  /** Consent is asked for each support service; `share` is what the victim agreed that it may be told. */
  consentGiven: { supportService: string; share?: words.ReferralShare[] | undefined };
  consentRefused: { supportService: string };
  /** The support service has it, as its own system has confirmed. */
  referralSent: { referralId: string };
  /** Somebody asked a service that had not answered, and has no answer yet. */
  referralChased: { referralId: string };
  referralNotSent: { referralId: string; reason: 'noRoute' | 'refusedByService' | 'unsafeRoute' | 'other' };
  /** The support service's report of the victim's needs before and after its help, and of the goals reached. */
  supportReported: {
    referralId: string;
    levels: {
      category: words.NeedCategory;
      before: (typeof words.needLevels)[number];
      after: (typeof words.needLevels)[number];
    }[];
    goalsReached: (typeof words.planActions)[number][];
  };
}
