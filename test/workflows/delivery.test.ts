import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { deliveryActivities } from '../../activities/delivery';
import type { Engine } from '../../commands/engine';
import { ensureDelivery, queueItem } from '../../commands/queueItem';
import type { NewOutboxItem } from '../../database/outbox';
import { addHours, instant } from '../../domain/time/londonTime';
import type { Delivered } from '../../domain/messages/outbox';
import { englandAndWalesCalendar } from '../../published/bankHolidays';
import { deliveryId } from '../../workflows/messages';
import { quietRuntime } from '../support/quietRuntime';
import { saveHistory } from '../support/saveHistory';
import { testDatabase, type TestDatabase } from '../support/testDatabase';
import { startTimeSkipping } from '../support/timeSkippingServer';
import { workflowBundle } from '../support/workflowBundle';

const taskQueue = 'deliveries';
let env: TestWorkflowEnvironment;
let database: TestDatabase;
let engine: Engine;
let end: () => Promise<void>;
/** What the other side says to each try, and what happens after a try and before its workflow hears of it. */
let answers: Delivered[];
let afterTry: (() => Promise<void>) | undefined;
beforeAll(async () => {
  quietRuntime();
  [env, database] = await Promise.all([startTimeSkipping(), testDatabase()]);
  const settings = { historyEvents: 500 };
  const common = { taskQueue, calendar: englandAndWalesCalendar, settings, workflowTaskTimeoutMs: 10_000 };
  engine = { ...common, client: env.client, database, callTimeoutMs: 8_000 };
  const courier = { deliver: async () => ({ delivered: answers.shift() ?? ({ as: 'delivered' } as const) }) };
  const { attemptDelivery } = deliveryActivities(engine, { webhook: courier });
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: {
      async attemptDelivery(tried: Parameters<typeof attemptDelivery>[0]) {
        const next = await attemptDelivery(tried);
        const then = afterTry;
        afterTry = undefined;
        await then?.();
        return next;
      },
    },
  });
  const running = worker.run();
  end = async () => {
    worker.shutdown();
    await running;
  };
});
afterAll(async () => {
  await end?.();
  await env?.teardown();
  await database?.close();
});

function anItem(): NewOutboxItem {
  const itemId = randomUUID();
  return { itemId, kind: 'webhook', system: 'elsewhere', by: 'test', subjectId: itemId, content: {} };
}

const over = (itemId: string) => engine.client.workflow.getHandle(deliveryId(itemId)).result();
const now = async () => instant(await env.currentTimeMs());

async function triesOf(itemId: string): Promise<number> {
  const { events } = await engine.client.workflow.getHandle(deliveryId(itemId)).fetchHistory();
  return events?.filter(({ activityTaskScheduledEventAttributes: scheduled }) => scheduled).length ?? 0;
}

describe('a delivery', () => {
  it('that is new is tried once', async () => {
    const item = anItem();
    answers = [];
    await queueItem(engine, item, await now());
    await over(item.itemId);
    expect([(await database.outbox.findItem(item.itemId))?.state, await triesOf(item.itemId)]).toEqual([
      'delivered',
      1,
    ]);
  });

  it('that is about to end, parked, is tried again where somebody sends the item again in that instant', async () => {
    const item = anItem();
    const { itemId } = item;
    answers = [{ as: 'parked', because: 'refused' }];
    afterTry = async () => {
      const at = await now();
      expect(await database.outbox.queueAgain(itemId, undefined, at, addHours(at, 1))).toBe(true);
      await ensureDelivery(engine, itemId);
    };
    await queueItem(engine, item, await now());
    await over(itemId);
    expect(await database.outbox.findItem(itemId)).toMatchObject({ state: 'delivered', attempts: 2 });
    await saveHistory('a delivery that is tried again', engine.client.workflow.getHandle(deliveryId(itemId)));
  });

  it('that ended is begun again for what is sent again afterwards', async () => {
    const item = anItem();
    const { itemId } = item;
    answers = [{ as: 'parked', because: 'refused' }];
    await queueItem(engine, item, await now());
    await over(itemId);
    const at = await now();
    await database.outbox.queueAgain(itemId, undefined, at, addHours(at, 1));
    await ensureDelivery(engine, itemId);
    await over(itemId);
    expect(await database.outbox.findItem(itemId)).toMatchObject({ state: 'delivered', attempts: 2 });
  });
});
