import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import type { StoredPerson, StoredReport } from '../database/intake/reportContent';
import { routesChanged } from '../database/people/routesChanged';
import { addHours, instant, type Instant } from '../domain/time/londonTime';
import { shownBy, victimCaseId, victimCaseType, type CaseStart } from '../workflows/messages';
import { casesToTell } from './casesToTell';
import type { Engine } from './engine';
import { calendarFrom, firstRecord } from './openings';
import { joinExactMatch } from './joinExactMatch';
import { wakeMessages } from './queueItem';
import { tellCase } from './tellCase';
import { askTemporal } from './temporalFailures';

/** The engine remembers closed cases for days: within this time it alone tells a started one from a missing one. */
const engineRemembersHours = 1;

/** Who tells a case what another report says of its person. */
const reported = 'later-report';

/** The longest fairness key that the engine takes. */
const fairnessKeyLength = 64;

/**
 * Makes the people of a report known and starts a case for each. Twice starts nothing twice. Throws TemporalAway or
 * DatabaseAway where it could not finish; the sweep finishes it then.
 */
export async function startCases(engine: Engine, report: StoredReport): Promise<void> {
  if (report.startedAt !== undefined) return;
  await startPeople(engine, report, report.people);
  await engine.database.crimeReports.markStarted(report.reportId, instant(Date.now()));
}

/** Makes some of a report's people known and starts their cases. */
export async function startPeople(
  engine: Engine,
  report: StoredReport,
  people: readonly StoredPerson[]
): Promise<void> {
  const known = await alreadyKnown(engine, report, people);
  await Promise.all(
    people.map(async (person) => {
      const starting = known.has(person.caseId) ? undefined : start(engine, report, person);
      await Promise.all([starting, makeKnown(engine, report, person)]);
      const { personId, caseId } = person;
      await joinExactMatch(engine, { personId, caseId, visibleTo: report.visibleTo });
    })
  );
}

/** Cases that were started so long ago that the engine may have forgotten them. */
async function alreadyKnown(
  { database }: Engine,
  { recordedAt }: StoredReport,
  people: readonly StoredPerson[]
): Promise<ReadonlySet<string>> {
  const now: Instant = instant(Date.now());
  if (addHours(recordedAt, engineRemembersHours) > now) return new Set();
  const found = await database.cases.findCases(people.map(({ caseId }) => caseId));
  return new Set(found.map(({ caseId }) => caseId));
}

async function makeKnown(engine: Engine, report: StoredReport, person: StoredPerson): Promise<void> {
  const { database } = engine;
  const details = await database.crimeReports.readDetails(person);
  if (!details) return;
  const { personId, caseId, kind } = person;
  const { reportId, by, recordedAt, investigatingForce, homeForce } = report;
  const forces = [...new Set([investigatingForce, homeForce])];
  const known = { personId, caseId, kind, details, reportId, forces };
  if (await database.persons.know(known, by, recordedAt)) await tellNewContact(engine, known, recordedAt);
}

/** A later report that calls a number unsafe, or brings another one, counts in every case of the person. */
async function tellNewContact(
  engine: Engine,
  { personId, caseId, reportId }: { readonly personId: string; readonly caseId: string; readonly reportId: string },
  now: Instant
): Promise<void> {
  const person = await engine.database.persons.readPerson(personId);
  if (!person) return;
  const fact = routesChanged(person, now);
  const others = (await casesToTell(engine.database, [personId])).filter((each) => each.caseId !== caseId);
  for (const each of others) {
    await tellCase(engine, { origin: `contact ${reportId} ${personId}`, caseId: each.caseId, by: reported, fact });
  }
  await wakeMessages(engine, personId);
}

async function start(engine: Engine, report: StoredReport, person: StoredPerson): Promise<void> {
  const { client, taskQueue, settings, workflowTaskTimeoutMs } = engine;
  const details = await engine.database.crimeReports.readDetails(person);
  const record = firstRecord(report, person, engine.calendar(calendarFrom(report)), details);
  const args: [CaseStart] = [{ record, settings }];
  const deadline = Date.now() + engine.callTimeoutMs;
  await client.withDeadline(deadline, () =>
    askTemporal(async () => {
      try {
        await client.workflow.start(victimCaseType, {
          workflowId: victimCaseId(person.caseId),
          taskQueue,
          args,
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          workflowTaskTimeout: workflowTaskTimeoutMs,
          typedSearchAttributes: shownBy(record).pairs,
          priority: { fairnessKey: report.investigatingForce.slice(0, fairnessKeyLength) },
        });
      } catch (error) {
        // It was started, and has ended since.
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    })
  );
}
