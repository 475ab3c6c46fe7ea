import type { JoinedBy } from './personJoins';
import { contactKey, sameContact, type ContactPoint, type PersonDetails } from './personDetails';
import { canonicalJson, type KeyedHash } from '../encryption/searchHashes';

/**
 * What is known of one person from two records. What either says is dangerous or dead stays so; where both are called
 * safe at different times nobody knows the time, so that somebody has to ask. Where nobody looked at the two, what one of
 * them alone calls safe is asked about too: who reports in a victim's name can give a number of their own.
 */
export function joinedDetails(
  hash: KeyedHash,
  kept: PersonDetails,
  joined: PersonDetails,
  how: JoinedBy
): PersonDetails {
  const asked = (point: ContactPoint): ContactPoint =>
    how === 'itself' && point.safe === 'yes' ? { ...point, safe: 'unknown' } : point;
  const isNew = (point: ContactPoint) => !kept.contactPoints.some((each) => sameContact(hash, each, point));
  const names = new Set(kept.representatives.map(({ name }) => name.trim().toLowerCase()));
  return {
    ...kept,
    dateOfBirth: kept.dateOfBirth ?? joined.dateOfBirth,
    under18: kept.under18 ?? joined.under18,
    language: kept.language ?? joined.language,
    interpreterNeeded: kept.interpreterNeeded || joined.interpreterNeeded,
    contactPoints: [
      ...withSafetyOf(hash, kept.contactPoints, joined.contactPoints),
      ...joined.contactPoints.filter(isNew).map((point) => ({ ...asked(point), preferred: false })),
    ],
    representatives: [
      ...kept.representatives,
      ...joined.representatives
        .filter(({ name }) => !names.has(name.trim().toLowerCase()))
        .map((each) => ({ ...each, contactPoints: each.contactPoints.map(asked) })),
    ],
    needs: [...new Set([...kept.needs, ...joined.needs])],
  };
}

interface Joint {
  /** The record that both were. */
  readonly present: PersonDetails;
  /** The record that stayed, as it was before it was joined; undefined where that is not known any more. */
  readonly before: PersonDetails | undefined;
  /** The other record, as it was joined. */
  readonly joined: PersonDetails;
}

/**
 * Two records of what was one. What came from one alone goes with it; what was learnt of danger meanwhile stays with
 * both; nobody knows whose an address is that was added meanwhile, so that it is not called safe.
 */
export function partedDetails(
  hash: KeyedHash,
  { present, before, joined }: Joint
): { readonly kept: PersonDetails; readonly parted: PersonDetails } {
  const parted = { ...joined, contactPoints: withSafetyOf(hash, joined.contactPoints, present.contactPoints) };
  if (!before) return { kept: present, parted };
  const has = ({ contactPoints }: PersonDetails, point: ContactPoint) =>
    contactPoints.some((each) => sameContact(hash, each, point));
  const own = (id: string, { representatives }: PersonDetails) =>
    representatives.some(({ representativeId }) => representativeId === id);
  const kept = {
    ...present,
    ...takenBack(present, before, joined),
    contactPoints: present.contactPoints
      .filter((point) => has(before, point) || !has(joined, point))
      .map((point): ContactPoint => {
        return has(before, point) || point.safe !== 'yes' ? point : { ...point, safe: 'unknown' };
      }),
    representatives: present.representatives.filter(
      ({ representativeId }) => own(representativeId, before) || !own(representativeId, joined)
    ),
    needs: present.needs.filter((need) => before.needs.includes(need) || !joined.needs.includes(need)),
  };
  return { kept, parted };
}

const single = ['dateOfBirth', 'under18', 'language', 'interpreterNeeded'] as const;

/** What the record had not said by itself, and still says as the other one did. */
function takenBack(present: PersonDetails, before: PersonDetails, joined: PersonDetails): Partial<PersonDetails> {
  const taken = single.filter((field) => before[field] !== present[field] && joined[field] === present[field]);
  return Object.fromEntries(taken.map((field) => [field, before[field]]));
}

/** Ways of contact with what another source says of the same ones: what either calls unsafe is unsafe. */
export function withSafetyOf(
  hash: KeyedHash,
  own: readonly ContactPoint[],
  others: readonly ContactPoint[]
): ContactPoint[] {
  const keyed = new Map(others.map((point) => [contactKey(hash, point), point]));
  return own.map((point) => {
    const other = keyed.get(contactKey(hash, point));
    return other ? moreCareful(point, other) : point;
  });
}

function moreCareful(point: ContactPoint, other: ContactPoint): ContactPoint {
  const safe = point.safe === 'no' || other.safe === 'no' ? 'no' : bothKnow(point, other);
  const forbidden = point.mayLeaveMessage === false || other.mayLeaveMessage === false;
  const undeliverable = point.undeliverable ?? other.undeliverable;
  return {
    ...point,
    safe,
    ...(forbidden ? { mayLeaveMessage: false } : {}),
    ...(undeliverable ? { undeliverable } : {}),
    whoMayAnswer: point.whoMayAnswer ?? other.whoMayAnswer,
    instruction: point.instruction ?? other.instruction,
  };
}

function bothKnow(point: ContactPoint, other: ContactPoint): ContactPoint['safe'] {
  const times = ({ safeDays, safeFrom, safeTo }: ContactPoint) => canonicalJson({ safeDays, safeFrom, safeTo });
  if (point.safe === 'yes' && other.safe === 'yes' && times(point) !== times(other)) return 'unknown';
  return point.safe;
}
