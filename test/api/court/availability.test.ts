import { courtCaseIdOf } from '../../../commands/court/courtCaseCalls';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { eventually, justNow, listed, openTask } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
let supervisor: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  system = await api.as('reporting-system');
  officer = await api.as('witness-care-officer');
  supervisor = await api.as('supervisor');
});
afterAll(async () => {
  await api?.end();
});

const urn = '41AA3000001';

async function charged(changes: Record<string, unknown> = {}): Promise<string> {
  const { caseId } = await listed(api, system, changes);
  await says(system, caseId, 'suspectCharged', { how: 'charged', urn }, ['s1']);
  return caseId;
}

async function says(caller: Caller, caseId: string, kind: string, data: object, suspects?: string[]) {
  const event = { kind, data, happenedAt: justNow(), ...(suspects ? { suspects } : {}) };
  const { status, body } = await caller.post(`/cases/${caseId}/events`, event);
  if (status !== 201) throw new Error(JSON.stringify(body));
}

describe('the witnesses of a prosecution', () => {
  it('show when they cannot come, never why, and the windows for the trial', async () => {
    const [away, free, unasked] = [await charged(), await charged(), await charged()];
    const other = await charged({ owningTeam: 'south-victim-care' });
    const datesToAvoid = [{ fromOn: '2027-03-03', untilOn: '2027-03-04', why: 'holiday' }];
    await says(officer, away, 'availabilityGiven', { datesToAvoid, stage: 'charge' });
    await says(officer, free, 'availabilityGiven', { datesToAvoid: [], none: true });
    const unsaid = await officer.post(`/cases/${free}/events`, {
      kind: 'availabilityGiven',
      data: { datesToAvoid: [] },
      happenedAt: justNow(),
    });
    expect([unsaid.status, JSON.stringify(unsaid.body)]).toEqual([422, expect.stringContaining('none')]);
    const path = `/court-cases/${courtCaseIdOf(api.engine, urn)}/availability`;
    const body = await eventually(async () => {
      const { body: shown } = await officer.get(`${path}?courtDays=2&from=2027-03-01&until=2027-03-12`);
      return shown.witnesses?.length === 3 && !shown.complete ? shown : undefined;
    });
    const of = (caseId: string) => body.witnesses.find((each: { caseId: string }) => each.caseId === caseId);
    expect(of(away)).toMatchObject({ none: false, unavailable: [{ fromOn: '2027-03-03', untilOn: '2027-03-04' }] });
    expect(of(free)).toMatchObject({ none: true, unavailable: [] });
    expect(of(unasked)).toEqual({ caseId: unasked, role: 'victim', none: false, unavailable: [] });
    expect(body.windows).toEqual([
      { startsFrom: '2027-03-01', startsUntil: '2027-03-01', missing: [] },
      { startsFrom: '2027-03-02', startsUntil: '2027-03-04', missing: [away] },
      { startsFrom: '2027-03-05', startsUntil: '2027-03-11', missing: [] },
    ]);
    expect(body.notAsked).toEqual([unasked]);
    expect(JSON.stringify(body)).not.toContain('holiday');
    expect(JSON.stringify(body)).not.toContain(other);
    const page = (await officer.get(`${path}?courtDays=2&from=2027-03-01&until=2027-03-12`).set('accept', 'text/html'))
      .text;
    expect(page).toContain('<caption>Days on which it may begin</caption>');
    expect(page).toContain(`without ${away}`);
    expect(page).toContain('everybody who was asked can come; 1 not asked yet');
    expect(page).not.toContain('everybody can come');
    expect(page).toContain('<strong>Not complete:</strong>');
    expect(page).not.toMatch(/holiday/);
    const elsewhere = await api.as('witness-care-officer', { teams: ['east-victim-care'] });
    expect((await elsewhere.get(path)).status).toBe(404);
    expect((await officer.get(`${path}?from=2027-03-12&until=2027-03-01`)).status).toBe(400);
  });

  it('get special measures step by step: what skips one is refused with a sentence, and the case shows each', async () => {
    const caseId = await charged();
    const complete = async (kind: string, outcome: object) => {
      const { taskId } = await openTask(officer, caseId, kind);
      return supervisor.post(`/tasks/${taskId}/completion`, { outcome });
    };
    const measures = ['intermediary'];
    const screened = { kind: 'specialMeasuresScreened', wanted: true, measures, grounds: ['fearOrDistress'] };
    const refused = await complete('screenSpecialMeasures', screened);
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'stepSkipped', detail: 'A witness who is not vulnerable (s.16) may not have an intermediary (s.29).' },
    ]);
    const accepted = await complete('screenSpecialMeasures', { ...screened, measures: ['screens'], views: 'wants' });
    expect(accepted.status).toBe(200);
    await says(officer, caseId, 'specialMeasuresApplied', {});
    await openTask(supervisor, caseId, 'reviewEvent');
    const { body } = await officer.get(`/cases/${caseId}`);
    expect(body.specialMeasures).toMatchObject([{ measure: 'screens', section: 's.23', status: 'wanted' }]);
  });
});
