import { randomUUID } from 'node:crypto';
import type { Scope } from '../../../database/store/scope';
import type { Page } from '../../../database/store/pages';
import { addHours, type Instant } from '../../../domain/time/londonTime';
import type { CaseSummary, Scopes } from '../../../domain/projection/caseSummary';
import type { ProjectedTask, Projection } from '../../../domain/projection/projection';
import { projectionOf, nothingProjected } from '../../../domain/projection/projection';
import { bandOf, bands, type BandLimits } from '../../../domain/task';
import { aTuesday, PureCase } from '../../support/caseBuilder';
import { testDatabase, type TestDatabase } from '../../support/testDatabase';

let database: TestDatabase;
const shown: { cases: CaseSummary[]; tasks: ProjectedTask[] } = { cases: [], tasks: [] };

const limits: BandLimits = {
  now: addHours(aTuesday, 30),
  endOfToday: addHours(aTuesday, 54),
  endOfSoon: addHours(aTuesday, 90),
};
const north = 'north-victim-care';
const hertfordshire: Scope = { kind: 'force', force: 'hertfordshire' };

/** Sixty cases of two teams and three forces, some of them supported by another force than the one that investigates. */
function aCase(n: number): Projection {
  const openedAt: Instant = addHours(aTuesday, n);
  const forces = [
    { investigatingForce: 'hertfordshire', homeForce: 'hertfordshire' },
    { investigatingForce: 'essex', homeForce: 'hertfordshire' },
    { investigatingForce: 'kent', homeForce: 'kent' },
  ][n % 3];
  const owningTeam = n % 2 === 0 ? north : 'south|victim care';
  const officerInCase = n % 5 === 0 ? 'officer-5' : undefined;
  const victim = PureCase.open({
    caseId: randomUUID(),
    receivedAt: openedAt,
    openedAt,
    ...forces,
    owningTeam,
    officerInCase,
  });
  if (n % 7 === 0) victim.record('noCrime', { reason: 'notACrime' }, addHours(openedAt, 1));
  return projectionOf(victim.careRecord, nothingProjected);
}

beforeAll(async () => {
  database = await testDatabase();
  const projections = Array.from({ length: 60 }, (_, n) => aCase(n));
  for (const projection of projections) {
    await database.projections.saveProjection(projection);
    shown.cases.push(projection.summary);
    shown.tasks.push(...projection.tasks);
  }
});

afterAll(async () => {
  await database.close();
});

/** Reads a list to its end, page by page. */
async function readWhole<Item>(read: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined, pages = 0; pages < 100; pages += 1) {
    const page = await read(cursor);
    items.push(...page.items);
    if (page.next === undefined) return items;
    expect(page.items.length).toBeGreaterThan(0);
    cursor = page.next;
  }
  throw new Error('The list has no end');
}

const byDue = (one: ProjectedTask, other: ProjectedTask) =>
  `${one.dueAt}|${one.taskId}` < `${other.dueAt}|${other.taskId}` ? -1 : 1;
const isOfHertfordshire = ({ investigatingForce, homeForce }: Scopes) =>
  investigatingForce === 'hertfordshire' || homeForce === 'hertfordshire';

describe('the list of cases', () => {
  it.each<[string, Scope, (summary: CaseSummary) => boolean]>([
    ['both forces of a case', hertfordshire, isOfHertfordshire],
    [
      'the teams of a caller, in their force alone',
      { kind: 'teams', force: 'hertfordshire', teams: [north, 'south|victim care', 'a team without cases'] },
      isOfHertfordshire,
    ],
    [
      'one team',
      { kind: 'teams', force: 'essex', teams: [north] },
      (each) => each.investigatingForce === 'essex' && each.owningTeam === north,
    ],
    ['the officer in the case', { kind: 'own', officer: 'officer-5' }, (each) => each.officerInCase === 'officer-5'],
    ['a support service not at all', { kind: 'referrals', services: ['beacon'] }, () => false],
    ['a force that begins like another one not at all', { kind: 'force', force: 'hert' }, () => false],
    [
      'a team that begins like another one not at all',
      { kind: 'teams', force: 'essex', teams: ['south'] },
      () => false,
    ],
  ])('shows %s, newest first, none twice and none left out', async (_title, scope, isSeen) => {
    const listed = await readWhole((cursor) => database.cases.listCases({}, scope, { cursor, limit: 7 }));
    const expected = shown.cases.filter(isSeen).reverse();
    expect(listed.map(({ caseId }) => caseId)).toEqual(expected.map(({ caseId }) => caseId));
  });

  it('is narrowed by what is asked for, never widened', async () => {
    const listed = async (filter: Parameters<TestDatabase['cases']['listCases']>[0], scope: Scope = hertfordshire) =>
      readWhole((cursor) => database.cases.listCases(filter, scope, { cursor, limit: 50 }));
    const seen = shown.cases.filter(isOfHertfordshire);
    expect(await listed({ ended: true })).toHaveLength(seen.filter(({ ended }) => ended).length);
    expect(await listed({ stage: 'cancelled', ended: true })).toHaveLength(seen.filter(({ ended }) => ended).length);
    expect(await listed({ team: north })).toHaveLength(seen.filter(({ owningTeam }) => owningTeam === north).length);
    expect(await listed({ force: 'essex' })).toHaveLength(
      seen.filter(({ investigatingForce }) => investigatingForce === 'essex').length
    );
    expect(await listed({ force: 'kent' })).toEqual([]);
    const northAlone: Scope = { kind: 'teams', force: 'hertfordshire', teams: [north] };
    expect(await listed({ team: 'south|victim care' }, northAlone)).toEqual([]);
  });
});

