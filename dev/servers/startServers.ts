import { setTimeout as sleep } from 'node:timers/promises';
import { openDataFolder, type DataFolder } from '../dataFolder';
import type { SetUpError } from '../failure';
import { keepChild, type KeptChild } from '../processes/keptChild';
import type { EmbeddedServer } from './embeddedServer';
import { claimEngine } from './engineRecord';
import { mongodbServer } from './mongodb';
import { temporalServer } from './temporal';

export type ServerName = 'temporal' | 'mongodb';

export interface ServersOptions {
  readonly dataDir: string;
  /** Read for addresses, program names, PATH and cache. */
  readonly env?: NodeJS.ProcessEnv;
  readonly say?: (line: string) => void;
  /** False leaves a killed server down until `start(name)`. */
  readonly restarts?: boolean;
  readonly onGivingUp?: (error: SetUpError) => void;
  /** More settings of the Temporal server as KEY=VALUE. */
  readonly temporalSettings?: readonly string[];
}

export interface RunningServers {
  readonly folder: DataFolder;
  readonly temporalAddress: string;
  readonly temporalUi?: string;
  readonly mongodbUri: string;
  /** How each server was come by, in words. */
  readonly ways: Readonly<Record<ServerName, string>>;
  pid(name: ServerName): number | undefined;
  whenReady(): Promise<void>;
  /** `kill -9`; resolves when the process is gone. It starts again by itself unless `restarts` is false. */
  kill(name: ServerName): Promise<void>;
  /** Starts a killed server again, on the same port and data. Resolves when it can be used. */
  start(name: ServerName): Promise<void>;
  /** Ends the servers, Temporal first, and frees the data folder. */
  stop(): Promise<void>;
  /** Leaves the servers running when this process ends: `endOrphans` of the data folder ends them. */
  release(): void;
}

const stopWithinMs = 10_000;

/** Starts Temporal and MongoDB in a data folder, or takes the ones that TEMPORAL_ADDRESS and MONGODB_URI name. */
export async function startServers(options: ServersOptions): Promise<RunningServers> {
  const { dataDir, env = process.env, say = () => undefined } = options;
  const folder = await openDataFolder(dataDir, say);
  const kept = new Map<ServerName, KeptChild>();
  try {
    const temporalFound = env.TEMPORAL_ADDRESS
      ? undefined
      : temporalServer(folder, env, say, {
          namespace: env.TEMPORAL_NAMESPACE || 'default',
          dynamicConfig: options.temporalSettings ?? [],
        });
    const mongodbFound = env.MONGODB_URI ? undefined : mongodbServer(folder, env, say);
    const [temporal, mongodb] = await Promise.all([temporalFound, mongodbFound]);
    for (const [name, server, variable] of [
      ['temporal', temporal, 'TEMPORAL_CLI'],
      ['mongodb', mongodb, 'MONGOD'],
    ] as const) {
      if (!server) continue;
      claimEngine(folder.file('engine.json'), name, server.engine, variable);
      kept.set(name, keepServer(server, folder, options));
    }
    await Promise.all([...kept.values()].map((child) => child.whenReady()));

    return {
      folder,
      temporalAddress: env.TEMPORAL_ADDRESS || (temporal?.address ?? ''),
      ...(temporal?.uiAddress ? { temporalUi: temporal.uiAddress } : {}),
      mongodbUri: env.MONGODB_URI || (mongodb?.address ?? ''),
      ways: {
        temporal: temporal ? `${engineText(temporal)}, ${temporal.way}` : 'TEMPORAL_ADDRESS',
        mongodb: mongodb ? `${engineText(mongodb)}, ${mongodb.way}` : 'MONGODB_URI',
      },
      pid: (name) => kept.get(name)?.pid(),
      whenReady: async () => {
        await Promise.all([...kept.values()].map((child) => child.whenReady()));
      },
      kill: async (name) => kept.get(name)?.kill(),
      start: async (name) => kept.get(name)?.start(),
      stop: () => stopAll(kept, folder),
      release: () => kept.forEach((child) => child.release()),
    };
  } catch (error) {
    await stopAll(kept, folder);
    throw error;
  }
}

function keepServer(server: EmbeddedServer, folder: DataFolder, options: ServersOptions): KeptChild {
  const { say = () => undefined, restarts = true, onGivingUp } = options;
  return keepChild(server.command, {
    say,
    restarts,
    ...(onGivingUp ? { onGivingUp } : {}),
    isReady: (_child, abandoned) => untilWorks(server.probe, abandoned),
    onStart: (pid) => folder.listChild(server.command.name, pid, true),
    onEnd: (pid) => folder.unlistChild(pid),
  });
}

/** Tries again until it works or is abandoned. */
async function untilWorks(attempt: () => Promise<void>, abandoned: AbortSignal): Promise<void> {
  while (!abandoned.aborted) {
    try {
      return await attempt();
    } catch {
      await sleep(50);
    }
  }
}

async function stopAll(kept: ReadonlyMap<ServerName, KeptChild>, folder: DataFolder): Promise<void> {
  await kept.get('temporal')?.stop(stopWithinMs);
  await kept.get('mongodb')?.stop(stopWithinMs);
  folder.close();
}

function engineText({ engine }: EmbeddedServer): string {
  return `${engine.engine} ${engine.version}`;
}
