import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * The processor time so far, in milliseconds, of this process alone (`bench`), and of other processes with their
 * children; of those nothing where /proc is missing.
 */
export function processorTimes(pids: Readonly<Record<string, number | undefined>>): Record<string, number> {
  const { user, system } = process.cpuUsage();
  return { ...timesOf(pids), bench: (user + system) / 1_000 };
}

function timesOf(pids: Readonly<Record<string, number | undefined>>): Record<string, number> {
  if (!existsSync('/proc/self/stat')) return {};
  const processes = readProcesses();
  const tickMs = 1_000 / ticksPerSecond();
  const timeOf = (pid: number): number => {
    const own = processes.get(pid);
    if (!own) return 0;
    const children = [...processes].filter(([, { parent }]) => parent === pid);
    return own.ticks + children.reduce((total, [child]) => total + timeOf(child), 0);
  };
  const known = Object.entries(pids).filter((entry): entry is [string, number] => entry[1] !== undefined);
  return Object.fromEntries(known.map(([name, pid]) => [name, timeOf(pid) * tickMs]));
}

let ticks = 0;

function ticksPerSecond(): number {
  ticks ||= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return ticks;
}

interface ProcessStat {
  readonly parent: number;
  /** Of itself, and of children that have ended. */
  readonly ticks: number;
}

function readProcesses(): Map<number, ProcessStat> {
  const processes = new Map<number, ProcessStat>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      processes.set(Number(name), parseStat(readFileSync(`/proc/${name}/stat`, 'utf8')));
    } catch {
      // It ended while the list was read.
    }
  }
  return processes;
}

/** The name in parentheses may hold blanks: fields are counted from behind it. */
function parseStat(line: string): ProcessStat {
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  return { parent, ticks: fields.slice(11, 15).reduce((total, each) => total + each, 0) };
}
