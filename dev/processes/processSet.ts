import type { DataFolder } from '../dataFolder';
import type { SetUpError } from '../failure';
import type { ChildCommand } from './child';
import { keepChild, type Keeping, type KeptChild } from './keptChild';

export interface ProcessSetOptions {
  readonly say: (line: string) => void;
  /** False leaves a killed process down until it is started by name. */
  readonly restarts?: boolean;
  /** Called when one of them has died too often: the rest still runs. */
  readonly onGivingUp?: (error: SetUpError) => void;
}

/** The children that run for one data folder. */
export interface ProcessSet {
  readonly folder: DataFolder;
  keep(
    command: ChildCommand,
    keeping: Pick<Keeping, 'isReady' | 'before'>,
    options?: { isServer?: boolean }
  ): KeptChild;
  find(name: string): KeptChild | undefined;
  whenReady(): Promise<void>;
  /** Ends worker and API first, so that they drain while their servers are there, then the servers. */
  stop(graceMs: number): Promise<void>;
  /** Lets this process end while the children run on: `endOrphans` of the data folder ends them. */
  release(): void;
}

const serverGraceMs = 10_000;

export function processSet(folder: DataFolder, options: ProcessSetOptions): ProcessSet {
  const { say, restarts = true, onGivingUp } = options;
  const servers = new Map<string, KeptChild>();
  const others = new Map<string, KeptChild>();
  let isStopping = false;

  const all = (): KeptChild[] => [...servers.values(), ...others.values()];
  const end = (children: Map<string, KeptChild>, graceMs: number): Promise<unknown> =>
    Promise.all([...children.values()].map((child) => child.stop(graceMs)));

  return {
    folder,
    keep: (command, keeping, { isServer = false } = {}) => {
      if (isStopping) throw new Error(`${command.name} is not started: everything is being stopped.`);
      const child = keepChild(command, {
        ...keeping,
        say,
        restarts,
        ...(onGivingUp ? { onGivingUp } : {}),
        onStart: (pid) => folder.listChild(command.name, pid, isServer),
        onEnd: (pid) => folder.unlistChild(pid),
      });
      (isServer ? servers : others).set(command.name, child);
      return child;
    },
    find: (name) => servers.get(name) ?? others.get(name),
    whenReady: async () => {
      await Promise.all(all().map((child) => child.whenReady()));
    },
    stop: async (graceMs) => {
      isStopping = true;
      await end(others, graceMs);
      await end(servers, serverGraceMs);
    },
    release: () => all().forEach((child) => child.release()),
  };
}
