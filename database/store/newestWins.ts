import type { Model } from 'mongoose';
import { isDuplicateKey } from './connection';

export interface Versioned {
  readonly _id: string;
  readonly version: number;
}

/**
 * Writes documents whole, each only over an older version of itself, in one command. Twice is harmless, and the order of
 * arrival does not matter. It bypasses mongoose's casting: these documents are made by typed code, and it is the hot path.
 */
export async function writeNewest<Document extends Versioned>(
  { collection }: Model<Document>,
  documents: readonly Document[]
): Promise<void> {
  const replacements = (upsert: boolean) =>
    documents.map(({ _id, ...replacement }) => ({
      replaceOne: { filter: { _id, version: { $lt: replacement.version } }, replacement, upsert },
    }));
  const write = async (upsert: boolean) => {
    const [first, ...more] = replacements(upsert);
    if (!first) return;
    const { filter, replacement } = first.replaceOne;
    if (more.length === 0) await collection.replaceOne(filter as never, replacement, { upsert });
    else await collection.bulkWrite([first, ...more] as never, { ordered: false });
  };
  try {
    await write(true);
  } catch (error) {
    // The document exists: newer than ours, or written a moment ago by somebody else. Without upsert the guard tells.
    if (!isDuplicateKey(error) || !onlyDuplicates(error)) throw error;
    await write(false);
  }
}

/** Adds documents whose content never changes; twice is harmless, and so is one that a mark was left on before it came. */
export async function addUnchanging<Document extends { readonly _id: string }>(
  { collection }: Model<Document>,
  documents: readonly Document[]
): Promise<void> {
  const [first, ...more] = documents;
  if (!first) return;
  try {
    if (more.length === 0) await collection.insertOne({ ...first } as never);
    else await collection.insertMany(documents.map((document) => ({ ...document })) as never, { ordered: false });
  } catch (error) {
    if (!isDuplicateKey(error) || !onlyDuplicates(error)) throw error;
    const contents = documents.map(({ _id, ...content }) => ({
      updateOne: { filter: { _id }, update: { $set: content }, upsert: true },
    }));
    await collection.bulkWrite(contents as never, { ordered: false });
  }
}

function onlyDuplicates(error: unknown): boolean {
  const { writeErrors } = error as { writeErrors?: unknown };
  const failures: unknown[] = Array.isArray(writeErrors) ? writeErrors : [];
  return failures.every((failure) => (failure as { code?: unknown }).code === 11000);
}
