import { referralPostings } from '../../../activities/referralPostings';
import { supportServiceStub, type ReceivedReferral } from '../../../dev/stubs/supportService';
import { partners } from '../../../gateways/supportService/partners';
import { supportServiceCourier } from '../../../gateways/supportService/supportServiceCourier';
import { listening } from '../../support/listening';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { aVictim } from '../intake/reportBodies';
import { closed, eventually, justNow, openTask, reported } from '../support/stories';

const stub = supportServiceStub();
let hub: Awaited<ReturnType<typeof listening>>;
let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
let partner: Caller;
let keeper: Caller;
beforeAll(async () => {
  hub = await listening(stub.router);
  const routes = { trustedUrl: hub.url, trustedKey: 'a-key-of-the-hub', emailDomains: ['cjsm.net'] };
  api = await ApiUnderTest.start({
    partnerRoutes: routes,
    out: (database) => ({
      couriers: { partnerReferral: supportServiceCourier(database, partners({ stores: database, routes })) },
      postings: [referralPostings(database)],
    }),
  });
  [system, officer, partner, keeper] = await Promise.all([
    api.as('reporting-system'),
    api.as('victim-care-officer'),
    api.as('partner', { teams: ['beacon'] }),
    api.as('supervisor'),
  ]);
});
afterAll(async () => {
  await api?.end();
  await hub?.close();
});
beforeEach(() => {
  stub.answerWith = undefined;
  stub.afterReferral = undefined;
});

const toBeacon = { recipient: 'serviceProvider', supportService: 'beacon', basis: 'consent' };
const safe = { channel: 'phone', value: '07700 900123', safe: 'yes', safeFrom: '09:00', safeTo: '15:00' };
const unsafe = { channel: 'phone', value: '07700 900666', safe: 'no' };
const unknown = { channel: 'email', value: 'alex@example.org', safe: 'unknown' };

async function aCase(changes: Record<string, unknown> = {}): Promise<string> {
  const { caseId } = await reported(system, {
    people: [aVictim({ contactPoints: [safe, unsafe, unknown] })],
    ...changes,
  });
  await openTask(officer, caseId, 'makeReferral');
  return caseId;
}

async function refer(caseId: string, referral: object = toBeacon): Promise<string> {
  const { status, body } = await officer.post(`/cases/${caseId}/referrals`, referral);
  expect([status, body.code]).toEqual([201, undefined]);
  return body.referralId as string;
}

const received = (referralId: string) => eventually(async () => stub.received.get(referralId));
const shownReferral = async (caseId: string, referralId: string) => {
  const { body } = await officer.get(`/cases/${caseId}/referrals`);
  return body.items.find((each: { referralId: string }) => each.referralId === referralId);
};
const delivered = (caseId: string, referralId: string) =>
  eventually(async () => (await shownReferral(caseId, referralId))?.deliveredAt as string | undefined);
const itemOf = (itemId: string) => api.database.outbox.findItem(itemId);
const ended = (itemId: string, state: string) =>
  eventually(async () => {
    const item = await itemOf(itemId);
    return item?.state === state ? item : undefined;
  });
const victimIn = ({ message }: ReceivedReferral) => (message.recipient === 'dutyToNotify' ? undefined : message.victim);

describe('a referral that reaches the support service', () => {
  it('tells what was agreed and only safe ways of contact, and the case hears that it was sent', async () => {
    const caseId = await aCase();
    const assessed = { needs: [{ category: 'safety', level: 'high' }], riskLevel: 'high', riskTool: 'dash' };
    await officer.post(`/cases/${caseId}/events`, { kind: 'needsAssessed', data: assessed, happenedAt: justNow() });
    const referralId = await refer(caseId);
    const { message, times } = await received(referralId);
    expect(message).toEqual({
      contract: 'victim-case-service/referral/1',
      referralId,
      supportService: 'beacon',
      recipient: 'serviceProvider',
      basis: 'consent',
      force: 'hertfordshire',
      team: 'north-victim-care',
      madeAt: expect.any(String),
      victim: {
        name: 'Alex Example',
        contact: {
          points: [{ channel: 'phone', value: safe.value, from: '09:00', to: '15:00', mayLeaveMessage: false }],
          throughTeam: false,
        },
        needs: [{ category: 'safety', level: 'high' }],
      },
    });
    await delivered(caseId, referralId);
    const item = await ended(`${referralId}.referral.2`, 'delivered');
    expect([times, item.reference, item.about]).toEqual([
      1,
      `SS-${caseId.slice(0, 8)}`,
      { message: 'referral', referralId },
    ]);
  });

  it('holds no more than the victim said may be shared', async () => {
    const caseId = await aCase();
    const given = { supportService: 'beacon', share: ['contact'] };
    await officer.post(`/cases/${caseId}/events`, { kind: 'consentGiven', data: given, happenedAt: justNow() });
    const referralId = await refer(caseId);
    expect(Object.keys(victimIn(await received(referralId)) ?? {})).toEqual(['contact']);
  });

  it('sends whoever has no safe way of contact through the team', async () => {
    const caseId = await aCase({ people: [aVictim({ contactPoints: [unsafe, unknown] })] });
    const referral = victimIn(await received(await refer(caseId)));
    expect(referral?.contact).toEqual({ points: [], throughTeam: true });
    expect(JSON.stringify(referral)).not.toContain('900666');
  });

  it('is told of a changed way of contact, and never gets an old one once it has changed', async () => {
    const caseId = await aCase();
    const referralId = await refer(caseId);
    await received(referralId);
    const moved = { contactPoints: [{ channel: 'phone', value: '07700 900777', safe: 'yes' }] };
    await officer.patch(`/cases/${caseId}/person`, moved).set('if-match', '*');
    const contact = await eventually(async () => {
      const { contact: now } = await received(referralId);
      return now?.points[0]?.value === '07700 900777' ? now : undefined;
    });
    expect(contact.points).toHaveLength(1);
  });
});

