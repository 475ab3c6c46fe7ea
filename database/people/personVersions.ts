// Written by: persons alone, append-only.
import type { Connection, Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { collection } from '../store/collection';
import { addUnchanging } from '../store/newestWins';

/** A person as they were known before a correction, sealed like the present one: erasing the key erases them too. */
export interface PersonVersionDocument {
  /** `<personId>:<version>` */
  readonly _id: string;
  readonly personId: string;
  readonly version: number;
  readonly sealed?: string | undefined;
  readonly by?: string | undefined;
  readonly at?: Instant | undefined;
}

export function personVersions(connection: Connection): Model<PersonVersionDocument> {
  const fields = { personId: String, version: Number, sealed: String, by: String, at: String };
  return collection(connection, 'personVersions', fields, []);
}

export async function keepVersion(
  model: Model<PersonVersionDocument>,
  earlier: Omit<PersonVersionDocument, '_id'>
): Promise<void> {
  await addUnchanging(model, [{ _id: `${earlier.personId}:${earlier.version}`, ...earlier }]);
}
