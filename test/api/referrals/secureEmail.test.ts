import { referralPostings } from '../../../activities/referralPostings';
import { secureMailbox } from '../../../dev/stubs/secureMailbox';
import { notifySecureEmail } from '../../../gateways/secureEmail/notifySecureEmail';
import { partners } from '../../../gateways/supportService/partners';
import { supportServiceCourier } from '../../../gateways/supportService/supportServiceCourier';
import { apiWithNotify, type NotifyBeside } from '../contact/notifyBeside';
import { aVictim } from '../intake/reportBodies';
import type { Caller } from '../support/apiUnderTest';
import { eventually, openTask, reported } from '../support/stories';

const emailDomains = ['cjsm.net'];
const mailbox = secureMailbox(emailDomains);
let beside: NotifyBeside;
let system: Caller;
let officer: Caller;
let keeper: Caller;
beforeAll(async () => {
  const routes = { emailDomains };
  beside = await apiWithNotify({
    mailbox,
    partnerRoutes: routes,
    alsoOut: (database, notify) => {
      const email = notifySecureEmail(notify);
      const toPartners = supportServiceCourier(database, partners({ stores: database, routes, email }));
      return {
        couriers: { partnerReferral: toPartners, secureEmail: toPartners },
        postings: [referralPostings(database)],
      };
    },
  });
  [system, officer, keeper] = await Promise.all([
    beside.api.as('reporting-system'),
    beside.api.as('victim-care-officer'),
    beside.api.as('supervisor'),
  ]);
  const services = ['help', 'perm-fail'].map((name) => ({
    code: name,
    name: `${name} Example`,
    route: { kind: 'secureEmail', address: `${name}@beacon.org.cjsm.net` },
  }));
  expect((await keeper.put('/support-services', { services })).status).toBe(200);
});
afterAll(async () => {
  await beside?.end();
});

const points = [{ channel: 'phone', value: '07700 900123', safe: 'yes' }];

async function refer(supportService: string) {
  const { caseId } = await reported(system, { people: [aVictim({ contactPoints: points })] });
  await openTask(officer, caseId, 'makeReferral');
  const referral = { recipient: 'serviceProvider', supportService, basis: 'consent' };
  const { status, body } = await officer.post(`/cases/${caseId}/referrals`, referral);
  expect([status, body.code]).toEqual([201, undefined]);
  return { caseId, referralId: body.referralId as string };
}

const item = (itemId: string, state: string) =>
  eventually(async () => {
    const found = await beside.api.database.outbox.findItem(itemId);
    return found?.state === state ? found : undefined;
  });
const emailsAbout = (referralId: string) => mailbox.received.filter(({ body }) => body.includes(referralId));
const shownReferral = async (caseId: string) => (await officer.get(`/cases/${caseId}/referrals`)).body.items[0];

describe('a referral by secure e-mail', () => {
  it('arrives once, in a subject that names nobody, and the case hears so from the receipt', async () => {
    const { caseId, referralId } = await refer('help');
    const sent = await item(`${referralId}.referral.1`, 'delivered');
    expect(sent.kind).toBe('secureEmail');
    const [email, ...more] = emailsAbout(referralId);
    expect([email?.to, more]).toEqual(['help@beacon.org.cjsm.net', []]);
    expect(email?.subject).toBe('OFFICIAL-SENSITIVE: a referral');
    expect(email?.body).toMatch(/Name: Alex Example[\s\S]*Safe phone: 07700 900123/);
    expect(await eventually(async () => (await shownReferral(caseId)).deliveredAt)).toBeDefined();
  });

  it('that bounces is told to the case, and a person passes it on', async () => {
    const { caseId, referralId } = await refer('perm-fail');
    expect((await item(`${referralId}.referral.1`, 'failed')).because).toBe('notDelivered');
    const { taskId } = await openTask(officer, caseId, 'passOnReferral');
    expect((await shownReferral(caseId)).notSent).toBeDefined();
    const outcome = { kind: 'referralSent', referralId };
    expect((await officer.post(`/tasks/${taskId}/completion`, { outcome })).status).toBe(200);
  });

  it('is taken back by e-mail, and a withdrawal that bounces is for a person to pass on', async () => {
    const { caseId, referralId } = await refer('help');
    await item(`${referralId}.referral.1`, 'delivered');
    const withdrawn = await officer.post(`/referrals/${referralId}/answers`, { answer: 'consentWithdrawn' });
    expect(withdrawn.status).toBe(201);
    await eventually(async () => emailsAbout(referralId).find(({ subject }) => subject.includes('withdrawn')));

    const second = await refer('help');
    await item(`${second.referralId}.referral.1`, 'delivered');
    const { body: help, headers } = await keeper.get('/support-services/help');
    const route = { kind: 'secureEmail', address: 'perm-fail@elsewhere.cjsm.net' };
    const { code: _code, version: _version, ...entered } = help;
    await keeper.put('/support-services/help', { ...entered, route }).set('if-match', headers.etag ?? '');
    await officer.post(`/referrals/${second.referralId}/answers`, { answer: 'consentWithdrawn' });
    const task = await openTask(officer, second.caseId, 'passOnReferral');
    expect(task.why).toContain('could not be sent');
    expect((await shownReferral(second.caseId)).state).toBe('withdrawn');
    expect((await openKinds(caseId)).includes('passOnReferral')).toBe(false);
  });

  it('goes to no domain that is not allowed: not into the directory, and not out of it', async () => {
    const outside = { kind: 'secureEmail' as const, address: 'help@example.org' };
    const { status, body } = await keeper.put('/support-services/outside', { name: 'Outside Example', route: outside });
    expect([status, body.errors[0].pointer]).toEqual([422, '/route/address']);
    // The list was longer when it was entered.
    const { supportServices } = beside.api.database;
    const service = { code: 'outside', name: 'Outside Example', open: true, route: outside } as const;
    const lists = { recipients: [], needs: [], areas: [], languages: [], partners: [] };
    const told = { by: 'a-supervisor', now: '2026-03-03T10:00:00.000Z' };
    await supportServices.saveServices('hertfordshire', [{ ...service, ...lists }], told);
    const { caseId, referralId } = await refer('outside');
    expect((await item(`${referralId}.referral.1`, 'parked')).because).toBe('unsafeRoute');
    await openTask(officer, caseId, 'passOnReferral');
    expect(beside.posted.filter(({ email_address: to }) => to === outside.address)).toEqual([]);
  });
});

async function openKinds(caseId: string): Promise<string[]> {
  const { body } = await officer.get(`/tasks?caseId=${caseId}`);
  return body.items.map(({ kind }: { kind: string }) => kind);
}
