import { dutyAlertCourier } from '../../../gateways/dutyDesk/dutyAlertCourier';
import { dutyAlerts } from '../../../gateways/dutyDesk/dutyAlertPosting';
import { apiWithNotify, type NotifyBeside } from '../contact/notifyBeside';
import type { Caller } from '../support/apiUnderTest';
import { eventually, justNow, openTask, reported } from '../support/stories';

const dutyDesks = {
  hertfordshire: {
    'safeguarding-officer': 'duty-desk@herts.police.uk',
    'emergency-queue': '07700 900456',
    'officer-in-case': 'perm-fail@simulator.notify',
  },
};

let beside: NotifyBeside;
let system: Caller;
let officer: Caller;
let supervisor: Caller;
beforeAll(async () => {
  beside = await apiWithNotify({
    connected: { dutyDesks },
    alsoOut: (database, notify) => ({
      couriers: { dutyAlert: dutyAlertCourier(notify, dutyDesks, database.tasks) },
      postings: [dutyAlerts],
    }),
  });
  [system, officer, supervisor] = await Promise.all([
    beside.api.as('reporting-system'),
    beside.api.as('victim-care-officer'),
    beside.api.as('supervisor'),
  ]);
});
afterAll(async () => {
  await beside?.end();
});

const tell = (caseId: string, kind: string, data: object) =>
  officer.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow() });

interface Call {
  readonly itemId: string;
  readonly caseId: string;
  readonly role: string;
  readonly state: string;
  readonly because?: string;
}

const callsFor = async (caseId: string): Promise<Call[]> => {
  const { body } = await supervisor.get('/operations/duty-desks');
  return body.items.filter((each: Call) => each.caseId === caseId);
};

const becomes = (caseId: string, role: string, state: string) =>
  eventually(async () => (await callsFor(caseId)).find((each) => each.role === role && each.state === state));

const postedFor = (itemId: string) => beside.posted.filter(({ reference }) => reference === itemId);

describe('an escalation', () => {
  it('calls the duty desk once, with the number of the case and nothing else, and has a receipt', async () => {
    const { caseId } = await reported(system);
    await tell(caseId, 'concernRaised', { level: 'immediate', concern: 'selfHarm', to: 'safeguarding-officer' });
    const { itemId } = await becomes(caseId, 'safeguarding-officer', 'delivered');
    const [sent, ...more] = postedFor(itemId);
    expect(more).toEqual([]);
    expect(sent?.email_address).toBe('duty-desk@herts.police.uk');
    const { subject = '', body = '' } = sent?.personalisation ?? {};
    expect(body).toContain(`Case ${caseId}`);
    expect(subject + body).not.toMatch(/Alex|Example|concern|harm|safeguarding|victim of|burglary|danger|07700/i);
    await tell(caseId, 'statementTaken', {});
    expect(await callsFor(caseId)).toHaveLength(1);
  });

  it('of immediate danger calls every desk of its rung, each by its own way', async () => {
    const { caseId } = await reported(system, { officerInCase: 'officer-9' });
    await tell(caseId, 'fearReported', { danger: 'immediate' });
    const { itemId } = await becomes(caseId, 'emergency-queue', 'delivered');
    expect(postedFor(itemId)[0]?.phone_number).toBe('07700 900456');
    expect((await becomes(caseId, 'officer-in-case', 'failed')).because).toBe('permanent');
  });

  it('to a role without a desk is a dead letter that a person sees', async () => {
    const { caseId } = await reported(system);
    await tell(caseId, 'fearReported', { danger: 'notImmediate' });
    const call = await becomes(caseId, 'supervisor', 'parked');
    expect(call.because).toBe('noDutyDesk');
    const { body } = await supervisor.get('/operations/dead-letters');
    expect(body.items.map((each: Call) => each.itemId)).toContain(call.itemId);
  });

  it('that was answered before the desk could be called does not call it', async () => {
    beside.away = true;
    const { caseId } = await reported(system);
    await tell(caseId, 'concernRaised', { level: 'high', concern: 'stalking', to: 'safeguarding-officer' });
    await eventually(async () => (await callsFor(caseId))[0]);
    const safeguarding = await beside.api.as('safeguarding-officer');
    const { taskId } = await openTask(safeguarding, caseId, 'receiveConcern');
    const done = await safeguarding.post(`/tasks/${taskId}/completion`, { outcome: { kind: 'concernReceived' } });
    expect(done.status).toBe(200);
    beside.away = false;
    const call = await becomes(caseId, 'safeguarding-officer', 'stopped');
    expect([call.because, postedFor(call.itemId)]).toEqual(['answered', []]);
  });
});

it('says which roles of a force nothing calls', async () => {
  expect((await supervisor.get('/operations/duty-desks')).body.missing).toEqual([
    'domestic-abuse-officer',
    'sexual-offence-officer',
    'family-liaison-officer',
    'supervisor',
    'duty-inspector',
  ]);
  const elsewhere = await beside.api.as('supervisor', { force: 'kent' });
  const { body } = await elsewhere.get('/operations/duty-desks');
  expect([body.missing.length, body.items]).toEqual([8, []]);
});
