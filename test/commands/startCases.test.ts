import { sendCommand } from '../../commands/sendCommand';
import { startCases } from '../../commands/startCases';
import { tellAmendment } from '../../commands/tellAmendment';
import { TemporalAway } from '../../commands/temporalFailures';
import { unfinishedWork } from '../../commands/unfinishedWork';
import type { NewReport, StoredReport } from '../../database/intake/reportContent';
import { addHours, instant } from '../../domain/time/londonTime';
import { victimCaseId } from '../../workflows/messages';
import { aPerson, aReport } from '../support/aReport';
import { testEngine, type TestEngine } from '../support/testEngine';

let engine: TestEngine;

beforeAll(async () => {
  engine = await testEngine();
});

afterAll(async () => {
  await engine.close();
});

const now = instant(Date.now());
const inThePast = addHours(now, -1);

async function filed(changes: Partial<NewReport>, startAgainAt = addHours(now, 1)): Promise<StoredReport> {
  const answer = await engine.database.crimeReports.fileReport(aReport(changes), 'system-1', now, startAgainAt);
  if (answer.kind !== 'filed') throw new Error('Another report has this reference');
  return answer.report;
}

async function again(reportId: string): Promise<StoredReport> {
  const report = await engine.database.crimeReports.findReport(reportId);
  if (!report) throw new Error('The report is gone');
  return report;
}

async function latestRun(caseId: string): Promise<string> {
  return (await engine.client.workflow.getHandle(victimCaseId(caseId)).describe()).runId;
}

describe('a stored crime report', () => {
  it('starts a case for everybody in it and makes them known, once however often it is asked', async () => {
    const report = await filed({
      sourceReference: 'start-1',
      people: [
        aPerson({ name: 'First Anybody', personReference: 'p1', stances: { wantsContact: 'yes', wantsSupport: 'no' } }),
        aPerson({ name: 'Second Somebody', role: 'witness' }),
      ],
    });
    await Promise.all(Array.from({ length: 5 }, () => startCases(engine, report)));
    for (const { caseId, personId } of report.people) {
      await engine.shown(caseId);
      expect((await engine.database.persons.readPerson(personId))?.version).toBe(1);
      expect(await engine.database.persons.caseIdsOf([personId])).toEqual([caseId]);
    }
    const [victim, witness] = report.people;
    const summary = await engine.database.cases.findCase(victim?.caseId ?? '');
    expect(summary).toMatchObject({
      role: 'victim',
      openedAt: now,
      stances: { wantsContact: 'yes', wantsSupport: 'no' },
    });
    expect(await engine.database.cases.findCase(witness?.caseId ?? '')).toMatchObject({ role: 'witness' });
    const first = (await engine.live(victim?.caseId ?? '')).summary.version;
    await startCases(engine, { ...report, startedAt: undefined });
    expect((await engine.live(victim?.caseId ?? '')).summary.version).toBe(first);
    expect((await again(report.reportId)).startedAt).toBeDefined();
  });

  it('that calls a number of somebody known unsafe is told to their earlier case', async () => {
    const phone = { channel: 'phone', value: '07700 900123' } as const;
    const person = (safe: 'yes' | 'no') => aPerson({ personReference: 'p-twice', contactPoints: [{ ...phone, safe }] });
    const first = await filed({ sourceReference: 'safe-1', people: [person('yes')] });
    await startCases(engine, first);
    const { caseId = '', personId = '' } = first.people[0] ?? {};
    await engine.shown(caseId);
    await startCases(engine, await filed({ sourceReference: 'safe-2', people: [person('no')] }));
    expect((await engine.database.persons.readPerson(personId))?.contactPoints).toMatchObject([{ safe: 'no' }]);
    const { nextAttempt } = (await engine.live(caseId)).summary;
    expect(nextAttempt).toMatchObject({ step: 'askForSafeChannel' });
  });

  it('is kept while Temporal is away, and the sweep starts what is missing', async () => {
    const report = await filed({ sourceReference: 'start-2' }, inThePast);
    const began = Date.now();
    await expect(startCases(engine.cutOff, report)).rejects.toThrow(TemporalAway);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect((await again(report.reportId)).startedAt).toBeUndefined();

    expect(await unfinishedWork(engine.cutOff).startMissing()).toBe(0);
    await engine.database.crimeReports.postponeStart(report.reportId, inThePast);
    const failures: unknown[] = [];
    expect(await unfinishedWork(engine, (failure) => failures.push(failure)).startMissing()).toBe(1);
    expect(failures).toEqual([]);
    await engine.shown(report.people[0]?.caseId ?? '');
    expect(await unfinishedWork(engine).startMissing()).toBe(0);
  });

  it('does not start a case again that has ended since', async () => {
    const report = await filed({ sourceReference: 'start-3' });
    await startCases(engine, report);
    const [person] = report.people;
    const caseId = person?.caseId ?? '';
    await engine.shown(caseId);
    const commandId = 'no-crime-1';
    const fact = { kind: 'noCrime', data: { reason: 'notACrime' }, source: 'officer', happenedAt: now } as const;
    await sendCommand(engine, {
      commandId,
      caseId,
      verb: 'recordEvent',
      payload: { commandId, by: 'officer-1', fact },
    });
    await engine.ended(caseId);
    const run = await latestRun(caseId);
    await startCases(engine, { ...report, startedAt: undefined });
    await startCases(engine, { ...report, startedAt: undefined, recordedAt: addHours(now, -24 * 40) });
    expect(await engine.database.cases.findCase(caseId)).toMatchObject({ ended: true });
    expect(await latestRun(caseId)).toBe(run);
  });
});

