import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CommandStopped } from '../commandStopped';

/** Keeps a second import from using the same state file; a lock of a process that is gone is taken over. */
export function lockState(stateFile: string): () => void {
  const lock = `${stateFile}.lock`;
  mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid > 0 && isAlive(pid)) {
      throw new CommandStopped(
        `Process ${pid} is importing with ${stateFile}: wait for it, or name another --state.`,
        1
      );
    }
    rmSync(lock, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
