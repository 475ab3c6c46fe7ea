import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetUpError } from './failure';
import { signalGroup } from './processes/child';
import { identify, isRunning, type ProcessIdentity } from './processes/identity';
import { LockHeld, lockHolder, takeLock } from './processes/lockFile';
import { readJson, writeJson } from './writeFile';

/** A process that runs on behalf of a data folder, servers last. */
interface ListedChild extends ProcessIdentity {
  readonly name: string;
  readonly isServer: boolean;
}

/** The folder of one running service: held by one process at a time. */
export interface DataFolder {
  readonly path: string;
  file(...parts: string[]): string;
  logFile(name: string): string;
  listChild(name: string, pid: number, isServer: boolean): void;
  unlistChild(pid: number): void;
  close(): void;
}

const lockFileOf = (folder: string): string => path.join(folder, 'lock.json');
const childrenFileOf = (folder: string): string => path.join(folder, 'children.json');

/** Opens a data folder for this process alone, and ends what a killed predecessor left running in it. */
export async function openDataFolder(dataDir: string, say: (line: string) => void): Promise<DataFolder> {
  const folder = path.resolve(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await takeLock(lockFileOf(folder)).catch((error: unknown) => {
    if (!(error instanceof LockHeld)) throw error;
    throw new SetUpError(
      `Already running here: process ${error.pid} uses the data folder ${folder}. Stop it, or set another DATA_DIR and PORT.`
    );
  });
  try {
    await endOrphans(folder, say);
  } catch (error) {
    lock.release();
    throw error;
  }

  let children: ListedChild[] = [];
  const save = (): void => writeJson(childrenFileOf(folder), children);
  return {
    path: folder,
    file: (...parts) => path.join(folder, ...parts),
    logFile: (name) => path.join(folder, 'logs', `${name}.log`),
    listChild: (name, pid, isServer) => {
      const identity = identify(pid);
      if (!identity) return;
      children.push({ ...identity, name, isServer });
      save();
    },
    unlistChild: (pid) => {
      children = children.filter((child) => child.pid !== pid);
      save();
    },
    close: () => lock.release(),
  };
}

/** The process that holds a data folder now, if any. */
export function holderOf(dataDir: string): ProcessIdentity | undefined {
  return lockHolder(lockFileOf(path.resolve(dataDir)));
}

/** Ends the listed processes that still run: worker and API first, so that they drain while their servers are there. */
export async function endOrphans(dataDir: string, say: (line: string) => void): Promise<void> {
  const listed = readJson<ListedChild[]>(childrenFileOf(dataDir)) ?? [];
  const orphans = listed.filter(isRunning);
  if (orphans.length > 0)
    say(`Ending what an earlier start left running: ${orphans.map(({ name }) => name).join(', ')}`);
  await endAll(orphans.filter(({ isServer }) => !isServer));
  await endAll(orphans.filter(({ isServer }) => isServer));
  if (listed.length > 0) writeJson(childrenFileOf(dataDir), []);
}

async function endAll(orphans: readonly ListedChild[], graceMs = 3_000): Promise<void> {
  for (const { pid } of orphans) signalGroup(pid, 'SIGTERM');
  for (let waitedMs = 0; orphans.some(isRunning); waitedMs += 50) {
    if (waitedMs >= graceMs) for (const { pid } of orphans.filter(isRunning)) signalGroup(pid, 'SIGKILL');
    await sleep(50);
  }
}
