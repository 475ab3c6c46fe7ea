import { DatabaseAway } from '../../database/store/connection';
import type { InboundMessage } from '../../database/corporate/inboundMessage';
import type { NewReport, StoredReport } from '../../database/intake/reportContent';
import { addHours, instant } from '../../domain/time/londonTime';
import type { Engine } from '../engine';
import type { NewFact } from '../../domain/fact';
import { tellCase } from '../tellCase';
import { startCases } from '../startCases';
import { tellAmendment } from '../tellAmendment';
import { CaseBusy, TemporalAway } from '../temporalFailures';
import type { Outcome } from './inboundWay';

const sweptAfterHours = 30 / 3600;

/**
 * Files the report of a message, or amends what an earlier version of it filed. Once the report is stored the message
 * has been taken: cases that cannot start now are started by the sweep. Where the message is marked as one of a police
 * employee or a well-known person, a person first says who may see it.
 */
export async function fileOrAmend(
  engine: Engine,
  message: InboundMessage,
  told: NewReport,
  { isMarked }: { readonly isMarked: boolean } = { isMarked: false }
): Promise<Outcome> {
  const { crimeReports, amendments, hash } = engine.database;
  const now = instant(Date.now());
  const sweptFrom = addHours(now, sweptAfterHours);
  const earlier = await crimeReports.findBySource(told.source, told.sourceReference);
  const { restrictedTo } = message;
  if (isMarked && !restrictedTo && !earlier?.visibleTo) return { state: 'parked', because: { code: 'restricted' } };
  const report = { ...told, ...(restrictedTo && !earlier ? { visibleTo: restrictedTo } : {}) };
  const filed = await crimeReports.fileReport(report, message.by, now, sweptFrom);
  if (filed.kind === 'filed') {
    await unlessAway(() => startCases(engine, filed.report));
    return { state: 'taken', reportId: filed.report.reportId };
  }
  const { reportId } = filed;
  if (restrictedTo && earlier && !earlier.visibleTo) await restrictCases(engine, earlier, message, restrictedTo);
  const { offence, circumstances, suspects, crimeReference, occurredAt } = report;
  const changes = {
    offence,
    circumstances,
    occurredAt,
    // Silence about suspects or the reference takes nothing back.
    ...(suspects.length > 0 ? { suspects } : {}),
    ...(crimeReference ? { crimeReference } : {}),
  };
  const key = hash('idempotencyKey', `inbound ${message.messageId} ${message.mended}`);
  const sent = { key, by: message.by, now, tellAgainAt: sweptFrom };
  const amended = await amendments.amend(reportId, { reason: 'Newer version from its source', changes }, sent);
  if (amended === undefined || amended === 'keyReused') {
    return { state: 'parked', because: { code: 'reportCannotBeAmended' } };
  }
  const stored = await crimeReports.findReport(reportId);
  if (stored) await unlessAway(() => tellAmendment(engine, stored, amended.amendment.number));
  return { state: 'taken', reportId };
}

/** The cases of a report that was open to all before it was known whose it is. */
async function restrictCases(
  engine: Engine,
  { people }: StoredReport,
  { messageId, decided, by }: InboundMessage,
  callers: readonly string[]
): Promise<void> {
  const restricted: NewFact = {
    kind: 'caseRestricted',
    data: { callers: [...callers], reason: 'other' },
    source: 'team',
    happenedAt: decided?.at ?? instant(Date.now()),
  };
  for (const { caseId } of people) {
    await tellCase(engine, { origin: `restricting ${messageId}`, caseId, by: decided?.by ?? by, fact: restricted });
  }
}

async function unlessAway(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof TemporalAway || error instanceof CaseBusy || error instanceof DatabaseAway)) throw error;
  }
}
