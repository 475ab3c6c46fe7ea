import { randomUUID } from 'node:crypto';
import { victimCaseId } from '../../../workflows/messages';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { justNow, openTask, reported, spoke } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
let supervisor: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  system = await api.as('reporting-system');
  officer = await api.as('victim-care-officer', { sub: 'officer-1' });
  supervisor = await api.as('supervisor', { sub: 'supervisor-1' });
});
afterAll(async () => {
  await api?.end();
});

async function firstContact() {
  const { caseId } = await reported(system);
  const task = await openTask(officer, caseId, 'makeFirstContact');
  return { caseId, task, completion: `/tasks/${task.taskId}/completion` };
}

describe('a completed task', () => {
  it('answers a repetition of the same call under the same key as it did the first time', async () => {
    const { caseId, completion } = await firstContact();
    const key = randomUUID();
    const body = { outcome: spoke, happenedAt: justNow(), note: 'Reached at the second ring.' };
    const first = await officer.post(completion, body).set('idempotency-key', key);
    const again = await officer.post(completion, body).set('idempotency-key', `"${key}"`);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect([first, again].map(({ headers }) => headers['idempotency-replayed'])).toEqual([undefined, 'true']);
    const { body: timeline } = await officer.get(`/cases/${caseId}/timeline`);
    expect(timeline.items).toHaveLength(1);
  });

  it('keeps one answer though the same call arrives five times at once', async () => {
    const { caseId, completion } = await firstContact();
    const key = randomUUID();
    const body = { outcome: spoke, note: 'Reached.' };
    const calls = Array.from({ length: 5 }, () => officer.post(completion, body).set('idempotency-key', key));
    const answers = await Promise.all(calls);
    expect(new Set(answers.map(({ status, body: answered }) => JSON.stringify([status, answered]))).size).toBe(1);
    const { body: timeline } = await officer.get(`/cases/${caseId}/timeline`);
    expect(timeline.items).toHaveLength(1);
  });

  it('refuses a key that stood for something else', async () => {
    const { completion, task } = await firstContact();
    const key = randomUUID();
    await officer.post(completion, { outcome: spoke }).set('idempotency-key', key);
    const otherContent = await officer
      .post(completion, { outcome: { ...spoke, channel: 'email' } })
      .set('idempotency-key', key);
    const otherRoute = await officer.post(`/tasks/${task.taskId}/claim`).set('idempotency-key', key);
    const otherNote = await officer.post(completion, { outcome: spoke, note: 'New' }).set('idempotency-key', key);
    for (const { status, body } of [otherContent, otherRoute, otherNote]) {
      expect([status, body.code]).toEqual([422, 'idempotencyKeyReused']);
    }
  });

  it('is another call under the same key when somebody else calls', async () => {
    const { completion } = await firstContact();
    const key = randomUUID();
    const colleague = await api.as('victim-care-officer', { sub: 'officer-2' });
    expect((await officer.post(completion, { outcome: spoke }).set('idempotency-key', key)).status).toBe(200);
    const { status, body } = await colleague.post(completion, { outcome: spoke }).set('idempotency-key', key);
    expect([status, body.code]).toEqual([409, 'taskClosed']);
  });

  it('is found again under its key when the API died before it had sent the command', async () => {
    const { caseId, task, completion } = await firstContact();
    const key = randomUUID();
    const body = { outcome: spoke };
    // The engine is away for one call: the command is stored and nothing is sent.
    const { getHandle } = api.engine.client.workflow;
    api.engine.client.workflow.getHandle = () => {
      throw Object.assign(new Error('connection lost'), { code: 14, details: '', metadata: {} });
    };
    const lost = await officer.post(completion, body).set('idempotency-key', key);
    api.engine.client.workflow.getHandle = getHandle;
    expect(lost.status).toBeGreaterThanOrEqual(500);
    expect((await officer.get(`/tasks/${task.taskId}`)).body.band).toBeDefined();

    const again = await officer.post(completion, body).set('idempotency-key', key);
    expect([again.status, again.body.facts]).toEqual([200, [1]]);
    const { body: timeline } = await officer.get(`/cases/${caseId}/timeline`);
    expect(timeline.items).toHaveLength(1);
  });

  it('gives a refusal again under its key, whatever has changed since', async () => {
    const { completion } = await firstContact();
    const key = randomUUID();
    const wrong = { outcome: { kind: 'supportDeclined' } };
    const first = await officer.post(completion, wrong).set('idempotency-key', key);
    expect([first.status, first.body.code]).toEqual([422, 'outcomeDoesNotAnswerTask']);
    await officer.post(completion, { outcome: spoke });
    const again = await officer.post(completion, wrong).set('idempotency-key', key);
    expect([again.status, again.body.code]).toEqual([422, 'outcomeDoesNotAnswerTask']);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('can be corrected, and shows what was said before', async () => {
    const { caseId, completion, task } = await firstContact();
    await officer.post(completion, { outcome: spoke });
    const correction = { outcome: { kind: 'contactImpossible', reason: 'unreachable' }, note: 'It was a neighbour.' };
    const corrected = await officer.post(`/tasks/${task.taskId}/correction`, correction);
    expect([corrected.status, corrected.body.facts]).toEqual([200, [2]]);
    const { body } = await officer.get(`/cases/${caseId}/timeline`);
    expect(body.items.map(({ seq, supersededBy }: Record<string, number>) => [seq, supersededBy])).toEqual([
      [2, undefined],
      [1, 2],
    ]);
  });

  it('cannot be corrected before it was completed', async () => {
    const { task } = await firstContact();
    const { status, body } = await officer.post(`/tasks/${task.taskId}/correction`, { outcome: spoke });
    expect([status, body.code]).toEqual([409, 'taskNotCompleted']);
  });

  it('is for the people of its role', async () => {
    const { caseId } = await reported(system);
    const at = justNow();
    const event = { kind: 'verdictGiven', data: { verdict: 'guilty' }, happenedAt: at, suspects: ['s1'] };
    expect((await system.post(`/cases/${caseId}/events`, event)).status).toBe(201);
    const { taskId } = await openTask(supervisor, caseId, 'reviewEvent');
    const body = { outcome: { kind: 'eventReviewed', about: 1, decision: 'discarded' } };
    expect((await officer.post(`/tasks/${taskId}/completion`, body)).body.code).toBe('notAllowed');
    expect((await supervisor.post(`/tasks/${taskId}/completion`, body)).status).toBe(200);
  });
});

describe('If-Match', () => {
  it('lets a change pass that is about what the officer saw, and stops one that is not', async () => {
    const { task, completion } = await firstContact();
    const seen = await officer.get(`/tasks/${task.taskId}`);
    const claimed = await officer.post(`/tasks/${task.taskId}/claim`).set('if-match', seen.headers.etag ?? '');
    expect([claimed.status, claimed.body.task.version]).toEqual([200, task.version + 1]);

    const stale = await officer.post(completion, { outcome: spoke }).set('if-match', seen.headers.etag ?? '');
    expect([stale.status, stale.body.code]).toEqual([412, 'taskChanged']);
    const several = `"99", ${claimed.headers.etag}`;
    expect((await officer.post(completion, { outcome: spoke }).set('if-match', several)).status).toBe(200);
  });

  it.each([
    ['W/"1"', 412],
    ['not a tag', 412],
    ['"999999999999999999999"', 412],
    ['*', 200],
  ])('of %s is answered %d', async (tag, expected) => {
    const { task } = await firstContact();
    expect((await officer.post(`/tasks/${task.taskId}/claim`).set('if-match', tag)).status).toBe(expected);
  });

  it('comes after the idempotency key: a repeated call is not stale', async () => {
    const { task, completion } = await firstContact();
    const call = () =>
      officer
        .post(completion, { outcome: spoke })
        .set('if-match', `"${task.version}"`)
        .set('idempotency-key', `once-${task.taskId}`);
    expect((await call()).status).toBe(200);
    expect((await call()).status).toBe(200);
  });
});

describe('a task of the team', () => {
  it('is not sent again to somebody who has seen it as it is', async () => {
    const { task } = await firstContact();
    const path = `/tasks/${task.taskId}`;
    const { headers } = await officer.get(path);
    const look = () => officer.get(path).set('if-none-match', headers.etag ?? '');
    expect((await look()).status).toBe(304);
    await officer.post(`${path}/claim`);
    expect((await look()).status).toBe(200);
  });

  it('is claimed, held, passed on and released, and lists show who has it', async () => {
    const { caseId, task } = await firstContact();
    const mine = `/tasks?assignee=me&caseId=${caseId}`;
    const path = `/tasks/${task.taskId}`;
    expect((await officer.get(mine)).body.items).toEqual([]);
    expect((await officer.post(`${path}/claim`)).status).toBe(200);
    expect((await officer.get(mine)).body.items).toHaveLength(1);

    const until = new Date(Date.now() + 3_600_000).toISOString();
    expect((await officer.post(`${path}/hold`, { until })).status).toBe(200);
    expect((await officer.get(path)).body).toMatchObject({ assignee: 'officer-1', heldUntil: until });

    expect((await supervisor.post(`${path}/pass-on`, { to: 'officer-2' })).status).toBe(200);
    expect((await officer.get(mine)).body.items).toEqual([]);
    expect((await officer.get(`/tasks?assignee=officer-2&caseId=${caseId}`)).body.items).toHaveLength(1);
    expect((await officer.post(`${path}/release`, {})).status).toBe(200);
    const nobodys = await officer.get(`/tasks?assignee=none&caseId=${caseId}&kind=makeFirstContact`);
    expect(nobodys.body.items).toHaveLength(1);
  });

  it('says in a sentence why it is due, and counts in its band', async () => {
    const { task } = await firstContact();
    expect(task.why).toMatch(/^After the crime report on .* a standard of the force gives the police 24 hours to /);
    const { body } = await officer.get('/tasks/counts');
    expect(body.items).toEqual([{ team: 'north-victim-care', counts: expect.any(Object) }]);
    const { body: other } = await officer.get('/tasks/counts?team=east-victim-care');
    expect(other.items).toEqual([]);
  });

  it('is on exactly one page, whatever the size of pages', async () => {
    const { body: all } = await supervisor.get('/tasks?limit=100');
    const found: string[] = [];
    let next = '';
    do {
      const { body } = await supervisor.get(`/tasks?limit=3${next && `&cursor=${next}`}`);
      found.push(...body.items.map(({ taskId }: { taskId: string }) => taskId));
      next = body.next ?? '';
    } while (next);
    expect(found).toEqual(all.items.map(({ taskId }: { taskId: string }) => taskId));
    expect(new Set(found).size).toBe(found.length);
  });

  it('that nobody knows is a refusal, as is one that is closed', async () => {
    const { caseId, completion, task } = await firstContact();
    expect((await officer.get(`/tasks/${caseId}.99`)).body.code).toBe('notFound');
    await officer.post(completion, { outcome: spoke });
    const { body } = await officer.post(`/tasks/${task.taskId}/claim`);
    expect(body.code).toBe('taskClosed');
    expect((await officer.get(`/tasks/${task.taskId}`)).body.closed).toMatchObject({
      as: 'completed',
      by: 'officer-1',
    });
  });
});

describe('the correlation id of a call', () => {
  it('is taken from the caller, answered, logged, and carried to the case', async () => {
    const { caseId, completion } = await firstContact();
    const id = `call-${randomUUID()}`;
    const { headers } = await officer.post(completion, { outcome: spoke }).set('x-correlation-id', id);
    expect(headers['x-correlation-id']).toBe(id);
    const line = api.logged.map((each) => JSON.parse(each)).find(({ correlationId }) => correlationId === id);
    expect(line).toMatchObject({ route: 'POST /tasks/{taskId}/completion', method: 'POST', status: 200 });
    expect(line.ms).toEqual(expect.any(Number));

    const { events } = await api.engine.client.workflow.getHandle(victimCaseId(caseId)).fetchHistory();
    const headersOf = events?.map((event) => event.activityTaskScheduledEventAttributes?.header?.fields ?? {});
    const carried = headersOf?.map((fields) => fields['correlation-id']?.data).filter(Boolean);
    expect(carried?.map((data) => Buffer.from(data as Uint8Array).toString())).toContain(JSON.stringify(id));
  });

  it('is replaced where it is not one', async () => {
    const { headers } = await officer.get('/tasks').set('x-correlation-id', 'alex.example@example.org');
    expect(headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
