import { randomUUID } from 'node:crypto';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { aReport, aVictim } from './reportBodies';
import { eventually } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let supervisor: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  [system, supervisor] = await Promise.all([api.as('reporting-system'), api.as('supervisor')]);
});
afterAll(async () => {
  await api?.end();
});

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe('a crime report', () => {
  it('starts a case for everybody in it', async () => {
    const people = [aVictim(), aVictim({ name: 'Bo Example' }), aVictim({ role: 'witness', name: 'Cy Example' })];
    const { status, body, headers } = await system.post('/crime-reports', aReport({ people }));
    expect(status).toBe(202);
    expect(body.cases.map(({ role }: { role: string }) => role)).toEqual(['victim', 'victim', 'witness']);
    expect(headers.location).toBe(`/api/v1/crime-reports/${body.reportId}`);
    for (const { caseId } of body.cases) expect((await supervisor.get(`/cases/${caseId}`)).status).toBe(200);
  });

  it('sent again gives the same cases and starts nothing, also when ten arrive at once', async () => {
    const report = aReport();
    const answers = await Promise.all(Array.from({ length: 10 }, () => system.post('/crime-reports', report)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    const ids = answers.map(({ body }) => JSON.stringify([body.reportId, body.cases]));
    expect(new Set(ids).size).toBe(1);
    expect(answers.filter(({ body }) => body.alreadyKnown === false)).toHaveLength(1);
    const again = await system.post('/crime-reports', report);
    expect(again.body).toMatchObject({ alreadyKnown: true, reportId: answers[0]?.body.reportId });
  });

  it('with other content under the same reference is refused, and the way to correct it named', async () => {
    const report = aReport();
    const { body: filed } = await system.post('/crime-reports', report);
    const { status, body } = await system.post('/crime-reports', { ...report, circumstances: ['hateCrime'] });
    expect([status, body.code, body.reportId]).toEqual([409, 'reportDiffers', filed.reportId]);
    expect(body.detail).toContain('amendments');
  });

  it('is for the force that investigates or where the victim lives', async () => {
    const elsewhere = await system.post('/crime-reports', aReport({ investigatingForce: 'kent' }));
    expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'notAllowed']);
    const home = await system.post(
      '/crime-reports',
      aReport({ investigatingForce: 'kent', homeForce: 'hertfordshire' })
    );
    expect(home.status).toBe(202);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['reported before it occurred', { occurredAt: ago(10), reportedAt: ago(20), receivedAt: ago(5) }, '/reportedAt'],
    ['received before it was reported', { reportedAt: ago(10), receivedAt: ago(20) }, '/receivedAt'],
    ['received in the future', { receivedAt: ago(-30) }, '/receivedAt'],
    ['without a time zone', { receivedAt: '2026-11-22T07:00:00' }, '/receivedAt'],
    ['on a day that there is not', { occurredAt: '2026-02-30T07:00:00Z' }, '/occurredAt'],
    ['of nobody', { people: [] }, '/people'],
    ['of an unknown kind of offence', { offence: { category: 'piracy' } }, '/offence/category'],
    ['with a field that we do not know', { weather: 'rain' }, '/weather'],
    ['with a nested field that we do not know', { people: [aVictim({ shoeSize: 43 })] }, '/people/0/shoeSize'],
    ['with an over-long text', { note: 'x'.repeat(10_001) }, '/note'],
    ['with a number for a text', { sourceReference: 12 }, '/sourceReference'],
  ])('that was %s is refused, and the field named', async (_what, changes, pointer) => {
    const { status, body } = await system.post('/crime-reports', aReport(changes));
    expect([status, body.code]).toEqual([422, 'invalidBody']);
    expect(body.errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer);
  });

  it('is read back without what is personal', async () => {
    const report = aReport({ suspects: [{ suspectId: 's1', name: 'Sid Suspect' }], note: 'By the back window.' });
    const { body: filed } = await system.post('/crime-reports', report);
    const { status, body } = await supervisor.get(`/crime-reports/${filed.reportId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ suspects: ['s1'], offence: { category: 'burglary' }, cases: filed.cases });
    expect(JSON.stringify(body)).not.toMatch(/Sid|window|dwelling|Alex|TEST-/);
    const stranger = await api.as('supervisor', { force: 'kent' });
    expect((await stranger.get(`/crime-reports/${filed.reportId}`)).status).toBe(404);
  });
});

describe('an amendment', () => {
  it('is told to every case of the report, and may add people', async () => {
    const { body: filed } = await system.post('/crime-reports', aReport());
    const path = `/crime-reports/${filed.reportId}/amendments`;
    const amendment = {
      reason: 'Statement taken',
      changes: { circumstances: ['domesticAbuse'], officerInCase: 'officer-8' },
      addPeople: [aVictim({ role: 'witness', name: 'Cy Example' })],
    };
    const { status, body } = await system.post(path, amendment);
    expect([status, body.amendment, body.cases.length]).toEqual([202, 1, 2]);
    const { body: told } = await supervisor.get(`/cases/${filed.cases[0].caseId}/timeline`);
    expect(told.items[0]).toMatchObject({ kind: 'reportAmended', data: { amendment: 1 } });
    const { body: shown } = await supervisor.get(`/cases/${filed.cases[0].caseId}`);
    expect(shown).toMatchObject({ tier: 'enhanced', officerInCase: 'officer-8' });
    expect((await supervisor.get(`/cases/${body.cases[1].caseId}`)).body.role).toBe('witness');

    const { body: report } = await supervisor.get(`/crime-reports/${filed.reportId}`);
    expect(report.amendments).toMatchObject([{ amendment: 1, changed: ['circumstances', 'officerInCase', 'people'] }]);
  });

  it('sent again is known, and under a used key with other content it is refused', async () => {
    const { body: filed } = await system.post('/crime-reports', aReport());
    const path = `/crime-reports/${filed.reportId}/amendments`;
    const key = randomUUID();
    const amendment = { reason: 'Typing error', changes: { crimeReference: '41/777/26' } };
    const first = await system.post(path, amendment).set('idempotency-key', key);
    const again = await system.post(path, amendment).set('idempotency-key', key);
    expect([again.status, again.body.amendment, again.body.alreadyKnown]).toEqual([202, first.body.amendment, true]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const other = await system.post(path, { ...amendment, reason: 'Other' }).set('idempotency-key', key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotencyKeyReused']);
    const found = await eventually(async () => {
      const { body } = await system.post('/cases/search', { crimeReference: '41/777/26' });
      return body.items[0] as { caseId: string } | undefined;
    });
    expect(found.caseId).toBe(filed.cases[0].caseId);
  });

  it('that changes nothing is refused', async () => {
    const { body: filed } = await system.post('/crime-reports', aReport());
    const { status } = await system.post(`/crime-reports/${filed.reportId}/amendments`, { reason: 'None' });
    expect(status).toBe(422);
  });
});
