import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { silenceActivities } from '../../activities/silence';
import type { OpenCase, SilenceChecked, SilentCases } from '../../database/operations/silentCases';
import { addHours, instant, type Instant } from '../../domain/time/londonTime';
import { nightlySilenceCheckType } from '../../workflows/messages';
import { quietRuntime } from '../support/quietRuntime';
import { startTimeSkipping } from '../support/timeSkippingServer';
import { workflowBundle } from '../support/workflowBundle';

let env: TestWorkflowEnvironment;
beforeAll(async () => {
  quietRuntime();
  env = await startTimeSkipping();
});
afterAll(async () => {
  await env?.teardown();
});

/** Keeps findings as MongoDB does, for tests that are about time and not about the database. */
class MemorySilence implements SilentCases {
  readonly open: OpenCase[] = [];
  readonly found = new Map<string, Instant>();
  readonly checks: SilenceChecked[] = [];
  readonly slicesRead: number[] = [];
  /** Reads that fail, by their number. */
  away: readonly number[] = [];

  async openCases(slice: number): Promise<OpenCase[]> {
    this.slicesRead.push(slice);
    if (this.away.includes(this.slicesRead.length)) throw new Error('The database is away');
    return slice === 30 ? [...this.open] : [];
  }
  async settle(slice: number, silent: readonly { of: OpenCase }[], at: Instant): Promise<number> {
    if (slice !== 30) return 0;
    const before = this.found.size;
    for (const known of this.found.keys()) {
      if (!silent.some(({ of }) => of.caseId === known)) this.found.delete(known);
    }
    for (const { of } of silent) if (!this.found.has(of.caseId)) this.found.set(of.caseId, at);
    return before - this.found.size;
  }
  async noteChecked(checked: SilenceChecked): Promise<void> {
    this.checks.push(checked);
  }
  async lastChecked(): Promise<SilenceChecked | undefined> {
    return this.checks.at(-1);
  }
  async listSilent(): Promise<never> {
    throw new Error('Nobody lists here');
  }
}

const scopes = { investigatingForce: 'hertfordshire', homeForce: 'hertfordshire', owningTeam: 'north-victim-care' };

async function checked(store: SilentCases, whileRunning?: () => Promise<void>): Promise<void> {
  const taskQueue = `silence-${randomUUID()}`;
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: silenceActivities(store),
  });
  await worker.runUntil(async () => {
    const handle = await env.client.workflow.start(nightlySilenceCheckType, { taskQueue, workflowId: randomUUID() });
    await whileRunning?.();
    await handle.result();
  });
}

const now = async () => instant(await env.currentTimeMs());

it('is done after one look where no case is silent', async () => {
  const store = new MemorySilence();
  store.open.push({ ...scopes, caseId: 'a', nextLookAt: addHours(await now(), 5) });
  await checked(store);
  expect(store.checks).toHaveLength(1);
  expect(store.found.size).toBe(0);
});

it('looks again a quarter of an hour later, so that a case that only woke late after an outage is not on the list', async () => {
  const store = new MemorySilence();
  const passed = addHours(await now(), -3);
  const late = { ...scopes, caseId: 'late', nextLookAt: passed };
  store.open.push({ ...scopes, caseId: 'stuck', nextLookAt: passed }, late);
  await checked(store, async () => {
    while (store.checks.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    store.open[1] = { ...late, nextLookAt: addHours(passed, 48) };
  });
  const [first, second] = store.checks.map(({ checkedAt }) => Date.parse(checkedAt));
  expect(store.checks.map(({ silentCases }) => silentCases)).toEqual([2, 1]);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(15 * 60_000);
  expect([...store.found.keys()]).toEqual(['stuck']);
});

it('goes on from the last slice it had finished when MongoDB was away', async () => {
  const store = new MemorySilence();
  store.open.push({ ...scopes, caseId: 'stuck', nextLookAt: addHours(await now(), -3) });
  store.away = [33, 34];
  await checked(store);
  const read = store.slicesRead.slice(0, 66);
  expect(store.found.size).toBe(1);
  expect(store.checks[0]).toMatchObject({ openCases: 1, silentCases: 1 });
  // The server hears of progress now and then: what it had not heard of is looked at once more, and counted once.
  expect(read[32]).toBe(32);
  expect(read[33]).toBeGreaterThanOrEqual(0);
  expect(new Set(store.slicesRead).size).toBe(64);
});
