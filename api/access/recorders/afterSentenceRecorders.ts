import type { FactKind } from '../../../domain/fact';
import type { Role } from '../../../domain/vocabulary';
import { investigation, police, staff } from '../roleGroups';

/** What follows a sentence: what courts and others did is reported by systems too, what was done for the victim by people. */
export const afterSentenceRecorders = {
  undulyLenientExplained: police,
  undulyLenientAsked: police,
  undulyLenientDecided: investigation,
  victimContactSchemeDeclined: staff,
  victimContactSchemeReceived: staff,
  victimContactSchemeNotTaken: staff,
  paroleNotified: investigation,
  noticeHandedToScheme: staff,
  courtPartnerReached: staff,
  courtPartnerNotReached: staff,
  youthJusticeAsked: staff,
  youthJusticeAnswered: staff,
  orderMade: investigation,
  orderVaried: investigation,
  orderDischarged: investigation,
  orderEndReviewed: police,
  confiscationOrdered: investigation,
  courtMoneyPaid: investigation,
  courtMoneyDefaulted: investigation,
  courtMoneyUnchanged: staff,
  courtMoneyEnded: investigation,
} as const satisfies Partial<Record<FactKind, readonly Role[]>>;
