import type { Person } from '../../database/people/person';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { contactStanding } from '../../domain/contact/contactStanding';
import { isRepresented, routeTo } from '../../domain/contact/routes';
import type { Instant } from '../../domain/time/londonTime';
import { mayReach, type ContactRefusal, type ContactVerdict } from '../../domain/contact/safeContact';
import { Problem } from '../http/errors';

type Case = Parameters<typeof verdictOn>[0];
type Attempt = Parameters<typeof verdictOn>[2];

/** The way of contact that an id names, of the person or of who receives for them; undefined where it is none of theirs. */
export function routeIn({ person, cases, about }: Case, contactPointId: string, at: Instant) {
  return routeTo(person, contactPointId, isRepresented([about, ...cases], about.caseId, at));
}

/** Whether it is for the sake of safety news alone that somebody who wants no contact may be reached. */
export function passesWish(about: Case, contactPointId: string, attempt: Attempt): boolean {
  const verdict = verdictOn(about, contactPointId, { ...attempt, isSafetyNews: false });
  return !verdict.may && verdict.because === 'noContactWanted';
}

/** Whether the person of a case may be reached at a contact point of theirs now, on what is known now. */
export function verdictOn(
  { person, cases, about }: { readonly person: Person; cases: readonly CaseSummary[]; readonly about: CaseSummary },
  contactPointId: string,
  { at, isSafetyNews, overridden }: { readonly at: Instant; readonly isSafetyNews: boolean; overridden: boolean }
): ContactVerdict {
  const standing = contactStanding({ person, cases: [about, ...cases], caseId: about.caseId });
  const route = routeIn({ person, cases, about }, contactPointId, at)?.route;
  return mayReach(standing, { route, at, isSafetyNews, overridden });
}

const sentences: Readonly<Record<ContactRefusal, string>> = {
  contactStopped: 'All contact with this person is stopped.',
  victimDied: 'This person has died.',
  noContactWanted: 'This person wants no contact.',
  routeUnknown: 'This is not, or no longer, a contact point of this person. Read the person again.',
  routeUnsafe: 'The person said that this is not safe. Use another contact point.',
  routeUndeliverable: 'What was sent there did not arrive. Use another contact point.',
  safetyUnknown:
    'Nobody has asked whether this is safe. Ask the person, use another contact point, or override with a reason.',
  notSafeNow: 'It is not safe at this time. Wait until it is, or override with a reason.',
  neverSafe: 'No safe time is known for this contact point. Use another one.',
  letterHasNoTime:
    'Safe times were agreed for this address, and nobody knows when a letter is opened. Use another way.',
  mayNotBeTold: 'The Victim Contract names who else may be told, and does not name this representative.',
};

/** Ends a request that would reach somebody who must not be reached so. */
export function notSafe({ because, from }: { because: ContactRefusal; from?: Instant }): Problem {
  return new Problem('notSafeToContact', sentences[because], { members: { because, ...(from ? { from } : {}) } });
}
