import { readFileSync } from 'node:fs';
import path from 'node:path';
import { keepChild, type Keeping } from '../../dev/processes/keptChild';
import { temporaryFolder } from '../support/temporaryFolder';

const folder = temporaryFolder();

const keepScript = (name: string, script: string, keeping: Partial<Keeping> = {}) =>
  keepChild(
    {
      name,
      command: process.execPath,
      args: ['-e', script],
      logFile: path.join(folder, `${name}.log`),
      reportsReady: true,
    },
    { isReady: ({ reportedReady }) => reportedReady, say: () => undefined, firstPauseMs: 10, ...keeping }
  );

const runsOn = 'process.send({ ready: true }); setInterval(() => {}, 1000);';

it('starts a child again that dies', async () => {
  const said: string[] = [];
  const child = keepScript('dying', runsOn, { say: (line) => said.push(line) });
  await child.whenReady();
  const first = child.pid() ?? 0;
  process.kill(first, 'SIGKILL');
  while (!said.includes('dying is running again.')) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(child.pid()).not.toBe(first);
  expect(said[0]).toMatch(/^dying ended \(SIGKILL\) and is started again; its log is /);
  await child.stop(1_000);
  expect(child.pid()).toBeUndefined();
});

it('gives up a child that dies five times within a minute, with one sentence', async () => {
  const gaveUp: string[] = [];
  const child = keepScript('hopeless', 'console.error("no luck"); process.exit(3)', {
    onGivingUp: ({ message }) => gaveUp.push(message),
    firstPauseMs: 1,
  });
  await expect(child.whenReady()).rejects.toThrow('hopeless ended 5 times in short order (last: exit code 3): see ');
  expect(gaveUp).toEqual([expect.stringMatching(/hopeless\.log, which ends\n(no luck\n){4}no luck$/)]);
  const log = readFileSync(path.join(folder, 'hopeless.log'), 'utf8');
  expect(log.trim().split('\n')).toEqual(Array(5).fill('no luck'));
});

it('does not count deaths that are further apart', async () => {
  const child = keepScript('patient', runsOn, { deathsAllowed: 2, withinMs: 0 });
  for (let death = 0; death < 3; death += 1) {
    await child.whenReady();
    const pid = child.pid() ?? 0;
    process.kill(pid, 'SIGKILL');
    while (child.pid() === pid) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await child.whenReady();
  await child.stop(1_000);
});

it('does not count a kill on purpose, and waits for the servers that the child needs', async () => {
  let waits = 0;
  const before = () => Promise.resolve(void (waits += 1));
  const child = keepScript('killed', runsOn, { deathsAllowed: 1, before });
  await child.whenReady();
  await child.kill();
  await child.whenReady();
  expect(waits).toBe(1);
  await child.stop(1_000);
});

it('leaves a killed child down until it is started, where restarts are off', async () => {
  const child = keepScript('down', runsOn, { restarts: false });
  await child.whenReady();
  await child.kill();
  expect(child.pid()).toBeUndefined();
  await child.start();
  expect(child.pid()).toBeDefined();
  await child.stop(1_000);
});

it('lets a child drain before it is stopped, and no longer than the grace', async () => {
  const drains = "process.on('SIGTERM', () => setTimeout(() => { console.log('drained'); process.exit(); }, 100));";
  const child = keepScript('draining', drains + runsOn);
  await child.whenReady();
  await child.stop(5_000);
  expect(readFileSync(path.join(folder, 'draining.log'), 'utf8')).toBe('drained\n');

  const stubborn = keepScript('stubborn', `process.on('SIGTERM', () => {});${runsOn}`);
  await stubborn.whenReady();
  await stubborn.stop(100);
  expect(stubborn.pid()).toBeUndefined();
});

it('counts a child as dead that is not ready in time', async () => {
  const child = keepScript('slow', 'setInterval(() => {}, 1000)', { readyWithinMs: 300, deathsAllowed: 2 });
  await expect(child.whenReady()).rejects.toThrow('slow ended 2 times in short order (last: not ready within 0.3 s)');
});
