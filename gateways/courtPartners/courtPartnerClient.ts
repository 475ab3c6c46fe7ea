import type { CourtPartner, CourtWithdrawal } from '../../domain/court/partners/courtPartner';
import type { CourtReferralMessage, CourtReferralStanding } from './courtPartnerContract';

/** `sending` and `failed` are of an e-mail on its way; `arrived` of one that nobody has answered yet, and here cannot. */
export type CourtPartnerAnswer =
  CourtReferralStanding | { readonly state: 'sending' | 'failed' | 'arrived'; readonly reference?: undefined };

/**
 * One partner's way of receiving. `key` is of one sending: the same key sends once. Each function throws PartnerRefused, or
 * anything else where the other side is away.
 */
export interface CourtPartnerClient {
  /** The whole as it stands now; it takes the place of what came before under the same id. */
  put(message: CourtReferralMessage, key: string): Promise<CourtPartnerAnswer>;
  /** `keys` are those under which it may have been sent. Undefined: they have nothing of it. */
  find(referralId: string, keys: readonly string[]): Promise<CourtPartnerAnswer | undefined>;
  withdraw(referralId: string, reason: CourtWithdrawal, key: string): Promise<CourtPartnerAnswer>;
}

/** How a force reaches a partner; undefined where it does so by people. */
export type CourtPartnerRoutes = (force: string, partner: CourtPartner) => CourtPartnerRoute | undefined;
export type CourtPartnerRoute =
  { readonly url: string; readonly key?: string | undefined } | { readonly email: string };

/** A force that is named has the partners that are named with it, and no others; `*` stands for all that are not. */
export function courtPartnerRoutes(
  addresses: Readonly<Record<string, Partial<Record<CourtPartner, CourtPartnerRoute>>>>
): CourtPartnerRoutes {
  const byForce = new Map(Object.entries(addresses));
  return (force, partner) => (byForce.get(force) ?? byForce.get('*'))?.[partner];
}
