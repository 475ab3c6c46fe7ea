// Written by: the activities of prosecutions alone.
import { trusted, type Connection, type Model } from 'mongoose';
import { courtCaseView, type CourtCaseView } from '../../domain/court/courtCaseView';
import type { CourtRecord } from '../../domain/court/courtRecord';
import { collection, whole } from '../store/collection';
import type { Sealer } from '../encryption/masterKey';
import { writeNewest, type Versioned } from '../store/newestWins';

export interface CourtCaseDocument extends Versioned {
  readonly view: CourtCaseView;
  readonly caseIds: readonly string[];
  /** Whether somebody has to decide something. */
  readonly asks: boolean;
  /** The whole record: what a new run goes on from. */
  readonly sealed: string;
}

/** Prosecutions, by the id that is made from their Unique Reference Number. */
export interface CourtCases {
  saveCourtRecord(record: CourtRecord): Promise<void>;
  loadCourtRecord(courtCaseId: string): Promise<CourtRecord | undefined>;
  findCourtCase(courtCaseId: string): Promise<CourtCaseView | undefined>;
  /** Which of these prosecutions there are. */
  knownAmong(courtCaseIds: readonly string[]): Promise<Set<string>>;
  /** The prosecutions that any of these cases is tied to. */
  courtCasesOf(caseIds: readonly string[]): Promise<CourtCaseView[]>;
  /** Prosecutions of which somebody has to decide something, by their ids from after the given one on. */
  asking(afterId: string | undefined, limit: number): Promise<CourtCaseView[]>;
}

export function courtCases(connection: Connection): Model<CourtCaseDocument> {
  const fields = { version: Number, view: whole, caseIds: [String], asks: Boolean, sealed: String };
  return collection<CourtCaseDocument>(connection, 'courtCases', fields, [
    { key: { caseIds: 1 } },
    { key: { asks: 1, _id: 1 } },
  ]);
}

export function courtCasesStore(model: Model<CourtCaseDocument>, sealer: Sealer): CourtCases {
  return {
    async saveCourtRecord(record) {
      const { courtCaseId, version } = record;
      const view = courtCaseView(record);
      const caseIds = view.linked.map(({ caseId }) => caseId);
      const sealed = sealer.seal(courtCaseId, record);
      await writeNewest(model, [{ _id: courtCaseId, version, view, caseIds, asks: view.questions.length > 0, sealed }]);
    },
    async loadCourtRecord(courtCaseId) {
      const stored = await model.findById(courtCaseId, { sealed: 1 }).lean<CourtCaseDocument>();
      return stored ? sealer.unseal<CourtRecord>(courtCaseId, stored.sealed) : undefined;
    },
    async findCourtCase(courtCaseId) {
      return (await model.findById(courtCaseId, { view: 1 }).lean<CourtCaseDocument>())?.view;
    },
    async knownAmong(courtCaseIds) {
      const filter = { _id: trusted({ $in: [...courtCaseIds] }) };
      const found = await model.find(filter, { _id: 1 }).lean<CourtCaseDocument[]>();
      return new Set(found.map(({ _id }) => _id));
    },
    async courtCasesOf(caseIds) {
      const filter = { caseIds: trusted({ $in: [...caseIds] }) };
      return (await model.find(filter, { view: 1 }).lean<CourtCaseDocument[]>()).map(({ view }) => view);
    },
    async asking(afterId, limit) {
      const filter = { asks: true, ...(afterId === undefined ? {} : { _id: trusted({ $gt: afterId }) }) };
      const found = await model.find(filter, { view: 1 }).sort({ _id: 1 }).limit(limit).lean<CourtCaseDocument[]>();
      return found.map(({ view }) => view);
    },
  };
}
