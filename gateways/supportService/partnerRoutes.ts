import type { PartnerRoute } from '../../domain/referrals/supportService';
import { addressRefused } from '../publicAddress';

/** Which addresses referrals may go to, as whoever runs the service has set it. */
export interface PartnerRoutes {
  /** Receives the referrals to services that have no route of their own: a partners' hub, or the stub. */
  readonly trustedUrl?: string | undefined;
  readonly trustedKey?: string | undefined;
  /** Secure e-mail goes to these domains, and to what lies below them. */
  readonly emailDomains: readonly string[];
}

export const publicRoutesAlone: PartnerRoutes = { emailDomains: ['cjsm.net'] };

/** Why nothing may be sent by a route; undefined where it may. It is asked when the route is saved, and before each send. */
export function routeRefused(route: PartnerRoute, { trustedUrl, emailDomains }: PartnerRoutes): string | undefined {
  if (route.kind === 'http') return addressRefused(route.url, trustedUrl);
  const [, domain = ''] = /^[^\s@]{1,64}@([^\s@]{1,190})$/.exec(route.address) ?? [];
  if (domain === '') return 'It is no e-mail address';
  const isAllowed = emailDomains.some(
    (allowed) => domain.toLowerCase() === allowed || domain.toLowerCase().endsWith(`.${allowed}`)
  );
  return isAllowed ? undefined : 'Secure e-mail does not go to this domain';
}
