import type { SecureEmail } from '../secureEmail/secureEmail';
import { emailPartner } from './emailPartner';
import { httpPartner } from './httpPartner';
import type { PartnerClient } from './partnerClient';
import { routeRefused, type PartnerRoutes } from './partnerRoutes';
import type { Stores } from './standing';

export type PartnerFound = { readonly client: PartnerClient } | { readonly none: 'noRoute' | 'unsafeRoute' };

/** How a support service of these forces is reached now. A service without a route of its own is reached by the hub. */
export type FindPartner = (forces: readonly string[], code: string) => Promise<PartnerFound>;

interface Parts {
  readonly stores: Pick<Stores, 'supportServices'>;
  readonly routes: PartnerRoutes;
  /** Without one, secure e-mail goes nowhere. */
  readonly email?: SecureEmail | undefined;
  readonly timeoutMs?: number | undefined;
}

export function partners({ stores, routes, email, timeoutMs }: Parts): FindPartner {
  return async (forces, code) => {
    const service = await stores.supportServices.findService(forces, code);
    const route = service === 'noDirectory' ? undefined : service?.route;
    if (!route) {
      const { trustedUrl: url, trustedKey: key } = routes;
      return url === undefined
        ? { none: 'noRoute' }
        : { client: httpPartner({ url, key, isTrusted: true, timeoutMs }) };
    }
    if (routeRefused(route, routes) !== undefined) return { none: 'unsafeRoute' };
    if (route.kind === 'secureEmail')
      return email ? { client: emailPartner(route.address, email) } : { none: 'noRoute' };
    const { trustedUrl } = routes;
    const isTrusted = trustedUrl !== undefined && new URL(route.url).origin === new URL(trustedUrl).origin;
    const key = await stores.supportServices.keyOf(forces, code);
    return { client: httpPartner({ url: route.url, key, isTrusted, timeoutMs }) };
  };
}
