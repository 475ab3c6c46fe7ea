import { randomUUID } from 'node:crypto';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { aReport, aVictim } from '../intake/reportBodies';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
let supervisor: Caller;
let inTheCase: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  system = await api.as('reporting-system');
  officer = await api.as('victim-care-officer');
  supervisor = await api.as('supervisor', { sub: 'supervisor-1' });
  inTheCase = await api.as('officer-in-case', { sub: 'officer-5' });
});
afterAll(async () => {
  await api?.end();
});

/** Reports a crime and answers the id of its first case, once it is in the lists. */
async function reported(changes: Record<string, unknown> = {}, by: Caller = system): Promise<string> {
  const { status, body } = await by.post('/crime-reports', aReport({ officerInCase: 'officer-5', ...changes }));
  expect([status, body]).toEqual([202, expect.anything()]);
  return body.cases[0].caseId as string;
}

const key = () => randomUUID();

async function happens(by: Caller, caseId: string, kind: string, data: object, note?: string) {
  return by
    .post(`/cases/${caseId}/events`, { kind, data, happenedAt: new Date().toISOString(), ...(note ? { note } : {}) })
    .set('idempotency-key', key());
}

async function tasksFor(
  by: Caller,
  query = ''
): Promise<{ taskId: string; caseId: string; kind: string; role: string }[]> {
  const { status, body } = await by.get(`/tasks${query}`);
  expect(status).toBe(200);
  return body.items;
}

describe('the officer in the case', () => {
  it('sees what is asked of them, completes it, and reads what the victim said word for word', async () => {
    const caseId = await reported();
    const said = 'He rang the bell at two and said he knew where I work.';
    expect((await happens(officer, caseId, 'evidenceHeard', { of: 'suspect' }, said)).status).toBe(201);
    const [task] = (await tasksFor(inTheCase)).filter(
      (each) => each.caseId === caseId && each.kind === 'receiveEvidence'
    );
    expect(task).toMatchObject({ role: 'officer-in-case', about: [1] });
    const { body } = await inTheCase.get(`/cases/${caseId}/timeline`);
    expect(body.items.find(({ kind }: { kind: string }) => kind === 'evidenceHeard')).toMatchObject({ note: said });

    const outcome = { outcome: { kind: 'evidenceReceived' } };
    const other = await api.as('officer-in-case', { sub: 'officer-6' });
    const path = `/tasks/${task?.taskId}/completion`;
    expect((await other.post(path, outcome).set('idempotency-key', key())).status).toBe(404);
    expect((await officer.post(path, outcome).set('idempotency-key', key())).status).toBe(403);
    expect((await inTheCase.post(path, outcome).set('idempotency-key', key())).status).toBe(200);
    expect((await tasksFor(inTheCase)).filter((each) => each.taskId === task?.taskId)).toEqual([]);
    expect((await tasksFor(other)).filter((each) => each.caseId === caseId)).toEqual([]);
  });

  it('does no task of the team', async () => {
    const caseId = await reported();
    const [task] = (await tasksFor(inTheCase, `?caseId=${caseId}`)).filter(({ kind }) => kind === 'assessNeeds');
    const done = { outcome: { kind: 'needsAssessed', riskLevel: 'standard' } };
    expect((await inTheCase.post(`/tasks/${task?.taskId}/completion`, done).set('idempotency-key', key())).status).toBe(
      403
    );
  });
});

describe('a victim in immediate danger', () => {
  it('reaches the emergency queue in one request, which sees the case for as long as it is asked', async () => {
    const caseId = await reported();
    const queue = await api.as('emergency-queue', { sub: 'queue-1' });
    expect((await queue.get(`/cases/${caseId}`)).status).toBe(404);
    const breach = { of: 'bailConditions', danger: 'immediate' };
    expect((await happens(officer, caseId, 'breachReported', breach, 'He is in the garden.')).status).toBe(201);
    const [task] = (await tasksFor(queue)).filter((each) => each.caseId === caseId);
    expect(task).toMatchObject({ kind: 'receiveSafetyReport', role: 'emergency-queue' });
    expect((await queue.get(`/cases/${caseId}`)).status).toBe(200);
    expect((await queue.get(`/cases/${caseId}/person`)).status).toBe(200);
    const elsewhere = await api.as('emergency-queue', { sub: 'queue-2', force: 'kent' });
    expect((await elsewhere.get(`/cases/${caseId}`)).status).toBe(404);
    expect((await tasksFor(elsewhere)).filter((each) => each.caseId === caseId)).toEqual([]);

    const { status } = await queue
      .post(`/tasks/${task?.taskId}/completion`, { outcome: { kind: 'safetyReportReceived' } })
      .set('idempotency-key', key());
    expect(status).toBe(200);
    expect((await queue.get(`/cases/${caseId}`)).status).toBe(404);
    expect(
      (await tasksFor(inTheCase)).filter((each) => each.caseId === caseId && each.kind === 'receiveSafetyReport')
    ).toEqual([]);
  });
});

