import { addCalendarDays, instant, londonDay } from '../../../domain/time/londonTime';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { eventually, justNow, listed } from '../support/stories';

let api: ApiUnderTest;
let officer: Caller;
let coordinator: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  officer = await api.as('witness-care-officer');
  const forces = ['hertfordshire', 'kent'];
  coordinator = await api.as('regional-hub-coordinator', { sub: 'coordinator-1', force: 'hertfordshire', forces });
});
afterAll(async () => {
  await api?.end();
});

const inThreeWeeks = addCalendarDays(londonDay(instant(Date.now())), 21);
const path = `/arrangements?from=${inThreeWeeks}&until=${inThreeWeeks}`;

/** A case with a taxi asked for, in a force. */
async function arranged(force: string): Promise<{ caseId: string; arrangementId: string }> {
  const [reports, unit] = [
    await api.as('reporting-system', { force }),
    await api.as('witness-care-officer', { force }),
  ];
  const { caseId } = await listed(api, reports, { investigatingForce: force });
  const asked = { kind: 'arrangementAsked', data: { arrangement: 'travel', on: inThreeWeeks }, happenedAt: justNow() };
  expect((await unit.post(`/cases/${caseId}/events`, asked)).status).toBe(201);
  const found = await eventually(async () => (await api.database.cases.findCase(caseId))?.arrangements?.[0]);
  return { caseId, arrangementId: found.arrangementId };
}

const says = (caller: Caller, caseId: string, kind: string, data: object) =>
  caller.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow() });

describe('a regional coordinator', () => {
  it('sees what is arranged in the forces they work with, and in no other; and books it', async () => {
    const [here, there, elsewhere] = [await arranged('hertfordshire'), await arranged('kent'), await arranged('essex')];
    const { status, body } = await coordinator.get(path);
    expect(status).toBe(200);
    const shown = body.items.map(({ caseId, force }: { caseId: string; force: string }) => [caseId, force]);
    expect(shown).toEqual(
      expect.arrayContaining([
        [here.caseId, 'hertfordshire'],
        [there.caseId, 'kent'],
      ])
    );
    expect(JSON.stringify(body)).not.toContain(elsewhere.caseId);
    expect(Object.keys(body.items[0]).sort()).toEqual([
      'arrangement',
      'arrangementId',
      'caseId',
      'force',
      'on',
      'state',
    ]);
    const kent = (await coordinator.get(`${path}&force=kent`)).body.items;
    expect(kent.map(({ caseId }: { caseId: string }) => caseId)).toEqual([there.caseId]);
    expect((await coordinator.get(`${path}&force=essex`)).body.items).toEqual([]);

    const booked = { arrangementId: there.arrangementId, pence: 4_200 };
    expect((await says(coordinator, there.caseId, 'arrangementBooked', booked)).status).toBe(201);
    expect((await coordinator.get(`/cases/${there.caseId}/arrangements`)).body.pence).toBe(4_200);
    expect((await coordinator.get(`/cases/${elsewhere.caseId}/arrangements`)).status).toBe(404);
    const cancelled = { arrangementId: elsewhere.arrangementId };
    expect((await says(coordinator, elsewhere.caseId, 'arrangementCancelled', cancelled)).status).toBe(404);
  });

  it('sees nothing else of a case, and may say nothing else of it', async () => {
    const { caseId } = await arranged('kent');
    for (const closed of [
      `/cases/${caseId}`,
      `/cases/${caseId}/timeline`,
      `/cases/${caseId}/person`,
      '/cases',
      '/tasks',
    ]) {
      expect([closed, (await coordinator.get(closed)).status]).toEqual([closed, 403]);
    }
    expect(
      (await says(coordinator, caseId, 'arrangementAsked', { arrangement: 'travel', on: inThreeWeeks })).status
    ).toBe(403);
    expect((await says(coordinator, caseId, 'attendanceDoubted', { reason: 'ill' })).status).toBe(403);
  });

  it('sees nothing of a restricted case, in the list or by its id', async () => {
    const { caseId, arrangementId } = await arranged('kent');
    const supervisor = await api.as('supervisor', { force: 'kent', sub: 'supervisor-1' });
    const restricted = await says(supervisor, caseId, 'caseRestricted', {
      callers: ['supervisor-1'],
      reason: 'policeEmployee',
    });
    expect(restricted.status).toBe(201);
    await eventually(async () => ((await api.database.cases.findCase(caseId))?.visibleTo ? true : undefined));
    expect(JSON.stringify((await coordinator.get(path)).body)).not.toContain(caseId);
    expect((await coordinator.get(`/cases/${caseId}/arrangements`)).status).toBe(404);
    expect((await says(coordinator, caseId, 'arrangementBooked', { arrangementId })).status).toBe(404);
  });

  it('is who the token says: the claim opens no other force to anybody else', async () => {
    const { caseId } = await arranged('kent');
    const supervisor = await api.as('supervisor', { forces: ['hertfordshire', 'kent'] });
    expect((await supervisor.get(`/cases/${caseId}`)).status).toBe(404);
    expect(JSON.stringify((await supervisor.get(path)).body)).not.toContain(caseId);
    const none = await api.as('regional-hub-coordinator', { force: 'kent' });
    expect((await none.get(path)).body.items).toEqual([]);
    expect(JSON.stringify((await officer.get(path)).body)).not.toContain(caseId);
  });
});
