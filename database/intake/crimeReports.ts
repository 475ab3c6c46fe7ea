import { randomUUID } from 'node:crypto';
import { trusted, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import type { AmendmentDocument } from './amendmentDocument';
import { isDuplicateKey } from '../store/connection';
import {
  factsOf,
  storedReport,
  systemOf,
  wordsOf,
  type CrimeReportDocument,
  type ReportWords,
} from './crimeReportDocument';
import type { PersonalData } from '../encryption/personalData';
import type { PersonDetails } from '../people/personDetails';
import type { Persons } from '../people/persons';
import type { NewReport, StoredPerson, StoredReport } from './reportContent';
import { personIds, sealPeople } from './reportedPeople';
import { canonicalJson, type KeyedHash } from '../encryption/searchHashes';

export type Filed =
  | { readonly kind: 'filed'; readonly report: StoredReport; readonly alreadyKnown: boolean }
  /** Another report is stored under the same source and reference. */
  | { readonly kind: 'differs'; readonly reportId: string };

export interface CrimeReports {
  /** Stores a report once: the same again gives what is stored, also when twenty arrive at the same moment. */
  fileReport(report: NewReport, by: string, now: Instant, startAgainAt: Instant): Promise<Filed>;
  findReport(reportId: string): Promise<StoredReport | undefined>;
  findBySource(source: string, sourceReference: string): Promise<StoredReport | undefined>;
  /** Undefined where the report was erased. */
  readWords(reportId: string): Promise<ReportWords | undefined>;
  /** The reference by which the records system knows the crime, as amended last. */
  crimeReferenceOf(reportId: string): Promise<string | undefined>;
  /** The details of a person as the report gives them; undefined where the person was erased. */
  readDetails(person: StoredPerson): Promise<PersonDetails | undefined>;
  /** Ids of the cases of all reports that have, or had, this reference. */
  casesByCrimeReference(crimeReference: string): Promise<string[]>;
  casesByOperation(operationReference: string): Promise<string[]>;
  markStarted(reportId: string, now: Instant): Promise<void>;
  unstarted(now: Instant, limit: number): Promise<StoredReport[]>;
  postponeStart(reportId: string, startAgainAt: Instant): Promise<void>;
}

const wordsField = 'report';

export function crimeReportsStore(
  model: Model<CrimeReportDocument>,
  amendments: Model<AmendmentDocument>,
  people: Persons,
  personal: PersonalData,
  hash: KeyedHash
): CrimeReports {
  async function stored(documents: readonly CrimeReportDocument[]): Promise<StoredReport[]> {
    if (documents.length === 0) return [];
    const query = amendments.find({ reportId: trusted({ $in: documents.map(({ _id }) => _id) }) });
    const found = await query.lean<AmendmentDocument[]>();
    return documents.map((document) =>
      storedReport(
        document,
        found.filter(({ reportId }) => reportId === document._id)
      )
    );
  }

  const sourceKeyOf = (source: string, reference: string) => `${source}|${hash('sourceReference', reference) ?? ''}`;

  async function known(sourceKey: string): Promise<CrimeReportDocument | undefined> {
    return (await model.findOne({ sourceKey }).lean<CrimeReportDocument>()) ?? undefined;
  }

  async function again(document: CrimeReportDocument, fingerprint: string): Promise<Filed> {
    if (document.fingerprint !== fingerprint) return { kind: 'differs', reportId: document._id };
    const [report] = await stored([document]);
    if (!report) throw new RangeError('One document gives one report');
    return { kind: 'filed', report, alreadyKnown: true };
  }

  async function byHash(field: 'crimeReferenceHashes' | 'operationHashes', hashed: string | undefined) {
    if (hashed === undefined) return [];
    const found = await stored(
      await model
        .find({ [field]: hashed })
        .limit(200)
        .lean<CrimeReportDocument[]>()
    );
    return found.flatMap((report) => report.people.map(({ caseId }) => caseId));
  }

  return {
    async fileReport(report, by, now, startAgainAt) {
      const sourceKey = sourceKeyOf(report.source, report.sourceReference);
      const fingerprint = hash('reportContent', canonicalJson(report)) ?? '';
      const earlier = await known(sourceKey);
      if (earlier) return again(earlier, fingerprint);

      const reportId = randomUUID();
      const { reportingForce, disclosedBy: knownFirst } = report;
      const facts = factsOf(report);
      const system = systemOf({ facts, reportingForce });
      const ids = await personIds(system, report.people, people, hash, { now, knownFirst });
      await personal.newKeys([reportId, ...ids.made], now);
      const document: CrimeReportDocument = {
        _id: reportId,
        sourceKey,
        fingerprint,
        crimeReferenceHashes: hashesOf(report.crimeReference && hash('crimeReference', report.crimeReference)),
        operationHashes: hashesOf(report.operationReference && hash('operationReference', report.operationReference)),
        facts,
        reportingForce,
        sealed: await personal.seal(reportId, wordsField, wordsOf(report)),
        people: await sealPeople(report.people, ids.all, personal),
        by,
        recordedAt: now,
        startAgainAt,
      };
      try {
        await model.collection.insertOne({ ...document } as never);
      } catch (error) {
        const first = isDuplicateKey(error) ? await known(sourceKey) : undefined;
        if (!first) throw error;
        return again(first, fingerprint);
      }
      return { kind: 'filed', report: storedReport(document, []), alreadyKnown: false };
    },
    async findReport(reportId) {
      const document = await model.findById(reportId).lean<CrimeReportDocument>();
      return document ? (await stored([document]))[0] : undefined;
    },
    async findBySource(source, sourceReference) {
      const document = await known(sourceKeyOf(source, sourceReference));
      return document ? (await stored([document]))[0] : undefined;
    },
    async readWords(reportId) {
      const document = await model.findById(reportId, { sealed: 1 }).lean<CrimeReportDocument>();
      return document ? personal.unseal<ReportWords>(reportId, wordsField, document.sealed) : undefined;
    },
    async crimeReferenceOf(reportId) {
      const later = await amendments.find({ reportId }).sort({ number: -1 }).lean<AmendmentDocument[]>();
      for (const { number, sealed } of later) {
        const words = await personal.unseal<{ crimeReference?: string }>(reportId, `amendment ${number}`, sealed);
        if (words?.crimeReference !== undefined) return words.crimeReference;
      }
      const document = await model.findById(reportId, { sealed: 1 }).lean<CrimeReportDocument>();
      const words = document && (await personal.unseal<ReportWords>(reportId, wordsField, document.sealed));
      return words?.crimeReference;
    },
    async readDetails({ personId, caseId, sealed }) {
      return personal.unseal<PersonDetails>(personId, `reported ${caseId}`, sealed);
    },
    async casesByCrimeReference(crimeReference) {
      return byHash('crimeReferenceHashes', hash('crimeReference', crimeReference));
    },
    async casesByOperation(operationReference) {
      return byHash('operationHashes', hash('operationReference', operationReference));
    },
    async markStarted(reportId, startedAt) {
      const unstarted = { _id: reportId, startAgainAt: { $exists: true } } as never;
      await model.collection.updateOne(unstarted, { $set: { startedAt }, $unset: { startAgainAt: '' } });
    },
    async unstarted(now, limit) {
      const query = model.find({ startAgainAt: trusted({ $lte: now }) }).sort({ startAgainAt: 1 });
      return stored(await query.limit(limit).lean<CrimeReportDocument[]>());
    },
    async postponeStart(reportId, startAgainAt) {
      await model.updateOne({ _id: reportId, startAgainAt: trusted({ $exists: true }) }, { $set: { startAgainAt } });
    },
  };
}

function hashesOf(hashed: string | undefined): string[] | undefined {
  return hashed ? [hashed] : undefined;
}
