import { randomUUID } from 'node:crypto';
import { trusted, type Model } from 'mongoose';
import { routesOf } from '../../domain/contact/routes';
import type { Instant } from '../../domain/time/londonTime';
import type { InboundMessages } from '../corporate/inboundMessages';
import type { PersonalData } from '../encryption/personalData';
import type { KeyedHash } from '../encryption/searchHashes';
import { isDuplicateKey } from '../store/connection';
import { withContactPoints } from './contactPointIds';
import { isExactMatch, isSomebodyElse } from './exactMatch';
import { joinedRecords } from './joinedRecords';
import { likelyMatches } from './likelyPersons';
import { personDetailsOf, type Person, type PersonToKnow, type ReportedAs } from './person';
import { personHashes, type ContactPoint, type PersonDetails } from './personDetails';
import { personFilter, type ContactStop, type PersonDocument, type PersonSearch } from './personDocument';
import { personJoins, type JoinedBy, type Joining } from './personJoins';
import type { PersonMatches } from './personMatches';
import { personRecords, sealedField } from './personRecords';
import type { PersonVersionDocument } from './personVersions';

export interface Persons {
  /**
   * The id under which this reference is known, or one that is its own from now on. Where it names somebody else than
   * it did, they get an id of their own, and both are put to somebody who decides.
   */
  claimId(referenceHash: string, reported: ReportedAs, now: Instant): Promise<string>;
  /**
   * Makes a person known from a crime report. Twice is harmless. Of a person who is known already, only contact points
   * that nobody knew are added, and danger that nobody knew of: what people have corrected here is not overwritten by what a
   * system repeats. True where that changed somebody who was known.
   */
  know(person: PersonToKnow, by: string, now: Instant): Promise<boolean>;
  /** Undefined for an unknown person and for one who was erased. */
  readPerson(personId: string): Promise<Person | undefined>;
  /**
   * Replaces the details, keeping the earlier version. 'changed' where the person is not at `seenVersion` any more;
   * undefined where there is no such person.
   */
  correct(
    personId: string,
    seenVersion: number,
    details: PersonDetails,
    by: string,
    now: Instant
  ): Promise<Person | 'changed' | undefined>;
  /** Stops all contact with a person, or, without a stop, lets it go on. False for an unknown person. */
  stopContact(personId: string, stop: ContactStop | undefined): Promise<boolean>;
  /** Marks a way of contact as one that reaches nobody. The person as they are then; undefined where it is not theirs. */
  markUndeliverable(personId: string, contactPointId: string, by: string, now: Instant): Promise<Person | undefined>;
  findPersons(search: PersonSearch, limit: number): Promise<string[]>;
  /**
   * Erases a person: everything sealed under their key, here and in backups, the messages of other systems about them,
   * and what they are found by. Their cases go on
   * without a name; the same reference reported again is somebody new.
   */
  forget(personId: string, now: Instant): Promise<void>;
  /** Ids of their cases, started or about to be: also those of records that were joined with theirs. */
  caseIdsOf(personIds: readonly string[]): Promise<string[]>;
  /** Every id under which the person is known, the record that stands for them all first. None for an unknown one. */
  idsOf(personId: string): Promise<string[]>;
  /** Ids of the cases of this record and of those that were joined into it, without those that it was joined into. */
  caseIdsWithin(personId: string): Promise<string[]>;
  /**
   * Makes one person of two records: the older one stays, and stands for both. Twice is harmless. Undefined where there is
   * no such person.
   */
  join(one: string, other: string, by: string, now: Instant, how?: JoinedBy): Promise<Joining | undefined>;
  /** The one other record that is of the same person beyond doubt; undefined for none, for several, and for the same. */
  exactMatchOf(personId: string): Promise<string | undefined>;
  /** Undoes a join. Undefined where the record was joined into no other. */
  part(personId: string, by: string, now: Instant): Promise<Joining | undefined>;
}

