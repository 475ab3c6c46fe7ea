import type { CourtPartner } from '../../domain/court/partners/courtPartner';
import type { SecureEmail } from '../secureEmail/secureEmail';
import { routeRefused, type PartnerRoutes } from '../supportService/partnerRoutes';
import type { CourtPartnerClient, CourtPartnerRoutes } from './courtPartnerClient';
import { emailCourtPartner } from './emailCourtPartner';
import { httpCourtPartner } from './httpCourtPartner';

/** How a force's partner is reached now. */
export type FindCourtPartner = (
  force: string,
  partner: CourtPartner
) => CourtPartnerClient | 'notConnected' | 'unsafeRoute';

/** By the settings of each force; e-mail goes to the domains alone that secure e-mail may go to. */
export function courtPartnersByForce(
  routes: CourtPartnerRoutes,
  { emailDomains }: Pick<PartnerRoutes, 'emailDomains'>,
  email?: SecureEmail
): FindCourtPartner {
  return (force, partner) => {
    const route = routes(force, partner);
    if (!route) return 'notConnected';
    if ('url' in route) return httpCourtPartner(route);
    const { email: address } = route;
    if (routeRefused({ kind: 'secureEmail', address }, { emailDomains }) !== undefined) return 'unsafeRoute';
    return email ? emailCourtPartner(address, email) : 'notConnected';
  };
}
