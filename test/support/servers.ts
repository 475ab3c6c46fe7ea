import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { withLock } from '../../dev/processes/lockFile';
import { startServers } from '../../dev/servers/startServers';
import { readJson, writeJson } from '../../dev/writeFile';
import { addCaseSearchAttributes } from './searchAttributes';

/** The real servers of this test run, with names of one's own on them. */
export interface TestServers {
  readonly temporalAddress: string;
  /** Of one's own, with the search attributes of cases: what is listed here nobody else has started. */
  readonly namespace: string;
  /** Of a database that no other test file uses; it is removed with the run. */
  readonly mongodbUri: string;
  readonly taskQueue: string;
}

/**
 * The embedded Temporal dev server and MongoDB, started by the first test file that asks and shared by the whole run.
 * Each call gives another namespace, database and task queue. Do not kill them: for that, call startServers of dev/ yourself.
 */
export async function testServers(): Promise<TestServers> {
  const run = process.env.VICTIM_CASE_TEST_RUN;
  if (!run) throw new Error('Only jest with the configuration of this repository opens a test run.');
  const { temporalAddress, mongodbUri } = await withLock(
    path.join(run, 'lock.json'),
    () => undefined,
    () => sharedServers(run)
  );
  const own = `test-${randomUUID().slice(0, 8)}`;
  await openNamespace(temporalAddress, own);
  const uri = new URL(mongodbUri);
  uri.pathname = `/${own}`;
  return { temporalAddress, namespace: own, mongodbUri: uri.toString(), taskQueue: own };
}

async function openNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    const workflowExecutionRetentionPeriod = msToTs('1 day');
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
    await addCaseSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
}

interface Addresses {
  readonly temporalAddress: string;
  readonly mongodbUri: string;
}

async function sharedServers(run: string): Promise<Addresses> {
  const addressFile = path.join(run, 'addresses.json');
  const known = readJson<Addresses>(addressFile);
  if (known) return known;
  const dataDir = path.join(run, 'servers');
  mkdirSync(dataDir, { recursive: true });
  const servers = await startServers({ dataDir, restarts: false, say: (line) => process.stderr.write(`${line}\n`) });
  servers.release();
  const addresses = { temporalAddress: servers.temporalAddress, mongodbUri: servers.mongodbUri };
  writeJson(addressFile, addresses);
  return addresses;
}
