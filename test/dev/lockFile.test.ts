import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identify } from '../../dev/processes/identity';
import { LockHeld, lockHolder, takeLock, withLock } from '../../dev/processes/lockFile';
import { temporaryFolder } from '../support/temporaryFolder';

const folder = temporaryFolder();
const self = identify(process.pid);

it('is held by one until released', async () => {
  const file = path.join(folder, 'held.json');
  const lock = await takeLock(file);
  await expect(takeLock(file)).rejects.toEqual(new LockHeld(process.pid));
  expect(lockHolder(file)?.pid).toBe(process.pid);
  lock.release();
  expect(existsSync(file)).toBe(false);
  (await takeLock(file)).release();
});

it.each([
  ['a process that has ended', { pid: spawnSync(process.execPath, ['-e', '']).pid, startMark: 'x', nonce: 'a' }],
  ['another process that now has the number', { pid: process.pid, startMark: 'before the last boot', nonce: 'a' }],
])('is taken over from %s', async (_name, holder) => {
  const file = path.join(folder, 'stale.json');
  writeFileSync(file, JSON.stringify(holder));
  const lock = await takeLock(file);
  expect(lockHolder(file)).toMatchObject(self ?? {});
  lock.release();
});

it('is taken over from a file that a power cut has torn', async () => {
  const file = path.join(folder, 'torn.json');
  writeFileSync(file, '{"pid":');
  (await takeLock(file)).release();
});

it('goes to one of many who find a dead holder at once', async () => {
  const file = path.join(folder, 'race.json');
  writeFileSync(file, JSON.stringify({ pid: process.pid, startMark: 'earlier', nonce: 'a' }));
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(file)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('lets those who wait in one after the other', async () => {
  const file = path.join(folder, 'queue.json');
  let inside = 0;
  let most = 0;
  const visit = () =>
    withLock(
      file,
      () => undefined,
      async () => {
        most = Math.max(most, (inside += 1));
        await new Promise((resolve) => setTimeout(resolve, 10));
        inside -= 1;
      }
    );
  await Promise.all([visit(), visit(), visit()]);
  expect(most).toBe(1);
});
