import type { Person } from '../../database/people/person';
import {
  agreedSentence,
  agreedTimes,
  isAgreedChannel,
  mayBeTold,
  nextAgreedTime,
  type AgreedTerms,
} from '../../domain/contact/agreedContact';
import { isRepresented, routesOf } from '../../domain/contact/routes';
import type { ContactSafety } from '../../domain/contact/safeContact';
import type { MessageTemplate } from '../../domain/messages/template';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { Instant } from '../../domain/time/londonTime';
import { Problem } from '../http/errors';
import { notSafe } from './contactVerdict';

interface Known {
  readonly person: Person;
  readonly cases: readonly CaseSummary[];
  readonly about: CaseSummary;
}

interface Way {
  readonly found: { readonly route: ContactSafety; readonly representativeId?: string };
  readonly template: MessageTemplate;
  readonly at: Instant;
}

/** The safe ways of contact that are of the kind the victim agreed to hear by. */
export function agreedRoutes(terms: AgreedTerms, { person, cases, about }: Known, at: Instant) {
  const routes = routesOf(person, isRepresented([about, ...cases], about.caseId, at));
  return routes
    .filter(({ route, representativeId }) => isAgreedChannel(terms, route.channel, representativeId))
    .map(({ route }) => route)
    .filter(({ safe, undeliverable }) => safe === 'yes' && !undeliverable);
}

/**
 * Ends a request for an update to somebody whom the Victim Contract does not name, or, where nothing is new, by another
 * way than was agreed while that one is open.
 */
export function mustBeAsAgreed(terms: AgreedTerms, known: Known, { found, template, at }: Way): void {
  const { route, representativeId } = found;
  if (representativeId !== undefined && !mayBeTold(terms, representativeId)) throw notSafe({ because: 'mayNotBeTold' });
  if (!template.nothingNew || isAgreedChannel(terms, route.channel, representativeId)) return;
  if (agreedRoutes(terms, known, at).length === 0) return;
  const message = `${agreedSentence(terms)} Use that way, or override with a reason`;
  const errors = [{ pointer: '/contactPointId', message }];
  throw new Problem('invalidBody', 'The body is not as it should be.', { errors });
}

/** From when on such a text goes there: safe, and as the victim agreed; undefined where nobody can say. */
export function agreedFromOn(terms: AgreedTerms, route: ContactSafety, { nothingNew }: MessageTemplate, at: Instant) {
  // Nobody can tell when a letter is opened.
  if (route.channel === 'letter') return undefined;
  return nextAgreedTime(agreedTimes(terms, nothingNew ? 'nothingNew' : 'news'), route, at);
}
