import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { justNow, listed } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  system = await api.as('reporting-system');
  officer = await api.as('witness-care-officer');
});
afterAll(async () => {
  await api?.end();
});

it('who calls the victim sees what the court decided last about bail, and its conditions in words', async () => {
  const { caseId } = await listed(api, system);
  const tell = { happenedAt: justNow(), suspects: ['s1'] };
  await system.post(`/cases/${caseId}/events`, { kind: 'suspectCharged', data: { how: 'charged' }, ...tell });
  expect((await officer.get(`/cases/${caseId}/briefing`)).body.bail).toBeUndefined();
  const decide = async (data: object, note?: string) => {
    const more = { happenedAt: justNow(), suspects: ['s1'], ...(note === undefined ? {} : { note }) };
    const { status } = await officer.post(`/cases/${caseId}/events`, { kind: 'courtBailDecided', data, ...more });
    expect(status).toBe(201);
    return (await officer.get(`/cases/${caseId}/briefing`)).body.bail;
  };
  const words = 'Not to contact Alex Example';
  expect(await decide({ decision: 'bailed', conditions: true }, words)).toMatchObject([
    { suspects: ['s1'], decision: 'bailed', conditions: true, words },
  ]);
  const [now, ...others] = await decide({ decision: 'remanded' });
  expect(others).toEqual([]);
  expect(now).toMatchObject({ decision: 'remanded' });
  expect(now).not.toHaveProperty('words');
});
