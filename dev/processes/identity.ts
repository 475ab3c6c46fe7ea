import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that a later one with the same number is not mistaken for. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque: changes with the process and with the boot of the machine. */
  readonly startMark: string;
}

/** The identity of a running process; undefined where none with this number runs (a zombie does not). */
export function identify(pid: number): ProcessIdentity | undefined {
  const startMark = process.platform === 'linux' ? linuxStartMark(pid) : portableStartMark(pid);
  return startMark === undefined ? undefined : { pid, startMark };
}

export function isRunning({ pid, startMark }: ProcessIdentity): boolean {
  return identify(pid)?.startMark === startMark;
}

function linuxStartMark(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything, blanks included: count fields from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

function portableStartMark(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    return undefined;
  }
}
