import type { CourtPartner } from '../court/partners/courtPartner';
import type { Answer } from './safetyFacts';

export const courtPartnerFailures = [
  'refused',
  'notDelivered',
  'unsafeRoute',
  'noAgreement',
  'notAsAgreed',
  'other',
] as const;

/** Facts of what is handed on to the partners of the court stage; `about` is the fact that asked for it. */
export interface CourtPartnerFacts {
  /** The partner has it. */
  courtPartnerReached: Answer & { partner: CourtPartner };
  /** It did not reach the partner, or may not: a person passes it on another way. */
  courtPartnerNotReached: Answer & { partner: CourtPartner; reason: (typeof courtPartnerFailures)[number] };
  /** The Probation Service has decided that the scheme is not for this victim. */
  victimContactSchemeNotTaken: Record<never, never>;
}
