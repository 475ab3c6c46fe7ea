import { randomUUID } from 'node:crypto';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { eventually, justNow, listed, openTask } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  system = await api.as('reporting-system');
  officer = await api.as('victim-care-officer', { sub: 'officer-1' });
});
afterAll(async () => {
  await api?.end();
});

async function complete(caseId: string, kind: string, outcome: Record<string, unknown>) {
  const { taskId } = await openTask(officer, caseId, kind);
  return officer.post(`/tasks/${taskId}/completion`, { outcome });
}

const assessed = {
  kind: 'needsAssessed',
  needs: [
    { category: 'safety', level: 'high' },
    { category: 'financeAndBenefits', level: 'medium' },
  ],
  strengths: ['familySupport'],
  riskLevel: 'medium',
  riskTool: 'dash',
  riskToolVersion: '2009',
  riskAssessedBy: 'officerInCase',
  riskOverride: { toolLevel: 'standard', reason: 'victimMinimises' },
  enhancedRightsGrounds: ['intimidated'],
  interpreter: { language: 'pl', vetted: true, fromSuspectsCircle: false },
  accessibility: ['easyRead'],
};

describe('a needs assessment', () => {
  it('is kept beside the earlier ones, with every category, risk apart', async () => {
    const { caseId } = await listed(api, system);
    const path = `/cases/${caseId}/needs-assessments`;
    expect((await officer.get(path)).body).toEqual({ riskNotAssessed: false, items: [] });
    expect((await complete(caseId, 'assessNeeds', assessed)).status).toBe(200);
    await officer.post(`/cases/${caseId}/events`, {
      kind: 'circumstancesChanged',
      data: { changed: ['moved'] },
      happenedAt: justNow(),
    });
    const again = { kind: 'needsAssessed', riskLevel: 'high', enhancedRightsGrounds: ['intimidated'] };
    expect((await complete(caseId, 'reassessNeeds', again)).status).toBe(200);

    const { body } = await officer.get(path);
    expect(body.items).toHaveLength(2);
    const [newer, older] = body.items;
    expect(newer).toMatchObject({ kind: 'needs', risk: { level: 'high' } });
    expect(older).toMatchObject({
      strengths: ['familySupport'],
      risk: { level: 'medium', tool: 'dash', override: { toolLevel: 'standard' } },
      interpreter: { language: 'pl' },
      accessibility: ['easyRead'],
    });
    expect(older.needs).toHaveLength(10);
    expect(older.needs).toContainEqual({ category: 'safety', level: 'high' });
    expect(older.needs).toContainEqual({ category: 'drugsAndAlcohol', level: 'notAsked' });
  });

  it.each([
    [{ vetted: false }, 'vetted', 'Use an interpreter who has been vetted'],
    [{ fromSuspectsCircle: true }, 'fromSuspectsCircle', "Do not use an interpreter from the suspect's circle"],
  ])('with an interpreter who is %j is refused, and says why', async (changes, field, message) => {
    const { caseId } = await listed(api, system);
    const interpreter = { ...assessed.interpreter, ...changes };
    const { status, body } = await complete(caseId, 'assessNeeds', { ...assessed, interpreter });
    expect([status, body.errors]).toEqual([422, [{ pointer: `/outcome/interpreter/${field}`, message }]]);
  });

  it('that names a category twice is refused', async () => {
    const { caseId } = await listed(api, system);
    const needs = [assessed.needs[0], assessed.needs[0]];
    const { status, body } = await complete(caseId, 'assessNeeds', { ...assessed, needs });
    expect([status, body.errors[0].pointer]).toEqual([422, '/outcome/needs']);
  });

  it('without its risk is seen until somebody assesses that, where the victim has Enhanced Rights', async () => {
    const { caseId } = await listed(api, system, { circumstances: ['domesticAbuse'] });
    const noRisk = { kind: 'needsAssessed', riskLevel: 'notAssessed', enhancedRightsGrounds: ['intimidated'] };
    await complete(caseId, 'assessNeeds', noRisk);
    const path = `/cases/${caseId}/needs-assessments`;
    expect((await officer.get(path)).body.riskNotAssessed).toBe(true);
    const supervisor = await api.as('supervisor', { teams: ['north-victim-care'] });
    const { body: morning } = await supervisor.get('/teams/north-victim-care/morning');
    const seen = morning.sections.highRiskNotAssessed.items.map((each: { caseId: string }) => each.caseId);
    expect(seen).toContain(caseId);
    await complete(caseId, 'assessRisk', { kind: 'riskAssessed', level: 'high', tool: 'dash' });
    const { body } = await officer.get(path);
    expect(body).toMatchObject({ riskNotAssessed: false, items: [{ kind: 'risk' }, { kind: 'needs' }] });
  });

  it('for giving evidence is a fuller one of its own', async () => {
    const { caseId } = await listed(api, system);
    await system.post(`/cases/${caseId}/events`, { kind: 'witnessRequired', happenedAt: justNow() });
    const outcome = { kind: 'evidenceNeedsAssessed', intimidation: 'medium', practical: ['separateEntrance'] };
    expect((await complete(caseId, 'assessEvidenceNeeds', outcome)).status).toBe(200);
    const { body } = await officer.get(`/cases/${caseId}/needs-assessments`);
    expect(body.items).toEqual([expect.objectContaining({ kind: 'givingEvidence', intimidation: 'medium' })]);
  });
});