describe('a support service that goes on helping after the case was closed', () => {
  async function closedWhileHelped() {
    const caseId = await aCase();
    const referralId = await refer(caseId);
    await delivered(caseId, referralId);
    await closed(officer, caseId);
    return { caseId, referralId };
  }
  const told = (referralId: string, isIt: (values: string[]) => boolean) =>
    eventually(async () => {
      const { contact } = await received(referralId);
      return contact && isIt(contact.points.map(({ value }) => value)) ? contact : undefined;
    });

  it('is told of a new address, and of a stop', async () => {
    const { caseId, referralId } = await closedWhileHelped();
    const moved = { contactPoints: [{ channel: 'phone', value: '07700 900778', safe: 'yes' }] };
    await officer.patch(`/cases/${caseId}/person`, moved).set('if-match', '*');
    await told(referralId, ([value]) => value === '07700 900778');
    const stop = await officer.put(`/cases/${caseId}/person/contact-stop`, { reason: 'unsafe' });
    expect(stop.body.cases).toBe(1);
    expect((await told(referralId, ({ length }) => length === 0)).throughTeam).toBe(true);
    expect((await officer.get(`/cases/${caseId}`)).body.stage).toBe('closed');
  });

  it('is told nothing of a case whose referrals are over', async () => {
    const { caseId, referralId } = await closedWhileHelped();
    await officer.post(`/referrals/${referralId}/answers`, { answer: 'ended', reason: 'completed' });
    await eventually(async () => ((await shownReferral(caseId, referralId)).state === 'ended' ? true : undefined));
    const stop = await officer.put(`/cases/${caseId}/person/contact-stop`, { reason: 'unsafe' });
    expect(stop.body.cases).toBe(0);
  });
});

describe('a support service that is away', () => {
  it('gets the referral once it is back, with the ways of contact as they are then', async () => {
    stub.answerWith = 503;
    const caseId = await aCase();
    const referralId = await refer(caseId);
    const item = `${referralId}.referral.1`;
    await eventually(async () => (((await itemOf(item))?.attempts ?? 0) > 0 ? true : undefined));
    const moved = { contactPoints: [{ channel: 'email', value: 'new@example.org', safe: 'yes' }] };
    await officer.patch(`/cases/${caseId}/person`, moved).set('if-match', '*');
    stub.answerWith = undefined;
    await delivered(caseId, referralId);
    const { message, times } = await received(referralId);
    expect([times, JSON.stringify(message).includes('new@example.org')]).toEqual([1, true]);
    expect(JSON.stringify(message)).not.toContain('07700');
  });

  it('is sent nothing any more once the victim has taken consent back', async () => {
    stub.answerWith = 500;
    const caseId = await aCase();
    const referralId = await refer(caseId);
    const item = `${referralId}.referral.1`;
    await eventually(async () => (((await itemOf(item))?.attempts ?? 0) > 0 ? true : undefined));
    const withdrawn = await officer.post(`/referrals/${referralId}/answers`, { answer: 'consentWithdrawn' });
    expect(withdrawn.status).toBe(201);
    stub.answerWith = undefined;
    expect((await ended(item, 'stopped')).because).toBe('consentWithdrawn');
    expect((await ended(`${referralId}.withdrawal.2`, 'stopped')).because).toBe('neverSent');
    expect(stub.received.has(referralId)).toBe(false);
  });

  it('that refuses the referral leaves it to a person, who sees why', async () => {
    stub.answerWith = 422;
    const caseId = await aCase();
    const referralId = await refer(caseId);
    expect((await ended(`${referralId}.referral.1`, 'parked')).because).toBe('refused422');
    const task = await openTask(officer, caseId, 'passOnReferral');
    expect(task.why).toContain('could not be sent');
    expect((await shownReferral(caseId, referralId)).notSent).toMatchObject({ reason: 'refusedByService' });
    const outcome = { kind: 'referralSent', referralId };
    expect((await officer.post(`/tasks/${task.taskId}/completion`, { outcome })).status).toBe(200);
  });
});

