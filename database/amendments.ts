// Written by: the API that amends reports, and the sweep that tells their cases.
import { trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../domain/londonTime';
import { collection, whole } from './collection';
import { isDuplicateKey } from './connection';
import type { CrimeReportDocument } from './crimeReports';
import type { PersonalData } from './personalData';
import type { Persons } from './persons';
import type { NewAmendment, ReportFacts, StoredAmendment } from './reportContent';
import { personIds, sealPeople } from './reportedPeople';
import { canonicalJson, type KeyedHash } from './searchHashes';

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

export interface Amended {
  readonly amendment: StoredAmendment;
  readonly alreadyKnown: boolean;
}

export type UntoldAmendment = Pick<AmendmentDocument, 'reportId' | 'number' | 'recordedAt'>;

export interface Amendments {
  /**
   * Adds an amendment to a report; what was stored before stays. Under a key that is known, or as the same content sent
   * twice in a row, the stored one comes back. 'keyReused' where the key was used for other content; undefined where
   * there is no such report.
   */
  amend(
    reportId: string,
    amendment: NewAmendment,
    sent: {
      readonly key?: string | undefined;
      readonly by: string;
      readonly now: Instant;
      readonly tellAgainAt: Instant;
    }
  ): Promise<Amended | 'keyReused' | undefined>;
  markTold(reportId: string, number: number, now: Instant): Promise<void>;
  /** Those that a case may not have heard of, longest waiting first. */
  untold(now: Instant, limit: number): Promise<UntoldAmendment[]>;
  postponeTelling(reportId: string, number: number, tellAgainAt: Instant): Promise<void>;
}

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

export function amendmentsStore(
  model: Model<AmendmentDocument>,
  reports: Model<CrimeReportDocument>,
  persons: Persons,
  personal: PersonalData,
  hash: KeyedHash
): Amendments {
  const idOf = (reportId: string, number: number) => `${reportId}:${number}`;

  async function addReferences(reportId: string, { changes }: NewAmendment): Promise<void> {
    const crime = changes.crimeReference && hash('crimeReference', changes.crimeReference);
    const operation = changes.operationReference && hash('operationReference', changes.operationReference);
    // The present reference comes first; the earlier ones still find the report.
    for (const [field, hashed] of [
      ['crimeReferenceHashes', crime],
      ['operationHashes', operation],
    ] as const) {
      if (!hashed) continue;
      await reports.updateOne({ _id: reportId }, { $pull: { [field]: hashed } });
      await reports.updateOne({ _id: reportId }, { $push: { [field]: { $each: [hashed], $position: 0 } } });
    }
  }

  return {
    async amend(reportId, amendment, { key, by, now, tellAgainAt }) {
      const report = await reports.findById(reportId).lean<CrimeReportDocument>();
      if (!report) return undefined;
      const fingerprint = hash('reportContent', canonicalJson({ reportId, amendment })) ?? '';
      for (;;) {
        const earlier = await model.find({ reportId }).sort({ number: -1 }).lean<AmendmentDocument[]>();
        const same = key === undefined ? earlier[0] : earlier.find((each) => each.key === key);
        if (same?.fingerprint === fingerprint) return { amendment: storedAmendment(same), alreadyKnown: true };
        if (same && key !== undefined) return 'keyReused';

        const number = (earlier[0]?.number ?? 0) + 1;
        const people = amendment.addPeople ?? [];
        const ids = await personIds(report.facts.source, people, persons, hash);
        await personal.newKeys(ids.made, now);
        const document: AmendmentDocument = {
          _id: idOf(reportId, number),
          reportId,
          number,
          key,
          fingerprint,
          changed: [...Object.keys(amendment.changes), ...(people.length > 0 ? ['people'] : [])],
          changes: openChanges(amendment.changes),
          sealed: await personal.seal(reportId, `amendment ${number}`, wordsOf(amendment)),
          people: await sealPeople(people, ids.all, personal),
          by,
          recordedAt: now,
          tellAgainAt,
        };
        // Before the amendment: once that is stored, nothing of it is missing.
        await addReferences(reportId, amendment);
        try {
          await model.collection.insertOne({ ...document } as never);
        } catch (error) {
          // Another amendment took the number, or the key: look again.
          if (isDuplicateKey(error)) continue;
          throw error;
        }
        return { amendment: storedAmendment(document), alreadyKnown: false };
      }
    },
    async markTold(reportId, number, toldAt) {
      await model.updateOne({ _id: idOf(reportId, number) }, { $set: { toldAt }, $unset: { tellAgainAt: '' } });
    },
    async untold(now, limit) {
      const query = model.find({ tellAgainAt: trusted({ $lte: now }) }).sort({ tellAgainAt: 1 });
      const found = await query.limit(limit).lean<AmendmentDocument[]>();
      return found.map(({ reportId, number, recordedAt }) => ({ reportId, number, recordedAt }));
    },
    async postponeTelling(reportId, number, tellAgainAt) {
      const untold = { _id: idOf(reportId, number), tellAgainAt: trusted({ $exists: true }) };
      await model.updateOne(untold, { $set: { tellAgainAt } });
    },
  };
}

/** A report's facts with what amendments, in their order, made of them. */
export function amended(facts: ReportFacts, inOrder: readonly StoredAmendment[]): ReportFacts {
  return inOrder.reduce<ReportFacts>((current, { changes }) => ({ ...current, ...changes }), facts);
}

export function storedAmendment(document: AmendmentDocument): StoredAmendment {
  const { number, changed, changes, people, by, recordedAt, toldAt } = document;
  return { number, changed, changes, people, by, recordedAt, toldAt };
}

function openChanges(changes: NewAmendment['changes']): StoredAmendment['changes'] {
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

function wordsOf({ reason, changes }: NewAmendment): object {
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
