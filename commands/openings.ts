import type { PersonDetails } from '../database/people/personDetails';
import type { StoredPerson, StoredReport } from '../database/intake/reportContent';
import type { CareRecord, CaseOpening } from '../domain/careRecord';
import { record } from '../domain/carryOut';
import type { NewFact } from '../domain/fact';
import { standardsOf } from '../domain/forceStandards';
import { eighteenthBirthday, londonDay } from '../domain/time/londonTime';
import { openRecord, takeStock } from '../domain/takeStock';
import { stances } from '../domain/vocabulary';
import type { WorkingCalendar } from '../domain/time/workingDays';

/** A case as a stored report opens it: the same each time, since the time of opening is that of storing. */
export function firstRecord(
  report: StoredReport,
  person: StoredPerson,
  calendar: WorkingCalendar,
  age: Age = {}
): CareRecord {
  const opening = openingOf(report, person, age);
  let opened = openRecord(opening, calendar, opening.openedAt);
  for (const stance of stances) {
    const answer = person.stances[stance];
    if (answer === undefined) continue;
    const { source, receivedAt } = report;
    const fact: NewFact = { kind: 'stanceChanged', data: { stance, answer }, source, happenedAt: receivedAt };
    const command = { commandId: `${opening.caseId}:${stance}`, by: report.by, fact };
    const told = record(opened, command, opening.openedAt);
    opened = takeStock(told.record, opening.openedAt).record;
  }
  return opened;
}

/** The first day whose bank holidays a case of this report can need. */
export function calendarFrom(report: StoredReport): string {
  return londonDay(report.receivedAt);
}

/** What a report says of somebody's age; where it has both, the date of birth counts. */
type Age = Pick<PersonDetails, 'dateOfBirth' | 'under18'>;

function openingOf(report: StoredReport, person: StoredPerson, { dateOfBirth, under18 = false }: Age): CaseOpening {
  const eighteenOn = dateOfBirth === undefined ? undefined : eighteenthBirthday(dateOfBirth);
  const isChild = eighteenOn !== undefined && eighteenOn > londonDay(report.receivedAt);
  const wasChild = eighteenOn === undefined ? under18 : eighteenOn > londonDay(report.occurredAt);
  return {
    caseId: person.caseId,
    reportId: report.reportId,
    personId: person.personId,
    role: person.role,
    personKind: person.kind,
    source: report.source,
    investigatingForce: report.investigatingForce,
    homeForce: report.homeForce,
    owningTeam: report.owningTeam,
    officerInCase: report.officerInCase,
    offence: report.offence,
    circumstances: report.circumstances,
    occurredAt: report.occurredAt,
    reportedAt: report.reportedAt,
    receivedAt: report.receivedAt,
    openedAt: report.recordedAt,
    safeChannels: person.safeChannels,
    preferredChannel: person.preferredChannel,
    suspects: report.suspects,
    officerActions: report.officerActions,
    crimeReferenceHash: report.crimeReferenceHash,
    operationHash: report.operationHash,
    standards: standardsOf(report.investigatingForce),
    ...(wasChild ? { wasChild } : {}),
    ...(isChild ? { eighteenOn } : {}),
    ...(report.visibleTo ? { visibleTo: report.visibleTo } : {}),
    ...(report.disclosedInCaseId === undefined ? {} : { disclosedInCaseId: report.disclosedInCaseId }),
  };
}