describe('a case that the police hand over, or find to be no crime, while support goes on', () => {
  const change = (referralId: string) => eventually(async () => (await received(referralId)).caseChanges);
  const happens = async (caseId: string, kind: string, data: object) => {
    const { status } = await keeper.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow() });
    expect(status).toBe(201);
  };

  async function handedOver(caseId: string) {
    const transfer = await keeper.post(`/cases/${caseId}/transfer`, { force: 'essex', team: 'essex-victim-care' });
    expect(transfer.status).toBe(201);
    const { taskId } = await openTask(keeper, caseId, 'acknowledgeHandover');
    const outcome = { kind: 'handoverAcknowledged' };
    const note = 'Essex, by telephone.';
    expect((await keeper.post(`/tasks/${taskId}/completion`, { outcome, note })).status).toBe(200);
  }

  it('has the service report to the new team, which it hears once', async () => {
    const caseId = await aCase();
    const referralId = await refer(caseId);
    await delivered(caseId, referralId);
    await partner.post(`/referrals/${referralId}/answers`, { answer: 'accepted' });
    await handedOver(caseId);
    expect(await change(referralId)).toEqual([{ change: 'handedOver', force: 'essex', team: 'essex-victim-care' }]);
    const told = async () =>
      (await api.database.outbox.itemsOfCase(caseId, 'partnerReferral'))
        .filter(({ about }) => about.message === 'caseChanged')
        .map(({ state }) => state);
    await eventually(async () => ((await told()).includes('delivered') ? true : undefined));
    expect(await told()).toEqual(['delivered']);
    const report = { answer: 'supportReported', levels: [{ category: 'safety', before: 'high', after: 'low' }] };
    expect((await partner.post(`/referrals/${referralId}/answers`, report)).status).toBe(201);
  });

  it('tells the service that the police case has ended and that support goes on, and no service that is done', async () => {
    const caseId = await aCase();
    const [referralId, over] = [await refer(caseId), await refer(caseId, { ...toBeacon, supportService: 'harbour' })];
    await Promise.all([delivered(caseId, referralId), delivered(caseId, over)]);
    await officer.post(`/referrals/${over}/answers`, { answer: 'ended', reason: 'completed' });
    await happens(caseId, 'noCrime', { reason: 'notACrime' });
    expect(await change(referralId)).toEqual([{ change: 'policeCaseEnded' }]);
    expect((await received(over)).caseChanges).toBeUndefined();
    expect(await shownReferral(caseId, referralId)).toMatchObject({ state: 'sent' });
  });

  it('is told to a service that was away when it happened, after it has the referral', async () => {
    const caseId = await aCase();
    const referralId = await refer(caseId);
    await delivered(caseId, referralId);
    stub.answerWith = 503;
    await happens(caseId, 'noCrime', { reason: 'notACrime' });
    const itemId = `${referralId}.caseChanged.3`;
    await eventually(async () => (((await itemOf(itemId))?.attempts ?? 0) > 0 ? true : undefined));
    stub.answerWith = undefined;
    expect(await change(referralId)).toEqual([{ change: 'policeCaseEnded' }]);
  });

  it('waits for a finding of no crime to be accepted where danger was reported', async () => {
    const caseId = await aCase();
    const referralId = await refer(caseId);
    await delivered(caseId, referralId);
    await happens(caseId, 'fearReported', { danger: 'notImmediate' });
    await happens(caseId, 'noCrime', { reason: 'notACrime' });
    const { taskId } = await openTask(keeper, caseId, 'reviewEvent');
    expect((await received(referralId)).caseChanges).toBeUndefined();
    const receipt = { kind: 'safetyReportReceived', data: {}, happenedAt: justNow() };
    const other = await api.as('supervisor', { sub: 'another-supervisor' });
    expect((await other.post(`/cases/${caseId}/events`, receipt)).status).toBe(201);
    const outcome = { kind: 'eventReviewed', about: 3, decision: 'accepted' };
    expect((await keeper.post(`/tasks/${taskId}/completion`, { outcome })).status).toBe(200);
    expect(await change(referralId)).toEqual([{ change: 'policeCaseEnded' }]);
  });
});

