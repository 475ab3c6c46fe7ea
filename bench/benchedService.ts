import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../config/config';
import { builtFile } from '../dev/projectRoot';
import { startService } from '../dev/service';
import { signToken, type Caller } from '../dev/signToken';

/** A service to measure, and the processes whose time is counted. */
export interface BenchedService {
  readonly url: string;
  readonly pids: Readonly<Record<string, number | undefined>>;
  /** How each server was come by; nothing where another process started the service. */
  readonly ways?: Readonly<Record<string, string>>;
  token(caller: Caller): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a service, or the bare application, in a data folder that is gone afterwards. Without stubs of other systems,
 * unless they are asked for: they would take processor time that other systems have of their own.
 */
export async function startedService({ bare = false, otherSystems = false } = {}): Promise<BenchedService> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'victim-case-bench-'));
  const without = otherSystems ? {} : { OTHER_SYSTEMS: 'none' };
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir, ...without };
  const service = startService({ env, ...(bare ? { scripts: bareScripts } : {}) });
  const stop = async () => {
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const { apiUrl, ways, pid, token } = await service.ready;
    const parts = ['worker', 'api', 'temporal', 'mongodb'] as const;
    const pids = Object.fromEntries(parts.map((part) => [part, pid(part)]));
    return { url: apiUrl, pids, ways, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const bareScripts = { worker: builtFile('bench/bare/worker.js'), api: builtFile('bench/bare/api.js') };

/** A service that runs already. Its processes are known where DATA_DIR is its data folder; a token can be given. */
export function runningService(url: string, givenToken: string | undefined): BenchedService {
  const { dataDir, oidcAudience } = readConfig();
  return {
    url,
    pids: pidsIn(dataDir, url),
    token: async (caller) => givenToken ?? signToken(path.resolve(dataDir), { audience: oidcAudience, ...caller }),
    stop: () => Promise.resolve(),
  };
}

function pidsIn(dataDir: string, url: string): Record<string, number> {
  try {
    const { api, pids } = JSON.parse(readFileSync(path.join(dataDir, 'endpoints.json'), 'utf8'));
    return new URL(api).port === new URL(url).port ? pids : {};
  } catch {
    return {};
  }
}
