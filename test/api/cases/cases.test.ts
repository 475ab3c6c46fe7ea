import { randomUUID } from 'node:crypto';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { aVictim } from '../intake/reportBodies';
import { eventually, justNow, openTask, reported, spoke } from '../support/stories';

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

const idsOf = ({ items }: { items: { caseId: string }[] }) => items.map(({ caseId }) => caseId);

/** A case that lists show already. */
async function listed(changes: Record<string, unknown> = {}) {
  const { caseId, ...ids } = await reported(system, changes);
  await eventually(async () => (await api.database.cases.findCase(caseId)) && true);
  return { caseId, ...ids };
}

describe('a case out of the scope of its caller', () => {
  const elsewhere: [string, Parameters<ApiUnderTest['as']>][] = [
    ['an officer of another team', ['victim-care-officer', { teams: ['east-victim-care'] }]],
    ['an officer of no team', ['victim-care-officer', { teams: [] }]],
    ['an officer of a team of the same name in another force', ['witness-care-officer', { force: 'kent' }]],
    ['a supervisor of another force', ['supervisor', { force: 'kent' }]],
    ['a supervisor of no force', ['supervisor', { force: '' }]],
    ['an investigating officer of other cases', ['officer-in-case', { sub: 'officer-9' }]],
    ['a reporting system of another force', ['reporting-system', { force: 'kent' }]],
  ];

  it.each(elsewhere)('looks to %s like one that does not exist', async (_who, [role, claims]) => {
    const { caseId } = await listed({ officerInCase: 'officer-8' });
    const stranger = await api.as(role, claims);
    const [hidden, unknown] = [caseId, randomUUID()].map((id) => stranger.get(`/cases/${id}`));
    const answers = [(await hidden)?.body, (await unknown)?.body].map((body) => ({
      ...body,
      instance: '',
      correlationId: '',
    }));
    expect(answers[0]).toMatchObject({ code: 'notFound', status: 404 });
    expect(answers[0]).toEqual(answers[1]);
    const event = { kind: 'suspectArrested', happenedAt: justNow() };
    expect((await stranger.post(`/cases/${caseId}/events`, event)).status).toBe(404);
    if (role !== 'reporting-system') expect(idsOf((await stranger.get('/cases')).body)).not.toContain(caseId);
  });

  it('is seen by the officer who investigates it, and by both forces', async () => {
    const { caseId } = await listed({ officerInCase: 'officer-8', homeForce: 'kent' });
    const seeing = await Promise.all([
      api.as('officer-in-case', { sub: 'officer-8' }),
      api.as('supervisor', { force: 'kent' }),
      api.as('supervisor', { force: 'hertfordshire' }),
    ]);
    for (const caller of seeing) {
      expect((await caller.get(`/cases/${caseId}`)).status).toBe(200);
      expect(idsOf((await caller.get('/cases?limit=100')).body)).toContain(caseId);
    }
  });

  it('has tasks that are not there either', async () => {
    const { caseId } = await listed();
    const { taskId } = await openTask(officer, caseId, 'makeFirstContact');
    const stranger = await api.as('victim-care-officer', { teams: ['east-victim-care'] });
    expect((await stranger.get(`/tasks/${taskId}`)).status).toBe(404);
    expect((await stranger.post(`/tasks/${taskId}/completion`, { outcome: spoke })).status).toBe(404);
    expect((await stranger.get(`/tasks?caseId=${caseId}`)).body.items).toEqual([]);
    expect((await stranger.get(`/tasks?team=north-victim-care`)).body.items).toEqual([]);
  });
});

describe('the list of cases', () => {
  it('is newest first, narrowed by what is asked for, and paged', async () => {
    const first = await listed({ owningTeam: 'west-victim-care' });
    const second = await listed({ owningTeam: 'west-victim-care', circumstances: ['domesticAbuse'] });
    const all = await supervisor.get('/cases?team=west-victim-care');
    expect(idsOf(all.body)).toEqual([second.caseId, first.caseId]);
    const enhanced = await supervisor.get('/cases?team=west-victim-care&tier=enhanced&ended=false');
    expect(idsOf(enhanced.body)).toEqual([second.caseId]);
    const page = await supervisor.get('/cases?team=west-victim-care&limit=1');
    const next = await supervisor.get(`/cases?team=west-victim-care&limit=1&cursor=${page.body.next}`);
    expect([...idsOf(page.body), ...idsOf(next.body)]).toEqual(idsOf(all.body));
    expect(next.body.next).toBeUndefined();
  });

  it('forgives a cursor that nobody gave out', async () => {
    const made = Buffer.from('\u0000\uffff{"$gt":""}').toString('base64url');
    expect((await supervisor.get(`/cases?cursor=${made}`)).status).toBe(200);
    expect((await supervisor.get(`/tasks?cursor=${made}`)).status).toBe(200);
    expect((await supervisor.get('/cases?cursor=%00')).body.code).toBe('invalidQuery');
  });
});