describe('the list of tasks', () => {
  const open = () => shown.tasks.filter(({ closed }) => !closed).sort(byDue);

  it('shows a team its open tasks, soonest due first, none twice and none left out', async () => {
    const scope: Scope = { kind: 'teams', force: 'hertfordshire', teams: [north, 'south|victim care'] };
    const listed = await readWhole((cursor) => database.tasks.listTasks({}, limits, scope, { cursor, limit: 9 }));
    expect(listed).toEqual(JSON.parse(JSON.stringify(open().filter(isOfHertfordshire))));
  });

  it('falls into bands that leave nothing out, and counts them the same way', async () => {
    const counted = await database.tasks.countTasks(undefined, limits, hertfordshire);
    for (const band of bands) {
      const listed = await readWhole((cursor) =>
        database.tasks.listTasks({ band }, limits, hertfordshire, { cursor, limit: 11 })
      );
      const expected = open().filter((task) => isOfHertfordshire(task) && bandOf(task.dueAt, limits) === band);
      expect(listed.map(({ taskId }) => taskId)).toEqual(expected.map(({ taskId }) => taskId));
      expect(counted.reduce((sum, { counts }) => sum + counts[band], 0)).toBe(expected.length);
      expect(expected.length).toBeGreaterThan(0);
    }
    expect(counted.map(({ team }) => team)).toEqual([north, 'south|victim care']);
    const [one] = await database.tasks.countTasks(north, limits, hertfordshire);
    expect(one).toEqual(counted[0]);
  });

  it('shows the tasks of one case to who may see it', async () => {
    const { caseId } = shown.cases[1] ?? { caseId: '' };
    const ofCase = async (scope: Scope) =>
      (await database.tasks.listTasks({ caseId }, limits, scope, { limit: 50 })).items.length;
    expect(await ofCase({ kind: 'force', force: 'essex' })).toBe(
      open().filter((task) => task.caseId === caseId).length
    );
    expect(await ofCase({ kind: 'teams', force: 'essex', teams: ['south|victim care'] })).toBeGreaterThan(0);
    expect(await ofCase({ kind: 'force', force: 'kent' })).toBe(0);
    expect(await ofCase({ kind: 'teams', force: 'essex', teams: [north] })).toBe(0);
    expect(await ofCase({ kind: 'own', officer: 'officer-5' })).toBe(0);
  });

  it('shows who has a task, and which tasks nobody has', async () => {
    const victim = PureCase.open({ caseId: randomUUID(), owningTeam: 'a team of its own' });
    const task = victim.openTask('makeFirstContact');
    const { summary, tasks } = projectionOf(victim.careRecord, nothingProjected);
    const claimed = tasks.map((each) => (each.taskId === task.taskId ? { ...each, assignee: 'officer-9' } : each));
    await database.projections.saveProjection({
      summary,
      tasks: claimed,
      facts: [],
      referrals: [],
      duties: [],
      rungs: [],
    });
    const list = async (filter: Parameters<TestDatabase['tasks']['listTasks']>[0]) =>
      (await database.tasks.listTasks(filter, limits, hertfordshire, { limit: 50 })).items.map(({ taskId }) => taskId);
    expect(await list({ assignee: 'officer-9' })).toEqual([task.taskId]);
    expect(await list({ assignee: 'officer-9', kind: 'assessNeeds' })).toEqual([]);
    expect(await list({ assignee: null, team: 'a team of its own' })).not.toContain(task.taskId);
    expect(await list({ kind: 'makeFirstContact', team: 'a team of its own' })).toEqual([task.taskId]);
  });

  it('shows a task no more once the projection that closed it was acknowledged, and keeps it by its id', async () => {
    const victim = PureCase.open({ caseId: randomUUID(), owningTeam: 'a quick team' });
    await database.projections.saveProjection(projectionOf(victim.careRecord, nothingProjected));
    const { taskId } = victim.openTask('makeFirstContact');
    const first = projectionOf(victim.careRecord, nothingProjected);
    victim.complete('makeFirstContact', 'contactMade', { channel: 'phone', with: 'victim' }, addHours(aTuesday, 1));
    await database.projections.saveProjection(projectionOf(victim.careRecord, nothingProjected));
    const listed = async () =>
      (await database.tasks.listTasks({ team: 'a quick team' }, limits, hertfordshire, { limit: 50 })).items;
    expect((await listed()).map((each) => each.taskId)).not.toContain(taskId);
    await database.projections.saveProjection(first);
    expect((await listed()).map((each) => each.taskId)).not.toContain(taskId);
    expect((await database.tasks.findTask(taskId))?.closed).toMatchObject({ as: 'completed' });
  });
});

