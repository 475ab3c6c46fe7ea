import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetUpError } from '../../dev/failure';
import { findBinary } from '../../dev/servers/binary';
import { claimEngine } from '../../dev/servers/engineRecord';
import { firstThatWorks, type Way } from '../../dev/servers/firstThatWorks';
import { ownDownload } from '../../dev/servers/ownDownload';
import { findPython } from '../../dev/servers/python';
import { wheelProgram, type Wheel } from '../../dev/servers/wheel';
import { readJson, writeJson } from '../../dev/writeFile';
import { temporaryFolder } from '../support/temporaryFolder';

const folder = temporaryFolder();
const silent = () => undefined;

const programAt = (...parts: string[]): string => {
  const file = path.join(folder, ...parts);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
};

describe('the order of ways to a server', () => {
  const way = (name: string, find: () => Promise<string | undefined>): Way<string> => ({
    name,
    hint: `open ${name}`,
    find,
  });
  const closed = way('closed', () => Promise.resolve(undefined));
  const failing = way('failing', () => Promise.reject(new Error('no route')));
  const never = way('never', () => Promise.reject(new SetUpError('must not be tried')));

  it('takes the first that works and says which', async () => {
    const open = way('open', () => Promise.resolve('/bin/server'));
    expect(await firstThatWorks('server', [closed, failing, open, never])).toEqual({
      found: '/bin/server',
      way: 'open',
    });
  });

  it('lists every way, and what went wrong, where none works', async () => {
    await expect(firstThatWorks('Temporal server', [closed, failing])).rejects.toThrow(
      'No Temporal server could be found or set up. Open one of these ways:\n  1. open closed\n  2. open failing (no route)'
    );
  });
});

describe('a binary', () => {
  it('is the one that the environment names, before the one on the PATH', () => {
    const onPath = programAt('bin', 'mongod');
    const named = programAt('elsewhere', 'mongod');
    expect(findBinary('MONGOD', 'mongod', { PATH: `/nowhere:${path.dirname(onPath)}` })).toBe(onPath);
    expect(findBinary('MONGOD', 'mongod', { PATH: path.dirname(onPath), MONGOD: named })).toBe(named);
    expect(findBinary('MONGOD', 'mongod', { PATH: '/nowhere' })).toBeUndefined();
  });

  it('that is named and cannot be run is an error, not a reason to look further', () => {
    expect(() => findBinary('MONGOD', 'mongod', { MONGOD: '/nowhere/mongod' })).toThrow(
      new SetUpError('MONGOD names /nowhere/mongod, which is not a program that can be run.')
    );
  });
});

describe('a download by the tool that owns the server', () => {
  const cacheOf = (name: string) => path.join(folder, 'cache', name);
  const script = (text: string) => [process.execPath, '-e', text] as const;

  it('is kept, and not fetched a second time', async () => {
    const program = programAt('downloaded');
    const setUp = { cache: cacheOf('kept'), env: process.env, say: silent };
    const once = script(`console.log(${JSON.stringify(program)})`);
    expect(await ownDownload('temporal', { ...setUp, command: once })).toBe(program);
    expect(await ownDownload('temporal', { ...setUp, command: script('process.exit(1)') })).toBe(program);
  });

  it('is given up soon where no byte arrives, and the next start does not wait again', async () => {
    const setUp = { cache: cacheOf('silent'), env: process.env, say: silent, firstByteMs: 300 };
    const hangs = script('setInterval(() => {}, 1000)');
    await expect(ownDownload('mongod', { ...setUp, command: hangs })).rejects.toThrow(
      'the download site did not answer'
    );
    const startedAt = performance.now();
    await expect(ownDownload('mongod', { ...setUp, command: hangs })).rejects.toThrow('remembered for a day');
    expect(performance.now() - startedAt).toBeLessThan(250);
  });

  it('is tried again a day after it failed', async () => {
    const cache = cacheOf('yesterday');
    mkdirSync(path.join(cache, 'downloads', 'mongod'), { recursive: true });
    writeJson(path.join(cache, 'downloads', 'mongod', 'failure.json'), {
      failedAt: '2026-01-01T00:00:00.000Z',
      reason: 'old',
    });
    const program = programAt('mongod-today');
    const command = script(`console.log(${JSON.stringify(program)})`);
    expect(await ownDownload('mongod', { cache, env: process.env, say: silent, command })).toBe(program);
  });

  it('that stands still half way leaves nothing to be taken for a program', async () => {
    const cache = cacheOf('half');
    const halfWay = `require('node:fs').writeFileSync(process.argv[2] + '/mongod', 'half'); setInterval(() => {}, 1000)`;
    const setUp = { cache, env: process.env, say: silent, stallMs: 300, command: script(halfWay) };
    await expect(ownDownload('mongod', setUp)).rejects.toThrow('the download stood still');
    expect(existsSync(path.join(cache, 'downloads', 'mongod', 'files'))).toBe(false);
  });
});

