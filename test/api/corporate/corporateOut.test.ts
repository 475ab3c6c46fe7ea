import { randomUUID } from 'node:crypto';
import express, { Router } from 'express';
import { Webhook as Verifier } from 'standardwebhooks';
import { corporateCouriers, corporatePostings } from '../../../activities/routesOut';
import type { Database } from '../../../database/openDatabase';
import { recordsSystemStub } from '../../../dev/stubs/recordsSystem';
import { trackMyCrimeStub } from '../../../dev/stubs/trackMyCrime';
import { recordsSystem } from '../../../gateways/recordsSystem/recordsSystem';
import { trackMyCrime } from '../../../gateways/trackMyCrime/trackMyCrime';
import { httpServer, type HttpServer } from '../../support/httpServer';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { aPortalMessage } from './incidentForms';
import { aReport } from '../intake/reportBodies';
import { eventually } from '../support/stories';

interface Heard {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

let api: ApiUnderTest;
let police: Caller;
let officer: Caller;
let supervisor: Caller;
let administrator: Caller;
const servers: HttpServer[] = [];
const records = recordsSystemStub({ knowsAll: true });
const portal = trackMyCrimeStub();
const heard: Heard[] = [];
/** What the receiver answers, by path; 204 unless set. */
const answers = new Map<string, number[]>();
let receiver: HttpServer;

beforeAll(async () => {
  const receiving = Router();
  receiving.use(express.text({ type: () => true }), (req, res) => {
    heard.push({ path: req.path, headers: req.headers as Record<string, string>, body: req.body as string });
    const status = answers.get(req.path)?.shift() ?? 204;
    res.set('location', 'http://127.0.0.1:1/').status(status).end();
  });
  receiver = await httpServer(receiving);
  const [recordsServer, portalServer] = [await httpServer(records.router), await httpServer(portal.router)];
  servers.push(receiver, recordsServer, portalServer);
  const connected = {
    recordsSystem: recordsSystem({ url: recordsServer.url }),
    trackMyCrime: trackMyCrime({ url: portalServer.url }),
    webhookTrustedUrl: receiver.url,
  };
  const out = (database: Database) => ({
    couriers: corporateCouriers({ database, ...connected }),
    postings: corporatePostings({ database, ...connected }),
  });
  api = await ApiUnderTest.start({ connected, out });
  [police, officer, supervisor, administrator] = await Promise.all([
    api.as('reporting-system'),
    api.as('victim-care-officer'),
    api.as('supervisor'),
    api.as('administrator'),
  ]);
});
afterAll(async () => {
  await api?.end();
  await Promise.all(servers.map((each) => each.close()));
});

async function aCase(): Promise<{ caseId: string; reference: string }> {
  const report = aReport();
  const { body } = await police.post('/crime-reports', report);
  return { caseId: body.cases[0].caseId, reference: String(report.crimeReference) };
}

const now = () => new Date().toISOString();
const tell = (caseId: string, kind: string, data: object, more: object = {}) =>
  officer.post(`/cases/${caseId}/events`, { kind, data, happenedAt: now(), ...more });

async function subscribed(changes: object = {}) {
  const path = `/hook-${randomUUID()}`;
  const { status, body } = await administrator.post('/webhooks', { url: `${receiver.url}${path}`, ...changes });
  expect(status).toBe(201);
  // Subscriptions are looked up again after two seconds.
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  return { path, ...(body as { webhookId: string; secret: string }) };
}

const callsTo = (path: string) => heard.filter((each) => each.path === path);
const settled = (itemId: string, state: string) =>
  eventually(async () => {
    const item = await api.database.outbox.findItem(itemId);
    return item?.state === state ? item : undefined;
  });

describe('what was said to a victim', () => {
  it('is filed in the records system, once, with the words of an update and without those of a contact', async () => {
    const { caseId, reference } = await aCase();
    await tell(caseId, 'contactMade', { channel: 'phone' }, { note: 'Her sister answered.' });
    await tell(caseId, 'victimUpdateGiven', { channel: 'phone' }, { note: 'The file is with the prosecution.' });
    const texts = await eventually(async () => {
      const log = records.logOf(reference);
      return log.length === 2 ? log.map(({ text }) => text) : undefined;
    });
    expect(texts.join('\n')).toMatch(/Contact made with the victim by phone\./);
    expect(texts.join('\n')).toMatch(/Victim update given by phone\.\nThe file is with the prosecution\./);
    expect(texts.join('\n')).not.toMatch(/sister|Alex|Example/);
    const item = await settled(`entry-${caseId}-1`, 'delivered');
    expect(item).toMatchObject({ kind: 'recordsEntry', attempts: 1 });
  });
});

describe('TrackMyCrime', () => {
  it('shows the victim the answer to what they wrote, and the task is done', async () => {
    const { caseId, reference } = await aCase();
    await police.post('/track-my-crime/messages', aPortalMessage(reference));
    const task = await eventually(async () => {
      const { body } = await officer.get('/tasks?limit=100');
      return body.items.find(
        (each: { caseId: string; kind: string }) => each.caseId === caseId && each.kind === 'answerVictim'
      );
    });
    const outcome = { kind: 'victimAnswered', by: 'trackMyCrime', about: task.about };
    const wordless = await officer.post(`/tasks/${task.taskId}/completion`, { outcome });
    expect([wordless.status, wordless.body.errors[0].pointer]).toEqual([422, '/note']);
    const done = await officer.post(`/tasks/${task.taskId}/completion`, {
      outcome,
      note: 'We will call you on Monday.',
    });
    expect(done.status).toBe(200);
    const published = await eventually(async () => portal.published(reference)[0]);
    expect(published).toMatchObject({ text: 'We will call you on Monday.' });
  });

  it('shows an update, and none to somebody who wants no contact or has died', async () => {
    const [first, second, third] = [await aCase(), await aCase(), await aCase()];
    await tell(first.caseId, 'updatePublished', { portal: 'trackMyCrime' }, { note: 'Nothing new this week.' });
    await eventually(async () => portal.published(first.reference)[0]);
    await tell(second.caseId, 'stanceChanged', { stance: 'wantsContact', answer: 'no' });
    await tell(second.caseId, 'updatePublished', { portal: 'trackMyCrime' }, { note: 'Not to be seen.' });
    expect(await settled(`portal-${second.caseId}-2`, 'stopped')).toMatchObject({ because: 'noContactWanted' });
    await tell(third.caseId, 'victimDied', {});
    await tell(third.caseId, 'updatePublished', { portal: 'trackMyCrime' }, { note: 'Not to be seen.' });
    expect(await settled(`portal-${third.caseId}-2`, 'stopped')).toMatchObject({ because: 'victimDied' });
    expect([...portal.published(second.reference), ...portal.published(third.reference)]).toEqual([]);
  });

  it('parks what it refuses, for a person to look at', async () => {
    const { caseId, reference } = await aCase();
    portal.forgetCrime(reference);
    await tell(caseId, 'updatePublished', { portal: 'trackMyCrime' }, { note: 'Nothing new.' });
    expect(await settled(`portal-${caseId}-1`, 'parked')).toMatchObject({ because: 'crimeUnknown' });
  });
});

describe('a webhook', () => {
  it('tells ids, kind and time alone, in a call that the receiver verifies with the library', async () => {
    const { path, webhookId, secret } = await subscribed({ kinds: ['contactMade'] });
    const { caseId } = await aCase();
    await tell(caseId, 'contactAttempted', { channel: 'phone', result: 'noAnswer' }, { note: 'Nobody there.' });
    await tell(caseId, 'contactMade', { channel: 'phone' }, { note: 'Her sister answered.' });
    const [call] = await eventually(async () => (callsTo(path).length > 0 ? callsTo(path) : undefined));
    const verified = new Verifier(secret).verify(call?.body ?? '', call?.headers ?? {});
    expect(verified).toEqual({
      type: 'case.contactMade',
      timestamp: expect.any(String),
      data: { caseId, fact: 2, kind: 'contactMade' },
    });
    expect(call?.headers['webhook-id']).toBe(`webhook-${webhookId}-${caseId}-2`);
    expect(() => new Verifier(secret).verify(`${call?.body} `, call?.headers ?? {})).toThrow();
    expect(JSON.stringify(heard)).not.toMatch(/sister|Alex|Nobody|07700/);
  });

  it('that fails is called again under the same id until it succeeds', async () => {
    const { path } = await subscribed({ kinds: ['contactMade'] });
    answers.set(path, [500, 503]);
    const { caseId } = await aCase();
    await tell(caseId, 'contactMade', { channel: 'phone' });
    const calls = await eventually(async () => (callsTo(path).length === 3 ? callsTo(path) : undefined));
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('is signed with the old and the new secret while they change', async () => {
    const { path, webhookId, secret } = await subscribed({ kinds: ['contactMade'] });
    const rotated = await administrator.post(`/webhooks/${webhookId}/secrets`);
    expect(rotated.status).toBe(201);
    await tell((await aCase()).caseId, 'contactMade', { channel: 'phone' });
    const [call] = await eventually(async () => (callsTo(path).length > 0 ? callsTo(path) : undefined));
    for (const known of [secret, rotated.body.secret]) {
      expect(() => new Verifier(known).verify(call?.body ?? '', call?.headers ?? {})).not.toThrow();
    }
    expect(call?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
  });

  it('that redirects is not followed, and parks; one that is gone is disabled', async () => {
    const [moved, gone] = [await subscribed({ kinds: ['contactMade'] }), await subscribed({ kinds: ['contactMade'] })];
    answers.set(moved.path, [302]).set(gone.path, [410]);
    const { caseId } = await aCase();
    await tell(caseId, 'contactMade', { channel: 'phone' });
    expect(await settled(`webhook-${moved.webhookId}-${caseId}-1`, 'parked')).toMatchObject({ because: 'redirected' });
    await settled(`webhook-${gone.webhookId}-${caseId}-1`, 'stopped');
    const { body } = await supervisor.get('/webhooks');
    const ended = body.items.filter(({ disabled }: { disabled?: object }) => disabled);
    expect(ended.map(({ webhookId }: { webhookId: string }) => webhookId)).toContain(gone.webhookId);
  });

  it('that was disabled hears nothing any more, and other forces have nothing to do with it', async () => {
    const { path, webhookId } = await subscribed();
    const elsewhere = await api.as('administrator', { force: 'kent' });
    expect((await elsewhere.get('/webhooks')).body.items).toEqual([]);
    expect((await elsewhere.post(`/webhooks/${webhookId}/disabling`, { reason: 'x' })).status).toBe(404);
    expect((await elsewhere.post(`/webhooks/${webhookId}/secrets`)).status).toBe(404);
    expect((await administrator.post(`/webhooks/${webhookId}/disabling`, { reason: 'Moved' })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const marker = await subscribed({ kinds: ['contactMade'] });
    await tell((await aCase()).caseId, 'contactMade', { channel: 'phone' });
    await eventually(async () => callsTo(marker.path)[0]);
    expect(callsTo(path)).toEqual([]);
  });

  it('subscribes once though its answer was lost and it is sent again; another one under the key is refused', async () => {
    const key = randomUUID();
    const subscribe = (path: string) =>
      administrator.post('/webhooks', { url: `${receiver.url}${path}` }).set('idempotency-key', key);
    const all = await Promise.all([subscribe('/once'), subscribe('/once'), subscribe('/once')]);
    expect(all.map(({ status, body }) => [status, body])).toEqual(all.map(() => [201, all[0]?.body]));
    const other = await subscribe('/other');
    expect([other.status, other.body.code]).toEqual([422, 'idempotencyKeyReused']);
    const { body } = await supervisor.get('/webhooks');
    expect(body.items.filter(({ url }: { url: string }) => url.endsWith('/once'))).toHaveLength(1);
    await administrator.post(`/webhooks/${all[0]?.body.webhookId}/disabling`, { reason: 'A test' });
  });

  it.each([
    'http://example.org/hook',
    'https://localhost/hook',
    'https://127.0.0.1/hook',
    'https://2130706433/hook',
    'https://0x7f.1/hook',
    'https://[::1]/hook',
    'https://[::ffff:127.0.0.1]/hook',
    'https://[fe80::1]/hook',
    'https://[fd00::1]/hook',
    'https://[64:ff9b::7f00:1]/hook',
    'https://10.1.2.3/hook',
    'https://172.16.0.1/hook',
    'https://192.168.1.1/hook',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/hook',
    'https://user:password@example.org/hook',
    'https://records.internal/hook',
    'ftp://example.org/hook',
    'not an address',
  ])('is never saved for %s', async (url) => {
    const { status, body } = await administrator.post('/webhooks', { url });
    expect([status, body.errors[0].pointer]).toEqual([422, '/url']);
  });

  it('keeps its secret to itself after it was shown once, in answers and in the database', async () => {
    const { secret, webhookId } = await subscribed({ kinds: ['caseClosed'] });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { text } = await supervisor.get('/webhooks');
    expect(text).not.toContain(secret.slice(6));
    const stored = await api.database.webhooks.findWebhook(webhookId);
    expect(JSON.stringify(stored)).not.toContain('whsec');
    expect(api.logged.join('\n')).not.toContain('whsec');
  });
});
