// Written by: projections alone, append-only. A correction leaves its mark on what it supersedes.
import { trusted, type Connection, type Model } from 'mongoose';
import type { Fact } from '../../domain/fact';
import { collection } from '../store/collection';
import type { Sealer } from '../encryption/masterKey';
import type { Page } from '../store/pages';

export interface CaseEventDocument {
  /** `<caseId>:<seq>` */
  readonly _id: string;
  readonly caseId: string;
  readonly seq: number;
  /** The fact: it names nobody, but tells a story. */
  readonly sealed: string;
  /** Beside the fact, so that the mark and the fact may arrive in any order. */
  readonly supersededBy?: number;
}

export interface Timeline {
  /** Facts in the order of recording, newest first; `cursor` is the sequence number of the last one shown. */
  timeline(caseId: string, page: { cursor?: number | undefined; limit: number }): Promise<Page<Fact>>;
  findFact(caseId: string, seq: number): Promise<Fact | undefined>;
}

export function caseEvents(connection: Connection): Model<CaseEventDocument> {
  const fields = { caseId: String, seq: Number, sealed: String, supersededBy: Number };
  return collection(connection, 'caseEvents', fields, [{ key: { caseId: 1, seq: -1 } }]);
}

export function eventDocument(caseId: string, fact: Fact, sealer: Sealer): CaseEventDocument {
  const { supersededBy, ...lasting } = fact;
  const _id = eventId(caseId, fact.seq);
  const superseded = supersededBy === undefined ? {} : { supersededBy };
  return { _id, caseId, seq: fact.seq, sealed: sealer.seal(_id, lasting), ...superseded };
}

/** The marks that corrections leave: which event each supersedes, and by which fact. */
export function supersedings(caseId: string, facts: readonly Fact[]): { _id: string; supersededBy: number }[] {
  return facts.flatMap(({ seq, supersedes }) =>
    supersedes === undefined ? [] : [{ _id: eventId(caseId, supersedes), supersededBy: seq }]
  );
}

function eventId(caseId: string, seq: number): string {
  return `${caseId}:${seq}`;
}

export function timelineReader(model: Model<CaseEventDocument>, sealer: Sealer): Timeline {
  const factOf = ({ _id, sealed, supersededBy }: CaseEventDocument): Fact => {
    const fact = sealer.unseal<Fact>(_id, sealed);
    return supersededBy === undefined ? fact : { ...fact, supersededBy };
  };
  return {
    async timeline(caseId, { cursor, limit }) {
      const earlier = cursor === undefined ? {} : { seq: trusted({ $lt: cursor }) };
      const query = model.find({ caseId, ...earlier }).sort({ seq: -1 });
      const found = await query.limit(limit + 1).lean<CaseEventDocument[]>();
      const items = found.slice(0, limit).map(factOf);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, ...(last ? { next: String(last.seq) } : {}) };
    },
    async findFact(caseId, seq) {
      const found = await model.findOne({ _id: eventId(caseId, seq), caseId }).lean<CaseEventDocument>();
      return found ? factOf(found) : undefined;
    },
  };
}
