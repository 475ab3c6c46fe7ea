// Written by: the way of court messages in commands/court, in the API and in the sweep.
import { trusted, type Connection, type Model } from 'mongoose';
import type { DefendantIds } from '../../domain/court/courtEvent';
import { collection, whole } from '../store/collection';
import { isDuplicateKey } from '../store/connection';

/** What a sender's own id stands for, and which message said so. */
export interface ReferenceDocument {
  readonly _id: string;
  readonly urns: readonly { readonly urn: string; readonly by: string }[];
  readonly defendants?: readonly { readonly ids: DefendantIds; readonly by: string }[] | undefined;
}

/** What is known of one reference. */
export interface Reference {
  readonly urns: readonly string[];
  /** Of an offence: everybody who is charged with it. */
  readonly defendants: readonly DefendantIds[];
}

export interface NewReference {
  readonly reference: string;
  readonly urn: string;
  readonly defendant?: DefendantIds | undefined;
}

/** Which prosecutions the ids of courts stand for: most of what they send names no Unique Reference Number. */
export interface CourtReferences {
  /** Adds what a message makes known. Answers with the references of which it was the first to say something. */
  addReferences(found: readonly NewReference[], messageId: string): Promise<string[]>;
  findReferences(references: readonly string[]): Promise<Map<string, Reference>>;
}

export function courtReferences(connection: Connection): Model<ReferenceDocument> {
  return collection<ReferenceDocument>(connection, 'courtReferences', { urns: whole, defendants: whole }, []);
}

const atOnce = 500;

export function courtReferencesStore(model: Model<ReferenceDocument>): CourtReferences {
  return {
    async addReferences(found, messageId) {
      for (let from = 0; from < found.length; from += atOnce) {
        const some = found.slice(from, from + atOnce);
        await write(some.map(({ reference, urn }) => adding(reference, 'urns', 'urn', urn, messageId)));
        const ofOffences = some.filter(({ defendant }) => defendant && defendant.length > 0);
        await write(
          ofOffences.map(({ reference, defendant }) => adding(reference, 'defendants', 'ids', defendant, messageId))
        );
      }
      // Asked again after a crash the answer is the same: who said it first stands beside it.
      const references = [...new Set(found.map(({ reference }) => reference))];
      const first = { $or: [{ 'urns.by': messageId }, { 'defendants.by': messageId }] };
      const known = await model
        .find({ _id: trusted({ $in: references }), ...first }, { _id: 1 })
        .lean<ReferenceDocument[]>();
      return known.map(({ _id }) => _id);
    },
    async findReferences(references) {
      const found = await model.find({ _id: trusted({ $in: [...references] }) }).lean<ReferenceDocument[]>();
      return new Map(
        found.map(({ _id, urns = [], defendants = [] }) => [
          _id,
          { urns: urns.map(({ urn }) => urn).sort(), defendants: defendants.map(({ ids }) => ids) },
        ])
      );
    },
  };

  async function write(operations: object[]): Promise<void> {
    if (operations.length === 0) return;
    try {
      await model.collection.bulkWrite(operations as never, { ordered: false });
    } catch (error) {
      // It is there already, with the same meaning.
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

function adding(reference: string, list: string, field: string, value: unknown, by: string): object {
  const filter = { _id: reference, [`${list}.${field}`]: { $ne: value } };
  return { updateOne: { filter, update: { $push: { [list]: { [field]: value, by } } }, upsert: true } };
}
