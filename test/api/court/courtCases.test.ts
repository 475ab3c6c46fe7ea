import { randomUUID } from 'node:crypto';
import { tellCourtCase } from '../../../commands/court/courtCaseCalls';
import type { CourtEvent, CourtEventData, CourtEventKind } from '../../../domain/court/courtEvent';
import { armstrong, barnes, said } from '../../domain/court/courtBuilder';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { eventually, justNow, listed } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
let coordinator: Caller;
let stranger: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  system = await api.as('reporting-system');
  officer = await api.as('witness-care-officer');
  coordinator = await api.as('victim-coordinator');
  stranger = await api.as('witness-care-officer', { teams: ['south-victim-care'] });
});
afterAll(async () => {
  await api?.end();
});

let urns = 0;
const newUrn = () => `41AA20${String((urns += 1)).padStart(5, '0')}`;
const now = <K extends CourtEventKind>(kind: K, data: CourtEventData[K]) => said(kind, data as never, justNow());
const hears = (urn: string, ...events: CourtEvent[]) => tellCourtCase(api.engine, urn, events);
const trial = {
  hearingId: 'h1',
  hearing: 'trial',
  certainty: 'fixed',
  on: '2027-03-01',
  court: 'luton-crown',
} as const;

async function charged(urn: string, changes: Record<string, unknown> = {}, suspects = ['s1']) {
  const ids = await listed(api, system, changes);
  const charge = { kind: 'suspectCharged', data: { how: 'charged', urn }, happenedAt: justNow(), suspects };
  expect((await system.post(`/cases/${ids.caseId}/events`, charge)).status).toBe(201);
  return ids.caseId;
}

const search = async (caller: Caller, urn: string) => (await caller.post('/court-cases/search', { urn })).body.items;
const found = (urn: string, caseId: string) =>
  eventually(async () => {
    const [item] = await search(officer, urn);
    const isTied = item?.linked.some((each: { caseId: string }) => each.caseId === caseId);
    return isTied ? (item as { courtCaseId: string; [field: string]: unknown }) : undefined;
  });

