import type { Subject } from '../../database/corporate/inboundSubjects';
import type { Engine } from '../engine';

interface About {
  readonly reportId?: string | undefined;
  readonly caseId?: string | undefined;
  readonly subject?: Subject | undefined;
}

/** The ids of the people whom a message is about: of its report or its case, else of what is known of its thing. */
export async function peopleOf({ database }: Engine, { reportId, caseId, subject }: About): Promise<string[]> {
  const { crimeReports, cases } = database;
  const report =
    reportId !== undefined
      ? await crimeReports.findReport(reportId)
      : subject && (await crimeReports.findBySource(subject.source, subject.reference));
  const about = caseId === undefined ? undefined : await cases.findCase(caseId);
  const people = [...(report?.people ?? []), ...(about ? [about] : [])];
  return [...new Set(people.map(({ personId }) => personId))];
}
