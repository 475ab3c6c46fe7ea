import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../support/temporaryFolder';
import type { Caller, Json } from './caller';
import { Journal, type Call } from './journal';
import { policeReport } from './policeReport';
import { SeededRandom } from './seededRandom';
import { serviceToKill, type ServiceToKill } from './servicesToKill';

const kills = Number(process.env.OUTBOX_KILLS ?? 20);
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const casesRunning = 6;
const messagesPerKill = 3;
/** Within this time after a message was asked for, its delivery is under way. */
const killedWithinMs = 900;
const pauseAfterKillMs = 1_200;
const patienceMs = 180_000;
const victims = ['worker', 'worker', 'api', 'temporal', 'mongodb', 'stubs'] as const;

const random = new SeededRandom(seed);
const journal = new Journal(seed);
let service: ServiceToKill;
let officer: Caller;
afterAll(async () => {
  await service?.stop();
});
const dataDir = temporaryFolder();
beforeAll(async () => {
  service = await serviceToKill(dataDir);
  officer = await service.caller('officer-1');
}, 60_000);

interface Reachable {
  readonly caseId: string;
  readonly contactPointId: string;
}

async function reachableVictim(number: number): Promise<Reachable> {
  const report = policeReport(random, { reference: `OUTBOX-${seed}-${number}` });
  const contactPoints = [{ channel: 'text', value: '07700 900123', safe: 'yes' }];
  const people = report.people.slice(0, 1).map((person) => ({ ...person, contactPoints }));
  const filed = journal.invoke({ kind: 'report', path: '/crime-reports', body: { ...report, people } });
  const { body } = await officer.insist(journal, filed);
  const { caseId } = body.cases[0];
  await officer.readAll(`/tasks?caseId=${caseId}`);
  const { body: person } = await officer.read(`/cases/${caseId}/person`);
  return { caseId, contactPointId: person.contactPoints[0].contactPointId };
}

function messageTo({ caseId, contactPointId }: Reachable): Call {
  const values = { callbackNumber: '0300 123 4567', contactName: 'Sam' };
  const body = { template: 'please-call', contactPointId, values };
  return journal.invoke({ kind: 'message', path: `/cases/${caseId}/messages`, caseId, body });
}

/** What the stub wrote down: one line for each message that it was given, and one for what became of it. */
function givenToNotify(): Json[] {
  const lines = readFileSync(path.join(dataDir, 'stubs', 'notify.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** The messages that a case knows to have been sent, one for each fact. */
async function toldTo(caseId: string): Promise<string[]> {
  const facts = await officer.readAll(`/cases/${caseId}/timeline`);
  return facts.filter(({ kind }) => kind === 'messageSent').map(({ data }) => data.messageId);
}

async function untilDelivered(messages: readonly { caseId: string; messageId: string }[]): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  let left = [...messages];
  while (left.length > 0 && performance.now() < giveUpAt) {
    const { body } = await officer.read(`/cases/${left[0]?.caseId}/messages`);
    const delivered = new Set(
      body.items.filter((each: Json) => each.state === 'delivered').map((each: Json) => each.messageId)
    );
    const before = left.length;
    left = left.filter(({ messageId }) => !delivered.has(messageId));
    if (left.length === before) {
      left.push(...left.splice(0, 1));
      await sleep(200);
    }
  }
  expect(left).toEqual([]);
}

it(
  `nobody gets a message twice and nobody misses one, over ${kills} kills`,
  async () => {
    console.log(`outbox kill tests: KILL_SEED=${seed} OUTBOX_KILLS=${kills}`);
    const reachable: Reachable[] = [];
    for (let number = 0; number < casesRunning; number += 1) reachable.push(await reachableVictim(number));

    const messages: { caseId: string; messageId: string }[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const asked = Array.from({ length: messagesPerKill }, () => random.oneOf(reachable));
      const answers = asked.map(async (whom) => {
        const { status, body } = await officer.insist(journal, messageTo(whom));
        expect(status).toBe(202);
        messages.push({ caseId: whom.caseId, messageId: body.messageId });
      });
      await sleep(random.below(killedWithinMs));
      await service.kill(random.oneOf(victims));
      await Promise.all(answers);
      await sleep(random.below(pauseAfterKillMs));
    }
    await service.whenReady();
    await untilDelivered(messages);

    const given = givenToNotify();
    const references = given.filter(({ reference }) => reference).map(({ reference }) => reference);
    expect([...references].sort()).toEqual(messages.map(({ messageId }) => messageId).sort());
    for (const { caseId } of reachable) {
      const own = messages.filter((message) => message.caseId === caseId).map(({ messageId }) => messageId);
      // What could not be told at once is told by the sweep.
      const giveUpAt = performance.now() + patienceMs;
      while ((await toldTo(caseId)).length < own.length && performance.now() < giveUpAt) await sleep(500);
      expect((await toldTo(caseId)).sort()).toEqual([...own].sort());
    }
    expect([journal.defects, service.loggedDefects()]).toEqual([[], []]);
    console.log(`${messages.length} messages, each given to Notify once and told to its case once`);
  },
  kills * 15_000 + 2 * patienceMs + 60_000
);
