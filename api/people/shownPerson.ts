import type { ContactPoint } from '../../database/people/personDetails';
import type { Person } from '../../database/people/persons';

/** A person as staff see them. A number or address that is not safe is never shown: nobody can use it by mistake. */
export function shownPerson({ contactStop, ...person }: Person) {
  return {
    ...person,
    ...(contactStop ? { contactStopped: { reason: contactStop.reason, at: contactStop.at } } : {}),
    contactPoints: person.contactPoints.map(shownPoint),
    representatives: person.representatives.map((each) => ({
      ...each,
      contactPoints: each.contactPoints.map(shownPoint),
    })),
  };
}

function shownPoint({ value, ...point }: ContactPoint): Omit<ContactPoint, 'value'> & { readonly value?: string } {
  return point.safe === 'no' ? point : { ...point, value };
}
