import { Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { deliveryActivities } from '../../activities/delivery';
import { queueItem } from '../../commands/queueItem';
import type { Engine } from '../../commands/engine';
import type { Persons } from '../../database/people/persons';
import { addCalendarDays, londonDay } from '../../domain/time/londonTime';
import { messageCourier } from '../../gateways/notify/messageCourier';
import type { Notify } from '../../gateways/notify/notify';
import { CourtWorld } from '../support/courtWorld';
import { workflowBundle } from '../support/workflowBundle';

let world: CourtWorld;
let couriers: Engine;
let end: () => Promise<void>;
/** What Notify says of the one text that it has. */
let status = 'sending';
beforeAll(async () => {
  world = await CourtWorld.open();
  couriers = { ...world.engine, taskQueue: `couriers-${randomUUID()}` };
  const point = { contactPointId: 'c1', channel: 'text', value: '07700 900123', safe: 'yes' };
  const persons = { readPerson: async () => ({ personId: 'p1', contactPoints: [point], representatives: [] }) };
  const notify = { send: async () => 'n1', findByReference: async () => undefined, askFor: async () => ({ status }) };
  const courier = messageCourier(
    notify as unknown as Notify,
    {
      ...{ persons: persons as unknown as Persons, cases: { casesOfPersons: async () => [] } },
      timeline: world.database.timeline,
    },
    'service'
  );
  const worker = await Worker.create({
    connection: world.env.nativeConnection,
    namespace: world.env.namespace ?? 'default',
    taskQueue: couriers.taskQueue,
    workflowBundle: await workflowBundle(),
    activities: { ...deliveryActivities(couriers, { message: courier }) },
  });
  const running = worker.run();
  end = async () => {
    worker.shutdown();
    await running;
  };
});
afterAll(async () => {
  await end?.();
  await world?.close();
});

const calls = async (witness: string) => (await world.open(witness)).filter((kind) => kind === 'callAboutDate').length;

/** What couriers tell a case reaches it a moment later. */
async function eventually(witness: string, wanted: number): Promise<number> {
  for (let attempt = 0; attempt < 100 && (await calls(witness)) !== wanted; attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return calls(witness);
}

/** A witness of a trial in so many days that was vacated, and who got a text of it. */
async function texted(days: number): Promise<string> {
  const witness = await world.startCase({ role: 'witness', suspects: [] });
  const on = addCalendarDays(londonDay(await world.now()), days);
  await world.records(witness, 'hearingListed', { hearingId: 'h1', hearing: 'trial', on });
  await world.records(witness, 'hearingVacated', { hearingId: 'h1' });
  expect(await calls(witness)).toBe(1);
  const about = { template: 'date-off', channel: 'text', purpose: 'contact', courtDate: '2', courtDay: on };
  const item = { itemId: randomUUID(), kind: 'message', system: 'notify', caseId: witness, by: 'service' } as const;
  const content = { template: 'date-off', templateVersion: 1, channel: 'text', contactPointId: 'c1', body: '' };
  await queueItem(couriers, { ...item, about, personId: 'p1', subjectId: witness, content }, await world.now());
  expect(await eventually(witness, 0)).toBe(0);
  return witness;
}

describe('a witness whose text about a vacated trial nobody confirms', () => {
  it('is called within the hour where the trial is near', async () => {
    const witness = await texted(2);
    await world.env.sleep('35 minutes');
    expect(await eventually(witness, 1)).toBe(1);
    await world.abandon(witness);
  }, 120_000);

  it('is called the next morning else, and no more once it has arrived after all', async () => {
    const witness = await texted(10);
    await world.env.sleep('35 minutes');
    expect(await calls(witness)).toBe(0);
    await world.env.sleep('32 hours');
    expect(await eventually(witness, 1)).toBe(1);
    status = 'delivered';
    await world.env.sleep('73 hours');
    expect(await eventually(witness, 0)).toBe(0);
    await world.abandon(witness);
  }, 120_000);
});
