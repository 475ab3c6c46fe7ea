import type { temporal } from '@temporalio/proto';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../config/config';
import type { PayloadKey } from '../../config/keys';
import { openKeys } from '../../dev/keys';
import { instant, type Instant } from '../../domain/time/londonTime';
import type { Projection } from '../../domain/projection/projection';
import { openRecord } from '../../domain/takeStock';
import { connectClient, dataConverter, type TemporalConnection } from '../../temporal/connection';
import { liveCaseQuery, shownBy, victimCaseId, victimCaseType, type CaseStart } from '../../workflows/messages';
import { anOpening, calendar } from '../support/caseBuilder';
import { temporaryFolder } from '../support/temporaryFolder';
import { SeededRandom } from './seededRandom';
import { serviceToKill, type ServiceToKill } from './servicesToKill';

const kills = Number(process.env.RUNG_KILLS ?? 20);
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const casesRunning = 24;
/** A worker is back within so long, so that rungs fall due all through the time of the kills. */
const msPerKill = 3_500;
/** A workflow task that kills have cut short several times is tried again only after a while. */
const patienceMs = 180_000;
const hourMs = 3_600_000;

const random = new SeededRandom(seed);
let service: ServiceToKill;
let connected: TemporalConnection;
let payloadKeys: readonly PayloadKey[];

afterAll(async () => {
  await connected?.connection.close();
  await service?.stop();
});
const dataDir = temporaryFolder();
beforeAll(async () => {
  service = await serviceToKill(dataDir);
  payloadKeys = readConfig({ ...process.env, ...(await openKeys(dataDir, process.env)) }).payloadKeys ?? [];
  connected = connectClient({ address: service.temporalAddress, namespace: 'default', payloadKeys });
}, 60_000);

/** A case whose promises are so short that their rungs come while the worker is being killed. */
async function startCase(): Promise<string> {
  const hours = () => (5_000 + random.below(kills * msPerKill)) / hourMs;
  const soon = { n: hours(), unit: 'hours' } as const;
  const now: Instant = instant(Date.now());
  const opening = anOpening({ caseId: randomUUID(), receivedAt: now, openedAt: now });
  const record = openRecord(
    {
      ...opening,
      standards: {
        ...opening.standards,
        firstContactHours: { standard: hours(), enhanced: hours() },
        targets: { 'c20-r3-ack': { standard: soon, enhanced: soon } },
        quietHours: { from: '00:00', to: '00:00' },
      },
    },
    calendar,
    now
  );
  const start: CaseStart = { record, settings: { historyEvents: 60 } };
  await connected.client.workflow.start(victimCaseType, {
    workflowId: victimCaseId(opening.caseId),
    taskQueue: readConfig().taskQueue,
    args: [start],
    workflowTaskTimeout: 1_500,
    typedSearchAttributes: shownBy(record).pairs,
  });
  return opening.caseId;
}

/** Every rung that a case has ever had written, with the instants under which it was written. */
async function rungsWritten(caseId: string): Promise<Map<string, Set<Instant>>> {
  const written = new Map<string, Set<Instant>>();
  for await (const { workflowId, runId } of runsOf(caseId)) {
    const { events } = await connected.client.workflow.getHandle(workflowId, runId).fetchHistory();
    for (const event of events ?? []) {
      const projection = await projectionIn(event);
      for (const { duty, rung, at } of projection?.rungs ?? []) {
        const key = `${duty}:${rung}`;
        written.set(key, (written.get(key) ?? new Set()).add(at));
      }
    }
  }
  return written;
}

async function* runsOf(caseId: string) {
  for await (const { workflowId, runId } of connected.client.workflow.list({
    query: `WorkflowId = '${victimCaseId(caseId)}'`,
  })) {
    yield { workflowId, runId };
  }
}

async function projectionIn(event: temporal.api.history.v1.IHistoryEvent): Promise<Projection | undefined> {
  const scheduled = event.activityTaskScheduledEventAttributes;
  if (scheduled?.activityType?.name !== 'saveProjection') return undefined;
  const [codec] = dataConverter(payloadKeys).payloadCodecs ?? [];
  const [payload] = (await codec?.decode(scheduled.input?.payloads ?? [])) ?? [];
  return JSON.parse(Buffer.from(payload?.data ?? []).toString('utf8')) as Projection;
}

it(
  `reaches each rung exactly once while the worker is killed ${kills} times`,
  async () => {
    console.log(`rungs under kills: KILL_SEED=${seed} RUNG_KILLS=${kills}`);
    const caseIds: string[] = [];
    for (let started = 0; started < casesRunning; started += 1) caseIds.push(await startCase());
    const until = Date.now() + kills * msPerKill + 5_000;

    for (let killed = 0; killed < kills; killed += 1) {
      await sleep(random.below(1_500));
      await service.kill('worker');
      await service.whenReady();
    }
    await sleep(Math.max(0, until - Date.now()));

    const findings: string[] = [];
    let reached = 0;
    for (const caseId of caseIds) {
      const reasons = await reasonsAskedFor(caseId, 2);
      const written = await rungsWritten(caseId);
      for (const duty of ['0.force-first-contact', '0.c20-r3-ack']) {
        const missed = written.get(`${duty}:missed`);
        if (missed?.size !== 1) findings.push(`${caseId} ${duty}: missed was written at ${missed?.size ?? 0} instants`);
        for (const [key, instants] of written) {
          if (key.startsWith(`${duty}:`) && instants.size !== 1)
            findings.push(`${caseId} ${key}: ${instants.size} times`);
        }
        reached += [...written.keys()].filter((key) => key.startsWith(`${duty}:`)).length;
      }
      if (reasons !== 2) findings.push(`${caseId} asks for ${reasons} reasons`);
    }
    expect({ seed, findings }).toEqual({ seed, findings: [] });
    console.log(`${reached} rungs of ${casesRunning} cases reached once each`);
  },
  60_000 + patienceMs + kills * 12_000
);

/** How many missed duties a case asks the reason of: waits until they are as many as they should be, or too late. */
async function reasonsAskedFor(caseId: string, expected: number): Promise<number> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const { open } = await answer(caseId);
    const asked = open.filter(({ kind }) => kind === 'explainMissedDuty' || kind === 'reviewMissedFirstContact').length;
    if (asked >= expected || Date.now() > giveUpAt) return asked;
    await sleep(500);
  }
}

async function answer(caseId: string) {
  for (;;) {
    try {
      return await connected.client.workflow.getHandle(victimCaseId(caseId)).query(liveCaseQuery);
    } catch {
      await sleep(200);
    }
  }
}
