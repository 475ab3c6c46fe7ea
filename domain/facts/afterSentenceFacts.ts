import type { CalendarDay } from '../time/londonTime';
import type { Channel } from '../vocabulary';

/** Orders that keep somebody away from a victim, whichever court made them. */
export const protectiveOrders = [
  'restrainingOrder',
  'criminalBehaviourOrder',
  'sexualHarmPreventionOrder',
  'stalkingProtectionOrder',
  'domesticAbuseProtectionOrder',
  'nonMolestationOrder',
  'other',
] as const;
export type ProtectiveOrder = (typeof protectiveOrders)[number];

export const undulyLenientAnswers = [
  'willAsk',
  'willNotAsk',
  'undecided',
  'didNotWantToHear',
  'couldNotBeTold',
] as const;
export const paroleStages = ['referredToBoard', 'hearingListed', 'decided', 'openConditions', 'recalled'] as const;
export const youthJusticeReplies = ['willTell', 'hasTold', 'notTheirCase', 'victimDoesNotWant'] as const;
export const orderExtensions = ['applied', 'refused', 'notSought', 'victimDoesNotWant', 'notPossible'] as const;

/** Money that a court orders: to the victim, or taken from a convicted person's gains. */
export const courtMoneys = ['compensation', 'confiscation'] as const;
export type CourtMoney = (typeof courtMoneys)[number];
export const moneyEnds = ['paid', 'remitted', 'writtenOff', 'servedInDefault', 'leftToCourt'] as const;

/** Facts of what follows a sentence, to the end of it. Enums, ids, amounts and dates only. */
export interface AfterSentenceFacts {
  /** What the scheme is and its last day, with what the victim means to do. Telling of the sentence alone is not this. */
  undulyLenientExplained: { answer: (typeof undulyLenientAnswers)[number]; channel?: Channel | undefined };
  undulyLenientAsked: { by: 'victim' | 'prosecution' | 'other' };
  undulyLenientDecided: { decision: 'referred' | 'notReferred' };
  /** The victim does not want the scheme; they may opt in again, which is a referral. */
  victimContactSchemeDeclined: Record<never, never>;
  /** The scheme has the referral. */
  victimContactSchemeReceived: Record<never, never>;
  paroleNotified: { stage: (typeof paroleStages)[number]; on?: CalendarDay | undefined };
  /** Somebody of the scheme has the notice; `about` is the release or the step of parole. */
  noticeHandedToScheme: { about?: number | undefined };
  youthJusticeAsked: Record<never, never>;
  youthJusticeAnswered: { answer: (typeof youthJusticeReplies)[number] };
  /** An order beside those of a sentence. Without a day it lasts until another order. */
  orderMade: { order: ProtectiveOrder; untilOn?: CalendarDay | undefined };
  /**
   * The whole order as it stands now. `mayBeDischarged`: a court said that it varied or discharged it and not which, so
   * it is taken to protect less until somebody has asked, and its end stays as it was.
   */
  orderVaried: { order: ProtectiveOrder; untilOn?: CalendarDay | undefined; mayBeDischarged?: true | undefined };
  orderDischarged: { order: ProtectiveOrder };
  /** Before an order ends: whether it is to be extended, with the victim told of its end. */
  orderEndReviewed: { order: ProtectiveOrder; extension: (typeof orderExtensions)[number] };
  confiscationOrdered: { pence: number };
  courtMoneyPaid: { of: CourtMoney; pence: number };
  courtMoneyDefaulted: { of: CourtMoney };
  /** Somebody looked, and nothing has been paid since. */
  courtMoneyUnchanged: { of: CourtMoney };
  courtMoneyEnded: { of: CourtMoney; how: (typeof moneyEnds)[number] };
}
