import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig, type Config } from '../config/config';
import { openDataFolder, type DataFolder } from './dataFolder';
import { SetUpError, messageOf } from './failure';
import { openKeys } from './keys';
import type { Child } from './processes/child';
import { freePort, isPortFree } from './processes/freePort';
import { boundLog } from './processes/logFile';
import { processSet, type ProcessSet, type ProcessSetOptions } from './processes/processSet';
import { builtFile } from './projectRoot';
import { addServers, type ServerAddresses, type ServerName, type ServerSettings } from './servers/startServers';
import { stubVariables } from './stubs/stubbedSystems';
import { signToken, type Caller } from './signToken';
import { writeJson } from './writeFile';

export type PartName = ServerName | 'worker' | 'api' | 'stubs';

export interface ServiceOptions extends ServerSettings, Partial<ProcessSetOptions> {
  /** Scripts of the two halves, when they are not the built ones. */
  readonly scripts?: { readonly worker: string; readonly api: string };
}

export interface RunningService extends ServerAddresses {
  readonly dataDir: string;
  readonly apiUrl: string;
  pid(name: PartName): number | undefined;
  /** Resolves when every part runs and is ready, also after a kill. */
  whenReady(): Promise<void>;
  /** `kill -9`; resolves when the process is gone. It starts again by itself unless `restarts` is false. */
  kill(name: PartName): Promise<void>;
  /** Starts a killed part again, under the same address. Resolves when it is ready. */
  start(name: PartName): Promise<void>;
  token(caller: Caller): Promise<string>;
}

/** A service on its way up: it can be stopped before it is ready. */
export interface StartingService {
  readonly ready: Promise<RunningService>;
  /** Drains worker and API, ends the servers, frees the data folder. */
  stop(): Promise<void>;
}

const logCheckMs = 60_000;

/**
 * Starts servers, worker and API from the environment (`PORT`, `DATA_DIR`, …; port 0 takes a free one). What the four
 * processes need to know of each other they are given by environment, as they would be on machines of their own.
 */
export function startService(options: ServiceOptions = {}): StartingService {
  const { env = process.env, say = () => undefined } = options;
  const config = readConfig(env);
  let folder: DataFolder | undefined;
  let processes: ProcessSet | undefined;
  let logCheck: NodeJS.Timeout | undefined;
  let stopping: Promise<void> | undefined;

  async function begin(): Promise<RunningService> {
    folder = await openDataFolder(config.dataDir, say);
    processes = processSet(folder, { ...options, say });
    if (stopping) throw new Error('The service was stopped before it was ready.');
    const [port, stubsPort] = await Promise.all([settlePort(config.port), freePort()]);
    const apiUrl = `http://127.0.0.1:${port}`;
    const keys = await openKeys(folder.path, env);
    const addresses = await addServers(processes, options, say);
    const set = processes;
    const stubbed = stubVariables(folder.path, `http://127.0.0.1:${stubsPort}`, env);
    const childEnv = {
      ...env,
      ...keys,
      ...stubbed,
      PORT: String(port),
      TEMPORAL_ADDRESS: addresses.temporalAddress,
      MONGODB_URI: addresses.mongodbUri,
    };
    const { worker, api } = options.scripts ?? { worker: builtFile('worker.js'), api: builtFile('api/server.js') };
    const stubsEnv = { ...childEnv, STUBS_PORT: String(stubsPort), API_URL: apiUrl, DATA_DIR: folder.path };
    await Promise.all([
      keepScript('worker', worker, childEnv, set),
      keepScript('api', api, childEnv, set),
      Object.keys(stubbed).length > 0
        ? keepScript('stubs', builtFile('dev/stubs/server.js'), stubsEnv, set)
        : undefined,
    ]);
    await untilReady(apiUrl, folder);
    logCheck = setInterval(() => boundLogs(set.folder), logCheckMs).unref();
    writeEndpoints(set, addresses, apiUrl);
    return {
      ...addresses,
      dataDir: folder.path,
      apiUrl,
      pid: (name) => set.find(name)?.pid(),
      whenReady: () => set.whenReady(),
      kill: async (name) => set.find(name)?.kill(),
      start: async (name) => set.find(name)?.start(),
      token: (caller) => signToken(set.folder.path, { audience: config.oidcAudience, ...caller }),
    };
  }

  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      clearInterval(logCheck);
      await processes?.stop(config.shutdownGraceMs + 2_000);
      folder?.close();
    })();
    return stopping;
  };

  const ready = begin().catch(async (error: unknown) => {
    await stop();
    folder?.close();
    throw error;
  });
  return { ready, stop };
}

async function settlePort(wanted: Config['port']): Promise<number> {
  if (wanted === 0) return freePort();
  if (await isPortFree(wanted)) return wanted;
  throw new SetUpError(`Port ${wanted} is in use by another program: stop that one, or set PORT to another number.`);
}

/** Worker and API report when they are ready; one that died comes back once the servers are there. */
function keepScript(name: PartName, script: string, env: NodeJS.ProcessEnv, processes: ProcessSet): Promise<void> {
  const { folder } = processes;
  const command = {
    name,
    command: process.execPath,
    args: [script],
    logFile: folder.logFile(name),
  };
  const before = async (): Promise<void> => {
    await Promise.all((['temporal', 'mongodb'] as const).map((server) => processes.find(server)?.whenReady()));
  };
  const isReady = ({ reportedReady }: Child): Promise<void> => reportedReady;
  return processes.keep({ ...command, env, reportsReady: true }, { isReady, before }).whenReady();
}

/** Asks the API whether every part can be reached. */
async function untilReady(apiUrl: string, folder: DataFolder, withinMs = 30_000): Promise<void> {
  const giveUpAt = performance.now() + withinMs;
  for (let answer = ''; ; await sleep(50)) {
    try {
      const response = await fetch(`${apiUrl}/readyz`);
      if (response.ok) return;
      answer = (await response.text()).slice(0, 300);
    } catch (error) {
      answer = messageOf(error);
    }
    if (performance.now() < giveUpAt) continue;
    throw new SetUpError(
      `The service did not become ready within ${withinMs / 1000} seconds (${answer}): see ${folder.file('logs')}`
    );
  }
}

function writeEndpoints({ folder, find }: ProcessSet, addresses: ServerAddresses, api: string): void {
  const { temporalAddress: temporal, temporalUi, mongodbUri: mongodb, ways } = addresses;
  const pid = (name: PartName): number | undefined => find(name)?.pid();
  const pids = { temporal: pid('temporal'), mongodb: pid('mongodb'), worker: pid('worker'), api: pid('api') };
  writeJson(folder.file('endpoints.json'), { api, temporal, temporalUi, mongodb, pid: process.pid, pids, ways });
}

function boundLogs(folder: DataFolder): void {
  for (const name of ['temporal', 'mongodb', 'worker', 'api', 'stubs']) boundLog(folder.logFile(name));
}
