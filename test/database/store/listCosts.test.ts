import { Mongoose, type Connection } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { caseDocument, cases, casesReader, type Cases } from '../../../database/cases/cases';
import { makeIndexes } from '../../../database/store/collection';
import type { Scope } from '../../../database/store/scope';
import { taskDocument, tasks, tasksReader, type Tasks } from '../../../database/cases/tasks';
import { addHours } from '../../../domain/time/londonTime';
import { projectionOf, nothingProjected } from '../../../domain/projection/projection';
import type { BandLimits } from '../../../domain/task';
import { aTuesday, PureCase } from '../../support/caseBuilder';
import { testServers } from '../../support/servers';

let connection: Connection;
let lists: { cases: Cases; tasks: Tasks };
/** Every search that was sent to MongoDB since the last look. */
const sent: { find: string; filter: Record<string, unknown>; sort?: Map<string, 1 | -1>; limit?: number }[] = [];

const limits: BandLimits = {
  now: addHours(aTuesday, 100),
  endOfToday: addHours(aTuesday, 110),
  endOfSoon: addHours(aTuesday, 180),
};
const hertfordshire: Scope = { kind: 'force', force: 'hertfordshire' };
const north: Scope = { kind: 'teams', force: 'hertfordshire', teams: ['north', 'east'] };

/** 400 cases: ten teams of two forces, each with one open task, and a closed one besides. */
beforeAll(async () => {
  connection = new Mongoose({ autoIndex: false, autoCreate: false }).createConnection();
  await connection.openUri((await testServers()).mongodbUri, { monitorCommands: true, ignoreUndefined: true });
  const models = { cases: cases(connection), tasks: tasks(connection) };
  await makeIndexes(connection);
  lists = { cases: casesReader(models.cases, { caseIdsOf: async () => [] }), tasks: tasksReader(models.tasks) };

  const teams = ['north', 'east', 'south', 'west', 'mid', 'far', 'near', 'upper', 'lower', 'outer'];
  const projections = Array.from({ length: 400 }, (_, n) => {
    const openedAt = addHours(aTuesday, n / 4);
    const force = n % 20 < 10 ? 'hertfordshire' : 'kent';
    const owningTeam = teams[n % 10] ?? 'none';
    const assigned = n % 40 === 0 ? { officerInCase: 'officer-1' } : {};
    const forces = { investigatingForce: force, homeForce: force };
    const victim = PureCase.open({
      caseId: randomUUID(),
      receivedAt: openedAt,
      openedAt,
      owningTeam,
      ...forces,
      ...assigned,
    });
    return projectionOf(victim.careRecord, nothingProjected);
  });
  const documents = projections.flatMap(({ summary, tasks: [task] }) => {
    if (!task) throw new Error('A case begins with a task');
    const closed = { as: 'completed' as const, at: summary.openedAt };
    const assignee = summary.officerInCase;
    return [taskDocument({ ...task, assignee }, 1), taskDocument({ ...task, taskId: `${task.caseId}.99`, closed }, 1)];
  });
  await models.cases.collection.insertMany(projections.map(({ summary }) => caseDocument(summary)) as never);
  await models.tasks.collection.insertMany(documents as never);
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (commandName === 'find') sent.push(command as (typeof sent)[number]);
  });
});

afterAll(async () => {
  await connection.close();
});

/**
 * How many documents MongoDB read for the searches since the last look, which must all run along an index. Only the range
 * that a list lies in is explained: the embedded server looks through it for the rest, but its explain does not say so.
 */
async function examined(): Promise<number> {
  let sum = 0;
  for (const { find, filter, sort, limit } of sent.splice(0)) {
    const [key = ''] = sort?.keys() ?? [];
    const range = { [key]: filter[key] };
    const command = { explain: { find, filter: range, sort, limit }, verbosity: 'executionStats' };
    const explained = await connection.db?.command(command);
    const plan = JSON.stringify(explained?.queryPlanner?.winningPlan);
    expect(plan).toContain('IXSCAN');
    expect(plan).not.toContain('"SORT"');
    sum += Number(explained?.executionStats?.totalDocsExamined);
  }
  return sum;
}

describe('a page of a list', () => {
  const first = { limit: 10 };

  // Servers that stop at the limit read eleven documents a stretch; the embedded one reads to the end of the stretch.
  it.each<[string, number, () => Promise<{ items: readonly unknown[] }>]>([
    ['the tasks of a force', 200, () => lists.tasks.listTasks({}, limits, hertfordshire, first)],
    ['the tasks of two teams', 80, () => lists.tasks.listTasks({}, limits, north, first)],
    ['the tasks of a team', 40, () => lists.tasks.listTasks({ team: 'north' }, limits, hertfordshire, first)],
    [
      'the overdue tasks of a team',
      40,
      () => lists.tasks.listTasks({ team: 'north', band: 'overdue' }, limits, north, first),
    ],
    [
      'the tasks of an officer',
      10,
      () => lists.tasks.listTasks({ assignee: 'officer-1' }, limits, hertfordshire, first),
    ],
    ['the cases of a force', 200, () => lists.cases.listCases({}, hertfordshire, first)],
    [
      'the cases of a team at one stage',
      40,
      () => lists.cases.listCases({ team: 'east', stage: 'firstContact' }, north, first),
    ],
    ['the cases of an officer', 10, () => lists.cases.listCases({}, { kind: 'own', officer: 'officer-1' }, first)],
  ])('with %s costs no more than the list itself, whatever else is stored', async (_title, most, read) => {
    sent.length = 0;
    const { items } = await read();
    expect(items).toHaveLength(10);
    const documents = await examined();
    expect(documents).toBeGreaterThanOrEqual(10);
    expect(documents).toBeLessThanOrEqual(most);
  });

  it('costs less the further one has come', async () => {
    const read = (cursor?: string) =>
      lists.tasks.listTasks({ team: 'north' }, limits, hertfordshire, { limit: 6, cursor });
    let cursor = (await read()).next;
    cursor = (await read(cursor)).next;
    sent.length = 0;
    await read(cursor);
    expect(await examined()).toBeLessThanOrEqual(20);
  });
});
