import type { Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import type { PersonalData } from '../encryption/personalData';
import { canonicalJson, type KeyedHash } from '../encryption/searchHashes';
import { withContactPointIds, withoutContactPointIds } from './contactPointIds';
import { withSafetyOf } from './joinedDetails';
import { joinedRecords } from './joinedRecords';
import { personDetailsOf, type Person, type PersonToKnow } from './person';
import { personHashes, sameContact, type PersonDetails } from './personDetails';
import type { PersonDocument } from './personDocument';
import { keepVersion, type PersonVersionDocument } from './personVersions';

/** The sealed details of people: read, and replaced by a newer version. */
export function personRecords(
  model: Model<PersonDocument>,
  versions: Model<PersonVersionDocument>,
  personal: PersonalData,
  hash: KeyedHash
) {
  const { recordsOf } = joinedRecords(model);

  /**
   * The ids of ways of contact are those of the record that was asked for: what was queued under it before it was joined
   * still finds them.
   */
  async function read(askedFor: string): Promise<{ stored: PersonDocument; person: Person } | undefined> {
    const records = await recordsOf(askedFor);
    const [stored] = records;
    if (!stored?.sealed || !stored.kind) return undefined;
    const { _id: personId, version, kind } = stored;
    const details = await personal.unseal<PersonDetails>(personId, sealedField, stored.sealed);
    if (!details) return undefined;
    // A stop of any of their records is a stop of the person.
    const contactStop = records.find((each) => each.contactStop)?.contactStop;
    const known = withContactPointIds(hash, askedFor, details);
    return { stored, person: { personId, version, kind, ...known, ...(contactStop ? { contactStop } : {}) } };
  }

  /** What one record says by itself, joined or not. */
  async function detailsOf(_id: string): Promise<PersonDetails | undefined> {
    const stored = await model.findById(_id).lean<PersonDocument>();
    return stored?.sealed === undefined ? undefined : personal.unseal<PersonDetails>(_id, sealedField, stored.sealed);
  }

  async function correct(
    askedFor: string,
    seenVersion: number,
    details: PersonDetails,
    by: string,
    now: Instant
  ): Promise<Person | 'changed' | undefined> {
    const known = await read(askedFor);
    if (!known) return undefined;
    const { stored, person } = known;
    if (stored.version !== seenVersion) return 'changed';
    const { personId } = person;
    await keepVersion(versions, {
      personId,
      version: stored.version,
      sealed: stored.sealed,
      by: stored.by,
      at: stored.at,
    });
    const version = seenVersion + 1;
    const sealed = await personal.seal(personId, sealedField, withoutContactPointIds(details));
    const changes = { version, sealed, hashes: personHashes(hash, person.kind, details), by, at: now };
    const { matchedCount } = await model.updateOne({ _id: personId, version: seenVersion }, { $set: changes });
    return matchedCount === 0 ? 'changed' : (await read(askedFor))?.person;
  }

  /**
   * Adds contact points that nobody knew, and danger that nobody knew of, trying again when somebody corrects the person at
   * the same moment. What a report calls safe changes nothing that is known: somebody may have asked since.
   */
  async function addContactPoints({ personId, details }: PersonToKnow, by: string, now: Instant): Promise<boolean> {
    for (let tries = 0; tries < 5; tries += 1) {
      const stored = await read(personId);
      if (!stored) return false;
      const { version } = stored.person;
      const current = personDetailsOf(stored.person);
      const isNew = (point: PersonDetails['contactPoints'][number]) =>
        !current.contactPoints.some((each) => sameContact(hash, each, point));
      const added = details.contactPoints.filter(isNew).map((point) => ({ ...point, preferred: false }));
      const unsafe = details.contactPoints.filter(({ safe }) => safe === 'no');
      const known = withSafetyOf(hash, current.contactPoints, unsafe);
      if (added.length === 0 && canonicalJson(known) === canonicalJson(current.contactPoints)) return false;
      const merged = { ...current, contactPoints: [...known, ...added] };
      if ((await correct(personId, version, merged, by, now)) !== 'changed') return true;
    }
    return false;
  }

  /** The person as they are known now; undefined for an unknown one and for one who was erased. */
  const readPerson = async (personId: string): Promise<Person | undefined> => (await read(personId))?.person;

  return { readPerson, detailsOf, correct, addContactPoints };
}

export const sealedField = 'person';