export function personsStore(
  model: Model<PersonDocument>,
  versions: Model<PersonVersionDocument>,
  personal: PersonalData,
  hash: KeyedHash,
  matches: Pick<PersonMatches, 'addMatches'>,
  messages: Pick<InboundMessages, 'forgetPeople'>
): Persons {
  const { recordsOf, recordsWithin } = joinedRecords(model);
  const { readPerson, detailsOf, correct, addContactPoints } = personRecords(model, versions, personal, hash);
  const { join, part } = personJoins(model, versions, personal, hash);

  return {
    async claimId(referenceHash, reported, now) {
      for (;;) {
        const known = await model.findOne({ referenceHash }, { _id: 1 }).lean<PersonDocument>();
        const person = known && (await readPerson(known._id));
        if (known && !(person && isSomebodyElse(hash, { kind: person.kind, details: person }, reported)))
          return known._id;
        const _id = randomUUID();
        if (known) {
          const { forces } = reported;
          await matches.addMatches([{ personIds: [known._id, _id], reasons: ['sameReference'], forces }], now);
          return _id;
        }
        try {
          await model.create([{ _id, version: 0, hashes: {}, referenceHash }] as never);
          return _id;
        } catch (error) {
          // Another report claims the same person at this moment; its id counts.
          if (!isDuplicateKey(error)) throw error;
        }
      }
    },
    async know(person, by, now) {
      const { personId, caseId, kind, details, reportId, forces = [] } = person;
      const $addToSet = { cases: caseId, forces: { $each: [...forces] } };
      const sealed = await personal.seal(personId, sealedField, details);
      const hashes = personHashes(hash, kind, details);
      let hasChanged = false;
      const known = { version: 1, kind, sealed, hashes, fromReport: reportId, by, at: now, knownAt: now };
      try {
        await model.updateOne({ _id: personId, version: 0 }, { $set: known, $addToSet }, { upsert: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const query = model.findOneAndUpdate({ _id: personId }, { $addToSet }, { projection: { fromReport: 1 } });
        const stored = await query.lean<PersonDocument>();
        if (stored?.fromReport !== reportId) hasChanged = await addContactPoints(person, by, now);
      }
      await matches.addMatches(await likelyMatches(model, personId), now);
      return hasChanged;
    },
    readPerson,
    correct,
    async stopContact(personId, stop) {
      const change = stop ? { $set: { contactStop: stop } } : { $unset: { contactStop: '' } };
      const ids = (await recordsOf(personId)).map(({ _id }) => _id);
      const known = { _id: trusted({ $in: ids }), kind: trusted({ $exists: true }) };
      return (await model.updateMany(known, change)).matchedCount > 0;
    },
    async markUndeliverable(personId, contactPointId, by, now) {
      for (;;) {
        const known = await readPerson(personId);
        if (!known) return undefined;
        const isIt = ({ route }: { readonly route: ContactPoint }) => route.contactPointId === contactPointId;
        const found = routesOf(known, true).filter(isIt);
        if (found.length === 0) return undefined;
        if (found.every(({ route }) => route.undeliverable)) return known;
        const mark = (route: ContactPoint) => (isIt({ route }) ? { ...route, undeliverable: true } : route);
        const details = withContactPoints(personDetailsOf(known), mark);
        const corrected = await correct(personId, known.version, details, by, now);
        if (corrected !== 'changed') return corrected;
      }
    },
    async findPersons(search, limit) {
      const filter = personFilter(search, hash);
      if (!filter) return [];
      const found = await model.find(filter, { _id: 1 }).limit(limit).lean<PersonDocument[]>();
      return found.map(({ _id }) => _id);
    },
    async forget(personId, now) {
      const joined = (await recordsOf(personId)).map(({ _id }) => _id);
      const all = [...new Set([personId, ...joined])];
      for (const _id of all) {
        await personal.forget(_id, now);
        await model.updateOne({ _id }, { $set: { hashes: {} }, $unset: { sealed: '', referenceHash: '' } });
      }
      await messages.forgetPeople(all, now);
    },
    async caseIdsOf(personIds) {
      if (personIds.length === 0) return [];
      const found = await Promise.all(personIds.map(recordsOf));
      return [...new Set(found.flat().flatMap((person) => person.cases ?? []))];
    },
    async idsOf(personId) {
      return (await recordsOf(personId)).map(({ _id }) => _id);
    },
    async caseIdsWithin(personId) {
      return (await recordsWithin(personId)).flatMap((person) => person.cases ?? []);
    },
    join,
    async exactMatchOf(personId) {
      const own = await detailsOf(personId);
      if (!own) return undefined;
      const likely = (await likelyMatches(model, personId)).filter(
        ({ reasons, forces }) => reasons.includes('nameBirthAndContact') && forces.length > 0
      );
      const others = likely.map(async ({ recordId }) => {
        const details = await detailsOf(recordId);
        return details && isExactMatch(hash, own, details) ? [(await recordsOf(recordId))[0]?._id ?? recordId] : [];
      });
      const [only, ...more] = new Set((await Promise.all(others)).flat());
      return more.length > 0 ? undefined : only;
    },
    part,
  };
}
