import { trusted, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { amendmentWords, openChanges, storedAmendment, type AmendmentDocument } from './amendmentDocument';
import { isDuplicateKey } from '../store/connection';
import { systemOf, type CrimeReportDocument } from './crimeReportDocument';
import type { PersonalData } from '../encryption/personalData';
import type { Persons } from '../people/persons';
import type { NewAmendment, StoredAmendment } from './reportContent';
import { personIds, sealPeople } from './reportedPeople';
import { canonicalJson, type KeyedHash } from '../encryption/searchHashes';

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
        const ids = await personIds(systemOf(report), people, persons, hash, { now });
        await personal.newKeys(ids.made, now);
        const document: AmendmentDocument = {
          _id: idOf(reportId, number),
          reportId,
          number,
          key,
          fingerprint,
          changed: [...Object.keys(amendment.changes), ...(people.length > 0 ? ['people'] : [])],
          changes: openChanges(amendment.changes),
          sealed: await personal.seal(reportId, `amendment ${number}`, amendmentWords(amendment)),
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
