import type { Engine } from '../commands/engine';
import { startCases } from '../commands/startCases';
import { tellAmendment } from '../commands/tellAmendment';
import type { StoredReport } from '../database/reportContent';
import { instant, type Instant } from '../domain/londonTime';
import { notFound } from './errors';

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
    start: (report) => startCases(engine, report),
    async tell(reportId, amendment) {
      const report = await engine.database.crimeReports.findReport(reportId);
      if (!report) throw notFound();
      await tellAmendment(engine, report, amendment);
      return report;
    },
    sweptFrom: (now) => instant(Date.parse(now) + sweptAfterMs),
  };
}
