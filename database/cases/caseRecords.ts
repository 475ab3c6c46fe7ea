// Written by: projections alone, at the end of a case.
import type { Connection, Model } from 'mongoose';
import type { CareRecord } from '../../domain/careRecord';
import { collection } from '../store/collection';
import type { Sealer } from '../encryption/masterKey';
import type { Versioned } from '../store/newestWins';

export interface CaseRecordDocument extends Versioned {
  /** The whole record as JSON. It names nobody, but it tells a story. */
  readonly sealed: string;
}

/** What a case goes on from when it is reopened, and what answers for it once the engine has forgotten it. */
export interface CaseRecords {
  /** As it was at its last end; undefined for a case that never ended. */
  loadEndedRecord(caseId: string): Promise<CareRecord | undefined>;
  hasEnded(caseId: string): Promise<boolean>;
}

export function caseRecords(connection: Connection): Model<CaseRecordDocument> {
  return collection(connection, 'caseRecords', { version: Number, sealed: String }, []);
}

export function recordDocument(record: CareRecord, sealer: Sealer): CaseRecordDocument {
  const { caseId } = record.opening;
  return { _id: caseId, version: record.version, sealed: sealer.seal(caseId, record) };
}

export function caseRecordsReader(model: Model<CaseRecordDocument>, sealer: Sealer): CaseRecords {
  return {
    async loadEndedRecord(caseId) {
      const stored = await model.findById(caseId).lean<CaseRecordDocument>();
      return stored ? sealer.unseal<CareRecord>(caseId, stored.sealed) : undefined;
    },
    async hasEnded(caseId) {
      return (await model.exists({ _id: caseId })) !== null;
    },
  };
}
