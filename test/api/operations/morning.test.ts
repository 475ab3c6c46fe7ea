import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { checkForSilence } from '../../../commands/silenceCheck';
import { openTask, reported, spoke } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let supervisor: Caller;
let coordinator: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  [system, supervisor, coordinator] = await Promise.all([
    api.as('reporting-system'),
    api.as('supervisor'),
    api.as('victim-coordinator'),
  ]);
});
afterAll(async () => {
  await api?.end();
});

const path = '/teams/north-victim-care/morning';

describe('the morning numbers of a team', () => {
  it('show its supervisor and its coordinator the victim whom nobody has reached, until somebody has', async () => {
    const { caseId } = await reported(system);
    const { taskId } = await openTask(supervisor, caseId, 'makeFirstContact');
    for (const caller of [supervisor, coordinator]) {
      const { status, body } = await caller.get(path);
      expect(status).toBe(200);
      expect(body).toMatchObject({ team: 'north-victim-care', missedSince: expect.any(String) });
      expect(Math.abs(Date.parse(body.asOf) - Date.now())).toBeLessThan(10_000);
      const [item] = body.sections.notReached.items;
      expect(item).toMatchObject({ caseId, taskId, hoursLeft: expect.any(Number), tier: 'standard' });
      expect(body.sections.escalations).toEqual({ count: 0, items: [] });
    }
    const officer = await api.as('victim-care-officer');
    expect((await officer.post(`/tasks/${taskId}/completion`, { outcome: spoke })).status).toBe(200);
    expect((await supervisor.get(path)).body.sections.notReached.count).toBe(0);
  });

  it('name nobody', async () => {
    await reported(system);
    const { text } = await supervisor.get(path);
    for (const personal of ['Alex', 'Example', '07700', 'Burglary in a dwelling']) expect(text).not.toContain(personal);
  });

  it('show a silent case that the night found, and how old that finding is', async () => {
    const { caseId } = await reported(system);
    await openTask(supervisor, caseId, 'makeFirstContact');
    expect((await supervisor.get('/operations/silent-cases')).body).toEqual({ count: 0, items: [] });
    const weeksLater = new Date(Date.now() + 30 * 86_400_000).toISOString();
    await checkForSilence(api.database.silentCases, weeksLater);

    const { body } = await supervisor.get('/operations/silent-cases');
    const finding = { caseId, owningTeam: 'north-victim-care', since: weeksLater, why: ['lookOverdue'] };
    expect(body.checked).toMatchObject({ checkedAt: weeksLater });
    expect(body.items).toContainEqual(finding);
    const numbers = (await supervisor.get(path)).body;
    expect(numbers.silenceChecked).toEqual(body.checked);
    expect(numbers.sections.silentCases.count).toBe(body.count);
    const elsewhere = await api.as('supervisor', { force: 'kent' });
    expect((await elsewhere.get('/operations/silent-cases')).body).toMatchObject({ count: 0, items: [] });
  });

  it('are of no team that the caller has not, of no team without a case, and of none with a name that is no name', async () => {
    await reported(system);
    const kent = await api.as('supervisor', { force: 'kent' });
    const east = await api.as('victim-coordinator', { teams: ['east-victim-care'] });
    expect((await kent.get(path)).status).toBe(404);
    expect((await east.get(path)).status).toBe(404);
    expect((await east.get('/teams/east-victim-care/morning')).body.sections.notReached.count).toBe(0);
    expect((await supervisor.get('/teams/nobodys-team/morning')).body.code).toBe('notFound');
    expect((await supervisor.get('/teams/%3DHYPERLINK(1)/morning')).status).toBe(404);
    expect((await supervisor.get(`${path}?format=xlsx`)).status).toBe(400);
  });
});

describe('the morning numbers as a table', () => {
  it('have a row for the count of each section, and one for each item', async () => {
    await reported(system);
    const { text, headers } = await supervisor.get(`${path}?format=csv`);
    expect(headers['content-type']).toMatch(/^text\/csv/);
    const [head, ...rows] = text.trim().split('\r\n');
    expect(head).toMatch(/^team,asOf,missedSince,section,row,count,/);
    expect(rows.filter((row) => row.includes(',count,')).length).toBe(14);
    expect(rows.some((row) => row.includes(',notReached,item,'))).toBe(true);
    expect(rows.find((row) => row.includes(',escalations,count,'))).toMatch(/,escalations,count,0,/);
    const byAccept = await supervisor.get(path).set('accept', 'text/csv');
    expect(byAccept.headers['content-type']).toMatch(/^text\/csv/);
    const json = await supervisor.get(`${path}?format=json`).set('accept', 'text/csv');
    expect(json.headers['content-type']).toMatch(/^application\/json/);
  });

  it('hold nothing that a spreadsheet takes for a formula, not even hours that are over', async () => {
    const long = new Date(Date.now() - 50 * 3_600_000).toISOString();
    const { caseId } = await reported(system, { occurredAt: long, reportedAt: long, receivedAt: long });
    await openTask(supervisor, caseId, 'makeFirstContact');
    const { text } = await supervisor.get(`${path}?format=csv`);
    const cells = text.split(/\r\n|,/);
    expect(cells.filter((cell: string) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
    expect(text.split('\r\n').find((row: string) => row.includes(`item,,,,${caseId}`))).toBeDefined();
  });
});
