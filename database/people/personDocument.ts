// Written by: persons.ts, when reports are filed and persons corrected or erased.
import { trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import type { PersonKind } from '../../domain/vocabulary';
import { collection, whole } from '../store/collection';
import type { PersonHashes } from './personDetails';
import type { KeyedHash } from '../encryption/searchHashes';

export interface PersonDocument {
  readonly _id: string;
  /** 0 for an id that a report has claimed by the source's reference, without details yet. */
  readonly version: number;
  readonly kind?: PersonKind;
  readonly sealed?: string;
  readonly hashes: Partial<PersonHashes>;
  readonly referenceHash?: string;
  readonly cases?: readonly string[];
  readonly fromReport?: string;
  readonly by?: string;
  readonly at?: Instant;
  readonly contactStop?: ContactStop;
  /** The forces whose reports made them known. */
  readonly forces?: readonly string[];
  /** When they became known: of two records the older one stays. */
  readonly knownAt?: Instant;
  /** The record that stands for this one since they were found to be of one person. */
  readonly joinedInto?: string;
  /** The version of that record before it took this one in. */
  readonly joinedAfterVersion?: number;
}

/** All contact with a person was stopped, in every case of theirs. */
export interface ContactStop {
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

export function persons(connection: Connection): Model<PersonDocument> {
  const fields = {
    version: Number,
    kind: String,
    sealed: String,
    hashes: whole,
    referenceHash: String,
    cases: { type: [String], default: undefined },
    fromReport: String,
    by: String,
    at: String,
    contactStop: whole,
    forces: { type: [String], default: undefined },
    knownAt: String,
    joinedInto: String,
    joinedAfterVersion: Number,
  };
  return collection(connection, 'persons', fields, [
    { key: { referenceHash: 1 }, unique: true, sparse: true },
    { key: { 'hashes.surnames': 1 }, sparse: true },
    { key: { 'hashes.phones': 1 }, sparse: true },
    { key: { 'hashes.emails': 1 }, sparse: true },
    { key: { 'hashes.likeness': 1 }, sparse: true },
    { key: { joinedInto: 1 }, sparse: true },
  ]);
}

export type PersonSearch = { readonly phone: string } | { readonly email: string } | { readonly surname: string };

export function personFilter(search: PersonSearch, hash: KeyedHash): Record<string, unknown> | undefined {
  if ('surname' in search) {
    // The same word may be the end of a person's name or the whole of a business's.
    const hashes = [hash('surname', search.surname), hash('businessName', search.surname)].filter(Boolean);
    return hashes.length === 0 ? undefined : { 'hashes.surnames': trusted({ $in: [...new Set(hashes)] }) };
  }
  const hashed = 'phone' in search ? hash('phone', search.phone) : hash('email', search.email);
  if (hashed === undefined) return undefined;
  return 'phone' in search ? { 'hashes.phones': hashed } : { 'hashes.emails': hashed };
}
