import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../failure';
import { withLock } from '../processes/lockFile';
import { builtFile } from '../projectRoot';
import { readJson, writeJson } from '../writeFile';

/** What the tools of the ecosystem can download. */
export type Downloadable = 'temporal' | 'temporal-test-server' | 'mongod';

export interface DownloadSetUp {
  readonly cache: string;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** How long the first byte may take: where there is no route out this is the whole delay. */
  readonly firstByteMs?: number;
  readonly stallMs?: number;
  /** What downloads: called with the server's name and a folder, prints the program's path. */
  readonly command?: readonly [string, ...string[]];
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Lets the tool that owns a server download it, in a process of its own that is ended when no bytes arrive: neither tool
 * can be told to give up. A failure is remembered for a day, so that later starts go on to the next way at once.
 */
export async function ownDownload(server: Downloadable, setUp: DownloadSetUp): Promise<string> {
  const folder = path.join(setUp.cache, 'downloads', server);
  const pointer = path.join(folder, 'ready.json');
  const ready = readyProgram(pointer);
  if (ready) return ready;

  mkdirSync(path.join(folder, 'files'), { recursive: true });
  const failureFile = path.join(folder, 'failure.json');
  const onWait = (pid: number): void => setUp.say(`Process ${pid} is downloading ${server}: waiting for it`);
  return withLock(path.join(folder, 'lock.json'), onWait, async () => {
    const meanwhile = readyProgram(pointer);
    if (meanwhile) return meanwhile;
    const failure = readJson<{ failedAt: string; reason: string }>(failureFile);
    if (failure && Date.now() - Date.parse(failure.failedAt) < dayMs) {
      throw new Error(`${failure.reason}; remembered for a day in ${failureFile}`);
    }
    try {
      const program = await watchDownload(server, path.join(folder, 'files'), setUp);
      writeJson(pointer, { program });
      return program;
    } catch (error) {
      // What has half arrived must not be taken for a program the next time.
      rmSync(path.join(folder, 'files'), { recursive: true, force: true });
      writeJson(failureFile, { failedAt: new Date().toISOString(), reason: messageOf(error) });
      throw error;
    }
  });
}

function readyProgram(pointer: string): string | undefined {
  const program = readJson<{ program: string }>(pointer)?.program;
  return program && existsSync(program) ? program : undefined;
}

async function watchDownload(server: Downloadable, folder: string, setUp: DownloadSetUp): Promise<string> {
  const { firstByteMs = 6_000, stallMs = 20_000, say } = setUp;
  const [command, ...args] = setUp.command ?? [process.execPath, builtFile('dev/servers/downloadServer.js')];
  const child = spawn(command, [...args, server, folder], {
    env: { ...setUp.env, MONGOMS_MAX_RETRIES: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-2_000)));
  let hasEnded = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => resolve(null));
  }).finally(() => (hasEnded = true));

  let bytes = 0;
  let saidAt = 0;
  let progressAt = performance.now();
  while (!hasEnded) {
    await Promise.race([ended, sleep(250)]);
    const now = performance.now();
    const size = bytesIn(folder);
    if (size > bytes) {
      bytes = size;
      progressAt = now;
      if (now - saidAt < 2_000) continue;
      saidAt = now;
      say(`  downloading ${server}: ${Math.round(bytes / 1_000_000)} MB`);
    } else if (now - progressAt > (bytes === 0 ? firstByteMs : stallMs)) {
      child.kill('SIGKILL');
      await ended;
      throw new Error(bytes === 0 ? 'the download site did not answer' : 'the download stood still');
    }
  }
  const program = output.trim().split('\n').at(-1) ?? '';
  if ((await ended) === 0 && existsSync(program)) return program;
  throw new Error(complaint.trim().split('\n').at(-1) || 'the download brought no program');
}

function bytesIn(folder: string): number {
  const sizes = readdirSync(folder).map((name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.size);
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}
