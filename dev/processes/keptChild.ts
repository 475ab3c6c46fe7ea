import { setTimeout as sleep } from 'node:timers/promises';
import { SetUpError, messageOf } from '../failure';
import { startChild, type Child, type ChildCommand } from './child';
import { endOfLog } from './logFile';

/** A child that is started again whenever it dies. */
export interface KeptChild {
  readonly name: string;
  pid(): number | undefined;
  /** Resolves when the child runs and is ready; rejects where it was given up. */
  whenReady(): Promise<void>;
  /** `kill -9`, on purpose: not counted as a death. Resolves when the process is gone; it then starts again by itself. */
  kill(): Promise<void>;
  /** Starts a child that was killed while `restarts` is off. Resolves when it is ready. */
  start(): Promise<void>;
  /** SIGTERM, then SIGKILL after the grace. It stays down. */
  stop(graceMs: number): Promise<void>;
  release(): void;
}

export interface Keeping {
  /** Resolves when the child can be used; what it throws counts as a death. */
  readonly isReady: (child: Child, abandoned: AbortSignal) => Promise<void>;
  /** Awaited before a restart: the servers that this child needs. */
  readonly before?: () => Promise<void>;
  readonly say: (line: string) => void;
  readonly onStart?: (pid: number) => void;
  readonly onEnd?: (pid: number) => void;
  /** Called once, when the child has died too often. */
  readonly onGivingUp?: (error: SetUpError) => void;
  readonly restarts?: boolean;
  readonly deathsAllowed?: number;
  readonly withinMs?: number;
  readonly firstPauseMs?: number;
  readonly readyWithinMs?: number;
}

const longestPauseMs = 5_000;

/** Starts a child and keeps it running, with a growing pause between starts; five deaths within a minute end it. */
export function keepChild(command: ChildCommand, keeping: Keeping): KeptChild {
  const { say, restarts = true, deathsAllowed = 5, withinMs = 60_000, firstPauseMs = 250 } = keeping;
  const deaths: number[] = [];
  let current: Child | undefined;
  let isStopping = false;
  let isKilled = false;
  let ready: Promise<void> = run();

  function run(): Promise<void> {
    const running = start();
    running.catch(() => undefined);
    return running;
  }

  async function start(): Promise<void> {
    for (;;) {
      if (isStopping) throw new Error(`${command.name} was stopped before it was ready.`);
      const death = await startOnce();
      if (death === undefined) return;
      if (!isStopping) await pauseAfter(death);
      if (!isStopping) await keeping.before?.();
    }
  }

  /** Undefined once the child is ready, else how it ended before that. */
  async function startOnce(): Promise<string | undefined> {
    try {
      const child = await startChild(command);
      current = child;
      keeping.onStart?.(child.pid);
      void child.ended.then(() => keeping.onEnd?.(child.pid));
      const death = await becomesReady(child);
      if (death === undefined) {
        void child.ended.then((how) => died(child, how));
        return undefined;
      }
      child.signal('SIGKILL');
      await child.ended;
      current = undefined;
      return death;
    } catch (error) {
      return messageOf(error);
    }
  }

  /** Undefined when ready, else why not. */
  async function becomesReady(child: Child): Promise<string | undefined> {
    const readyWithinMs = keeping.readyWithinMs ?? 45_000;
    const abandon = new AbortController();
    const { signal } = abandon;
    try {
      return await Promise.race([
        keeping.isReady(child, signal).then(() => undefined, messageOf),
        child.ended,
        sleep(readyWithinMs, `not ready within ${readyWithinMs / 1000} s`, { signal, ref: false }),
      ]);
    } finally {
      abandon.abort();
    }
  }

  function died(child: Child, how: string): void {
    if (current !== child) return;
    current = undefined;
    if (isStopping || !restarts) return;
    // Only one that has been ready earns forgetting: one that hangs at every start would else be tried for ever.
    while (deaths[0] !== undefined && deaths[0] < performance.now() - withinMs) deaths.shift();
    ready = (async () => {
      await pauseAfter(how);
      await keeping.before?.();
      await start();
      say(`${command.name} is running again.`);
    })();
    ready.catch(() => undefined);
  }

  async function pauseAfter(death: string): Promise<void> {
    if (isKilled) {
      isKilled = false;
      return;
    }
    deaths.push(performance.now());
    if (deaths.length >= deathsAllowed) {
      const { name, logFile } = command;
      const howOften = `${name} ended ${deaths.length} times in short order (last: ${death})`;
      const error = new SetUpError(`${howOften}: see ${logFile}, which ends\n${endOfLog(logFile)}`);
      keeping.onGivingUp?.(error);
      throw error;
    }
    say(`${command.name} ended (${death}) and is started again; its log is ${command.logFile}`);
    await sleep(Math.min(firstPauseMs * 2 ** (deaths.length - 1), longestPauseMs));
  }

  async function end(child: Child | undefined, graceMs: number): Promise<void> {
    if (!child) return;
    const timer = setTimeout(() => child.signal('SIGKILL'), graceMs);
    if (graceMs > 0) child.signal('SIGTERM');
    await child.ended;
    clearTimeout(timer);
  }

  return {
    name: command.name,
    pid: () => current?.pid,
    whenReady: () => ready,
    kill: async () => {
      isKilled = current !== undefined && restarts;
      await end(current, 0);
    },
    start: () => (ready = run()),
    stop: async (graceMs) => {
      isStopping = true;
      await end(current, graceMs);
    },
    release: () => current?.release(),
  };
}
