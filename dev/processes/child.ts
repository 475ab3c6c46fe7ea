import { spawn } from 'node:child_process';
import { closeLog, openLog } from './logFile';

export interface ChildCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Whether the child reports `{ ready: true }` over a channel of its own. */
  readonly reportsReady?: boolean;
}

export interface Child {
  readonly pid: number;
  /** Resolves when the process has ended, with its code or the signal that ended it. */
  readonly ended: Promise<string>;
  /** Resolves when the child says that it is ready; never, for a child that does not report. */
  readonly reportedReady: Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Lets our own process end while the child runs. */
  release(): void;
}

/** Starts a child in its own process group, so that Ctrl-C reaches us alone, with its output in a log file. */
export async function startChild(command: ChildCommand): Promise<Child> {
  const log = openLog(command.logFile);
  const child = spawn(command.command, command.args, {
    detached: true,
    stdio: command.reportsReady ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    env: command.env ?? process.env,
    ...(command.cwd ? { cwd: command.cwd } : {}),
  });
  closeLog(log);

  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  const reportedReady = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      if ((message as { ready?: boolean } | null)?.ready === true) resolve();
    });
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command.name} could not be started: ${await ended}`);
  return {
    pid,
    ended,
    reportedReady,
    signal: (signal) => signalGroup(pid, signal),
    release: () => {
      child.unref();
      child.channel?.unref();
    },
  };
}

/** Signals a process group by its leader. Nothing happens where it has ended. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
