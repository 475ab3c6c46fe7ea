import { randomUUID } from 'node:crypto';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { aVictim } from '../intake/reportBodies';
import { justNow, listed, openTask } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  system = await api.as('reporting-system');
  officer = await api.as('victim-care-officer', { sub: 'officer-1' });
});
afterAll(async () => {
  await api?.end();
});

async function factsOf(caseId: string): Promise<{ kind: string; data: Record<string, unknown>; note?: string }[]> {
  return (await officer.get(`/cases/${caseId}/timeline?limit=100`)).body.items;
}

describe('the person of a case', () => {
  it('is shown in clear to those who care for them', async () => {
    const { caseId, personId } = await listed(api, system);
    const { status, body, headers } = await officer.get(`/cases/${caseId}/person`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ personId, version: 1, name: 'Alex Example', needs: [] });
    expect(body.contactPoints[0]).toMatchObject({ value: '07700 900123', safe: 'yes' });
    expect(headers.etag).toBe('"1"');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('is corrected by those who have seen them as they are, and every open case of theirs is told', async () => {
    const personReference = `P-${randomUUID()}`;
    const people = [aVictim({ personReference })];
    const first = await listed(api, system, { people });
    const second = await listed(api, system, { people });
    expect(second.personId).toBe(first.personId);
    const path = `/cases/${first.caseId}/person`;
    const seen = await officer.get(path);
    const changes = {
      contactPoints: [{ channel: 'email', value: 'alex@example.org', safe: 'yes', safeFrom: '09:00', safeTo: '17:00' }],
      language: 'cy',
      representatives: [{ name: 'Robin Example', relation: 'parent' }],
    };
    const without = await officer.patch(path, changes);
    expect([without.status, without.body.code]).toEqual([428, 'preconditionRequired']);
    const corrected = await officer.patch(path, changes).set('if-match', seen.headers.etag ?? '');
    expect([corrected.status, corrected.body.version]).toEqual([200, seen.body.version + 1]);
    expect(corrected.body).toMatchObject({ name: 'Alex Example', language: 'cy' });
    expect(corrected.body.representatives[0].representativeId).toMatch(/^[0-9a-f-]{36}$/);

    for (const { caseId } of [first, second]) {
      const told = (await factsOf(caseId)).filter(({ kind }) => kind === 'personChanged');
      expect(told.map(({ data }) => data)).toEqual([
        { changed: ['contactPoints', 'language', 'representatives'], safeChannels: ['email'] },
      ]);
    }
    const stale = await officer.patch(path, { name: 'Sam Example' }).set('if-match', seen.headers.etag ?? '');
    expect([stale.status, stale.body.code]).toEqual([412, 'personChanged']);
  });

  it('is corrected once though the same correction is sent again after its answer was lost', async () => {
    const { caseId } = await listed(api, system);
    const path = `/cases/${caseId}/person`;
    const changes = { name: 'Sam Example', representatives: [{ name: 'Robin Example', relation: 'guardian' }] };
    const call = () => officer.patch(path, changes).set('if-match', '"1"');
    const [first, again] = [await call(), await call()];
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await factsOf(caseId)).filter(({ kind }) => kind === 'personChanged')).toHaveLength(1);
  });

  it('loses what is taken away by null', async () => {
    const { caseId } = await listed(api, system, { people: [aVictim({ dateOfBirth: '1990-01-31', language: 'en' })] });
    const path = `/cases/${caseId}/person`;
    const { body } = await officer.patch(path, { dateOfBirth: null }).set('if-match', '*');
    expect(body.dateOfBirth).toBeUndefined();
    expect(body.language).toBe('en');
    expect((await officer.get(path)).body).toEqual(body);
  });
});

describe('a way of contact that is named by its id', () => {
  it('keeps the times that were agreed for it, until they are taken away by null', async () => {
    const agreed = { channel: 'text', value: '07700 900123', safe: 'yes', safeFrom: '10:00', safeTo: '12:00' };
    const asked = { ...agreed, safeDays: ['mon'], instruction: 'She calls back' };
    const { caseId } = await listed(api, system, { people: [aVictim({ contactPoints: [asked] })] });
    const path = `/cases/${caseId}/person`;
    const [{ contactPointId }] = (await officer.get(path)).body.contactPoints;
    const change = async (point: object) =>
      (await officer.patch(path, { contactPoints: [point] }).set('if-match', '*')).body.contactPoints[0];
    const named = { contactPointId, channel: 'text', safe: 'yes' };
    expect(await change({ ...named, preferred: true })).toMatchObject({ ...asked, preferred: true });
    const freed = await change({ ...named, safeDays: null, safeFrom: null, safeTo: null });
    expect([freed.safeFrom, freed.safeDays, freed.instruction]).toEqual([undefined, undefined, 'She calls back']);
  });
});

