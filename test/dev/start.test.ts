import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDataFolder } from '../../dev/dataFolder';
import { builtFile } from '../../dev/projectRoot';
import { temporaryFolder } from '../support/temporaryFolder';

const folder = temporaryFolder();
const { PATH, HOME } = process.env;

const run = (script: string, env: NodeJS.ProcessEnv, ...args: string[]) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [builtFile(script), ...args], {
    env: { PATH, HOME, DATA_DIR: path.join(folder, 'data'), PORT: '0', ...env },
    encoding: 'utf8',
  });
  return { status, stderr: stderr.trim(), stdout: stdout.trim() };
};

it('npm start says in one sentence that the service already runs here', async () => {
  const held = await openDataFolder(path.join(folder, 'held'), () => undefined);
  const { status, stderr } = run('dev/start.js', { DATA_DIR: held.path });
  expect(stderr).toMatch(
    /^Already running here: process \d+ uses the data folder .*held\. Stop it, or set another DATA_DIR and PORT\.$/
  );
  expect(status).toBe(1);
  expect(run('dev/stack.js', { DATA_DIR: held.path }, '--clean')).toMatchObject({ status: 1 });
  held.close();
});

it('npm start says in one sentence that the port is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const { port } = other.address() as AddressInfo;
  const { status, stderr } = run('dev/start.js', { PORT: String(port) });
  expect(stderr).toBe(`Port ${port} is in use by another program: stop that one, or set PORT to another number.`);
  expect(status).toBe(1);
  other.close();
});

it('npm start names the four ways where there is neither a server nor Python', () => {
  const nodeOnly = path.join(folder, 'bin');
  mkdirSync(nodeOnly);
  symlinkSync(process.execPath, path.join(nodeOnly, 'node'));
  const unreachable = 'http://127.0.0.1:9';
  const { status, stderr } = run('dev/start.js', {
    PATH: nodeOnly,
    VICTIM_CASE_CACHE: path.join(folder, 'empty-cache'),
    MONGODB_URI: 'mongodb://127.0.0.1:9',
    HTTPS_PROXY: unreachable,
  });
  expect(stderr.split('\n')).toEqual([
    'No Temporal server could be found or set up. Open one of these ways:',
    expect.stringMatching(/^ {2}1\. set TEMPORAL_ADDRESS/),
    expect.stringMatching(/^ {2}2\. put temporal on the PATH/),
    expect.stringMatching(/^ {2}3\. let this machine reach temporal\.download \(.+\)$/),
    expect.stringMatching(
      /^ {2}4\. install Python 3\.10 to 3\.13 .*\(no Python 3\.10 to 3\.13 with venv and pip was found\)$/
    ),
  ]);
  expect(status).toBe(1);
});

it('npm start lists wrong settings', () => {
  expect(run('dev/start.js', { PORT: 'x', LOG_LEVEL: 'loud' }).stderr.split('\n')).toHaveLength(2);
});

it('npm start stops with exit code 0 when it is asked to while it starts', async () => {
  const dataDir = path.join(folder, 'interrupted');
  const child = spawn(process.execPath, [builtFile('dev/start.js')], {
    env: { PATH, HOME, DATA_DIR: dataDir, PORT: '0' },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (!existsSync(path.join(dataDir, 'children.json'))) await sleep(20);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

it('npm run token prints a token and nothing else, and npm run stack removes the data', () => {
  expect(run('dev/token.js', {}, '--role', 'nobody').status).toBe(1);
  expect(run('dev/token.js', { DATA_DIR: path.join(folder, 'none') }, '--role', 'supervisor').stderr).toMatch(
    /^No signing key in /
  );
  expect(run('dev/stack.js', {}, '--clean').stdout).toMatch(/^Removed the data, keys and logs in /);
});
