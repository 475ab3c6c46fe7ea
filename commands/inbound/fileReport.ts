import { DatabaseAway } from '../../database/store/connection';
import type { InboundMessage } from '../../database/corporate/inboundMessages';
import type { NewReport } from '../../database/intake/reportContent';
import { addHours, instant } from '../../domain/time/londonTime';
import type { Engine } from '../engine';
import { startCases } from '../startCases';
import { tellAmendment } from '../tellAmendment';
import { CaseBusy, TemporalAway } from '../temporalFailures';
import type { Outcome } from './inboundWay';

const sweptAfterHours = 30 / 3600;

/**
 * Files the report of a message, or amends what an earlier version of it filed. Once the report is stored the message
 * has been taken: cases that cannot start now are started by the sweep.
 */
export async function fileOrAmend(engine: Engine, message: InboundMessage, report: NewReport): Promise<Outcome> {
  const { crimeReports, amendments, hash } = engine.database;
  const now = instant(Date.now());
  const sweptFrom = addHours(now, sweptAfterHours);
  const filed = await crimeReports.fileReport(report, message.by, now, sweptFrom);
  if (filed.kind === 'filed') {
    await unlessAway(() => startCases(engine, filed.report));
    return { state: 'taken', reportId: filed.report.reportId };
  }
  const { reportId } = filed;
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

async function unlessAway(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof TemporalAway || error instanceof CaseBusy || error instanceof DatabaseAway)) throw error;
  }
}
