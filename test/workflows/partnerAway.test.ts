import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { calendarActivities } from '../../activities/calendar';
import { deliveryActivities } from '../../activities/delivery';
import { posted } from '../../activities/postings';
import { projectionActivities } from '../../activities/projection';
import { referralPostings } from '../../activities/referralPostings';
import { englandAndWalesCalendar } from '../../published/bankHolidays';
import type { Engine } from '../../commands/engine';
import { queueItem } from '../../commands/queueItem';
import { supportServiceStub } from '../../dev/stubs/supportService';
import { instant } from '../../domain/time/londonTime';
import { openRecord } from '../../domain/takeStock';
import { partners } from '../../gateways/supportService/partners';
import { supportServiceCourier } from '../../gateways/supportService/supportServiceCourier';
import { recordEvent, victimCaseId, victimCaseType } from '../../workflows/messages';
import { anOpening, calendar } from '../support/caseBuilder';
import { listening } from '../support/listening';
import { quietRuntime } from '../support/quietRuntime';
import { testDatabase, type TestDatabase } from '../support/testDatabase';
import { startTimeSkipping } from '../support/timeSkippingServer';
import { workflowBundle } from '../support/workflowBundle';

const taskQueue = 'partner-away';
const stub = supportServiceStub();
let env: TestWorkflowEnvironment;
let database: TestDatabase;
let hub: Awaited<ReturnType<typeof listening>>;
let end: () => Promise<void>;
beforeAll(async () => {
  quietRuntime();
  [env, database, hub] = await Promise.all([startTimeSkipping(), testDatabase(), listening(stub.router)]);
  const settings = { historyEvents: 500 };
  const common = { taskQueue, calendar: englandAndWalesCalendar, settings, workflowTaskTimeoutMs: 10_000 };
  const engine: Engine = { ...common, client: env.client, database, callTimeoutMs: 8_000 };
  const routes = { trustedUrl: hub.url, emailDomains: [] };
  const post = posted([referralPostings(database)], (item) => queueItem(engine, item, instant(Date.now())));
  const partnerReferral = supportServiceCourier(database, partners({ stores: database, routes }));
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: {
      ...calendarActivities,
      ...projectionActivities({ ...database.projections, ...database.caseRecords }, [post]),
      ...deliveryActivities(engine, { partnerReferral }),
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
  await Promise.all([database?.close(), hub?.close()]);
});

describe('a support service that is down for a day', () => {
  it('gets the referral once when it is back, and the case hears of it then', async () => {
    const now = instant(await env.currentTimeMs());
    const [caseId, personId] = [randomUUID(), randomUUID()];
    const opening = anOpening({ caseId, personId, receivedAt: now, openedAt: now });
    const details = {
      name: 'Alex Example',
      contactPoints: [{ channel: 'phone', value: '07700 900123', safe: 'yes' }],
      representatives: [],
      needs: [],
    } as const;
    await database.persons.know({ personId, caseId, kind: 'person', details, reportId: opening.reportId }, 'test', now);
    const workflowId = victimCaseId(caseId);
    const args = [{ record: openRecord(opening, calendar, now), settings: { historyEvents: 500 } }];
    const handle = await env.client.workflow.start(victimCaseType, { workflowId, taskQueue, args });

    stub.answerWith = 503;
    const commandId = randomUUID();
    const data = { recipient: 'serviceProvider', supportService: 'beacon', basis: 'consent' } as const;
    const fact = { kind: 'referralMade', data, happenedAt: now, source: 'team' } as const;
    await handle.executeUpdate(recordEvent, { updateId: commandId, args: [{ commandId, by: 'officer-1', fact }] });
    await env.sleep('1 day');
    const item = `${caseId}.r1.referral.1`;
    const waiting = await database.outbox.findItem(item);
    expect(waiting).toMatchObject({ state: 'queued' });
    // At least every quarter of an hour, and not much oftener.
    expect(waiting?.attempts).toBeGreaterThan(90);
    expect(waiting?.attempts).toBeLessThan(130);

    stub.answerWith = undefined;
    await env.sleep('16 minutes');
    expect(await database.outbox.findItem(item)).toMatchObject({ state: 'delivered' });
    expect(stub.received.get(`${caseId}.r1`)?.times).toBe(1);
    const referral = await database.referrals.findReferral(`${caseId}.r1`);
    expect(Date.parse(referral?.deliveredAt ?? '') - Date.parse(now)).toBeGreaterThan(24 * 3_600_000);
    await handle.terminate();
  });
});
