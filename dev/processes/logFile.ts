import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';

const largestLogBytes = 20_000_000;

/** Opens a log for appending. A large one is first set aside as `….1`, in place of the one set aside before. */
export function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  boundLog(file);
  return openSync(file, 'a');
}

/** Safe while a process writes to the log: the file stays, its content moves. Lines of that instant may be lost. */
export function boundLog(file: string, largestBytes = largestLogBytes): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) <= largestBytes) return;
  copyFileSync(file, `${file}.1`);
  truncateSync(file);
}

/** The last lines of a log; none where it cannot be read. */
export function endOfLog(file: string, lines = 5): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

export const closeLog = closeSync;
