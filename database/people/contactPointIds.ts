import { contactKey, type ContactPoint, type PersonDetails } from './personDetails';
import type { KeyedHash } from '../encryption/searchHashes';

/**
 * The details with an id for each way of contact. It is a keyed hash of the person and the number or address: a changed
 * one has another id, so that whatever still names the old one reaches nobody.
 */
export function withContactPointIds(hash: KeyedHash, personId: string, details: PersonDetails): PersonDetails {
  return withContactPoints(details, (point) => ({ contactPointId: idOf(hash, personId, point), ...point }));
}

export function withoutContactPointIds(details: PersonDetails): PersonDetails {
  return withContactPoints(details, ({ contactPointId: _id, ...point }) => point);
}

function idOf(hash: KeyedHash, personId: string, point: ContactPoint): string {
  return (hash('contactPoint', `${personId} ${contactKey(hash, point)}`) ?? '').slice(0, 22);
}

/** The details with each way of contact changed, of the person and of who receives for them. */
export function withContactPoints(
  details: PersonDetails,
  change: (point: ContactPoint) => ContactPoint
): PersonDetails {
  return {
    ...details,
    contactPoints: details.contactPoints.map(change),
    representatives: details.representatives.map((each) => ({
      ...each,
      contactPoints: each.contactPoints.map(change),
    })),
  };
}
