import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endOrphans, openDataFolder } from '../../dev/dataFolder';
import { startChild } from '../../dev/processes/child';
import { identify } from '../../dev/processes/identity';
import { temporaryFolder } from '../support/temporaryFolder';

const dataDir = temporaryFolder();
const silent = () => undefined;
const sleeper = { name: 'sleeper', command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'] };

it('tells a second start who is already running here', async () => {
  const folder = await openDataFolder(dataDir, silent);
  await expect(openDataFolder(dataDir, silent)).rejects.toThrow(`Already running here: process ${process.pid} uses`);
  folder.close();
});

it('ends what a killed start has left running', async () => {
  const killed = await openDataFolder(dataDir, silent);
  const child = await startChild({ ...sleeper, logFile: killed.logFile('sleeper') });
  killed.listChild('sleeper', child.pid, true);
  killed.close();

  const said: string[] = [];
  const next = await openDataFolder(dataDir, (line) => said.push(line));
  expect(await child.ended).toBe('SIGTERM');
  expect(said).toEqual(['Ending what an earlier start left running: sleeper']);
  expect(readFileSync(next.file('children.json'), 'utf8').trim()).toBe('[]');
  next.close();
});

it('leaves alone a stranger who has been given the number of a dead child', async () => {
  const stranger = spawn(sleeper.command, sleeper.args, { detached: true, stdio: 'ignore' });
  const listed = [{ pid: stranger.pid, startMark: 'an earlier process', name: 'temporal', isServer: true }];
  writeFileSync(path.join(dataDir, 'children.json'), JSON.stringify(listed));
  await endOrphans(dataDir, silent);
  expect(identify(stranger.pid ?? 0)).toBeDefined();
  stranger.kill('SIGKILL');
});
