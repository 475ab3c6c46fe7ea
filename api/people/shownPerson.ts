import type { ContactPoint } from '../../database/people/personDetails';
import type { Person } from '../../database/people/person';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { londonDay, type Instant } from '../../domain/time/londonTime';

/**
 * A person as staff see them in a case. A number or address that is not safe is never shown: nobody can use it by mistake.
 * Nor is any of who received news for a child that has come of age and has not said that they go on.
 */
export function shownPerson({ contactStop, ...person }: Person, about: CaseSummary, now: Instant) {
  const until = about.careDetails?.representativesUntilOn;
  const shownTheirs = until !== undefined && londonDay(now) >= until ? withoutValue : shownPoint;
  return {
    ...person,
    ...(contactStop ? { contactStopped: { reason: contactStop.reason, at: contactStop.at } } : {}),
    contactPoints: person.contactPoints.map(shownPoint),
    representatives: person.representatives.map((each) => ({
      ...each,
      contactPoints: each.contactPoints.map(shownTheirs),
    })),
  };
}

function withoutValue({ value: _value, ...point }: ContactPoint): Omit<ContactPoint, 'value'> {
  return point;
}

function shownPoint({ value, ...point }: ContactPoint): Omit<ContactPoint, 'value'> & { readonly value?: string } {
  return point.safe === 'no' ? point : { ...point, value };
}
