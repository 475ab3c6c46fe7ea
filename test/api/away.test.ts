import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { startCases } from '../../commands/startCases';
import { ApiUnderTest, type Caller } from './support/apiUnderTest';
import { aReport } from './intake/reportBodies';
import { justNow, spoke } from './support/stories';

const nobodyThere = '127.0.0.1:1';
const callTimeoutMs = 700;

describe('while Temporal is away', () => {
  let api: ApiUnderTest;
  let system: Caller;
  let supervisor: Caller;
  beforeAll(async () => {
    api = await ApiUnderTest.start({ worker: false, temporalAddress: nobodyThere, callTimeoutMs });
    [system, supervisor] = await Promise.all([api.as('reporting-system'), api.as('supervisor')]);
  });
  afterAll(async () => {
    await api?.end();
  });

  it('a report is kept and answered with 503, and its cases are what they were once they can start', async () => {
    const report = aReport();
    const { status, body, headers } = await system.post('/crime-reports', report);
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'temporalAway', '5']);
    const source = 'policeRecordsSystem';
    const stored = await api.database.crimeReports.findBySource(source, String(report.sourceReference));
    expect(stored?.startedAt).toBeUndefined();

    const back = await ApiUnderTest.start({ worker: false });
    const started = startCases({ ...api.engine, client: back.engine.client }, stored as never);
    await started.finally(() => back.end());
    const again = await system.post('/crime-reports', report);
    const { caseId } = stored?.people[0] ?? {};
    expect([again.status, again.body.alreadyKnown, again.body.cases[0].caseId]).toEqual([202, true, caseId]);
  });

  it('a case that no list shows is not said to be unknown', async () => {
    expect((await supervisor.get(`/cases/${randomUUID()}`)).body.code).toBe('temporalAway');
  });

  it('lists are read as ever', async () => {
    expect((await supervisor.get('/tasks')).status).toBe(200);
    expect((await supervisor.get('/cases')).status).toBe(200);
  });

  it('stuck cases cannot be named, and the call says so', async () => {
    expect((await supervisor.get('/operations/stuck')).body.code).toBe('temporalAway');
  });
});

describe('while MongoDB is away', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start({ worker: false, mongodbUri: `mongodb://${nobodyThere}/none`, callTimeoutMs });
  });
  afterAll(async () => {
    await api?.end();
  });

  it.each([
    ['get', '/tasks'],
    ['get', `/cases/${randomUUID()}`],
    ['get', '/referrals'],
  ] as const)('%s %s is answered with 503 and Retry-After', async (method, path) => {
    const supervisor = await api.as('supervisor');
    const { status, body, headers } = await supervisor.call(method, path);
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'databaseAway', '5']);
  });

  it('no report and no command is taken', async () => {
    const system = await api.as('reporting-system');
    const officer = await api.as('victim-care-officer');
    expect((await system.post('/crime-reports', aReport())).body.code).toBe('databaseAway');
    const done = { outcome: spoke, happenedAt: justNow() };
    const { body } = await officer.post(`/tasks/${randomUUID()}.1/completion`, done).set('idempotency-key', 'k');
    expect(body.code).toBe('databaseAway');
  });

  it('the API is alive, and its readiness names the part that is away', async () => {
    expect((await request(api.app).get('/livez')).body).toEqual({ status: 'alive' });
    const { status, body } = await request(api.app).get('/readyz');
    expect([status, body]).toEqual([503, { status: 'away', parts: { mongodb: 'away' } }]);
  });
});
