import type { CaseCommand } from '../database/cases/commands';
import type { StoredAmendment, StoredPerson, StoredReport } from '../database/intake/reportContent';
import type { NewFact } from '../domain/fact';
import { instant } from '../domain/time/londonTime';
import type { Engine } from './engine';
import { sendCommand } from './sendCommand';
import { startCases, startPeople } from './startCases';

/**
 * Tells the cases of a report of one of its amendments, and starts the cases of the people that it adds. Twice tells
 * nothing twice. Throws TemporalAway, CaseBusy or DatabaseAway where it could not finish; the sweep finishes it then.
 */
export async function tellAmendment(engine: Engine, report: StoredReport, number: number): Promise<void> {
  const amendment = report.amendments.find((each) => each.number === number);
  if (!amendment || amendment.toldAt !== undefined) return;
  await startCases(engine, report);
  await startPeople(engine, report, amendment.people);
  for (const person of peopleBefore(report, number)) {
    await sendCommand(engine, amendmentCommand(report, amendment, person));
  }
  await engine.database.amendments.markTold(report.reportId, number, instant(Date.now()));
}

/** Those whose cases began without knowing of the amendment. */
function peopleBefore({ people, amendments }: StoredReport, number: number): StoredPerson[] {
  const later = amendments.filter((each) => each.number >= number).flatMap((each) => each.people);
  const laterCases = new Set(later.map(({ caseId }) => caseId));
  return people.filter(({ caseId }) => !laterCases.has(caseId));
}

function amendmentCommand(report: StoredReport, amendment: StoredAmendment, { caseId }: StoredPerson): CaseCommand {
  const { number, changed, by, recordedAt, changes } = amendment;
  const { offence, circumstances, suspects, officerInCase } = changes;
  const fact: NewFact = {
    kind: 'reportAmended',
    source: report.source,
    happenedAt: recordedAt,
    data: {
      amendment: number,
      changed: [...changed],
      ...(offence ? { offence } : {}),
      ...(circumstances ? { circumstances: [...circumstances] } : {}),
      ...(officerInCase === undefined ? {} : { officerInCase }),
      ...(suspects ? { suspects: [...suspects] } : {}),
    },
  };
  const commandId = `${report.reportId}:${number}:${caseId}`;
  return { commandId, caseId, verb: 'recordEvent', payload: { commandId, by, fact } };
}