describe('a case that is restricted', () => {
  const employee = { restrictedTo: ['supervisor-1', 'a-victim-care-officer'] };

  it('from the report on is seen by those who are named and by nobody else, in no list and by no search', async () => {
    const reference = `41/${randomUUID().slice(0, 8)}/26`;
    const caseId = await reported({ ...employee, crimeReference: reference });
    const curious = await api.as('supervisor', { sub: 'supervisor-2' });
    const paths = [
      `/cases/${caseId}`,
      `/cases/${caseId}/timeline`,
      `/cases/${caseId}/person`,
      `/cases/${caseId}/live`,
      `/cases/${caseId}/duties`,
    ];
    for (const path of paths) {
      expect([path, (await curious.get(path)).status]).toEqual([path, 404]);
      expect([path, (await inTheCase.get(path)).status]).toEqual([path, 404]);
      expect([path, (await supervisor.get(path)).status]).toEqual([path, 200]);
      expect([path, (await officer.get(path)).status]).toEqual([path, 200]);
    }
    const listed = async (by: Caller, path: string) =>
      ((await by.get(path)).body.items as { caseId: string }[]).some((each) => each.caseId === caseId);
    expect(await listed(curious, '/cases?limit=100')).toBe(false);
    expect(await listed(curious, '/tasks?limit=100')).toBe(false);
    expect(await listed(curious, `/tasks?caseId=${caseId}`)).toBe(false);
    expect(await listed(supervisor, '/cases?limit=100')).toBe(true);
    expect(await listed(supervisor, `/tasks?caseId=${caseId}`)).toBe(true);
    const search = { crimeReference: reference };
    expect((await curious.post('/cases/search', search)).body.items).toEqual([]);
    expect((await supervisor.post('/cases/search', search)).body.items).toHaveLength(1);
    expect((await supervisor.get(`/cases/${caseId}`)).body).toMatchObject({ careDetails: { restricted: true } });
    expect(JSON.stringify((await supervisor.get(`/cases/${caseId}`)).body)).not.toContain('supervisor-1');
  });

  it('later on disappears for everybody else, and comes back when it is not restricted any more', async () => {
    const caseId = await reported();
    const curious = await api.as('supervisor', { sub: 'supervisor-2' });
    expect((await curious.get(`/cases/${caseId}`)).status).toBe(200);
    await happens(supervisor, caseId, 'caseRestricted', { callers: ['supervisor-1'], reason: 'wellKnownPerson' });
    expect((await curious.get(`/cases/${caseId}`)).status).toBe(404);
    expect((await officer.get(`/cases/${caseId}`)).status).toBe(404);
    expect((await happens(curious, caseId, 'caseUnrestricted', {})).status).toBe(404);
    expect((await happens(supervisor, caseId, 'caseUnrestricted', {})).status).toBe(201);
    expect((await curious.get(`/cases/${caseId}`)).status).toBe(200);
  });
});

describe('a victim who is a suspect in another matter', () => {
  it('is kept from the officer of that matter, whatever roles they have', async () => {
    const caseId = await reported();
    const ofOther = await api.as('supervisor', {
      sub: 'officer-8',
      roles: ['supervisor', 'officer-in-case', 'victim-care-officer'],
    });
    expect((await ofOther.get(`/cases/${caseId}`)).status).toBe(200);
    expect((await happens(inTheCase, caseId, 'alsoSuspectFound', { as: 'suspect' })).status).toBe(201);
    expect((await happens(supervisor, caseId, 'accessBarred', { callers: ['officer-8'] })).status).toBe(201);
    for (const path of ['', '/timeline', '/person', '/live', '/duties', '/referrals']) {
      expect([path, (await ofOther.get(`/cases/${caseId}${path}`)).status]).toEqual([path, 404]);
    }
    const seen = (await ofOther.get('/cases?limit=100')).body.items as { caseId: string }[];
    expect(seen.some((each) => each.caseId === caseId)).toBe(false);
    expect(await tasksFor(ofOther, `?caseId=${caseId}`)).toEqual([]);
    const [task] = (await tasksFor(supervisor, `?caseId=${caseId}`)).filter(
      ({ kind }) => kind === 'nameSeparateOfficer'
    );
    expect((await ofOther.get(`/tasks/${task?.taskId}`)).status).toBe(404);
  });
});