describe('what was explained and not understood', () => {
  it('is asked for again', async () => {
    const { caseId } = await listed(api, system);
    const data = { topics: ['rights', 'safety'], format: 'spoken', understood: 'partly', notUnderstood: ['rights'] };
    const event = { kind: 'explained', data, happenedAt: justNow() };
    expect((await officer.post(`/cases/${caseId}/events`, event)).status).toBe(201);
    const again = {
      kind: 'explained',
      topics: ['rights'],
      format: 'easyRead',
      language: 'cy',
      understood: 'understood',
    };
    expect((await complete(caseId, 'explainAgain', again)).status).toBe(200);
    const { body } = await officer.get(`/tasks?caseId=${caseId}&kind=explainAgain`);
    expect(body.items).toEqual([]);
  });
});

describe('the care plan', () => {
  it('proposes with reasons, and a person who differs says why', async () => {
    const { caseId } = await listed(api, system);
    const path = `/cases/${caseId}/plan`;
    expect((await officer.get(path)).body).toMatchObject({
      proposal: { pathway: 'universal', provisional: true },
      differs: false,
      actions: [],
    });
    await complete(caseId, 'assessNeeds', assessed);
    const { body: proposed } = await officer.get(path);
    expect(proposed.proposal).toMatchObject({ pathway: 'enhanced', provisional: false });
    expect(proposed.proposal.help.map(({ action }: { action: string }) => action)).toEqual([
      'safetyPlanning',
      'homeSecurity',
      'financialAdvice',
      'interpreter',
    ]);
    const decision = { kind: 'pathwayChosen', pathway: 'universal', support: 'undecided', plan: ['safetyPlanning'] };
    const refused = await complete(caseId, 'choosePathway', decision);
    expect([refused.status, refused.body.code]).toEqual([422, 'differenceWithoutReason']);
    expect(refused.body.detail).toMatch(/propose the enhanced pathway \(there are grounds for Enhanced Rights/);
    const decided = await complete(caseId, 'choosePathway', { ...decision, differsBecause: 'victimsWish' });
    expect(decided.status).toBe(200);
    expect((await officer.get(path)).body).toMatchObject({
      decision: { pathway: 'universal', proposed: 'enhanced', differsBecause: 'victimsWish' },
      differs: true,
      notPlanned: ['safetyPlanning'],
    });
  });

  it('has actions with owners and days, which are done, not done or moved', async () => {
    const { caseId } = await listed(api, system);
    const path = `/cases/${caseId}/plan/actions`;
    const key = randomUUID();
    const locks = { action: 'homeSecurity', owner: 'victim-care-officer', dueOn: '2020-01-06', need: 'safety' };
    const plan = () => officer.post(path, { ...locks, note: 'New locks.' }).set('idempotency-key', key);
    const added = await plan();
    expect([added.status, added.body.planActionId]).toEqual([201, `${caseId}.p1`]);
    expect((await plan()).body).toEqual(added.body);
    const { planActionId } = added.body;
    expect((await officer.get(`/cases/${caseId}/plan`)).body.actions).toEqual([
      expect.objectContaining({ ...locks, planActionId, state: 'planned', overdue: true }),
    ]);
    expect(await openTask(officer, caseId, 'followUpPlanAction')).toMatchObject({ planActionId });

    const outcome = `${path}/${planActionId}/outcome`;
    expect((await officer.post(outcome, { outcome: 'notDone' })).body.errors[0].pointer).toBe('/reason');
    expect((await officer.post(outcome, { outcome: 'moved', dueOn: '2099-01-05' })).status).toBe(201);
    expect((await officer.get(`/tasks?caseId=${caseId}&kind=followUpPlanAction`)).body.items).toEqual([]);
    expect((await officer.post(outcome, { outcome: 'notDone', reason: 'notNeededAnyMore' })).status).toBe(201);
    const { body } = await officer.get(`/cases/${caseId}/plan`);
    expect(body.actions[0]).toMatchObject({ state: 'notDone', reason: 'notNeededAnyMore', overdue: false });
    const unknown = await officer.post(`${path}/${caseId}.p9/outcome`, { outcome: 'done' });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'planActionUnknown']);
  });

  it('is printed for the victim in English and Welsh, and does not say what happened', async () => {
    const { caseId } = await listed(api, system, { offence: { category: 'sexualOffence', title: 'Rape' } });
    const action = { action: 'emotionalSupport', owner: 'team', dueOn: '2099-03-01' };
    await officer.post(`/cases/${caseId}/plan/actions`, action);
    const english = await officer.get(`/cases/${caseId}/plan/printed`).set('accept', 'text/plain');
    expect(english.headers['content-type']).toMatch(/^text\/plain/);
    expect(english.text).toContain('- Somebody to talk to. By 1 March 2099.');
    const page = await officer.get(`/cases/${caseId}/plan/printed?language=cy`).set('accept', 'text/html');
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.headers['content-language']).toBe('cy');
    expect(page.text).toContain('<time datetime="2099-03-01">1 Mawrth 2099</time>');
    const welsh = await officer.get(`/cases/${caseId}/plan/printed?language=cy`);
    expect(welsh.body.text).toMatch(/^Eich cynllun\n/);
    expect(welsh.body.text).toContain('Erbyn 1 Mawrth 2099');
    expect(english.text + welsh.body.text).not.toMatch(/rape|sexual|victim|crime/i);
  });

  it('keeps the offer of support with its answer', async () => {
    const { caseId } = await listed(api, system);
    const offer = { answer: 'declined', channel: 'phone' };
    expect((await officer.post(`/cases/${caseId}/support-offers`, offer)).status).toBe(201);
    expect((await officer.get(`/cases/${caseId}/plan`)).body.offers).toEqual([expect.objectContaining(offer)]);
    await openTask(officer, caseId, 'signpost');
  });

  it('is not there for who may not see the case', async () => {
    const { caseId } = await listed(api, system);
    const stranger = await api.as('victim-care-officer', { teams: ['elsewhere'] });
    for (const path of ['plan', 'plan/printed', 'needs-assessments']) {
      expect((await stranger.get(`/cases/${caseId}/${path}`)).status).toBe(404);
    }
  });
});

it('danger is never taken in by a case that has ended, where nobody would be asked', async () => {
  const { caseId } = await listed(api, system);
  const record = (kind: string, data: object) =>
    officer.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow() });
  expect((await record('victimDied', {})).status).toBe(201);
  await eventually(async () => (await api.database.cases.findCase(caseId))?.ended || undefined);
  const refused = await record('concernRaised', { level: 'immediate', concern: 'childAtRisk' });
  expect([refused.status, refused.body.code]).toEqual([409, 'caseEnded']);
});

it.each([
  ['victimDied', {}],
  ['stanceChanged', { stance: 'wantsContact', answer: 'no' }],
])('%s with a date still to come is refused, not left waiting while messages go out', async (kind, data) => {
  const { caseId } = await listed(api, system);
  const happenedAt = new Date(Date.now() + 86_400_000).toISOString();
  const refused = await officer.post(`/cases/${caseId}/events`, { kind, data, happenedAt });
  expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/happenedAt']);
});
