import { randomUUID } from 'node:crypto';
import { addCalendarDays, instant, londonDay } from '../../../domain/time/londonTime';
import { weekdays } from '../../../domain/contact/safeTimes';
import type { Caller } from '../support/apiUnderTest';
import { apiWithNotify, type NotifyBeside } from './notifyBeside';
import { aVictim } from '../intake/reportBodies';
import { eventually, reported } from '../support/stories';

let beside: NotifyBeside;
let system: Caller;
let officer: Caller;
let supervisor: Caller;
beforeAll(async () => {
  beside = await apiWithNotify();
  system = await beside.api.as('reporting-system');
  officer = await beside.api.as('victim-care-officer', { sub: 'officer-1' });
  supervisor = await beside.api.as('supervisor', { sub: 'supervisor-1' });
});
afterAll(async () => {
  await beside?.end();
});

const text = { channel: 'text', value: '07700 900123', safe: 'yes' };
const callback = { callbackNumber: '0300 123 4567', contactName: 'Sam' };

async function caseOf(points: object[], changes: Record<string, unknown> = {}, report: Record<string, unknown> = {}) {
  const { caseId } = await reported(system, { people: [aVictim({ contactPoints: points, ...changes })], ...report });
  await eventually(async () => (await beside.api.database.cases.findCase(caseId)) && true);
  const { body: person, headers } = await officer.get(`/cases/${caseId}/person`);
  const ids: string[] = person.contactPoints.map(({ contactPointId }: { contactPointId: string }) => contactPointId);
  return { caseId, ids, person, etag: headers.etag ?? '' };
}

async function send(caseId: string, contactPointId: string | undefined, more: object = {}) {
  return officer
    .post(`/cases/${caseId}/messages`, { template: 'please-call', contactPointId, values: callback, ...more })
    .set('idempotency-key', randomUUID());
}

async function becomes(caseId: string, messageId: string, state: string) {
  return eventually(async () => {
    const { body } = await officer.get(`/cases/${caseId}/messages/${messageId}`);
    return body.state === state ? body : undefined;
  });
}

async function kindsOf(caseId: string): Promise<string[]> {
  const { body } = await officer.get(`/cases/${caseId}/timeline?limit=100`);
  return body.items.map(({ kind }: { kind: string }) => kind);
}

const sentTo = (messageId: string) => beside.posted.filter(({ reference }) => reference === messageId);