describe('a crime that a victim discloses', () => {
  it('is a crime report of its own: the person stays one record, and the first case knows that it was recorded', async () => {
    const caseId = await reported();
    await happens(officer, caseId, 'crimeDisclosed', { perishable: [{ evidence: 'cctv' }] });
    const disclosed = aReport({ disclosedInCaseId: caseId, people: [aVictim({ personReference: 'OTHER-1' })] });
    const { body, status } = await officer.post('/crime-reports', disclosed);
    expect(status).toBe(202);
    const first = (await officer.get(`/cases/${caseId}`)).body;
    const second = (await officer.get(`/cases/${body.cases[0].caseId}`)).body;
    expect(second).toMatchObject({ personId: first.personId, disclosedInCaseId: caseId });
    const { items } = (await officer.get(`/cases/${caseId}/timeline`)).body;
    expect(items.find(({ kind }: { kind: string }) => kind === 'disclosedCrimeRecorded')).toMatchObject({
      data: { reportId: body.reportId },
    });
    expect(await tasksFor(officer, `?caseId=${caseId}&kind=recordDisclosedCrime`)).toEqual([]);

    const again = await officer.post('/crime-reports', disclosed);
    expect(again.body).toMatchObject({ reportId: body.reportId, alreadyKnown: true });
    const after = (await officer.get(`/cases/${caseId}/timeline`)).body.items as { kind: string }[];
    expect(after.filter(({ kind }) => kind === 'disclosedCrimeRecorded')).toHaveLength(1);
  });

  it('is not linked to a case that the caller may not see', async () => {
    const caseId = await reported({ restrictedTo: ['supervisor-1'] });
    expect((await officer.post('/crime-reports', aReport({ disclosedInCaseId: caseId }))).status).toBe(404);
  });
});

describe('a child victim', () => {
  it('is known from the report on to turn 18 on their day, in no summary but as the last day of representatives', async () => {
    const bornOn = `${new Date().getUTCFullYear() - 10}-06-15`;
    const caseId = await reported({ people: [aVictim({ dateOfBirth: bornOn })] });
    const { body } = await officer.get(`/cases/${caseId}`);
    expect(body.careDetails).toMatchObject({ representativesUntilOn: `${Number(bornOn.slice(0, 4)) + 18}-06-15` });
    expect(
      await reported({ people: [aVictim({ dateOfBirth: '1980-02-03' })] })
        .then((id) => officer.get(`/cases/${id}`))
        .then((each) => each.body.careDetails)
    ).toBeUndefined();
  });
});

describe('who received news for a child', () => {
  const mother = {
    name: 'Jo Example',
    relation: 'parent',
    contactPoints: [{ channel: 'phone', value: '07700 900321', safe: 'yes' }],
  };
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

  it('has no number that anybody sees or may call once the child is 18, unless they say that it goes on', async () => {
    const years = new Date().getUTCFullYear() - 18;
    const child = aVictim({ dateOfBirth: `${years}-12-31`, representatives: [mother] });
    const at = { occurredAt: daysAgo(3), reportedAt: daysAgo(2), receivedAt: daysAgo(2) };
    const caseId = await reported({ people: [child], ...at });
    const ofMother = async () =>
      (await officer.get(`/cases/${caseId}/person`)).body.representatives[0].contactPoints[0];
    const { value, contactPointId } = await ofMother();
    expect(value).toBe('07700 900321');
    await happens(officer, caseId, 'eighteenthBirthdayKnown', { on: daysAgo(0).slice(0, 10) });
    expect(await ofMother()).toEqual({ contactPointId, channel: 'phone', safe: 'yes' });
    const call = await officer.post(`/cases/${caseId}/calls`, { contactPointId }).set('idempotency-key', key());
    expect([call.status, call.body.because]).toEqual([409, 'routeUnknown']);

    const [task] = await tasksFor(officer, `?caseId=${caseId}&kind=askAtEighteen`);
    const outcome = { kind: 'askedAtEighteen', representatives: 'goOn' };
    const asked = await officer.post(`/tasks/${task?.taskId}/completion`, { outcome }).set('idempotency-key', key());
    expect(asked.status).toBe(200);
    expect((await ofMother()).value).toBe('07700 900321');
  });
});

describe('bad input', () => {
  it.each([
    ['concernRaised', { level: 'grave', concern: 'selfHarm' }, '/data/level'],
    ['breachReported', { of: 'bailConditions' }, '/data/danger'],
    ['challengeRaised', { to: 'court', answerOn: 'soon' }, '/data/answerOn'],
    ['accessBarred', { callers: [] }, '/data/callers'],
  ])('of %s is refused, and the answer names the field', async (kind, data, field) => {
    const caseId = await reported();
    const { status, body } = await happens(supervisor, caseId, kind, data);
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain(field);
  });
});
