// Written by: amendments.ts, when reports are amended and their cases told.
import type { Connection, Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { collection, whole } from '../store/collection';
import type { NewAmendment, ReportFacts, StoredAmendment } from './reportContent';

export type AmendmentDocument = StoredAmendment & {
  /** `<reportId>:<number>` */
  readonly _id: string;
  readonly reportId: string;
  /** Keyed hash of caller and idempotency key, where there was one. */
  readonly key?: string | undefined;
  readonly fingerprint: string;
  /** Reason, references, titles and names, under the report's own key. */
  readonly sealed: string;
  readonly tellAgainAt?: Instant | undefined;
};

export function amendments(connection: Connection): Model<AmendmentDocument> {
  const fields = {
    reportId: String,
    number: Number,
    key: String,
    fingerprint: String,
    changed: [String],
    changes: whole,
    sealed: String,
    people: whole,
    by: String,
    recordedAt: String,
    toldAt: String,
    tellAgainAt: String,
  };
  return collection<AmendmentDocument>(connection, 'amendments', fields, [
    { key: { reportId: 1 } },
    { key: { key: 1 }, unique: true, sparse: true },
    { key: { tellAgainAt: 1 }, sparse: true },
  ]);
}

/** A report's facts with what amendments, in their order, made of them. */
export function amended(facts: ReportFacts, inOrder: readonly StoredAmendment[]): ReportFacts {
  return inOrder.reduce<ReportFacts>((current, { changes }) => ({ ...current, ...changes }), facts);
}

export function storedAmendment(document: AmendmentDocument): StoredAmendment {
  const { number, changed, changes, people, by, recordedAt, toldAt } = document;
  return { number, changed, changes, people, by, recordedAt, toldAt };
}

export function openChanges(changes: NewAmendment['changes']): StoredAmendment['changes'] {
  const { offence, circumstances, suspects, officerInCase, occurredAt } = changes;
  const { category, homeOfficeCode, cjsCode } = offence ?? {};
  return {
    ...(category === undefined ? {} : { offence: { category, homeOfficeCode, cjsCode } }),
    ...(circumstances === undefined ? {} : { circumstances }),
    ...(suspects === undefined ? {} : { suspects: suspects.map(({ suspectId }) => suspectId) }),
    ...(officerInCase === undefined ? {} : { officerInCase }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
  };
}

export function amendmentWords({ reason, changes }: NewAmendment): object {
  const { crimeReference, operationReference, offence, suspects } = changes;
  const named = suspects?.flatMap(({ suspectId, name }) => (name === undefined ? [] : [[suspectId, name] as const]));
  return {
    reason,
    crimeReference,
    operationReference,
    offenceTitle: offence?.title,
    suspectNames: named && Object.fromEntries(named),
  };
}
