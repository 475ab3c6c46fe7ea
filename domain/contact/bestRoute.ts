import type { Instant } from '../time/londonTime';
import { mayReach, type ContactSafety, type ContactStanding } from './safeContact';

export interface RouteWanted {
  readonly at: Instant;
  /** It must be there before this instant, or it is of no use. */
  readonly before: Instant;
  readonly channels: readonly ContactSafety['channel'][];
}

type Route = ContactSafety & { readonly preferred?: boolean | undefined };

/**
 * The way by which a message reaches somebody safely and soonest; of those that are equally soon the one they prefer.
 * Undefined where none is safe in time: then somebody calls.
 */
export function bestRoute<R extends Route>(
  routes: readonly R[],
  standing: ContactStanding,
  { at, before, channels }: RouteWanted
): R | undefined {
  const open = routes.flatMap((route) => {
    const verdict = mayReach(standing, { route, at, isSafetyNews: false, overridden: false });
    const from = verdict.may ? at : verdict.from;
    if (from === undefined || from >= before || !channels.includes(route.channel)) return [];
    return { route, from };
  });
  const rank = ({ route, from }: (typeof open)[number]) => [
    from,
    route.preferred ? '0' : '1',
    channels.indexOf(route.channel),
  ];
  return open.sort((one, other) => (rank(one).join() < rank(other).join() ? -1 : 1))[0]?.route;
}