describe('a pinned wheel', () => {
  const wheel: Wheel = { package: 'example-server', version: '1.0.0', program: 'example' };
  const python = () => Promise.resolve({ command: 'python3', version: '3.11' });
  const install = async (_wheel: Wheel, venv: string) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    mkdirSync(path.join(venv, 'bin'), { recursive: true });
    writeFileSync(path.join(venv, 'bin', 'example'), '');
  };

  it('is installed once, however many processes ask at the same time', async () => {
    const said: string[] = [];
    const setUp = {
      cache: path.join(folder, 'wheels'),
      env: {},
      say: (line: string) => said.push(line),
      python,
      install,
    };
    const [first, second] = await Promise.all([wheelProgram(wheel, setUp), wheelProgram(wheel, setUp)]);
    expect(first).toBe(second);
    expect(said.filter((line) => line.startsWith('Setting up'))).toHaveLength(1);
  });

  it('is never taken from a half-built environment, which the next set-up removes', async () => {
    const cache = path.join(folder, 'half-built');
    const setUp = { cache, env: {}, say: silent, python };
    const breaksOff = async (_wheel: Wheel, venv: string) => {
      await install(wheel, venv);
      throw new Error('no route to the index');
    };
    await expect(wheelProgram(wheel, { ...setUp, install: breaksOff })).rejects.toThrow('no route to the index');
    await wheelProgram(wheel, { ...setUp, install });
    const made = readdirSync(path.join(cache, 'wheels', 'example-server-1.0.0')).filter((name) =>
      name.startsWith('venv-')
    );
    expect(made).toHaveLength(1);
  });

  it('needs a Python from 3.10 to 3.13, and says so', async () => {
    await expect(findPython({ PATH: '/nowhere' }, ['python3'])).rejects.toThrow(
      'no Python 3.10 to 3.13 with venv and pip'
    );
  });
});

describe('the engine that wrote the data', () => {
  const recordFile = path.join(folder, 'engine.json');
  const secantus = { engine: 'secantusdb', version: '0.7.0b3', program: '/cache/secantusd-py' };

  it('is the only one that opens it later', () => {
    claimEngine(recordFile, 'mongodb', secantus, 'MONGOD');
    claimEngine(recordFile, 'mongodb', secantus, 'MONGOD');
    const mongod = { engine: 'mongod', version: '8.2.6', program: '/usr/bin/mongod' };
    expect(() => claimEngine(recordFile, 'mongodb', mongod, 'MONGOD')).toThrow(
      'The mongodb data in this folder was written by secantusdb 0.7.0b3, and mongod 8.2.6 was found: ' +
        'set MONGOD=/cache/secantusd-py to go on with the data, or run "npm run stack -- --clean" to begin anew.'
    );
  });

  it('may become newer, not older', () => {
    claimEngine(recordFile, 'temporal', { engine: 'temporal-cli', version: '1.9.1', program: '/a' }, 'TEMPORAL_CLI');
    claimEngine(recordFile, 'temporal', { engine: 'temporal-cli', version: '1.10.0', program: '/b' }, 'TEMPORAL_CLI');
    expect(readJson<Record<string, unknown>>(recordFile)?.mongodb).toEqual(secantus);
    const old = { engine: 'temporal-cli', version: '1.9.1', program: '/a' };
    expect(() => claimEngine(recordFile, 'temporal', old, 'TEMPORAL_CLI')).toThrow(SetUpError);
  });
});