describe('a case whose offence is grave', () => {
  it('shows the grounds for Enhanced Rights that its report proposes, and why, until a person decides', async () => {
    const offence = { category: 'violenceAgainstThePerson', homeOfficeCode: '00501', cjsCode: 'OF61016A' };
    const { caseId } = await listed({ offence, circumstances: ['gangRelated'] });
    const means = 'wounding or grievous bodily harm with intent';
    const proposedGrounds = [
      {
        ground: 'mostSeriousCrime',
        because: [
          { from: 'homeOfficeCode', value: '00501', means },
          { from: 'cjsCode', value: 'OF61016A', means },
        ],
      },
      {
        ground: 'intimidated',
        because: [{ from: 'circumstance', value: 'gangRelated', means: 'a gang: check for fear of giving evidence' }],
      },
    ];
    expect((await officer.get(`/cases/${caseId}`)).body).toMatchObject({
      tier: 'enhanced',
      tierProvisional: true,
      tierGrounds: ['mostSeriousCrime', 'intimidated'],
      proposedGrounds,
    });
  });

  it('is taken with the code of a common-law offence', async () => {
    const { caseId } = await listed({ offence: { category: 'homicide', cjsCode: 'COML025' } });
    const { proposedGrounds } = (await officer.get(`/cases/${caseId}`)).body;
    expect(proposedGrounds[0].because[1]).toEqual({ from: 'cjsCode', value: 'COML025', means: 'murder' });
  });
});

describe('a search', () => {
  it('finds a case by each of its references, however they are typed', async () => {
    const own = randomUUID().slice(0, 8);
    const surname = `Example-${own}`;
    const { caseId } = await listed({
      sourceReference: `SRC ${own}`,
      crimeReference: `41/${own}/26`,
      operationReference: `Operation ${own}`,
      people: [
        aVictim({
          name: `Alex ${surname}`,
          contactPoints: [
            { channel: 'phone', value: '07700 900555' },
            { channel: 'email', value: `Alex.${own}@Example.org` },
          ],
        }),
      ],
    });
    for (const by of [
      { crimeReference: ` 41/${own.toUpperCase()}/26` },
      { operationReference: `operation${own}` },
      { source: 'policeRecordsSystem', sourceReference: `SRC ${own}` },
      { email: `alex.${own}@example.org` },
      { surname: surname.toUpperCase() },
      { phone: '+44 7700 900555' },
    ]) {
      const { body } = await officer.post('/cases/search', by);
      expect([by, idsOf(body)]).toEqual([by, [caseId]]);
    }
  });

  it('finds nothing for those who may not see it', async () => {
    const crimeReference = `41/${randomUUID().slice(0, 8)}/26`;
    await listed({ crimeReference });
    const stranger = await api.as('victim-care-officer', { teams: ['east-victim-care'] });
    expect((await stranger.post('/cases/search', { crimeReference })).body.items).toEqual([]);
  });

  it.each<[string, object]>([
    ['nothing', {}],
    ['two things', { phone: '07700 900123', surname: 'Example' }],
    ['a reference without its source', { sourceReference: 'X' }],
  ])('by %s is refused', async (_what, by) => {
    expect((await officer.post('/cases/search', by)).status).toBe(422);
  });

  it('by a person is not for reporting systems', async () => {
    expect((await system.post('/cases/search', { surname: 'Example' })).body.code).toBe('notAllowed');
  });
});

