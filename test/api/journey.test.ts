import { ApiUnderTest, type Caller } from './support/apiUnderTest';
import { aReport } from './intake/reportBodies';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
let supervisor: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  [system, officer, supervisor] = await Promise.all([
    api.as('reporting-system'),
    api.as('victim-care-officer'),
    api.as('supervisor'),
  ]);
});
afterAll(async () => {
  await api?.end();
});

async function reported(changes: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await system.post('/crime-reports', aReport(changes));
  expect([status, body]).toEqual([202, expect.objectContaining({ alreadyKnown: false })]);
  return body.cases[0].caseId as string;
}

async function openTask(caseId: string, kind: string): Promise<{ taskId: string; version: number }> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { body } = await officer.get(`/tasks?caseId=${caseId}&kind=${kind}`);
    if (body.items?.[0]) return body.items[0];
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`No open ${kind}`);
}

describe('a victim of a burglary', () => {
  it('has a case that answers from the moment the report is accepted', async () => {
    const caseId = await reported();
    const { status, body } = await officer.get(`/cases/${caseId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ caseId, stage: 'firstContact', tier: 'standard', owningTeam: 'north-victim-care' });
  });

  it('is contacted, assessed and told, and each completed task is gone from the lists with its reply', async () => {
    const caseId = await reported();
    const task = await openTask(caseId, 'makeFirstContact');
    const outcome = { kind: 'contactMade', channel: 'phone', with: 'victim' };
    const done = await officer.post(`/tasks/${task.taskId}/completion`, { outcome, note: 'Spoke for ten minutes.' });
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({ caseId, stage: 'needsAssessment', facts: [1], task: { taskId: task.taskId } });
    expect(done.headers.etag).toBe(`"${done.body.task.version}"`);

    const { body: left } = await officer.get(`/tasks?caseId=${caseId}`);
    expect(left.items.map(({ kind }: { kind: string }) => kind)).not.toContain('makeFirstContact');
    const { body: shown } = await officer.get(`/cases/${caseId}`);
    expect(shown).toMatchObject({ stage: 'needsAssessment', version: done.body.version });
    const { body: timeline } = await officer.get(`/cases/${caseId}/timeline`);
    expect(timeline.items).toEqual([
      expect.objectContaining({ seq: 1, kind: 'contactMade', note: 'Spoke for ten minutes.', source: 'team' }),
    ]);
  });

  it('whose crime was none has a case that ends, and answers after its end', async () => {
    const caseId = await reported();
    const event = { kind: 'noCrime', data: { reason: 'recordedInError' }, happenedAt: new Date().toISOString() };
    const ended = await system.post(`/cases/${caseId}/events`, event);
    expect([ended.status, ended.body.stage]).toEqual([201, 'cancelled']);
    const { body: live } = await supervisor.get(`/cases/${caseId}/live`);
    expect(live).toMatchObject({ summary: { stage: 'cancelled', ended: true }, open: [] });

    const reopening = { reason: 'closedInError', note: 'It was a crime after all.' };
    const reopened = await supervisor.post(`/cases/${caseId}/reopening`, reopening);
    expect([reopened.status, reopened.body.stage]).toEqual([201, 'firstContact']);
    const { body: open } = await supervisor.get(`/cases/${caseId}/live`);
    expect(open.open.length).toBeGreaterThan(0);
  });
});
