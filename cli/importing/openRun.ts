import { setMaxListeners } from 'node:events';
import path from 'node:path';
import type { Instant } from '../../domain/time/londonTime';
import { givenToken, signedTokens } from '../service/accessTokens';
import { jsonPoster } from '../service/httpCall';
import { serviceAddress } from '../service/serviceAddress';
import { serviceClient } from '../service/serviceClient';
import { CommandStopped } from '../commandStopped';
import type { ImportRun, OpenFile } from './importRun';
import { ImportState } from './importState';
import { KeptOutcomes } from './keptOutcomes';
import { progressBar } from './progressBar';
import { Rejects } from './rejects';
import { lockState } from './stateLock';

/** Options of both commands. */
export interface RunOptions {
  readonly url?: string;
  readonly token?: string;
  readonly concurrency: number;
  readonly until?: Instant;
  readonly state?: string;
  readonly rejects?: string;
  /** In seconds. */
  readonly patience: number;
  readonly fromStart: boolean;
  readonly json: boolean;
}

interface OpenRun extends ImportRun {
  readonly url: string;
  /** Takes what was written down back to what the state knows, or starts afresh. */
  start(files: readonly OpenFile[]): void;
  close(): void;
}

/** Puts a run together from its options; the first Ctrl-C lets what is under way end, and the next run goes on. */
export function openRun(options: RunOptions, here: { dataDir: string; port: number }): OpenRun {
  const url = originOf(options.url ?? serviceAddress(here));
  const statePath = path.resolve(options.state ?? path.join(here.dataDir, 'import', 'state.json'));
  const rejects = new Rejects(path.resolve(options.rejects ?? path.join(here.dataDir, 'import', 'rejects.csv')));
  const kept = new KeptOutcomes(`${statePath.replace(/\.json$/, '')}.kept.ndjson`);
  const unlock = lockState(statePath);
  const state = new ImportState(statePath, options.fromStart);
  const token = options.token ?? process.env.VICTIM_CASE_TOKEN;
  const stopping = new AbortController();
  // Every waiting row listens to it.
  setMaxListeners(0, stopping.signal);
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const client = serviceClient({
    url,
    post: jsonPoster(url, options.concurrency),
    tokens: token ? givenToken(token) : signedTokens(here.dataDir),
    patienceMs: options.patience * 1000,
    stop: stopping.signal,
  });
  return {
    client,
    state,
    rejects,
    kept,
    url,
    atATime: options.concurrency,
    stop: stopping.signal,
    progress: progressBar(process.stderr, !options.json),
    start: (files) => {
      rejects.takeBackTo(files.some(({ isResumed }) => isResumed) ? state.rejectBytes(rejects.path) : 0);
      const keptBytes = state.keptBytes();
      if (keptBytes !== undefined) kept.takeBackTo(keptBytes);
    },
    close: () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      unlock();
    },
  };
}

function originOf(url: string): string {
  if (URL.canParse(url) && /^https?:/.test(url)) return new URL(url).origin;
  throw new CommandStopped('The address of the service must look like http://127.0.0.1:3000', 1);
}
