import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson } from '../writeFile';
import { identify, isRunning, type ProcessIdentity } from './identity';

interface LockContent extends ProcessIdentity {
  readonly nonce: string;
}

/** Thrown where a live process holds the lock. */
export class LockHeld extends Error {
  override readonly name = 'LockHeld';
  constructor(readonly pid: number) {
    super(`held by process ${pid}`);
  }
}

export interface Lock {
  release(): void;
}

/** Takes the lock at once, from a dead holder too, or throws LockHeld. */
export async function takeLock(file: string): Promise<Lock> {
  const self = identify(process.pid);
  if (!self) throw new Error('This process cannot tell when it was started.');
  const mine: LockContent = { ...self, nonce: randomUUID() };

  for (;;) {
    if (createWhole(file, JSON.stringify(mine))) return { release: () => releaseOwn(file, mine.nonce) };
    const holder = readJson<LockContent>(file);
    if (holder && isRunning(holder)) throw new LockHeld(holder.pid);
    rmSync(file, { force: true });
    if (!createWhole(file, JSON.stringify(mine))) continue;
    // Two who both saw the dead holder may both have cleared the way: the one whose nonce remains has the lock.
    await sleep(100);
    if (readJson<LockContent>(file)?.nonce === mine.nonce) return { release: () => releaseOwn(file, mine.nonce) };
  }
}

/** Waits until the lock is free. `onWait` is told once who holds it. */
export async function withLock<T>(file: string, onWait: (pid: number) => void, work: () => Promise<T>): Promise<T> {
  for (let waited = false; ; waited = true) {
    try {
      const lock = await takeLock(file);
      return await work().finally(() => lock.release());
    } catch (error) {
      if (!(error instanceof LockHeld)) throw error;
      if (!waited) onWait(error.pid);
      await sleep(300);
    }
  }
}

/** The live process that holds the lock, if any. */
export function lockHolder(file: string): ProcessIdentity | undefined {
  const holder = readJson<LockContent>(file);
  return holder && isRunning(holder) ? holder : undefined;
}

/** Creates the file with its content in one step; false where it exists. */
function createWhole(file: string, content: string): boolean {
  const part = `${file}.${randomUUID()}.part`;
  writeFileSync(part, content);
  try {
    linkSync(part, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(part, { force: true });
  }
}

function releaseOwn(file: string, nonce: string): void {
  try {
    if ((JSON.parse(readFileSync(file, 'utf8')) as LockContent).nonce === nonce) rmSync(file, { force: true });
  } catch {
    // Already gone: nothing to release.
  }
}
