import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { calendarActivities } from '../../activities/calendar';
import { deliveryActivities } from '../../activities/delivery';
import { posted } from '../../activities/postings';
import { projectionActivities } from '../../activities/projection';
import type { Engine } from '../../commands/engine';
import { queueItem } from '../../commands/queueItem';
import { courtPartnersStub } from '../../dev/stubs/courtPartners';
import type { NewFact } from '../../domain/fact';
import { openRecord } from '../../domain/takeStock';
import { instant } from '../../domain/time/londonTime';
import { courtPartnerRoutes } from '../../gateways/courtPartners/courtPartnerClient';
import { courtPartnerCourier } from '../../gateways/courtPartners/courtPartnerCourier';
import { courtPartnerPosting } from '../../gateways/courtPartners/courtPartnerPosting';
import { courtPartnersByForce } from '../../gateways/courtPartners/courtPartnersByForce';
import { englandAndWalesCalendar } from '../../published/bankHolidays';
import { liveCaseQuery, recordEvent, victimCaseId, victimCaseType } from '../../workflows/messages';
import { anOpening, calendar } from '../support/caseBuilder';
import { listening } from '../support/listening';
import { quietRuntime } from '../support/quietRuntime';
import { testDatabase, type TestDatabase } from '../support/testDatabase';
import { startTimeSkipping } from '../support/timeSkippingServer';
import { workflowBundle } from '../support/workflowBundle';

const taskQueue = 'court-partner-silent';
const stub = courtPartnersStub();
let env: TestWorkflowEnvironment;
let database: TestDatabase;
let partner: Awaited<ReturnType<typeof listening>>;
let end: () => Promise<void>;
beforeAll(async () => {
  quietRuntime();
  [env, database, partner] = await Promise.all([startTimeSkipping(), testDatabase(), listening(stub.router)]);
  const settings = { historyEvents: 500 };
  const common = { taskQueue, calendar: englandAndWalesCalendar, settings, workflowTaskTimeoutMs: 10_000 };
  const engine: Engine = { ...common, client: env.client, database, callTimeoutMs: 8_000 };
  const route = { url: partner.url };
  const routes = courtPartnerRoutes({ '*': { victimContactScheme: route, youthJusticeService: route } });
  const post = posted([courtPartnerPosting(database, routes)], (item) => queueItem(engine, item, instant(Date.now())));
  const courtPartner = courtPartnerCourier(database, courtPartnersByForce(routes, { emailDomains: [] }));
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: {
      ...calendarActivities,
      ...projectionActivities({ ...database.projections, ...database.caseRecords }, [post]),
      ...deliveryActivities(engine, { courtPartner }),
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
  await Promise.all([database?.close(), partner?.close()]);
});

async function aCase() {
  const now = instant(await env.currentTimeMs());
  const [caseId, personId] = [randomUUID(), randomUUID()];
  const suspects = ['s1'];
  const opening = { ...anOpening({ caseId, personId, receivedAt: now, openedAt: now }), suspects };
  const contactPoints = [{ channel: 'phone', value: '07700 900123', safe: 'yes' }] as const;
  const details = { name: 'Alex Example', contactPoints, representatives: [], needs: [] } as const;
  await database.persons.know({ personId, caseId, kind: 'person', details, reportId: opening.reportId }, 'test', now);
  const workflowId = victimCaseId(caseId);
  const args = [{ record: openRecord(opening, calendar, now), settings: { historyEvents: 500 } }];
  const handle = await env.client.workflow.start(victimCaseType, { workflowId, taskQueue, args });
  const tell = async (kind: string, data: object) => {
    const commandId = randomUUID();
    const happenedAt = instant(await env.currentTimeMs());
    const fact = { kind, data, happenedAt, source: 'team', suspects: ['s1'] } as unknown as NewFact;
    await handle.executeUpdate(recordEvent, { updateId: commandId, args: [{ commandId, by: 'officer-1', fact }] });
  };
  await tell('suspectCharged', { how: 'charged' });
  const open = async (kind: string) =>
    (await handle.query(liveCaseQuery)).open.filter((task) => task.kind === kind).length;
  const facts = async (kind: string) =>
    (await database.timeline.timeline(caseId, { limit: 200 })).items.filter((each) => each.kind === kind);
  const kept = () => stub.received().filter(({ message }) => message.referralId.startsWith(caseId));
  return { handle, tell, open, facts, kept };
}

describe('a partner at court that is away, or says nothing', () => {
  it('has the referral once when it is back after a day; the task stays with a person for as long', async () => {
    const { handle, tell, open, facts, kept } = await aCase();
    stub.refuseWith(503);
    await tell('sentencePassed', { sentences: ['hospitalOrder'], court: 'crown', victimContactScheme: true });
    await env.sleep('1 day');
    expect([kept().length, await open('referToContactScheme')]).toEqual([0, 1]);
    stub.refuseWith(undefined);
    await env.sleep('16 minutes');
    expect(kept()).toMatchObject([{ times: 1 }]);
    expect(await open('referToContactScheme')).toBe(0);
    expect(await facts('victimContactSchemeReferred')).toHaveLength(1);
    await handle.terminate();
  });

  it('is chased by a person after ten working days of silence; its late answer ends that, told once', async () => {
    const { handle, tell, open, facts, kept } = await aCase();
    await tell('sentencePassed', { sentences: ['referralOrder'], court: 'youth' });
    await tell('youthJusticeAsked', {});
    await env.sleep('9 days');
    expect(await open('chaseYouthJusticeService')).toBe(0);
    await env.sleep('9 days');
    expect(await open('chaseYouthJusticeService')).toBe(1);
    stub.answer(kept()[0]?.message.referralId ?? '', 'hasTold');
    await env.sleep('25 hours');
    expect(await open('chaseYouthJusticeService')).toBe(0);
    await env.sleep('3 days');
    expect(await facts('youthJusticeAnswered')).toHaveLength(1);
    expect(kept()).toMatchObject([{ times: 1 }]);
    await handle.terminate();
  });
});