describe('a prosecution', () => {
  it('is found by its number as anybody writes it, and shows its hearings, decisions and cases', async () => {
    const urn = newUrn();
    const caseId = await charged(urn);
    await hears(urn, now('hearingSet', { ...trial, defendants: [armstrong] }));
    await hears(
      urn,
      now('pleaEntered', { defendant: armstrong, offenceId: 'o1', plea: 'notGuilty', on: '2026-11-20' })
    );
    const { courtCaseId } = await found(`${urn.slice(0, 2)}/${urn.slice(2, 4)}/${urn.slice(4)}`.toLowerCase(), caseId);
    const { status, body } = await officer.get(`/court-cases/${courtCaseId}`);
    expect([status, body]).toMatchObject([
      200,
      {
        urn,
        defendants: [{ plea: { plea: 'notGuilty' } }],
        hearings: [{ hearingId: 'h1', hearing: 'trial', on: '2027-03-01', status: 'listed' }],
        linked: [{ caseId, role: 'victim' }],
        questions: [],
      },
    ]);
    expect((await officer.get(`/court-cases/${courtCaseId}/live`)).body).toEqual(body);
  });

  it('is nothing to who may see none of its cases, and shows those alone to who may see some', async () => {
    const urn = newUrn();
    const [north, south] = [await charged(urn), await charged(urn, { owningTeam: 'south-victim-care' }, ['s1', 's2'])];
    await hears(urn, now('offenceCharged', { defendant: armstrong, offenceId: 'o1' }));
    const { courtCaseId } = await found(urn, north);
    const seenBy = async (caller: Caller) => (await caller.get(`/court-cases/${courtCaseId}`)).body;
    const shown = await eventually(async () => {
      const body = await seenBy(stranger);
      return body.linked ? body : undefined;
    });
    expect(shown.linked.map((each: { caseId: string }) => each.caseId)).toEqual([south]);
    expect((await seenBy(officer)).linked.map((each: { caseId: string }) => each.caseId)).toEqual([north]);
    expect(JSON.stringify(await seenBy(officer))).not.toContain(south);
    const elsewhere = await api.as('witness-care-officer', { teams: ['east-victim-care'] });
    for (const path of [`/court-cases/${courtCaseId}`, `/court-cases/${courtCaseId}/live`]) {
      expect((await elsewhere.get(path)).status).toBe(404);
    }
    expect(await search(elsewhere, urn)).toEqual([]);
    expect(await search(officer, 'no number')).toEqual([]);
  });

  it('asks which defendant a suspect is, until somebody says; then news is about that suspect', async () => {
    const urn = newUrn();
    const caseId = await charged(urn, {}, ['s1', 's2']);
    for (const defendant of [armstrong, barnes])
      await hears(urn, now('offenceCharged', { defendant, offenceId: 'o1' }));
    const { courtCaseId } = await found(urn, caseId);
    const open = async () =>
      (await coordinator.get('/court-questions')).body.items.find((each: { urn: string }) => each.urn === urn);
    expect(await eventually(open)).toMatchObject({
      courtCaseId,
      questions: ['s1', 's2'].map((suspectId) => ({ ask: 'whichDefendant', caseId, suspectId })),
    });
    const path = `/court-cases/${courtCaseId}/matchings`;
    const matching = { caseId, suspectId: 's1', defendantId: armstrong[0] };
    expect((await coordinator.post(path, { ...matching, defendantId: 'cp-nobody' })).body.errors[0].pointer).toBe(
      '/defendantId'
    );
    expect((await coordinator.post(path, { ...matching, suspectId: 's9' })).body.errors[0].pointer).toBe('/suspectId');
    expect((await coordinator.post(path, { ...matching, caseId: randomUUID() })).body.errors[0].pointer).toBe(
      '/caseId'
    );
    expect((await coordinator.post(path, matching)).status).toBe(201);
    await coordinator.post(path, { ...matching, suspectId: 's2', defendantId: barnes[0] });
    await eventually(async () => ((await open()) === undefined ? true : undefined));
    await hears(urn, now('pleaEntered', { defendant: barnes, offenceId: 'o1', plea: 'guilty', on: '2026-11-20' }));
    const plea = await eventually(async () => {
      const { body } = await officer.get(`/cases/${caseId}/timeline`);
      return body.items.find(({ kind }: { kind: string }) => kind === 'pleaEntered');
    });
    expect(plea.suspects).toEqual(['s2']);
  });

  it('a hearing that a later list left out stands or falls by a person’s word', async () => {
    const urn = newUrn();
    const caseId = await charged(urn);
    const line = { hearing: 'trial', certainty: 'fixed', on: '2027-04-12', court: 'luton', defendants: [] } as const;
    await hears(urn, said('listed', line, '2026-11-20T10:00:00.000Z'));
    await hears(urn, said('missingFromList', { court: 'luton', on: '2027-04-12' }, '2026-11-21T10:00:00.000Z'));
    const { courtCaseId } = await found(urn, caseId);
    const hearingId = 'listed-luton-2027-04-12';
    const shown = async () => (await officer.get(`/court-cases/${courtCaseId}`)).body;
    expect((await shown()).questions).toEqual([{ ask: 'hearingMissingFromList', hearingId }]);
    const path = `/court-cases/${courtCaseId}/hearing-confirmations`;
    expect((await officer.post(path, { hearingId: 'another', stands: true })).status).toBe(422);
    expect((await officer.post(path, { hearingId, stands: false })).status).toBe(200);
    expect(await shown()).toMatchObject({ questions: [], hearings: [{ hearingId, status: 'vacated' }] });
    await eventually(async () => {
      const { body } = await officer.get(`/cases/${caseId}/timeline`);
      return body.items.find(({ kind }: { kind: string }) => kind === 'hearingVacated');
    });
  });

  it('hears no more of a case that was charged under a wrong number once it is corrected, or untied', async () => {
    const [wrong, right] = [newUrn(), newUrn()];
    const caseId = await charged(wrong);
    const other = await charged(wrong);
    const tied = await found(wrong, other);
    const { body: timeline } = await officer.get(`/cases/${caseId}/timeline`);
    const { seq } = timeline.items.find(({ kind }: { kind: string }) => kind === 'suspectCharged');
    const charge = {
      kind: 'suspectCharged',
      data: { how: 'charged', urn: right },
      happenedAt: justNow(),
      suspects: ['s1'],
    };
    expect((await system.post(`/cases/${caseId}/events/${seq}/corrections`, charge)).status).toBe(201);
    await found(right, caseId);
    const linked = async () => (await officer.get(`/court-cases/${tied.courtCaseId}`)).body.linked;
    expect(await eventually(async () => ((await linked()).length === 1 ? linked() : undefined))).toMatchObject([
      { caseId: other },
    ]);
    expect((await officer.post(`/court-cases/${tied.courtCaseId}/untyings`, { caseId: other })).status).toBe(201);
    await eventually(async () =>
      (await officer.get(`/court-cases/${tied.courtCaseId}`)).status === 404 ? true : undefined
    );
  });
});