describe('an object where a value belongs', () => {
  it.each([{ $ne: null }, { $gt: '' }, { $regex: '.*' }])('finds nothing: %j', async (operator) => {
    const value = operator as unknown as string;
    const nothing = async (search: Promise<unknown>) => search.catch(() => undefined);
    expect(await nothing(database.commands.findByKey(value))).toBeUndefined();
    expect(await nothing(database.cases.findCase(value))).toBeUndefined();
    expect(await nothing(database.tasks.findTask(value))).toBeUndefined();
    const listed = await nothing(database.cases.listCases({ stage: value }, hertfordshire, { limit: 5 }));
    expect(listed ?? { items: [] }).toEqual({ items: [] });
  });
});

describe('the timeline and the referrals of a case', () => {
  it('show facts newest first, page by page', async () => {
    const victim = PureCase.open({ caseId: randomUUID() });
    for (let n = 1; n <= 12; n += 1) {
      victim.record('contactAttempted', { channel: 'phone', result: 'noAnswer' }, addHours(aTuesday, n));
    }
    await database.projections.saveProjection(projectionOf(victim.careRecord, nothingProjected));
    const { caseId } = victim.careRecord.opening;
    const listed = await readWhole((cursor) => {
      const page = { cursor: cursor === undefined ? undefined : Number(cursor), limit: 5 };
      return database.timeline.timeline(caseId, page);
    });
    expect(listed.map(({ seq }) => seq)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect((await database.timeline.findFact(caseId, 3))?.happenedAt).toBe(addHours(aTuesday, 3));
    expect(await database.timeline.findFact(caseId, 13)).toBeUndefined();
  });

  it('show a support service its own referrals alone', async () => {
    for (const supportService of ['beacon', 'beacon', 'harbour']) {
      const victim = PureCase.open({ caseId: randomUUID() });
      const referral = { recipient: 'serviceProvider', supportService, basis: 'consent' } as const;
      victim.record('referralMade', referral, addHours(aTuesday, 2));
      await database.projections.saveProjection(projectionOf(victim.careRecord, nothingProjected));
    }
    const { referrals } = database;
    const list = async (scope: Scope, filter: Parameters<typeof referrals.listReferrals>[0] = {}) =>
      (await referrals.listReferrals(filter, scope, { limit: 50 })).items.map(({ supportService }) => supportService);
    const partner: Scope = { kind: 'referrals', services: ['beacon'] };
    expect(await list(partner)).toEqual(['beacon', 'beacon']);
    expect(await list(partner, { state: 'accepted' })).toEqual([]);
    expect(await list(partner, { supportService: 'harbour' })).toEqual([]);
    expect((await list(hertfordshire)).sort()).toEqual(['beacon', 'beacon', 'harbour']);
    expect(await list(hertfordshire, { supportService: 'harbour' })).toEqual(['harbour']);
    const [first] = (await referrals.listReferrals({}, partner, { limit: 1 })).items;
    expect(await referrals.findReferral(first?.referralId ?? '')).toEqual(first);
    expect(await referrals.referralsOfCase(first?.caseId ?? '')).toEqual([first]);
  });
});