describe('a contact', () => {
  it('that was made counts as first contact, and the log shows tries and successes', async () => {
    const { caseId } = await listed(api, system);
    const path = `/cases/${caseId}/contacts`;
    const tried = { channel: 'phone', result: 'noAnswer', happenedAt: justNow() };
    expect((await officer.post(path, tried)).status).toBe(201);
    const note = 'Her sister answered first.';
    const made = { channel: 'phone', result: 'reached', with: 'victim', happenedAt: justNow(), note };
    const answer = await officer.post(path, made);
    expect([answer.status, answer.body.stage]).toEqual([201, 'needsAssessment']);
    const callback = { direction: 'inbound', channel: 'email', result: 'reached', happenedAt: justNow() };
    await officer.post(path, callback);
    await system.post(`/cases/${caseId}/events`, { kind: 'suspectArrested', happenedAt: justNow() });

    const { body } = await officer.get(path);
    expect(body.items.map(({ kind, source }: Record<string, string>) => [kind, source])).toEqual([
      ['contactMade', 'victim'],
      ['contactMade', 'team'],
      ['contactAttempted', 'team'],
    ]);
    expect(body.items[1].note).toBe(note);
    const page = await officer.get(`${path}?limit=1`);
    const next = await officer.get(`${path}?limit=2&cursor=${page.body.next}`);
    expect([...page.body.items, ...next.body.items]).toEqual(body.items);
    expect(next.body.next).toBeUndefined();
  });

  it('from somebody who reached us cannot have failed', async () => {
    const { caseId } = await listed(api, system);
    const body = { direction: 'inbound', channel: 'phone', result: 'noAnswer', happenedAt: justNow() };
    const { status, body: problem } = await officer.post(`/cases/${caseId}/contacts`, body);
    expect([status, problem.errors[0].pointer]).toEqual([422, '/result']);
  });
});

describe('a referral', () => {
  it('goes to a service, which sees its own alone and answers it', async () => {
    const { caseId } = await listed(api, system);
    const body = { recipient: 'serviceProvider', supportService: 'beacon', basis: 'consent' };
    const key = randomUUID();
    const refer = () => officer.post(`/cases/${caseId}/referrals`, body).set('idempotency-key', key);
    const made = await refer();
    expect([made.status, made.body.referralId]).toEqual([201, `${caseId}.r1`]);
    expect((await refer()).body).toEqual(made.body);

    const beacon = await api.as('partner', { teams: ['beacon'] });
    const lighthouse = await api.as('partner', { teams: ['lighthouse'] });
    const answers = `/referrals/${made.body.referralId}/answers`;
    expect((await beacon.get('/referrals')).body.items.map((each: typeof made.body) => each.referralId)).toContain(
      made.body.referralId
    );
    expect((await lighthouse.get('/referrals')).body.items).toEqual([]);
    expect((await lighthouse.get('/referrals?supportService=beacon')).body.items).toEqual([]);
    expect((await lighthouse.post(answers, { answer: 'accepted' })).status).toBe(404);
    expect((await beacon.get(`/cases/${caseId}`)).status).toBe(403);
    expect((await beacon.post(answers, { answer: 'consentWithdrawn' })).status).toBe(403);
    expect((await beacon.post(answers, { answer: 'declined' })).body.errors[0].pointer).toBe('/reason');
    expect((await beacon.post(answers, { answer: 'accepted' })).status).toBe(201);

    const { body: shown } = await officer.get(`/cases/${caseId}/referrals`);
    expect(shown.items).toEqual([expect.objectContaining({ state: 'accepted', supportService: 'beacon' })]);
    expect((await factsOf(caseId))[0]).toMatchObject({ kind: 'referralAccepted', source: 'partner' });
  });

  it('of no such number is not there to answer', async () => {
    const { caseId } = await listed(api, system);
    const partner = await api.as('partner', { teams: ['beacon'] });
    expect((await partner.post(`/referrals/${caseId}.r9/answers`, { answer: 'accepted' })).status).toBe(404);
    const event = { kind: 'referralAccepted', data: { referralId: `${caseId}.r9` }, happenedAt: justNow() };
    const { status, body } = await officer.post(`/cases/${caseId}/events`, event);
    expect([status, body.code]).toEqual([404, 'referralUnknown']);
  });
});