describe('consent withdrawn', () => {
  it('while the referral is being sent takes it back in the same breath', async () => {
    const caseId = await aCase();
    let status: number | undefined;
    stub.afterReferral = async (referralId) => {
      stub.afterReferral = undefined;
      ({ status } = await officer.post(`/referrals/${referralId}/answers`, { answer: 'consentWithdrawn' }));
    };
    const referralId = await refer(caseId);
    const item = await ended(`${referralId}.referral.1`, 'stopped');
    expect([status, item.because]).toEqual([201, 'consentWithdrawn']);
    expect((await received(referralId)).withdrawn).toBe('consentWithdrawn');
    expect(await shownReferral(caseId, referralId)).toMatchObject({ state: 'withdrawn' });
    expect((await shownReferral(caseId, referralId)).deliveredAt).toBeUndefined();
  });

  it('afterwards tells the service, and a service that accepts late hears it again', async () => {
    const caseId = await aCase();
    const referralId = await refer(caseId);
    await delivered(caseId, referralId);
    await officer.post(`/referrals/${referralId}/answers`, { answer: 'consentWithdrawn' });
    await eventually(async () => (await received(referralId)).withdrawn);
    const before = stub.calls.filter((call) => call.endsWith('/withdrawal')).length;
    const late = await partner.post(`/referrals/${referralId}/answers`, { answer: 'accepted' });
    expect([late.status, late.body.withdrawn]).toEqual([201, true]);
    await eventually(async () =>
      stub.calls.filter((call) => call.endsWith('/withdrawal')).length > before ? true : undefined
    );
    expect((await shownReferral(caseId, referralId)).state).toBe('withdrawn');
  });

  it('after the service has accepted reaches it too', async () => {
    const caseId = await aCase();
    const referralId = await refer(caseId);
    await delivered(caseId, referralId);
    expect((await partner.post(`/referrals/${referralId}/answers`, { answer: 'accepted' })).status).toBe(201);
    expect((await received(referralId)).withdrawn).toBeUndefined();
    await officer.post(`/referrals/${referralId}/answers`, { answer: 'consentWithdrawn' });
    expect(await eventually(async () => (await received(referralId)).withdrawn)).toBe('consentWithdrawn');
    expect((await shownReferral(caseId, referralId)).state).toBe('withdrawn');
  });

  it('is the victim’s to withdraw with the team, not the partner’s', async () => {
    const caseId = await aCase();
    const referralId = await refer(caseId);
    const path = `/referrals/${referralId}/answers`;
    expect((await partner.post(path, { answer: 'consentWithdrawn' })).status).toBe(403);
  });
});

describe('a partner', () => {
  it('that declines has the victim offered another service', async () => {
    const caseId = await aCase();
    const referralId = await refer(caseId);
    await received(referralId);
    await partner.post(`/referrals/${referralId}/answers`, { answer: 'declined', reason: 'noCapacity' });
    await openTask(officer, caseId, 'makeReferral');
    expect((await shownReferral(caseId, referralId)).state).toBe('declined');
  });

  it('reports the needs before and after its help, which show beside the referral, every time', async () => {
    const caseId = await aCase();
    const referralId = await refer(caseId);
    await delivered(caseId, referralId);
    await partner.post(`/referrals/${referralId}/answers`, { answer: 'accepted' });
    for (const after of ['medium', 'low']) {
      const levels = [{ category: 'safety', before: 'high', after }];
      const report = { answer: 'supportReported', levels, goalsReached: ['homeSecurity'] };
      expect((await partner.post(`/referrals/${referralId}/answers`, report)).status).toBe(201);
    }
    const reports = await eventually(async () => {
      const { reports: shown = [] } = await shownReferral(caseId, referralId);
      return shown.length === 2 ? shown : undefined;
    });
    expect(reports).toMatchObject([
      { levels: [{ category: 'safety', before: 'high', after: 'medium' }], goalsReached: ['homeSecurity'] },
      { levels: [{ category: 'safety', before: 'high', after: 'low' }], goalsReached: ['homeSecurity'] },
    ]);
  });

  it('of the wrong service gets a referral taken back when it is corrected', async () => {
    const caseId = await aCase();
    const referralId = await refer(caseId);
    await delivered(caseId, referralId);
    const corrected = { kind: 'referralMade', data: { ...toBeacon, supportService: 'harbour' }, happenedAt: justNow() };
    const { status } = await officer.post(`/cases/${caseId}/events/1/corrections`, corrected);
    expect(status).toBe(201);
    await eventually(async () => (await itemOf(`${referralId}.referral.3`))?.reference);
    expect((await ended(`${referralId}.withdrawal.3`, 'delivered')).system).toBe('beacon');
  });
});

