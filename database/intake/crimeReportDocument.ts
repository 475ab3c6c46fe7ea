// Written by: crimeReports.ts, and amendments.ts for its references, when reports are filed, amended and started.
import type { Connection, Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { amended, storedAmendment, type AmendmentDocument } from './amendmentDocument';
import { collection, whole } from '../store/collection';
import type { NewReport, ReportFacts, StoredPerson, StoredReport } from './reportContent';
import type { ReportingSystem } from './reportedPeople';

export interface CrimeReportDocument {
  readonly _id: string;
  /** `<source>|<keyed hash of the source's reference>`: a report is stored once. */
  readonly sourceKey: string;
  readonly fingerprint: string;
  /** The present one, then earlier ones. */
  readonly crimeReferenceHashes?: readonly string[] | undefined;
  readonly operationHashes?: readonly string[] | undefined;
  readonly facts: ReportFacts;
  /** The force whose system reported it: its ids of people are its own. */
  readonly reportingForce?: string | undefined;
  /** References, names of suspects, the offence's title and the note, under the report's own key. */
  readonly sealed: string;
  readonly people: readonly StoredPerson[];
  readonly by: string;
  readonly recordedAt: Instant;
  readonly startedAt?: Instant | undefined;
  /** When a sweep may start its cases; only until they are started. */
  readonly startAgainAt?: Instant | undefined;
}

/** Words of a report for those who may read them; undefined parts were never given. */
export interface ReportWords {
  readonly sourceReference: string;
  readonly crimeReference?: string | undefined;
  readonly operationReference?: string | undefined;
  readonly offenceTitle?: string | undefined;
  readonly suspectNames: Readonly<Record<string, string>>;
  readonly note?: string | undefined;
}

export function crimeReports(connection: Connection): Model<CrimeReportDocument> {
  const fields = {
    sourceKey: String,
    fingerprint: String,
    crimeReferenceHashes: { type: [String], default: undefined },
    operationHashes: { type: [String], default: undefined },
    facts: whole,
    reportingForce: String,
    sealed: String,
    people: whole,
    by: String,
    recordedAt: String,
    startedAt: String,
    startAgainAt: String,
  };
  return collection(connection, 'crimeReports', fields, [
    { key: { sourceKey: 1 }, unique: true },
    { key: { crimeReferenceHashes: 1 }, sparse: true },
    { key: { operationHashes: 1 }, sparse: true },
    { key: { startAgainAt: 1 }, sparse: true },
  ]);
}

export function systemOf({
  facts,
  reportingForce,
}: Pick<CrimeReportDocument, 'facts' | 'reportingForce'>): ReportingSystem {
  const { source, investigatingForce, homeForce } = facts;
  const forces = [...new Set([investigatingForce, homeForce])];
  return { source, force: reportingForce ?? investigatingForce, forces };
}

export function factsOf(report: NewReport): ReportFacts {
  const { category, homeOfficeCode, cjsCode } = report.offence;
  return {
    source: report.source,
    occurredAt: report.occurredAt,
    reportedAt: report.reportedAt,
    receivedAt: report.receivedAt,
    offence: { category, homeOfficeCode, cjsCode },
    circumstances: report.circumstances,
    suspects: report.suspects.map(({ suspectId }) => suspectId),
    officerInCase: report.officerInCase,
    investigatingForce: report.investigatingForce,
    homeForce: report.homeForce,
    owningTeam: report.owningTeam,
    officerActions: report.officerActions,
    ...(report.visibleTo ? { visibleTo: report.visibleTo } : {}),
    ...(report.disclosedInCaseId === undefined ? {} : { disclosedInCaseId: report.disclosedInCaseId }),
  };
}

export function wordsOf({
  sourceReference,
  crimeReference,
  operationReference,
  offence,
  suspects,
  note,
}: NewReport): ReportWords {
  const named = suspects.flatMap(({ suspectId, name }) => (name === undefined ? [] : [[suspectId, name] as const]));
  return {
    sourceReference,
    crimeReference,
    operationReference,
    offenceTitle: offence.title,
    suspectNames: Object.fromEntries(named),
    note,
  };
}

export function storedReport(document: CrimeReportDocument, amendments: readonly AmendmentDocument[]): StoredReport {
  const { _id, facts, people, by, recordedAt, startedAt, crimeReferenceHashes, operationHashes } = document;
  const inOrder = amendments.map(storedAmendment).sort((one, other) => one.number - other.number);
  return {
    reportId: _id,
    ...amended(facts, inOrder),
    people: [...people, ...inOrder.flatMap((amendment) => amendment.people)],
    amendments: inOrder,
    crimeReferenceHash: crimeReferenceHashes?.[0],
    operationHash: operationHashes?.[0],
    by,
    recordedAt,
    startedAt,
  };
}
