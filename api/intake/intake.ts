import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../../commands/engine';
import { startCases } from '../../commands/startCases';
import { tellAmendment } from '../../commands/tellAmendment';
import type { StoredReport } from '../../database/intake/reportContent';
import { instant, type Instant } from '../../domain/time/londonTime';
import { notFound } from '../http/errors';

/** By then the request has ended, one way or the other, and a sweep finishes what it left. */
const sweptAfterMs = 30_000;

/** What follows the storing of a report or an amendment: its cases start, or hear of it. */
export interface Intake {
  start(report: StoredReport): Promise<void>;
  /** The report as amended, once its cases know. */
  tell(reportId: string, amendment: number): Promise<StoredReport>;
  sweptFrom(now: Instant): Instant;
}

export function intake(engine: Engine): Intake {
  return {
    async start(report) {
      const isNew = report.startedAt === undefined;
      await startCases(engine, report);
      if (isNew) await untilShown(engine, report);
    },
    async tell(reportId, amendment) {
      const report = await engine.database.crimeReports.findReport(reportId);
      if (!report) throw notFound();
      await tellAmendment(engine, report, amendment);
      return report;
    },
    sweptFrom: (now) => instant(Date.parse(now) + sweptAfterMs),
  };
}

/** A worker shows a new case within a few hundredths of a second; without one the answer does not wait for it. */
const shownWithinMs = [80, 120, 160, 240];

/** Waits a moment for the new cases to be in the lists, so that whoever reported the crime finds them at once. */
async function untilShown({ database }: Engine, { people }: StoredReport): Promise<void> {
  for (const waitMs of shownWithinMs) {
    await sleep(waitMs);
    const shown = await database.cases.findCases(people.map(({ caseId }) => caseId)).catch(() => []);
    if (shown.length === people.length) return;
  }
}
