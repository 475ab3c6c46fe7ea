import { randomBytes } from 'node:crypto';
import { trusted, type Model } from 'mongoose';
import { isDuplicateKey } from '../store/connection';
import type { DataKey } from './dataKeys';
import { derivedKey, seal, unseal, type SecretKey } from './masterKey';

/** The owner's key was erased: nothing of them can be read any more, and nothing new is written about them. */
export class Forgotten extends Error {
  override readonly name = 'Forgotten';
}

/** Seals and unseals what is personal, each person's and each report's under a key of their own. */
export interface PersonalData {
  /** Makes keys for subjects that have none yet, in one write. */
  newKeys(subjectIds: readonly string[], now: string): Promise<void>;
  /** Throws Forgotten where the subject was erased; makes a key where there is none. */
  seal(subjectId: string, field: string, value: unknown): Promise<string>;
  /** Undefined where the subject was erased. Throws SealBroken for anything sealed otherwise. */
  unseal<Value>(subjectId: string, field: string, sealed: string): Promise<Value | undefined>;
  /** Erases: with the key goes every sealed field, in this database and in every backup kept apart from it. */
  forget(subjectId: string, now: string): Promise<void>;
  isAnyForgotten(subjectIds: readonly string[]): Promise<boolean>;
}

/** Erasure is honoured by every process within this time. */
const rememberedMs = 30_000;
const rememberedKeys = 5_000;

export function personalData(keys: Model<DataKey>, masterKey: Buffer): PersonalData {
  const wrapping = derivedKey(masterKey, 'data keys');
  const remembered = new Map<string, { readonly key: SecretKey; readonly until: number }>();

  function remember(subjectId: string, key: SecretKey): SecretKey {
    const oldest = remembered.size >= rememberedKeys ? remembered.keys().next().value : undefined;
    if (oldest !== undefined) remembered.delete(oldest);
    remembered.set(subjectId, { key, until: Date.now() + rememberedMs });
    return key;
  }

  function unwrap({ _id, wrapped }: DataKey): SecretKey | undefined {
    return wrapped === undefined ? undefined : { id: 'own', key: unseal(wrapping, `data key ${_id}`, wrapped) };
  }

  /** Undefined for a subject without a key, null for one whose key was erased. */
  async function knownKey(subjectId: string): Promise<SecretKey | null | undefined> {
    const known = remembered.get(subjectId);
    if (known && known.until > Date.now()) return known.key;
    remembered.delete(subjectId);
    const stored = await keys.findById(subjectId).lean<DataKey>();
    if (!stored) return undefined;
    const key = unwrap(stored);
    return key ? remember(subjectId, key) : null;
  }

  async function newKeys(subjectIds: readonly string[], now: string): Promise<void> {
    const made = subjectIds.map((subjectId) => ({ subjectId, key: { id: 'own', key: randomBytes(32) } }));
    const documents = made.map(({ subjectId, key: { key } }) => ({
      _id: subjectId,
      wrapped: seal(wrapping, `data key ${subjectId}`, key),
      createdAt: now,
    }));
    try {
      await keys.insertMany(documents, { ordered: false });
      for (const { subjectId, key } of made) remember(subjectId, key);
    } catch (error) {
      // Others made some of them first; theirs count.
      if (!isDuplicateKey(error)) throw error;
      const stored = await keys.find({ _id: trusted({ $in: subjectIds }) }).lean<DataKey[]>();
      for (const each of stored) {
        const key = unwrap(each);
        if (key) remember(each._id, key);
      }
    }
  }

  async function keyFor(subjectId: string): Promise<SecretKey> {
    let key = await knownKey(subjectId);
    if (key === undefined) {
      await newKeys([subjectId], new Date().toISOString());
      key = await knownKey(subjectId);
    }
    if (!key) throw new Forgotten('The key of this subject was erased');
    return key;
  }

  return {
    newKeys,
    async seal(subjectId, field, value) {
      return seal(await keyFor(subjectId), contextOf(subjectId, field), JSON.stringify(value));
    },
    async unseal<Value>(subjectId: string, field: string, sealed: string) {
      const key = await knownKey(subjectId);
      if (!key) return undefined;
      return JSON.parse(unseal(key, contextOf(subjectId, field), sealed).toString('utf8')) as Value;
    },
    async forget(subjectId, now) {
      remembered.delete(subjectId);
      await keys.replaceOne({ _id: subjectId }, { forgottenAt: now }, { upsert: true });
    },
    async isAnyForgotten(subjectIds) {
      if (subjectIds.length === 0) return false;
      const stored = await keys.find({ _id: trusted({ $in: [...subjectIds] }) }).lean<DataKey[]>();
      return stored.some(({ wrapped }) => wrapped === undefined);
    },
  };
}

function contextOf(subjectId: string, field: string): string {
  return `${subjectId} ${field}`;
}