describe('a Victim Contract', () => {
  it('is agreed, and agreed again only by who has seen the present one', async () => {
    const { caseId } = await listed(api, system);
    const path = `/cases/${caseId}/victim-contract`;
    expect((await officer.get(path)).status).toBe(404);
    const terms = { channel: 'phone', everyDays: 14, days: ['mon', 'thu'], from: '09:00', to: '12:00' };
    expect((await officer.put(path, terms)).status).toBe(200);
    const { body, headers } = await officer.get(path);
    expect(body).toMatchObject({ ...terms, agreed: true, caseId });

    const monthly = { channel: 'email', everyDays: 28 };
    expect((await officer.put(path, monthly)).body.code).toBe('preconditionRequired');
    expect((await officer.put(path, monthly).set('if-match', '"999"')).body.code).toBe('preconditionFailed');
    const key = randomUUID();
    const agree = () =>
      officer
        .put(path, monthly)
        .set('if-match', headers.etag ?? '')
        .set('idempotency-key', key);
    const agreed = await agree();
    expect(agreed.status).toBe(200);
    expect((await agree()).body).toEqual(agreed.body);
    expect((await officer.get(path)).body).toMatchObject(monthly);
  });

  it('says what to hear about, what in quiet times, and who else may be told; earlier ones are kept', async () => {
    const { caseId } = await listed(api, system);
    const seen = await officer.get(`/cases/${caseId}/person`);
    const representatives = [{ name: 'Robin Example', relation: 'parent' }];
    const { body: person } = await officer
      .patch(`/cases/${caseId}/person`, { representatives })
      .set('if-match', seen.headers.etag ?? '');
    const path = `/cases/${caseId}/victim-contract`;
    const { representativeId } = person.representatives[0];
    const full = {
      channel: 'phone',
      everyDays: 14,
      hearAbout: ['chargeDecision', 'courtDates'],
      inQuietTimes: 'onlyNews',
      mayAlsoTell: [representativeId],
      agreedWith: 'victim',
    };
    const stranger = await officer.put(path, { ...full, mayAlsoTell: [randomUUID()] });
    expect([stranger.status, stranger.body.errors[0].pointer]).toEqual([422, '/mayAlsoTell/0']);
    expect((await officer.put(path, full)).status).toBe(200);
    const { body, headers } = await officer.get(path);
    expect(body).toMatchObject(full);
    await officer.put(path, { channel: 'text', everyDays: 7 }).set('if-match', headers.etag ?? '');

    const { body: versions } = await officer.get(`${path}/versions`);
    expect(versions.items).toEqual([
      expect.objectContaining({ channel: 'text', everyDays: 7, current: true, by: 'officer-1' }),
      expect.objectContaining({ ...full, current: false }),
    ]);
  });

  it('is the default of the force where the victim wanted no other', async () => {
    const { caseId } = await listed(api, system);
    const { taskId } = await openTask(officer, caseId, 'agreeVictimContract');
    const outcome = { kind: 'victimContractDefaultKept' };
    expect((await officer.post(`/tasks/${taskId}/completion`, { outcome })).status).toBe(200);
    const { body } = await officer.get(`/cases/${caseId}/victim-contract`);
    expect(body).toMatchObject({ agreed: false, everyDays: 28 });
  });
});

describe('free text', () => {
  it('is read by those who may, and stands nowhere in what Temporal keeps or the log says', async () => {
    const canary = `canary-${randomUUID()}`;
    const name = `Canary-${randomUUID()}`;
    const { caseId } = await listed(api, system, { people: [aVictim({ name: `Alex ${name}` })], note: canary });
    const { taskId } = await openTask(officer, caseId, 'makeFirstContact');
    const outcome = { kind: 'contactMade', channel: 'phone' };
    await officer.post(`/tasks/${taskId}/completion`, { outcome, note: canary });
    expect((await factsOf(caseId))[0]?.note).toBe(canary);
    const unknown = { outcome: { kind: 'contactMade', channel: canary }, [canary]: name };
    expect((await officer.post(`/tasks/${taskId}/completion`, unknown)).status).toBe(422);
    expect((await officer.get(`/cases?${canary}=${name}`)).status).toBe(400);

    const history = await api.engine.client.workflow.getHandle(`case-${caseId}`).fetchHistory();
    const kept = [JSON.stringify(history), ...api.logged].join('\n');
    expect(kept).not.toContain(canary);
    expect(kept).not.toContain(name);
  });
});
