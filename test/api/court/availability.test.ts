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

  it('cannot come to a trial on the day on which the court records them (s.28), printed as a day alone', async () => {
    const own = '41AA3000002';
    const { caseId } = await listed(api, system, {});
    await says(system, caseId, 'suspectCharged', { how: 'charged', urn: own }, ['s1']);
    await says(officer, caseId, 'availabilityGiven', { datesToAvoid: [], none: true });
    const measures = ['prerecordedInterview', 'prerecordedCrossExamination'];
    await says(officer, caseId, 'specialMeasuresScreened', { wanted: true, measures, grounds: ['fearOrDistress'] });
    const mg2 = { describes: ['effectOnEvidence'], views: 'wants', meetingWanted: false };
    await says(supervisor, caseId, 'specialMeasuresReferred', mg2);
    await says(officer, caseId, 'specialMeasuresConsidered', { decision: 'toApply' });
    await says(officer, caseId, 'specialMeasuresApplied', {});
    await says(officer, caseId, 'specialMeasuresDecided', { decision: 'granted' });
    await says(officer, caseId, 'recordingDatesSet', { recordingOn: '2027-03-02' });
    const path = `/court-cases/${courtCaseIdOf(api.engine, own)}/availability?from=2027-03-01&until=2027-03-03`;
    const body = await eventually(async () => {
      const { body: shown } = await officer.get(path);
      return shown.witnesses?.[0]?.takenOn ? shown : undefined;
    });
    expect(body.witnesses).toMatchObject([{ caseId, none: true, unavailable: [], takenOn: ['2027-03-02'] }]);
    expect(body.windows).toMatchObject([
      { missing: [] },
      { startsFrom: '2027-03-02', missing: [caseId] },
      { missing: [] },
    ]);
    const { text: page } = await officer.get(path).set('accept', 'text/html');
    expect(page).toContain('no dates to avoid<br><time datetime="2027-03-02">');
    expect(page).not.toMatch(/record|section 28/i);
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