describe('modern slavery', () => {
  const circumstances = ['modernSlavery'];

  it('of an adult without consent leaves a notification without name or contact', async () => {
    const caseId = await aCase({ circumstances });
    const consents = { kind: 'consentRefused', data: { supportService: 'nrm' }, happenedAt: justNow() };
    await officer.post(`/cases/${caseId}/events`, consents);
    const byName = { recipient: 'nationalReferralMechanism', supportService: 'nrm', basis: 'consent' };
    expect((await officer.post(`/cases/${caseId}/referrals`, byName)).body.code).toBe('consentRefused');
    const { taskId } = await openTask(officer, caseId, 'referModernSlavery');
    const notify = { recipient: 'dutyToNotify', supportService: 'home-office', basis: 'lawfulBasisWithoutConsent' };
    await officer.post(`/tasks/${taskId}/completion`, { outcome: { kind: 'referralMade', ...notify } });
    const { message } = await received(`${caseId}.r2`);
    expect(Object.keys(message).sort()).toEqual(
      ['contract', 'force', 'madeAt', 'offence', 'recipient', 'referralId', 'supportService', 'team'].sort()
    );
    expect(JSON.stringify(message)).not.toMatch(/Alex|Example|07700|example\.org/);
  });

  it('of a child goes to the National Referral Mechanism by name, without consent', async () => {
    const child = aVictim({ dateOfBirth: '2013-06-01', contactPoints: [unsafe] });
    const caseId = await aCase({ circumstances, people: [child] });
    const mechanism = { recipient: 'nationalReferralMechanism', supportService: 'nrm' };
    const asked = await officer.post(`/cases/${caseId}/referrals`, { ...mechanism, basis: 'consent' });
    expect(asked.body.code).toBe('basisNotAllowed');
    const referralId = await refer(caseId, { ...mechanism, basis: 'lawfulBasisWithoutConsent' });
    expect(victimIn(await received(referralId))).toMatchObject({
      name: 'Alex Example',
      dateOfBirth: '2013-06-01',
      contact: { points: [], throughTeam: true },
    });
  });
});

describe('a victim who dies', () => {
  it('has what waited stopped and what was sent taken back', async () => {
    const caseId = await aCase();
    const sent = await refer(caseId);
    await delivered(caseId, sent);
    stub.answerWith = 503;
    const waiting = await refer(caseId, { ...toBeacon, supportService: 'harbour' });
    await officer.post(`/cases/${caseId}/events`, { kind: 'victimDied', happenedAt: justNow() });
    stub.answerWith = undefined;
    const withdrawn = await eventually(async () => (await received(sent)).withdrawn);
    expect(withdrawn).toBe('victimDied');
    const item = await eventually(async () => {
      const items = await api.database.outbox.itemsOfCase(caseId, 'partnerReferral');
      return items.find(({ about, state }) => about.referralId === waiting && state === 'stopped');
    });
    expect(item.because).toMatch(/victimDied|neverSent/);
    expect(stub.received.has(waiting)).toBe(false);
  });
});

describe('the route of a service', () => {
  it('that has become private since it was saved is not called', async () => {
    const route = { kind: 'http', url: 'https://localtest.example.org/' };
    const entered = { name: 'Inner Example', route };
    await keeper.put('/support-services/inner', entered);
    const services = await api.database.supportServices.servicesOf('hertfordshire');
    const inner = services.find(({ code }) => code === 'inner');
    const beacon = { code: 'beacon', name: 'Beacon Example', open: true, recipients: [], needs: [], areas: [] };
    const saved = { ...inner, route: { kind: 'http', url: 'https://10.0.0.7/' } };
    const told = { by: 'somebody', now: new Date().toISOString() };
    await api.database.supportServices.saveServices(
      'hertfordshire',
      [saved as never, { ...beacon, languages: [], partners: [] }],
      told
    );
    const caseId = await aCase();
    const referralId = await refer(caseId, { ...toBeacon, supportService: 'inner' });
    expect((await ended(`${referralId}.referral.1`, 'parked')).because).toBe('unsafeRoute');
    expect((await shownReferral(caseId, referralId)).notSent?.reason).toBe('unsafeRoute');
  });
});
