import { checkForSilence } from '../../../commands/silenceCheck';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { listed, openTask } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let named: Caller;
let other: Caller;
let coordinator: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  [system, named, other, coordinator] = await Promise.all([
    api.as('reporting-system'),
    api.as('supervisor', { sub: 'supervisor-1' }),
    api.as('supervisor', { sub: 'supervisor-2' }),
    api.as('victim-coordinator'),
  ]);
});
afterAll(async () => {
  await api?.end();
});

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const figures = [
  `/compliance?from=${day(-30)}&to=${day(30)}&by=team`,
  '/teams/north-victim-care/morning',
  '/tasks/counts',
  '/operations/silent-cases',
];

/** The numbers of an answer: all of it but the instants at which it was worked out and the rows of sections. */
function numbersOf(body: Record<string, unknown>): unknown {
  const { asOf: _asOf, checked: _checked, silenceChecked: _night, items, sections, ...rest } = body;
  if (sections === undefined) return { ...rest, items: 'count' in rest ? undefined : items };
  const counts = Object.entries(sections as object).map(([name, { count }]) => [name, count as number]);
  return { ...rest, sections: Object.fromEntries(counts) as Record<string, number> };
}

describe('the figures of a force, with a restricted case in it', () => {
  let restricted: string;
  beforeAll(async () => {
    await listed(api, system);
    ({ caseId: restricted } = await listed(api, system, { restrictedTo: ['supervisor-1'] }));
    await openTask(named, restricted, 'makeFirstContact');
    await checkForSilence(api.database.silentCases, new Date(Date.now() + 30 * 86_400_000).toISOString());
  });

  it.each(figures)('%s are the same for a supervisor who is named in it and for one who is not', async (path) => {
    const [theirs, others] = await Promise.all([named.get(path), other.get(path)]);
    expect([theirs.status, others.status]).toEqual([200, 200]);
    expect(numbersOf(others.body)).toEqual(numbersOf(theirs.body));
  });

  it.each(figures)('%s show nothing of it to the supervisor who is not', async (path) => {
    expect((await other.get(path)).text).not.toContain(restricted);
    expect((await named.get('/teams/north-victim-care/morning')).text).toContain(restricted);
  });

  it('are a work list to a coordinator, who can open all that is counted', async () => {
    const { sections } = (await coordinator.get('/teams/north-victim-care/morning')).body;
    expect(sections.notReached).toMatchObject({ count: 1, items: [{}] });
    const { body } = await other.get('/teams/north-victim-care/morning');
    expect(body.sections.notReached).toMatchObject({ count: 2, items: [{}] });
    expect(body.sections.silentCases).toMatchObject({ count: 2, items: [{}] });
  });
});