describe('an amendment', () => {
  it('is told to every case that began without it, and starts cases for the people it adds, once', async () => {
    const report = await filed({ sourceReference: 'amend-1', people: [aPerson(), aPerson({ role: 'witness' })] });
    await startCases(engine, report);
    const amendment = {
      reason: 'The statement says more.',
      changes: { offence: { category: 'robbery' as const }, suspects: [{ suspectId: 's9' }] },
      addPeople: [aPerson({ name: 'Third Person' })],
    };
    const sent = { by: 'system-1', now, tellAgainAt: inThePast };
    await engine.database.amendments.amend(report.reportId, amendment, sent);
    const amended = await again(report.reportId);
    await tellAmendment(engine, amended, 1);
    await tellAmendment(engine, amended, 1);

    const [victim, witness, added] = amended.people.map(({ caseId }) => caseId);
    for (const caseId of [victim, witness]) {
      const { items } = await engine.database.timeline.timeline(caseId ?? '', { limit: 10 });
      expect(items).toMatchObject([{ kind: 'reportAmended', data: { amendment: 1, changed: expect.anything() } }]);
      expect(await engine.database.cases.findCase(caseId ?? '')).toMatchObject({ offenceCategory: 'robbery' });
    }
    await engine.shown(added ?? '');
    expect(await engine.database.cases.findCase(added ?? '')).toMatchObject({ offenceCategory: 'robbery', facts: 0 });
    expect((await again(report.reportId)).amendments[0]?.toldAt).toBeDefined();
    expect(await unfinishedWork(engine).tellAmendments()).toBe(0);
  });

  it('of a report whose cases never started starts them, when the sweep comes to it', async () => {
    const report = await filed({ sourceReference: 'amend-2' });
    const amendment = { reason: 'New officer.', changes: { officerInCase: 'officer-2' } };
    await engine.database.amendments.amend(report.reportId, amendment, { by: 'system-1', now, tellAgainAt: inThePast });
    await expect(tellAmendment(engine.cutOff, await again(report.reportId), 1)).rejects.toThrow(TemporalAway);
    expect(await unfinishedWork(engine).tellAmendments()).toBe(1);
    const caseId = report.people[0]?.caseId ?? '';
    expect(await engine.database.cases.findCase(caseId)).toMatchObject({ officerInCase: 'officer-2', facts: 1 });
  });
});
