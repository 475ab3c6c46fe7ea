import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../support/temporaryFolder';
import type { Caller, Json, Reply } from './caller';
import { Journal, type Call, type Order } from './journal';
import type { KnownCase } from './officers';
import { examine } from './oracle';
import { policeReport } from './policeReport';
import { SeededRandom } from './seededRandom';
import { serviceToKill, type ServiceToKill } from './servicesToKill';

const awayForMs = 10_000;
const journal = new Journal(Date.now() % 1_000_000);
const cases: KnownCase[] = [];
const random = new SeededRandom(journal.seed);

let service: ServiceToKill;
let officer: Caller;
afterAll(() => service?.stop());
const dataDir = temporaryFolder();
beforeAll(async () => {
  service = await serviceToKill(dataDir, { restarts: false });
  officer = await service.caller('officer-1');
  for (let number = 1; number <= 3; number += 1) await settle(aReport());
}, 60_000);

function aReport(): Call {
  const body = policeReport(random, { reference: `AWAY-${journal.calls.length}` });
  return journal.invoke({ kind: 'report', path: '/crime-reports', body });
}

async function settle(call: Call): Promise<Json> {
  const { body } = await officer.insist(journal, call);
  if (call.kind !== 'report') return body;
  for (const { caseId } of body.cases) {
    cases.push({ caseId, reportId: body.reportId, version: 0, hasEnded: false });
  }
  return body;
}

/** Orders of every kind, on a case that runs. */
function orders({ caseId }: KnownCase, taskId: string): Order[] {
  const outcome = { kind: 'contactMade', channel: 'phone' };
  const tried = { kind: 'contactAttempted', data: { channel: 'phone', result: 'noAnswer' } };
  const about = { caseId, taskId };
  return [
    { ...about, kind: 'claim', path: `/tasks/${taskId}/claim` },
    { ...about, kind: 'event', path: `/cases/${caseId}/events`, body: tried, isDated: true },
    { ...about, kind: 'completion', path: `/tasks/${taskId}/completion`, body: { outcome }, isDated: true },
  ];
}

/** Tries calls over and over while a part is away; every answer must say that it is, and when to come back. */
async function tryWhileAway(calls: readonly Call[], code: string): Promise<void> {
  const until = performance.now() + awayForMs;
  while (performance.now() < until) {
    const replies = await Promise.all(calls.map((call) => officer.ask(call.path, call)));
    expect(replies.map(short)).toEqual(calls.map(() => ({ status: 503, code, retryAfter: expect.any(String) })));
    await sleep(100);
  }
}

function short(reply: Reply | undefined) {
  return { status: reply?.status, code: reply?.body.code, retryAfter: reply?.retryAfter };
}

async function firstTaskOf({ caseId }: KnownCase): Promise<string> {
  for (;;) {
    const [task] = await officer.readAll(`/tasks?caseId=${caseId}&kind=makeFirstContact`);
    if (task) return task.taskId;
    await sleep(50);
  }
}

async function awayPart(): Promise<Json> {
  return (await (await fetch(`${service.apiUrl}/readyz`)).json()).parts;
}

it('answers 503 and does nothing by halves while MongoDB is away', async () => {
  const [known] = cases as [KnownCase];
  const calls = [aReport(), ...orders(known, await firstTaskOf(known)).map((order) => journal.invoke(order))];
  await service.kill('mongodb');
  await tryWhileAway(calls, 'databaseAway');
  expect(await awayPart()).toMatchObject({ mongodb: 'away', temporal: 'ready' });
  expect(short(await officer.ask(`/cases/${known.caseId}`))).toMatchObject({ status: 503, code: 'databaseAway' });

  await service.start('mongodb');
  expect(await officer.readAll('/cases')).toHaveLength(cases.length);
  expect((await officer.read(`/cases/${known.caseId}`)).body).toMatchObject({ version: 1, facts: 0 });
  for (const call of calls) expect(await settle(call)).toBeDefined();
  expect(await examine(officer, journal, cases)).toEqual([]);
}, 60_000);

it('keeps what was reported and ordered while Temporal is away, and does it once afterwards', async () => {
  const [, known] = cases as [KnownCase, KnownCase];
  const [repeated, left] = [aReport(), aReport()];
  const [claim, event, completion] = orders(known, await firstTaskOf(known)).map((order) => journal.invoke(order));
  await service.kill('temporal');
  const stillShown = officer.readAll('/tasks');
  await tryWhileAway([repeated, left, claim as Call, event as Call, completion as Call], 'temporalAway');
  expect(await stillShown).not.toHaveLength(0);

  await service.start('temporal');
  expect(await settle(repeated)).toMatchObject({ alreadyKnown: true });
  expect(await settle(claim as Call)).toMatchObject({ facts: [] });
  // Nobody asks again for the others: the sweep finishes what was stored.
  const { source, sourceReference } = left.body;
  const search = { body: { source, sourceReference } };
  let found: Json[] = [];
  while (found.length < (left.body.people as Json[]).length) {
    await sleep(200);
    found = (await officer.ask('/cases/search', search))?.body.items ?? [];
  }
  while ((await officer.read(`/cases/${known.caseId}`)).body.facts < 2) await sleep(200);

  const { cases: started } = await settle(left);
  expect(started.map(({ caseId }: Json) => caseId).sort()).toEqual(found.map(({ caseId }) => caseId).sort());
  // The case may show a fact a moment before the sweep has stored its answer: asking again must add none.
  for (const call of [event, completion] as Call[])
    expect((await officer.insist(journal, call)).status).toBeLessThan(300);
  expect((await officer.read(`/cases/${known.caseId}`)).body.facts).toBe(2);
  expect(await examine(officer, journal, cases)).toEqual([]);
}, 300_000);