describe('a case', () => {
  it('tells for itself where it stands, what is open and what comes next', async () => {
    const { caseId } = await listed();
    const { body } = await supervisor.get(`/cases/${caseId}/live`);
    expect(body.summary).toMatchObject({ caseId, stage: 'firstContact' });
    expect(body.open[0]).toMatchObject({ kind: 'makeFirstContact', why: expect.stringContaining('24 hours') });
    expect(body.next.at).toBe(body.open[0].dueAt);
  });

  it('moves to another team of its force, and out of sight of the first', async () => {
    const { caseId } = await listed();
    const body = { force: 'hertfordshire', team: 'east-victim-care', note: 'Moved house.' };
    expect((await supervisor.post(`/cases/${caseId}/transfer`, body)).status).toBe(201);
    expect((await officer.get(`/cases/${caseId}`)).status).toBe(404);
    expect((await officer.get(`/tasks?caseId=${caseId}`)).body.items).toEqual([]);
    const east = await api.as('victim-care-officer', { teams: ['east-victim-care'] });
    expect((await east.get(`/cases/${caseId}`)).body.owningTeam).toBe('east-victim-care');
    await openTask(east, caseId, 'makeFirstContact');
  });

  it('goes to another force once the hand-over is acknowledged', async () => {
    const { caseId } = await listed();
    const body = { force: 'kent', team: 'medway-victim-care' };
    expect((await supervisor.post(`/cases/${caseId}/transfer`, body)).status).toBe(201);
    const { taskId } = await openTask(supervisor, caseId, 'acknowledgeHandover');
    const outcome = { kind: 'handoverAcknowledged' };
    const unsaid = await supervisor.post(`/tasks/${taskId}/completion`, { outcome });
    expect([unsaid.status, unsaid.body.errors[0].pointer]).toEqual([422, '/note']);
    const note = 'Medway, by e-mail from their coordinator.';
    const done = await supervisor.post(`/tasks/${taskId}/completion`, { outcome, note });
    expect([done.status, done.body.stage]).toEqual([200, 'transferred']);
  });

  it('is seen by those who answer for the force that is asked to take it, who acknowledge it and nothing else', async () => {
    const { caseId } = await listed();
    const suffolk = await api.as('supervisor', { force: 'suffolk', sub: 'suffolk-supervisor' });
    const essex = await api.as('supervisor', { force: 'essex', sub: 'essex-supervisor' });
    const { taskId: other } = await openTask(supervisor, caseId, 'makeFirstContact');
    expect((await suffolk.get(`/cases/${caseId}`)).status).toBe(404);
    const body = { force: 'suffolk', team: 'ipswich-victim-care' };
    expect((await supervisor.post(`/cases/${caseId}/transfer`, body)).status).toBe(201);
    expect((await suffolk.get(`/cases/${caseId}`)).body).toMatchObject({ caseId, offeredTo: 'suffolk' });
    expect((await suffolk.get('/cases')).body.items.map((each: { caseId: string }) => each.caseId)).toContain(caseId);
    expect((await essex.get(`/cases/${caseId}`)).status).toBe(404);
    const { items } = (await suffolk.get('/tasks')).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['acknowledgeHandover']);
    expect((await suffolk.get(`/tasks/${other}`)).status).toBe(404);
    const outcome = { kind: 'handoverAcknowledged' };
    const done = await suffolk.post(`/tasks/${items[0].taskId}/completion`, { outcome });
    expect([done.status, done.body.stage]).toEqual([200, 'transferred']);
    expect((await suffolk.get(`/cases/${caseId}`)).status).toBe(404);
  });

  it('stays where it is when the force that is asked does not take it, and may be offered to another', async () => {
    const { caseId } = await listed();
    const norfolk = await api.as('supervisor', { force: 'norfolk', sub: 'norfolk-supervisor' });
    const body = { force: 'norfolk', team: 'norwich-victim-care' };
    expect((await supervisor.post(`/cases/${caseId}/transfer`, body)).status).toBe(201);
    const { taskId } = await openTask(norfolk, caseId, 'acknowledgeHandover');
    const outcome = { kind: 'handoverDeclined', reason: 'notOfThatForce' };
    expect((await norfolk.post(`/tasks/${taskId}/completion`, { outcome })).status).toBe(200);
    expect((await norfolk.get(`/cases/${caseId}`)).status).toBe(404);
    const { body: stays } = await supervisor.get(`/cases/${caseId}`);
    expect([stays.stage, stays.offeredTo]).toEqual(['firstContact', undefined]);
    const again = { force: 'cambridgeshire', team: 'ely-victim-care' };
    expect((await supervisor.post(`/cases/${caseId}/transfer`, again)).status).toBe(201);
    const offered = await openTask(supervisor, caseId, 'acknowledgeHandover');
    const takenBack = { kind: 'handoverDeclined', reason: 'takenBack' };
    const done = await supervisor.post(`/tasks/${offered.taskId}/completion`, { outcome: takenBack });
    expect([done.status, done.body.stage]).toEqual([200, 'firstContact']);
  });

  it('that is open cannot be reopened', async () => {
    const { caseId } = await listed();
    const { status, body } = await supervisor.post(`/cases/${caseId}/reopening`, { reason: 'newInformation' });
    expect([status, body.code]).toEqual([409, 'caseOpen']);
  });

  it('keeps a fact that was wrong beside the one that is right', async () => {
    const { caseId } = await listed();
    const arrest = { kind: 'suspectArrested', happenedAt: justNow(), suspects: ['s1'] };
    const { body: said } = await system.post(`/cases/${caseId}/events`, arrest);
    const path = `/cases/${caseId}/events/${said.facts[0]}/corrections`;
    const right = {
      kind: 'suspectInterviewed',
      happenedAt: justNow(),
      suspects: ['s1'],
      note: 'Came of his own will.',
    };
    expect((await system.post(path, right)).status).toBe(201);
    const again = await system.post(path, right);
    expect([again.status, again.body.code]).toEqual([409, 'factSuperseded']);
    const none = await system.post(`/cases/${caseId}/events/77/corrections`, right);
    expect([none.status, none.body.code]).toEqual([404, 'factUnknown']);
  });

  it('keeps an event that cannot be as it was told, for a supervisor, but not one that is still to be received', async () => {
    const { caseId } = await listed();
    const path = `/cases/${caseId}/events`;
    const far = '2199-12-31T23:59:59+14:00';
    const charge = { kind: 'suspectCharged', happenedAt: far, suspects: ['s1', 'constructor'] };
    expect((await system.post(path, charge)).status).toBe(201);
    await openTask(supervisor, caseId, 'reviewEvent');
    const { status, body } = await system.post(path, { ...charge, happenedAt: justNow(), receivedAt: far });
    expect([status, body.errors]).toEqual([422, [{ pointer: '/receivedAt', message: 'It lies in the future' }]]);
  });

  it('closes only when everything left undone is named', async () => {
    const { caseId } = await listed();
    const { taskId } = await openTask(officer, caseId, 'makeFirstContact');
    const close = (leftUndone: object[]) => ({
      kind: 'caseClosed',
      data: { reason: 'victimAskedUsTo', leftUndone },
      happenedAt: justNow(),
    });
    const refused = await officer.post(`/cases/${caseId}/events`, close([]));
    expect([refused.status, refused.body.code]).toEqual([422, 'leftUndoneNotNamed']);
    expect(refused.body.detail).toContain(taskId);
    const { body: open } = await officer.get(`/tasks?caseId=${caseId}&limit=100`);
    const named = open.items.map((each: { taskId: string }) => ({ taskId: each.taskId, reason: 'declinedByVictim' }));
    const closed = await officer.post(`/cases/${caseId}/events`, close(named));
    expect([closed.status, closed.body.stage]).toEqual([201, 'closed']);
    const { body: late } = await officer.post(`/cases/${caseId}/events`, close([]));
    expect(late.code).toBe('caseEnded');
  });

  it('is merged only into another case that is there', async () => {
    const [{ caseId }, other] = [await listed(), await listed()];
    const merge = (intoCaseId: string) =>
      supervisor.post(`/cases/${caseId}/events`, { kind: 'merged', data: { intoCaseId }, happenedAt: justNow() });
    for (const into of ['9d0c5a3e-6b9c-4c8e-9a59-3f5f6f1f0a99', caseId]) {
      const { status, body } = await merge(into);
      expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/data/intoCaseId']);
    }
    expect((await merge(other.caseId)).status).toBe(201);
  });

  it('takes events of a role only from those who may record them', async () => {
    const { caseId } = await listed({ officerInCase: 'officer-8' });
    const investigator = await api.as('officer-in-case', { sub: 'officer-8' });
    const charge = { kind: 'suspectCharged', happenedAt: justNow(), suspects: ['s1'] };
    expect((await investigator.post(`/cases/${caseId}/events`, charge)).status).toBe(201);
    const { body } = await investigator.get(`/cases/${caseId}/timeline`);
    expect(body.items[0]).toMatchObject({ source: 'officer', by: 'officer-8', data: { how: 'charged' } });
    const end = { kind: 'noCrime', data: { reason: 'notACrime' }, happenedAt: justNow() };
    expect((await investigator.post(`/cases/${caseId}/events`, end)).body.code).toBe('notAllowed');
  });
});
