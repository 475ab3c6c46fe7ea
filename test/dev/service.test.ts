import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { mongo } from 'mongoose';
import { builtFile } from '../../dev/projectRoot';
import {
  startService,
  type PartName,
  type RunningService,
  type ServiceOptions,
  type StartingService,
} from '../../dev/service';
import { readJson } from '../../dev/writeFile';
import { temporaryFolder } from '../support/temporaryFolder';

const dataDir = temporaryFolder();
const standIn = (name: string): string => path.join(__dirname, 'standIns', name);
const scripts = { worker: standIn('worker.cjs'), api: standIn('api.cjs') };
const env = { ...process.env, PORT: '0', DATA_DIR: dataDir };

const begun: StartingService[] = [];
const begin = (options: ServiceOptions): StartingService => {
  const service = startService(options);
  begun.push(service);
  return service;
};
afterEach(async () => {
  await Promise.all(begun.splice(0).map((service) => service.stop()));
});

jest.setTimeout(120_000);

type Addresses = Pick<RunningService, 'mongodbUri' | 'temporalAddress'>;

const fail = (): never => {
  throw new Error('No endpoints were written');
};

/** Leaves one document and one waiting workflow under a name. */
async function leave({ mongodbUri, temporalAddress }: Addresses, name: string): Promise<void> {
  const mongodb = new mongo.MongoClient(mongodbUri);
  await mongodb.db().collection<{ _id: string }>('left').insertOne({ _id: name });
  await mongodb.close();
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  await client.workflow.start('waits', { workflowId: name, taskQueue: 'nobody' });
  await connection.close();
}

async function found({ mongodbUri, temporalAddress }: Addresses, name: string): Promise<unknown[]> {
  const mongodb = new mongo.MongoClient(mongodbUri);
  const document = await mongodb.db().collection<{ _id: string }>('left').findOne({ _id: name });
  await mongodb.close();
  const connection = await Connection.connect({ address: temporalAddress });
  const { status } = await new Client({ connection }).workflow.getHandle(name).describe();
  await connection.close();
  return [document?._id, status.name];
}

it('brings everything up, and each part back with its data after kill -9', async () => {
  const service = begin({ env, scripts });
  const running = await service.ready;
  await leave(running, 'before-kills');
  expect(readJson(path.join(dataDir, 'endpoints.json'))).toMatchObject({
    api: running.apiUrl,
    temporal: running.temporalAddress,
    mongodb: running.mongodbUri,
    pid: process.pid,
  });
  await expect(begin({ env, scripts }).ready).rejects.toThrow('Already running here');

  const parts: PartName[] = ['worker', 'api', 'temporal', 'mongodb'];
  for (const part of parts) {
    const pid = running.pid(part) ?? 0;
    expect(pid).toBeGreaterThan(0);
    await running.kill(part);
    await running.whenReady();
    expect(running.pid(part)).not.toBe(pid);
  }
  expect(await found(running, 'before-kills')).toEqual(['before-kills', 'RUNNING']);
  const given = (await (await fetch(running.apiUrl)).json()) as Record<string, string>;
  expect(given).toMatchObject({ TEMPORAL_ADDRESS: running.temporalAddress, MONGODB_URI: running.mongodbUri });

  await leave(running, 'just-before-stop');
  await service.stop();
  await expect(fetch(running.apiUrl)).rejects.toThrow();

  const startedAt = performance.now();
  const second = begin({ env, scripts });
  const again = await second.ready;
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(await found(again, 'just-before-stop')).toEqual(['just-before-stop', 'RUNNING']);
  await second.stop();
});

it('ends what a supervisor that was killed has left, and goes on with its data', async () => {
  const killedDir = path.join(dataDir, 'killed');
  const ownEnv = { ...env, DATA_DIR: killedDir };
  const script = `require(${JSON.stringify(builtFile('dev/service.js'))}).startService({ scripts: ${JSON.stringify(scripts)} })`;
  const supervisor = spawn(process.execPath, ['-e', script], { env: ownEnv, stdio: 'ignore' });
  const endpoints = path.join(killedDir, 'endpoints.json');
  while (!existsSync(endpoints)) await sleep(50);
  const { temporal, mongodb } = readJson<{ temporal: string; mongodb: string }>(endpoints) ?? fail();
  await leave({ temporalAddress: temporal, mongodbUri: mongodb }, 'before-the-supervisor-was-killed');
  const gone = once(supervisor, 'exit');
  supervisor.kill('SIGKILL');
  await gone;

  const said: string[] = [];
  const service = begin({ env: ownEnv, scripts, say: (line) => said.push(line) });
  const running = await service.ready;
  expect(said[0]).toMatch(/^Ending what an earlier start left running: (temporal|mongodb|worker|api|stubs)(, \w+){4}$/);
  expect(await found(running, 'before-the-supervisor-was-killed')).toEqual([
    'before-the-supervisor-was-killed',
    'RUNNING',
  ]);
  await service.stop();
});

it('says in one sentence that its port is taken, and leaves nothing running', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const { port } = other.address() as AddressInfo;
  const service = begin({ env: { ...env, PORT: String(port) }, scripts });
  await expect(service.ready).rejects.toThrow(
    `Port ${port} is in use by another program: stop that one, or set PORT to another number.`
  );
  other.close();
});
