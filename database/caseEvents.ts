// Written by: projections alone, append-only. Only the mark of what superseded an event is added later.
import { trusted, type Connection, type Model } from 'mongoose';
import type { Fact } from '../domain/fact';
import { collection, whole } from './collection';
import { addMissing } from './newestWins';
import type { Page } from './pages';

export interface CaseEventDocument {
  /** `<caseId>:<seq>` */
  readonly _id: string;
  readonly caseId: string;
  readonly seq: number;
  readonly fact: Fact;
}

export interface Timeline {
  /** Facts in the order of recording, newest first; `cursor` is the sequence number of the last one shown. */
  timeline(caseId: string, page: { cursor?: number | undefined; limit: number }): Promise<Page<Fact>>;
  findFact(caseId: string, seq: number): Promise<Fact | undefined>;
}

export function caseEvents(connection: Connection): Model<CaseEventDocument> {
  return collection(connection, 'caseEvents', { caseId: String, seq: Number, fact: whole }, [
    { key: { caseId: 1, seq: -1 } },
  ]);
}

export async function addFacts(model: Model<CaseEventDocument>, caseId: string, facts: readonly Fact[]): Promise<void> {
  await addMissing(
    model,
    facts.map((fact) => ({ _id: `${caseId}:${fact.seq}`, caseId, seq: fact.seq, fact }))
  );
  for (const { seq, supersedes } of facts) {
    if (supersedes === undefined) continue;
    const superseded = { _id: `${caseId}:${supersedes}` } as never;
    await model.collection.updateOne(superseded, { $set: { 'fact.supersededBy': seq } });
  }
}

export function timelineReader(model: Model<CaseEventDocument>): Timeline {
  return {
    async timeline(caseId, { cursor, limit }) {
      const earlier = cursor === undefined ? {} : { seq: trusted({ $lt: cursor }) };
      const query = model.find({ caseId, ...earlier }).sort({ seq: -1 });
      const found = await query.limit(limit + 1).lean<CaseEventDocument[]>();
      const items = found.slice(0, limit).map(({ fact }) => fact);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, ...(last ? { next: String(last.seq) } : {}) };
    },
    async findFact(caseId, seq) {
      return (await model.findById(`${caseId}:${seq}`).lean<CaseEventDocument>())?.fact;
    },
  };
}
