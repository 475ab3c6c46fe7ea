import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { randomBytes } from 'node:crypto';
import { silenceActivities } from '../../activities/silence';
import { keepSchedules, silenceTimetable, sweepTimetable } from '../../commands/schedules';
import { londonClock, instant } from '../../domain/time/londonTime';
import { connectClient, dataConverter } from '../../temporal/connection';
import { quietRuntime } from '../support/quietRuntime';
import { testServers, type TestServers } from '../support/servers';
import { testDatabase, type TestDatabase } from '../support/testDatabase';
import { workflowBundle } from '../support/workflowBundle';

const payloadKeys = [{ id: 'test', key: randomBytes(32) }];
const timetables = [sweepTimetable(3_600), silenceTimetable];

let servers: TestServers;
let database: TestDatabase;
let client: Client;
const ending: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  servers = await testServers();
  database = await testDatabase(randomBytes(32), servers.mongodbUri);
  const { temporalAddress: address, namespace } = servers;
  const connected = connectClient({ address, namespace, payloadKeys });
  client = connected.client;
  ending.push(
    () => connected.connection.close(),
    () => database.close()
  );
});
afterAll(async () => {
  for (const end of ending) await end();
});

const keep = async () =>
  keepSchedules(client, { taskQueue: servers.taskQueue, timetables }, new AbortController().signal);

it('has the engine check for silence at two in the morning in London, winter and summer, one check at a time', async () => {
  await keep();
  const { spec, policies, info } = await client.schedule.getHandle(silenceTimetable.scheduleId).describe();
  expect(spec.timezone).toBe('Europe/London');
  expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 20 * 3_600_000 });
  const next = info.nextActionTimes.map((at) => londonClock(instant(at.getTime())));
  expect(next.length).toBeGreaterThan(2);
  expect(new Set(next)).toEqual(new Set(['02:00']));
});

it('has each schedule once, however many workers ask for it', async () => {
  await Promise.all([keep(), keep()]);
  const ids = [];
  for await (const { scheduleId } of client.schedule.list()) ids.push(scheduleId);
  expect(new Set(ids).size).toBe(ids.length);
});

it('gives up when the worker stops while Temporal is away', async () => {
  const nobody = connectClient({ address: '127.0.0.1:9', namespace: 'nobody', payloadKeys });
  const stopped = new AbortController();
  const kept = keepSchedules(nobody.client, { taskQueue: 'nobody', timetables }, stopped.signal);
  setTimeout(() => stopped.abort(), 200);
  await kept;
  await nobody.connection.close();
});

it('runs the check as the worker runs it, and the night’s count is kept', async () => {
  quietRuntime();
  const connection = await NativeConnection.connect({ address: servers.temporalAddress });
  const told: object[] = [];
  const worker = await Worker.create({
    connection,
    namespace: servers.namespace,
    taskQueue: servers.taskQueue,
    workflowBundle: await workflowBundle(),
    dataConverter: dataConverter(payloadKeys),
    activities: silenceActivities(database.silentCases, (found) => told.push(found)),
  });
  await worker.runUntil(async () => {
    await keep();
    await client.schedule.getHandle(silenceTimetable.scheduleId).trigger();
    for (let tries = 0; tries < 400 && told.length === 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  await connection.close();
  expect(told).toEqual([{ openCases: 0, silentCases: 0, healed: 0 }]);
  expect(await database.silentCases.lastChecked()).toMatchObject({ openCases: 0, silentCases: 0 });
});
