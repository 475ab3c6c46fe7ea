// Written by: personalData alone.
import type { Connection, Model } from 'mongoose';
import { collection } from '../store/collection';

/** The key of one person's, or one crime report's, personal data. `forgottenAt` in place of a key means erased. */
export interface DataKey {
  readonly _id: string;
  /** The key itself, sealed under a key derived from MASTER_KEY. */
  readonly wrapped?: string;
  readonly createdAt?: string;
  readonly forgottenAt?: string;
}

export function dataKeys(connection: Connection): Model<DataKey> {
  return collection(connection, 'dataKeys', { wrapped: String, createdAt: String, forgottenAt: String }, []);
}