/** A day of the week on which it is not safe now, nor will be for two days. */
function anotherDay(): string {
  const in3Days = addCalendarDays(londonDay(instant(Date.now())), 3);
  return weekdays[(new Date(`${in3Days}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';
}

describe('a message to a victim', () => {
  it('goes to the number that they called safe, says nothing of a crime, and is delivered', async () => {
    const { caseId, ids } = await caseOf([text]);
    const { status, body } = await send(caseId, ids[0]);
    expect([status, body.state]).toEqual([202, 'queued']);
    const delivered = await becomes(caseId, body.messageId, 'delivered');
    expect(delivered.body).toMatch(/^Hello\. Please call 0300 123 4567 .* ask for Sam\./);
    expect(sentTo(body.messageId)).toMatchObject([{ phone_number: '07700 900123' }]);
    expect(await kindsOf(caseId)).toContain('messageSent');
    expect((await officer.get(`/cases/${caseId}/messages`)).body.items).toHaveLength(1);
  });

  it('names no appointment that has passed, nor one that ends before it begins', async () => {
    const { caseId, ids } = await caseOf([text]);
    const today = londonDay(instant(Date.now()));
    const appointment = async (values: object) => {
      const { body } = await send(caseId, ids[0], { template: 'appointment', values: { ...callback, ...values } });
      return body.errors?.[0]?.pointer ?? body.state;
    };
    const times = { from: '09:00', to: '10:00' };
    expect(await appointment({ on: addCalendarDays(today, -1), ...times })).toBe('/values/on');
    expect(await appointment({ on: today, from: '10:00', to: '09:00' })).toBe('/values/to');
    expect(await appointment({ on: today, ...times })).toBe('queued');
  });

  it('is in Welsh for who speaks Welsh', async () => {
    const { caseId, ids } = await caseOf([text], { language: 'cy' });
    const { body } = await send(caseId, ids[0]);
    expect((await becomes(caseId, body.messageId, 'delivered')).body).toMatch(/^Helo\. Ffoniwch 0300 123 4567/);
  });

  it('is the written acknowledgement of the report where it says so', async () => {
    const { caseId, ids } = await caseOf([text]);
    const values = { callbackNumber: '0300 123 4567', reference: 'N-17' };
    const { body } = await send(caseId, ids[0], { template: 'acknowledgement', values });
    await becomes(caseId, body.messageId, 'delivered');
    expect(await kindsOf(caseId)).toEqual(expect.arrayContaining(['messageSent', 'reportAcknowledged']));
  });

  it('is sent once however often the same request comes, and another request under its key is refused', async () => {
    const { caseId, ids } = await caseOf([text]);
    const ask = (contactName: string, key: string) =>
      officer
        .post(`/cases/${caseId}/messages`, {
          template: 'please-call',
          contactPointId: ids[0],
          values: { ...callback, contactName },
        })
        .set('idempotency-key', key);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask('Sam', key)));
    const [messageId, ...others] = new Set(answers.map(({ body }) => body.messageId));
    expect(others).toEqual([]);
    await becomes(caseId, messageId, 'delivered');
    expect(sentTo(messageId)).toHaveLength(1);
    expect((await ask('Alex', key)).body.code).toBe('idempotencyKeyReused');
  });

  it('that never arrives marks the number, and somebody decides how the victim hears of it', async () => {
    const { caseId, ids } = await caseOf([{ ...text, value: '07700 900002' }]);
    const { body } = await send(caseId, ids[0]);
    expect(await becomes(caseId, body.messageId, 'failed')).toMatchObject({ because: 'permanent' });
    const { body: person } = await officer.get(`/cases/${caseId}/person`);
    expect(person.contactPoints[0]).toMatchObject({ undeliverable: true });
    const { body: live } = await officer.get(`/cases/${caseId}/live`);
    const task = live.open.find(({ kind }: { kind: string }) => kind === 'reviewUnsentMessage');
    expect(task).toBeDefined();
    expect((await send(caseId, ids[0])).body).toMatchObject({
      code: 'notSafeToContact',
      because: 'routeUndeliverable',
    });
    const outcome = { kind: 'messageReviewed', messageId: body.messageId, decision: 'toldOtherwise' };
    const done = await officer.post(`/tasks/${task.taskId}/completion`, { outcome });
    expect(done.status).toBe(200);
  });

  it('that did not arrive this once leaves the number as it is', async () => {
    const { caseId, ids } = await caseOf([{ ...text, value: '07700 900003' }]);
    const { body } = await send(caseId, ids[0]);
    expect(await becomes(caseId, body.messageId, 'failed')).toMatchObject({ because: 'temporary' });
    expect((await officer.get(`/cases/${caseId}/person`)).body.contactPoints[0].undeliverable).toBeUndefined();
  });

  it('by letter that comes back weeks later marks the address, told twice or not, and only by who may tell', async () => {
    const address = '1 Example Street, Exampleton, SW1A 1AA';
    const { caseId, ids } = await caseOf([{ channel: 'letter', value: address, safe: 'yes' }]);
    const { body } = await send(caseId, ids[0]);
    await becomes(caseId, body.messageId, 'sent');
    expect((await beside.tellReturned(body.messageId, 'another-token-of-somebody')).status).toBe(401);
    expect((await beside.tellReturned(body.messageId)).status).toBe(204);
    expect((await beside.tellReturned(body.messageId)).status).toBe(204);
    expect(await becomes(caseId, body.messageId, 'failed')).toMatchObject({ because: 'returned' });
    const failures = (await kindsOf(caseId)).filter((kind) => kind === 'messageFailed');
    expect(failures).toHaveLength(1);
  });

  it('waits while Notify is away, and is then sent once', async () => {
    const { caseId, ids } = await caseOf([text]);
    beside.away = true;
    const { body } = await send(caseId, ids[0]);
    await eventually(
      async () => (await beside.api.database.outbox.findItem(body.messageId))?.because === 'NotifyAway' || undefined
    );
    beside.away = false;
    await becomes(caseId, body.messageId, 'delivered');
    expect(sentTo(body.messageId)).toHaveLength(1);
  });

  it('that Notify refuses waits as a dead letter, and goes again once somebody has mended it', async () => {
    const { caseId, ids } = await caseOf([{ ...text, value: 'not a number' }]);
    const { body } = await send(caseId, ids[0]);
    await becomes(caseId, body.messageId, 'parked');
    const { body: parked } = await supervisor.get('/operations/dead-letters');
    expect(parked.items.map(({ itemId }: { itemId: string }) => itemId)).toContain(body.messageId);
    const again = await supervisor.post(`/operations/dead-letters/${body.messageId}/resend`, {});
    expect(again.status).toBe(202);
    await becomes(caseId, body.messageId, 'parked');
    const discarded = await supervisor.post(`/operations/dead-letters/${body.messageId}/discard`, {
      reason: 'notNeeded',
    });
    expect([discarded.status, discarded.body.state]).toEqual([200, 'discarded']);
  });
});

describe('a dead letter is mended', () => {
  it('never in its words, its safety or its override, and never into another shape', async () => {
    const { caseId, ids } = await caseOf([{ ...text, value: 'not a number' }]);
    const { body } = await send(caseId, ids[0]);
    await becomes(caseId, body.messageId, 'parked');
    const path = `/operations/dead-letters/${body.messageId}`;
    const { content } = (await supervisor.get(path)).body;
    const tampered = [
      {},
      { ...content, body: 'About your rape' },
      { ...content, isSafetyNews: true },
      { ...content, override: { by: 'x', reason: 'other' } },
      { ...content, contactPointId: 7 },
    ];
    for (const each of tampered) {
      const { status, body: problem } = await supervisor.post(`${path}/resend`, { content: each });
      expect([status, problem.errors?.[0]?.pointer]).toEqual([422, expect.stringMatching(/^\/content\/\w+$/)]);
    }
    const abroad = await beside.api.as('supervisor', { force: 'elsewhere' });
    expect((await abroad.get(path)).status).toBe(404);
    expect((await supervisor.post(`${path}/resend`, { content })).status).toBe(202);
  });

  it('by nobody from whom the case is kept: for them there is no such letter', async () => {
    const { caseId, ids } = await caseOf([{ ...text, value: 'not a number' }]);
    const { body } = await send(caseId, ids[0]);
    await becomes(caseId, body.messageId, 'parked');
    const restricted = { callers: ['officer-1'], reason: 'policeEmployee' };
    const happenedAt = new Date().toISOString();
    await supervisor.post(`/cases/${caseId}/events`, { kind: 'caseRestricted', data: restricted, happenedAt });
    const { body: letters } = await supervisor.get('/operations/dead-letters');
    expect(letters.items.map(({ itemId }: { itemId: string }) => itemId)).not.toContain(body.messageId);
    const path = `/operations/dead-letters/${body.messageId}`;
    expect((await supervisor.get(path)).status).toBe(404);
    expect((await supervisor.post(`${path}/resend`, {})).status).toBe(404);
    expect((await supervisor.post(`${path}/discard`, { reason: 'notNeeded' })).status).toBe(404);
    const named = await beside.api.as('supervisor', { sub: 'officer-1' });
    expect((await named.get(path)).status).toBe(200);
  });
});

it('a receipt that comes after the end of a message marks nothing', async () => {
  const { caseId, ids } = await caseOf([text]);
  const { body } = await send(caseId, ids[0]);
  await becomes(caseId, body.messageId, 'delivered');
  expect((await beside.tellReturned(body.messageId)).status).toBe(204);
  const { body: person } = await officer.get(`/cases/${caseId}/person`);
  expect(person.contactPoints[0].undeliverable).toBeUndefined();
});

describe('nothing is sent', () => {
  it.each([
    ['to a number that is not safe', { ...text, safe: 'no' }, 'routeUnsafe'],
    ['to a number that nobody asked about', { ...text, safe: 'unknown' }, 'safetyUnknown'],
  ])('%s', async (_title, point, because) => {
    const { caseId, ids } = await caseOf([point]);
    const { status, body } = await send(caseId, ids[0]);
    expect([status, body.code, body.because]).toEqual([409, 'notSafeToContact', because]);
  });

  it('outside the agreed times: it waits for them, unless somebody takes it on themself, on the record', async () => {
    const { caseId, ids } = await caseOf([{ ...text, safeDays: [anotherDay()] }]);
    const { body } = await send(caseId, ids[0]);
    expect(Date.parse(body.sendsFrom)).toBeGreaterThan(Date.now());
    await eventually(
      async () => (await beside.api.database.outbox.findItem(body.messageId))?.because === 'notSafeNow' || undefined
    );
    expect(sentTo(body.messageId)).toEqual([]);
    const override = { reason: 'riskToLife', note: 'He was let go this morning.' };
    const { body: urgent } = await send(caseId, ids[0], { override });
    await becomes(caseId, urgent.messageId, 'delivered');
    expect(await kindsOf(caseId)).toContain('safeContactOverridden');
  });

  it('any more once all contact is stopped, in every case of theirs, also of what is queued', async () => {
    const personReference = `P-${randomUUID()}`;
    const later = { ...text, safeDays: [anotherDay()] };
    const first = await caseOf([later], { personReference });
    const second = await caseOf([later], { personReference });
    const [one, two] = [await send(first.caseId, first.ids[0]), await send(second.caseId, second.ids[0])];
    const stop = await officer.put(`/cases/${first.caseId}/person/contact-stop`, { reason: 'unsafe' });
    expect(stop.body).toMatchObject({ stopped: true, cases: 2, messagesWaiting: 2 });
    await becomes(first.caseId, one.body.messageId, 'stopped');
    await becomes(second.caseId, two.body.messageId, 'stopped');
    expect(await kindsOf(second.caseId)).toEqual(expect.arrayContaining(['contactStopped', 'messageStopped']));
    expect((await send(first.caseId, first.ids[0], { override: { reason: 'other', note: 'x' } })).body.because).toBe(
      'contactStopped'
    );
    const lifted = await supervisor.post(`/cases/${first.caseId}/person/contact-stop/lifting`, { reason: 'safeAgain' });
    expect(lifted.body.stopped).toBe(false);
    expect([...sentTo(one.body.messageId), ...sentTo(two.body.messageId)]).toEqual([]);
  });

  it('to an old address after a move to a refuge, whatever was queued', async () => {
    const later = { safeDays: [anotherDay()], safe: 'yes' };
    const points = [
      { channel: 'text', value: '07700 900124', ...later },
      { channel: 'email', value: 'alex@example.org', ...later },
      { channel: 'text', value: '07700 900125', ...later },
    ];
    const { caseId, ids, etag } = await caseOf(points);
    const queued = await Promise.all(ids.map((id) => send(caseId, id)));
    const moved = await officer
      .patch(`/cases/${caseId}/person`, { contactPoints: [{ channel: 'text', value: '07700 900199', safe: 'yes' }] })
      .set('if-match', etag);
    expect(moved.status).toBe(200);
    for (const { body } of queued) {
      expect(await becomes(caseId, body.messageId, 'stopped')).toMatchObject({ because: 'routeUnknown' });
      expect(sentTo(body.messageId)).toEqual([]);
    }
    const { body: live } = await officer.get(`/cases/${caseId}/live`);
    const reviews = live.open.filter(({ kind }: { kind: string }) => kind === 'reviewUnsentMessage');
    expect(reviews).toHaveLength(3);
  });

  it('to somebody who has died, also of what was queued before', async () => {
    const { caseId, ids } = await caseOf([{ ...text, safeDays: [anotherDay()] }]);
    const { body } = await send(caseId, ids[0]);
    const happenedAt = new Date().toISOString();
    const died = await officer
      .post(`/cases/${caseId}/events`, { kind: 'victimDied', data: {}, happenedAt })
      .set('idempotency-key', randomUUID());
    expect(died.status).toBe(201);
    expect(await becomes(caseId, body.messageId, 'stopped')).toMatchObject({ because: 'victimDied' });
    expect(sentTo(body.messageId)).toEqual([]);
  });

  it('that names what is missing or would tell a stranger what it is about', async () => {
    const { caseId, ids } = await caseOf([text]);
    const missing = await send(caseId, ids[0], { values: { contactName: 'Sam' } });
    expect(missing.body.errors).toEqual([{ pointer: '/values/callbackNumber', message: 'The text needs it' }]);
    const telling = await send(caseId, ids[0], { values: { ...callback, contactName: 'Police Officer Sam' } });
    expect(telling.body.errors[0]).toMatchObject({ pointer: '/values/contactName' });
  });
});

describe('a call now', () => {
  it('gives the number with how to use it, where and when it is safe', async () => {
    const point = { channel: 'phone', value: '07700 900123', safe: 'yes', whoMayAnswer: 'her sister' };
    const { caseId, ids } = await caseOf([point]);
    const { status, body } = await officer.post(`/cases/${caseId}/calls`, { contactPointId: ids[0] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ value: '07700 900123', whoMayAnswer: 'her sister', mayLeaveMessage: false });
  });

  it('is refused outside the agreed times with the next one, and overridden only with a reason on the record', async () => {
    const point = { channel: 'phone', value: '07700 900123', safe: 'yes', safeDays: [anotherDay()] };
    const { caseId, ids } = await caseOf([point]);
    const call = (more: object = {}) => officer.post(`/cases/${caseId}/calls`, { contactPointId: ids[0], ...more });
    const refused = await call();
    expect(refused.body).toMatchObject({ code: 'notSafeToContact', because: 'notSafeNow' });
    expect(Date.parse(refused.body.from)).toBeGreaterThan(Date.now());
    expect((await call({ override: { reason: 'riskToLife' } })).status).toBe(422);
    const given = await call({ override: { reason: 'riskToLife', note: 'He is on his way to her.' } });
    expect([given.status, given.body.value]).toEqual([200, '07700 900123']);
    const { body } = await officer.get(`/cases/${caseId}/timeline?limit=10`);
    const fact = body.items.find(({ kind }: { kind: string }) => kind === 'safeContactOverridden');
    expect(fact).toMatchObject({ by: 'officer-1', note: 'He is on his way to her.' });
  });
});

it('a call with news of release to somebody who wants no contact is on the record before the number is given', async () => {
  const { caseId, ids } = await caseOf([text]);
  const call = (isSafetyNews: boolean) =>
    officer.post(`/cases/${caseId}/calls`, { contactPointId: ids[0], isSafetyNews });
  expect((await call(true)).status).toBe(200);
  expect(await kindsOf(caseId)).not.toContain('safeContactOverridden');
  const stance = { stance: 'wantsContact', answer: 'no' };
  await officer.post(`/cases/${caseId}/events`, {
    kind: 'stanceChanged',
    data: stance,
    happenedAt: new Date().toISOString(),
  });
  expect((await call(false)).body.because).toBe('noContactWanted');
  expect((await call(true)).body.value).toBe(text.value);
  const { body } = await officer.get(`/cases/${caseId}/timeline?limit=10`);
  const fact = body.items.find(({ kind }: { kind: string }) => kind === 'safeContactOverridden');
  expect(fact).toMatchObject({ by: 'officer-1', data: { contactPointId: ids[0], reason: 'newsOfRelease' } });
});

it('the representatives of a person are sent back as they were read, and unsafe numbers of theirs are kept', async () => {
  const contactPoints = [text, { ...text, value: '07700 900667', safe: 'no' }];
  const representatives = [{ name: 'Robin Example', relation: 'parent', contactPoints }];
  const { caseId, person, etag } = await caseOf([text], { representatives });
  const path = `/cases/${caseId}/person`;
  const changed = await officer.patch(path, { representatives: person.representatives }).set('if-match', etag);
  expect([changed.status, changed.body.representatives]).toEqual([200, person.representatives]);
  const known = await beside.api.database.persons.readPerson(person.personId);
  expect(known?.representatives[0]?.contactPoints.map(({ value }) => value)).toEqual([text.value, '07700 900667']);
  const [representative] = person.representatives;
  const foreign = { ...representative, contactPoints: [{ channel: 'text', contactPointId: 'not-theirs' }] };
  const refused = await officer.patch(path, { representatives: [foreign] }).set('if-match', '*');
  expect(refused.body.errors[0].pointer).toBe('/representatives/0/contactPoints/0/contactPointId');
});

it('an unsafe number is shown to nobody, and kept when the rest is corrected', async () => {
  const { caseId, person, etag } = await caseOf([text, { ...text, value: '07700 900666', safe: 'no' }]);
  expect(JSON.stringify(person)).not.toContain('900666');
  const corrected = await officer
    .patch(`/cases/${caseId}/person`, { contactPoints: person.contactPoints })
    .set('if-match', etag);
  expect(corrected.status).toBe(200);
  expect(corrected.body.contactPoints).toHaveLength(2);
  expect(JSON.stringify(corrected.body)).not.toContain('900666');
});

describe('who receives for a victim', () => {
  const hers = [
    { channel: 'phone', value: '07700 900321', safe: 'yes', whoMayAnswer: 'Robin' },
    { channel: 'text', value: '07700 900321', safe: 'yes' },
    { channel: 'email', value: 'robin@example.org', safe: 'no' },
    { channel: 'text', value: '07700 900002', safe: 'yes' },
  ];
  const childOf = async (changes: Record<string, unknown> = {}, report: Record<string, unknown> = {}) => {
    const representatives = [{ name: 'Robin Example', relation: 'parent', contactPoints: hers }];
    const { caseId, person } = await caseOf([], { representatives, ...changes }, report);
    const [{ representativeId, contactPoints }] = person.representatives;
    const [phone, mobile, unsafe, dead] = contactPoints.map((each: { contactPointId: string }) => each.contactPointId);
    return { caseId, representativeId, phone, mobile, unsafe, dead };
  };

  it('is called and written to for a child, by the same rules; the ladder of attempts leads to them', async () => {
    const { caseId, representativeId, phone, mobile, unsafe } = await childOf({ dateOfBirth: '2019-05-05' });
    const call = (contactPointId: string) => officer.post(`/cases/${caseId}/calls`, { contactPointId });
    const called = await call(phone);
    expect([called.status, called.body.value, called.body.representativeId]).toEqual([
      200,
      '07700 900321',
      representativeId,
    ]);
    expect((await call(unsafe)).body.because).toBe('routeUnsafe');
    const { body } = await send(caseId, mobile);
    await becomes(caseId, body.messageId, 'delivered');
    expect(sentTo(body.messageId)).toMatchObject([{ phone_number: '07700 900321' }]);
    expect((await officer.get(`/cases/${caseId}/attempts`)).body.next).toMatchObject({ channel: 'viaRepresentative' });
    const { contactPoints } = (await officer.get(`/cases/${caseId}/person/due`)).body;
    expect(contactPoints[0]).toMatchObject({ contactPointId: phone, safeNow: true, representativeId });
  });

  it('has a number that reaches nobody marked, as the victim has', async () => {
    const { caseId, dead } = await childOf();
    const { body } = await send(caseId, dead);
    await becomes(caseId, body.messageId, 'failed');
    expect((await officer.post(`/cases/${caseId}/calls`, { contactPointId: dead })).body.because).toBe(
      'routeUndeliverable'
    );
  });

  it('receives nothing from the 18th birthday on, until the victim says otherwise', async () => {
    const on = londonDay(instant(Date.now()));
    const daysAgo = `${addCalendarDays(on, -2)}T12:00:00Z`;
    const report = { occurredAt: daysAgo, reportedAt: daysAgo, receivedAt: daysAgo };
    const { caseId, mobile } = await childOf({ dateOfBirth: '2010-05-05' }, report);
    const told = { kind: 'eighteenthBirthdayKnown', data: { on }, happenedAt: instant(Date.now()) };
    expect((await officer.post(`/cases/${caseId}/events`, told)).status).toBe(201);
    expect((await send(caseId, mobile)).body.because).toBe('routeUnknown');
    expect((await officer.get(`/cases/${caseId}/attempts`)).body.next).toMatchObject({ step: 'askForSafeChannel' });
  });
});
