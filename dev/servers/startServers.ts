import { setTimeout as sleep } from 'node:timers/promises';
import { openDataFolder } from '../dataFolder';
import { processSet, type ProcessSet, type ProcessSetOptions } from '../processes/processSet';
import type { EmbeddedServer } from './embeddedServer';
import { claimEngine } from './engineRecord';
import { mongodbServer } from './mongodb';
import { temporalServer } from './temporal';

export type ServerName = 'temporal' | 'mongodb';

export interface ServerAddresses {
  readonly temporalAddress: string;
  readonly temporalUi?: string;
  readonly mongodbUri: string;
  /** How each server was come by, in words. */
  readonly ways: Readonly<Record<ServerName, string>>;
}

export interface ServerSettings {
  /** Read for addresses, program names, PATH and cache. */
  readonly env?: NodeJS.ProcessEnv;
  /** More settings of the Temporal server as KEY=VALUE. */
  readonly temporalSettings?: readonly string[];
}

export interface ServersOptions extends ServerSettings, Partial<ProcessSetOptions> {
  readonly dataDir: string;
}

export interface RunningServers extends ServerAddresses {
  pid(name: ServerName): number | undefined;
  whenReady(): Promise<void>;
  /** `kill -9`; resolves when the process is gone. It starts again by itself unless `restarts` is false. */
  kill(name: ServerName): Promise<void>;
  /** Starts a killed server again, on the same port and data. Resolves when it can be used. */
  start(name: ServerName): Promise<void>;
  /** Ends the servers and frees the data folder. */
  stop(): Promise<void>;
  /** Leaves the servers running when this process ends: `endOrphans` of the data folder ends them. */
  release(): void;
}

/** Starts Temporal and MongoDB in a data folder, or takes those that TEMPORAL_ADDRESS and MONGODB_URI name. */
export async function startServers(options: ServersOptions): Promise<RunningServers> {
  const { say = () => undefined } = options;
  const folder = await openDataFolder(options.dataDir, say);
  const processes = processSet(folder, { ...options, say });
  const stop = async (): Promise<void> => {
    await processes.stop(0);
    folder.close();
  };
  try {
    const addresses = await addServers(processes, options, say);
    return {
      ...addresses,
      pid: (name) => processes.find(name)?.pid(),
      whenReady: () => processes.whenReady(),
      kill: async (name) => processes.find(name)?.kill(),
      start: async (name) => processes.find(name)?.start(),
      stop,
      release: () => processes.release(),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Adds to a set of processes the servers that the environment does not name. Resolves when both can be used. */
export async function addServers(
  processes: ProcessSet,
  { env = process.env, temporalSettings = [] }: ServerSettings,
  say: (line: string) => void
): Promise<ServerAddresses> {
  const { folder } = processes;
  const namespace = env.TEMPORAL_NAMESPACE || 'default';
  const [temporal, mongodb] = await Promise.all([
    env.TEMPORAL_ADDRESS ? undefined : temporalServer(folder, env, say, { namespace, dynamicConfig: temporalSettings }),
    env.MONGODB_URI ? undefined : mongodbServer(folder, env, say),
  ]);
  if (temporal) claimEngine(folder.file('engine.json'), 'temporal', temporal.engine, 'TEMPORAL_CLI');
  if (mongodb) claimEngine(folder.file('engine.json'), 'mongodb', mongodb.engine, 'MONGOD');
  await Promise.all([temporal, mongodb].map((server) => server && keep(server, processes)));
  return {
    temporalAddress: temporal?.address ?? env.TEMPORAL_ADDRESS ?? '',
    ...(temporal?.uiAddress ? { temporalUi: temporal.uiAddress } : {}),
    mongodbUri: mongodb?.address ?? env.MONGODB_URI ?? '',
    ways: {
      temporal: temporal ? inWords(temporal) : 'TEMPORAL_ADDRESS',
      mongodb: mongodb ? inWords(mongodb) : 'MONGODB_URI',
    },
  };
}

function keep(server: EmbeddedServer, processes: ProcessSet): Promise<void> {
  const isReady = (_child: unknown, abandoned: AbortSignal): Promise<void> => untilWorks(server.probe, abandoned);
  return processes.keep(server.command, { isReady }, { isServer: true }).whenReady();
}

const usableWithinMs = 30_000;

/** Tries again until it works or is abandoned. Throws what went wrong last when that has taken too long. */
async function untilWorks(attempt: () => Promise<void>, abandoned: AbortSignal): Promise<void> {
  const giveUpAt = performance.now() + usableWithinMs;
  while (!abandoned.aborted) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await sleep(50);
    }
  }
}

function inWords({ engine, way }: EmbeddedServer): string {
  return `${engine.engine} ${engine.version}, ${way}`;
}
