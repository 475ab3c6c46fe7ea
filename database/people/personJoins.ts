import { trusted, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { withoutContactPointIds } from './contactPointIds';
import { joinedDetails, partedDetails } from './joinedDetails';
import { joinedRecords } from './joinedRecords';
import { personHashes, type PersonDetails } from './personDetails';
import type { PersonalData } from '../encryption/personalData';
import type { PersonDocument } from './personDocument';
import { keepVersion, type PersonVersionDocument } from './personVersions';
import { canonicalJson, type KeyedHash } from '../encryption/searchHashes';

export interface Joining {
  /** The record that stays. */
  readonly personId: string;
  readonly joinedPersonId: string;
  /** The same for one join, or one parting, however often it is done again; another one has another. */
  readonly step: string;
}

/** Whether somebody decided that two records are of one person, or the service found it so by itself. */
export type JoinedBy = 'person' | 'itself';

const sealedField = 'person';
const mostTries = 10;

/** Makes one person of two records, and two of one. Each record keeps its own cases, key and earlier versions. */
export function personJoins(
  model: Model<PersonDocument>,
  versions: Model<PersonVersionDocument>,
  personal: PersonalData,
  hash: KeyedHash
) {
  const { recordsOf } = joinedRecords(model);

  async function detailsOf({
    _id,
    sealed,
  }: Pick<PersonDocument, '_id' | 'sealed'>): Promise<PersonDetails | undefined> {
    return sealed === undefined ? undefined : personal.unseal<PersonDetails>(_id, sealedField, sealed);
  }

  /** Writes new details over the version that was read; false where somebody else was first. */
  async function write(stored: PersonDocument, details: PersonDetails, by: string, now: Instant): Promise<boolean> {
    const { _id, version, kind = 'person' } = stored;
    await keepVersion(versions, { personId: _id, version, sealed: stored.sealed, by: stored.by, at: stored.at });
    const sealed = await personal.seal(_id, sealedField, withoutContactPointIds(details));
    const changes = { version: version + 1, sealed, hashes: personHashes(hash, kind, details), by, at: now };
    return (await model.updateOne({ _id, version }, { $set: changes })).matchedCount > 0;
  }

  async function takeIn(kept: string, joined: PersonDetails, by: string, now: Instant, how: JoinedBy): Promise<void> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const [root] = await recordsOf(kept);
      const known = root && (await detailsOf(root));
      if (!root || !known) return;
      const both = joinedDetails(hash, known, joined, how);
      if (canonicalJson(both) === canonicalJson(known)) return;
      if (await write(root, both, by, now)) return;
    }
    throw new Error('The person is being changed all the time');
  }

  /** They are one already: the record of the two that points to the other may not have been taken in. */
  async function joinedAlready(one: string, other: string, root: PersonDocument) {
    const joined = await model.findById(one === root._id ? other : one).lean<PersonDocument>();
    return [root, joined && joined._id !== root._id ? joined : undefined] as const;
  }

  return {
    async join(
      one: string,
      other: string,
      by: string,
      now: Instant,
      how: JoinedBy = 'person'
    ): Promise<Joining | undefined> {
      const [first] = await recordsOf(one);
      const [second] = await recordsOf(other);
      if (!first || !second) return undefined;
      const [kept, joined] = first._id === second._id ? await joinedAlready(one, other, first) : byAge(first, second);
      const details = joined && (await detailsOf(joined));
      if (!joined || !details || !(await detailsOf(kept))) return undefined;
      const joinedPersonId = joined._id;
      // Pointed first: from here on a stop of either counts for both, whatever is cut short after it.
      const point = { joinedInto: kept._id, joinedAfterVersion: kept.version };
      await model.updateOne({ _id: joinedPersonId, joinedInto: trusted({ $exists: false }) }, { $set: point });
      await takeIn(kept._id, details, by, now, how);
      const stored = await model.findById(joinedPersonId, { joinedAfterVersion: 1 }).lean<PersonDocument>();
      return { personId: kept._id, joinedPersonId, step: `join ${joinedPersonId} ${stored?.joinedAfterVersion}` };
    },

    async part(personId: string, by: string, now: Instant): Promise<Joining | undefined> {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const [root] = await recordsOf(personId);
        const own = await model.findById(personId).lean<PersonDocument>();
        if (!root || !own?.joinedInto) return undefined;
        const [present, joined] = [await detailsOf(root), await detailsOf(own)];
        if (!present || !joined) return undefined;
        const earlier = await versions
          .findById(`${own.joinedInto}:${own.joinedAfterVersion}`)
          .lean<PersonVersionDocument>();
        const before = earlier ? await detailsOf({ _id: own.joinedInto, sealed: earlier.sealed ?? '' }) : undefined;
        const { kept, parted } = partedDetails(hash, { present, before, joined });
        if (!(await write(root, kept, by, now))) continue;
        await write(own, parted, by, now);
        await model.updateOne({ _id: personId }, { $unset: { joinedInto: '', joinedAfterVersion: '' } });
        return { personId: own.joinedInto, joinedPersonId: personId, step: `part ${personId} ${root.version}` };
      }
      throw new Error('The person is being changed all the time');
    },
  };
}

function byAge(first: PersonDocument, second: PersonDocument): [PersonDocument, PersonDocument] {
  const age = ({ knownAt, at, _id }: PersonDocument) => `${knownAt ?? at ?? '~'} ${_id}`;
  return age(first) < age(second) ? [first, second] : [second, first];
}
