import type { Filed } from '../../../database/intake/crimeReports';
import type { NewReport, StoredReport } from '../../../database/intake/reportContent';
import { addHours } from '../../../domain/time/londonTime';
import { aPerson, aReport } from '../../support/aReport';
import { aTuesday } from '../../support/caseBuilder';
import { testDatabase, type TestDatabase } from '../../support/testDatabase';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => {
  await database.close();
});

const later = addHours(aTuesday, 1);

async function filed(report: NewReport): Promise<Extract<Filed, { kind: 'filed' }>> {
  const answer = await database.crimeReports.fileReport(report, 'system-1', aTuesday, later);
  if (answer.kind !== 'filed') throw new Error(`It was ${answer.kind}`);
  return answer;
}

describe('a crime report', () => {
  it('is stored once when twenty copies arrive at the same moment', async () => {
    const report = aReport({ sourceReference: 'PRS-race' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => filed(report)));
    expect(new Set(answers.map(({ report: { reportId } }) => reportId)).size).toBe(1);
    expect(new Set(answers.map(({ report: { people } }) => people[0]?.caseId)).size).toBe(1);
    expect(answers.filter(({ alreadyKnown }) => !alreadyKnown)).toHaveLength(1);
    expect(await database.raw('crimeReports')).toHaveLength(1);
  });

  it('is told from another one under the same reference, which is not stored', async () => {
    const { report } = await filed(aReport({ sourceReference: 'PRS-2' }));
    const other = aReport({ sourceReference: 'PRS-2', people: [aPerson({ name: 'Somebody Else' })] });
    expect(await database.crimeReports.fileReport(other, 'system-1', aTuesday, later)).toEqual({
      kind: 'differs',
      reportId: report.reportId,
    });
    const fromElsewhere = await filed({ ...other, source: 'trackMyCrime' });
    expect(fromElsewhere.alreadyKnown).toBe(false);
  });

  it('keeps in clear nothing by which anybody in it could be known', async () => {
    const report = aReport({
      sourceReference: 'CANARY-source',
      crimeReference: 'CANARY/1/26',
      operationReference: 'CANARY-operation',
      offence: { category: 'fraud', title: 'CANARY title' },
      suspects: [{ suspectId: 's1', name: 'CANARY suspect' }],
      note: 'CANARY note',
      people: [
        aPerson({
          name: 'CANARY victim',
          personReference: 'CANARY-person',
          needs: ['CANARY need'],
          contactPoints: [{ channel: 'email', value: 'canary@example.org', safe: 'yes', instruction: 'CANARY' }],
          representatives: [{ name: 'CANARY parent', relation: 'parent', contactPoints: [] }],
        }),
      ],
    });
    const { report: stored } = await filed(report);
    await know(stored);
    expect((await database.rawText()).toLowerCase()).not.toContain('canary');
    expect(await database.crimeReports.readWords(stored.reportId)).toEqual({
      sourceReference: 'CANARY-source',
      crimeReference: 'CANARY/1/26',
      operationReference: 'CANARY-operation',
      offenceTitle: 'CANARY title',
      suspectNames: { s1: 'CANARY suspect' },
      note: 'CANARY note',
    });
  });

  it('leads from its crime reference, however it is written, to its cases', async () => {
    const { report } = await filed(
      aReport({ sourceReference: 'PRS-3', crimeReference: '41/77/26', operationReference: 'Op Canary' })
    );
    const [caseId] = report.people.map((person) => person.caseId);
    expect(await database.crimeReports.casesByCrimeReference(' 41/ 77/26')).toEqual([caseId]);
    expect(await database.crimeReports.casesByOperation('op canary')).toEqual([caseId]);
    expect(await database.crimeReports.casesByCrimeReference('41/78/26')).toEqual([]);
    expect((await database.crimeReports.findBySource('policeRecordsSystem', 'PRS-3'))?.reportId).toBe(report.reportId);
  });

  it('waits for the sweep until its cases have been started', async () => {
    const { report } = await filed(aReport({ sourceReference: 'PRS-4' }));
    const waiting = async (at: string) =>
      (await database.crimeReports.unstarted(at, 1_000)).map(({ reportId }) => reportId);
    expect(await waiting(addHours(later, -0.1))).not.toContain(report.reportId);
    expect(await waiting(later)).toContain(report.reportId);
    await database.crimeReports.postponeStart(report.reportId, addHours(later, 2));
    expect(await waiting(later)).not.toContain(report.reportId);
    await database.crimeReports.markStarted(report.reportId, later);
    expect(await waiting(addHours(later, 9))).not.toContain(report.reportId);
    expect((await database.crimeReports.findReport(report.reportId))?.startedAt).toBe(later);
  });

  it('knows a person whom the same source named before', async () => {
    const named = { people: [aPerson({ personReference: 'nominal-1' })] };
    const one = await filed(aReport({ sourceReference: 'PRS-5', ...named }));
    const two = await filed(aReport({ sourceReference: 'PRS-6', ...named }));
    const elsewhere = await filed(aReport({ source: 'trackMyCrime', sourceReference: 'PRS-6', ...named }));
    const ids = [one, two, elsewhere].map(({ report }) => report.people[0]?.personId);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('knows a person whom two reports name for the first time at the same moment', async () => {
    const people = [aPerson({ personReference: 'nominal-2' })];
    const reports = await Promise.all(
      Array.from({ length: 8 }, (_, n) => filed(aReport({ sourceReference: `PRS-7-${n}`, people })))
    );
    expect(new Set(reports.map(({ report }) => report.people[0]?.personId)).size).toBe(1);
  });
});

describe('an amendment', () => {
  const sent = { by: 'system-1', now: later, tellAgainAt: later };

  it('adds to the report and changes nothing that was stored', async () => {
    const { report } = await filed(aReport({ sourceReference: 'PRS-20', crimeReference: '41/20/26' }));
    const amendment = {
      reason: 'CANARY reason',
      changes: { offence: { category: 'robbery' as const, title: 'CANARY title' }, crimeReference: '41/21/26' },
      addPeople: [aPerson({ name: 'CANARY second victim' })],
    };
    const answer = await database.amendments.amend(report.reportId, amendment, sent);
    expect(answer).toMatchObject({ alreadyKnown: false, amendment: { number: 1 } });
    const amended = await database.crimeReports.findReport(report.reportId);
    expect(amended).toMatchObject({
      offence: { category: 'robbery' },
      occurredAt: report.occurredAt,
      amendments: [{ number: 1, changed: ['offence', 'crimeReference', 'people'] }],
    });
    expect(amended?.people.map(({ caseId }) => caseId).slice(0, 1)).toEqual(report.people.map(({ caseId }) => caseId));
    expect(amended?.people).toHaveLength(2);
    const byEither = ['41/20/26', '41/21/26'].map((reference) =>
      database.crimeReports.casesByCrimeReference(reference)
    );
    for (const found of await Promise.all(byEither)) expect(found).toHaveLength(2);
    expect(await database.rawText()).not.toContain('CANARY');
  });

  it('is stored once under a key, and twice under none only when something else came between', async () => {
    const { report } = await filed(aReport({ sourceReference: 'PRS-21' }));
    const one = { reason: 'one', changes: { officerInCase: 'officer-1' } };
    const two = { reason: 'two', changes: { officerInCase: 'officer-2' } };
    const amend = async (amendment: typeof one, key?: string) => {
      const answer = await database.amendments.amend(report.reportId, amendment, { ...sent, key });
      return typeof answer === 'object' ? answer.amendment.number : answer;
    };
    expect(await amend(one, 'key-a')).toBe(1);
    expect(await amend(two)).toBe(2);
    expect(await amend(two)).toBe(2);
    expect(await amend(one, 'key-a')).toBe(1);
    expect(await amend(two, 'key-a')).toBe('keyReused');
    expect(await amend(one)).toBe(3);
    expect((await database.crimeReports.findReport(report.reportId))?.officerInCase).toBe('officer-1');
  });

  it('takes the next number when several arrive at the same moment', async () => {
    const { report } = await filed(aReport({ sourceReference: 'PRS-22' }));
    const officers = [1, 2, 3, 4, 5, 6];
    await Promise.all(
      officers.map((n) => {
        const amendment = { reason: 'new officer', changes: { officerInCase: `officer-${n}` } };
        return database.amendments.amend(report.reportId, amendment, { ...sent, key: `key-${n}` });
      })
    );
    const stored = await database.crimeReports.findReport(report.reportId);
    expect(stored?.amendments.map(({ number }) => number)).toEqual(officers);
  });

  it('waits for the sweep until the cases have been told', async () => {
    const { report } = await filed(aReport({ sourceReference: 'PRS-23' }));
    await database.amendments.amend(report.reportId, { reason: 'x', changes: { circumstances: ['cyber'] } }, sent);
    const waiting = async () => (await database.amendments.untold(later, 1_000)).map(({ reportId }) => reportId);
    expect(await waiting()).toContain(report.reportId);
    await database.amendments.markTold(report.reportId, 1, later);
    expect(await waiting()).not.toContain(report.reportId);
  });

  it('of a report that does not exist is not stored', async () => {
    const unknown = 'c0ffee00-0000-4000-8000-000000000000';
    expect(await database.amendments.amend(unknown, { reason: 'x', changes: {} }, sent)).toBeUndefined();
  });
});

async function know(report: StoredReport): Promise<void> {
  for (const person of report.people) {
    const details = await database.crimeReports.readDetails(person);
    if (!details) throw new Error('The person was erased');
    const { personId, caseId, kind } = person;
    await database.persons.know({ personId, caseId, kind, details, reportId: report.reportId }, 'system-1', aTuesday);
  }
}
