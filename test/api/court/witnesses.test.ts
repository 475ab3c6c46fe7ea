import { randomUUID } from 'node:crypto';
import { corporateCouriers, corporatePostings } from '../../../activities/routesOut';
import { tellCourtCase } from '../../../commands/court/courtCaseCalls';
import { prosecutionStub } from '../../../dev/stubs/prosecution';
import { victimHubStub } from '../../../dev/stubs/victimHub';
import type { Database } from '../../../database/openDatabase';
import { addCalendarDays, instant, londonDay } from '../../../domain/time/londonTime';
import { prosecution } from '../../../gateways/prosecution/prosecution';
import { victimHubs } from '../../../gateways/victimHub/victimHub';
import { said } from '../../domain/court/courtBuilder';
import { httpServer, type HttpServer } from '../../support/httpServer';
import { aVictim } from '../intake/reportBodies';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { eventually, justNow, openTask, reported } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
let supervisor: Caller;
const servers: HttpServer[] = [];
const hub = victimHubStub({ key: 'hub-key' });
const cps = prosecutionStub({ key: 'cps-key' });

beforeAll(async () => {
  const [hubServer, cpsServer] = [await httpServer(hub.router), await httpServer(cps.router)];
  servers.push(hubServer, cpsServer);
  const connected = {
    prosecution: prosecution({ url: cpsServer.url, key: 'cps-key' }),
    victimHubs: victimHubs({ hertfordshire: { url: hubServer.url, key: 'hub-key' } }),
  };
  const out = (database: Database) => ({
    couriers: corporateCouriers({ database, ...connected }),
    postings: corporatePostings({ database, ...connected }),
  });
  api = await ApiUnderTest.start({ connected, out });
  [system, officer, supervisor] = await Promise.all([
    api.as('reporting-system'),
    api.as('witness-care-officer'),
    api.as('supervisor'),
  ]);
});
afterAll(async () => {
  await api?.end();
  await Promise.all(servers.map((each) => each.close()));
});

const inThreeWeeks = addCalendarDays(londonDay(instant(Date.now())), 21);
const trial = { hearing: 'trial', certainty: 'fixed', court: 'luton-crown', defendants: [] } as const;

async function tell(caseId: string, kind: string, data: object, more: object = {}): Promise<void> {
  const { status, body } = await officer.post(`/cases/${caseId}/events`, {
    kind,
    data,
    happenedAt: justNow(),
    ...more,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
}

async function witness(urn: string, name: string): Promise<string> {
  const { caseId } = await reported(system, {
    people: [aVictim({ role: 'witness', name })],
    suspects: [{ suspectId: 's1' }],
  });
  await tell(caseId, 'courtCaseLinked', { urn });
  await eventually(async () => ((await api.database.cases.findCase(caseId))?.urns.includes(urn) ? true : undefined));
  return caseId;
}

const listed = async (urn: string, hearingId: string, ...cases: string[]) => {
  await tellCourtCase(api.engine, urn, [said('hearingSet', { ...trial, hearingId, on: inThreeWeeks }, justNow())]);
  for (const caseId of cases) {
    await eventually(async () => ((await api.database.cases.findCase(caseId))?.hearings.length ? true : undefined));
  }
};

const fromProsecution = (payload: object, sourceMessageId: string = randomUUID()) =>
  system.post('/prosecution/messages', { sourceMessageId, schemaVersion: '1.0', occurredAt: justNow(), payload });

const kindsOf = async (caseId: string) => {
  const { body } = await officer.get(`/tasks?caseId=${caseId}&limit=100`);
  return body.items.map(({ kind }: { kind: string }) => kind) as string[];
};

describe('a witness whose taxi is booked', () => {
  it('is fetched for the time at which they are called: the hub has it, though it was booked before', async () => {
    const urn = '41AA3600009';
    const caseId = await witness(urn, 'Taylor Example');
    await listed(urn, 'h19', caseId);
    await tell(caseId, 'witnessRequired', { hearingId: 'h19' });
    await tell(caseId, 'arrangementAsked', { hearingId: 'h19', arrangement: 'travel', on: inThreeWeeks });
    const one = async () => (await officer.get(`/cases/${caseId}/arrangements`)).body.items[0];
    const { arrangementId } = await eventually(async () => ((await one())?.state === 'booked' ? one() : undefined));
    expect(hub.order(arrangementId)?.startsAt).toBeUndefined();
    const at = `${inThreeWeeks}T14:00:00.000Z`;
    await tell(caseId, 'witnessCalledFor', { hearingId: 'h19', on: inThreeWeeks, at });
    await eventually(async () => (hub.order(arrangementId)?.startsAt === at ? true : undefined));
    await eventually(async () => ((await one()).toChange === undefined ? true : undefined));
    expect(await one()).toMatchObject({ state: 'booked', startsAt: at });
    const { body } = await officer.get(`/tasks?caseId=${caseId}&limit=100`);
    const kinds = body.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContain('confirmArrangement');
    expect(kinds).not.toContain('changeArrangement');
    await tell(caseId, 'witnessReleased', { hearingId: 'h19', reason: 'notNeeded' });
    await eventually(async () => ((await one()).state === 'cancelled' ? true : undefined));
  });
});

describe('forty witnesses of a trial that is vacated', () => {
  it('have their bookings cancelled at the hub, all of them: nobody travels in vain', async () => {
    const urn = '41AA4000001';
    const witnesses: string[] = [];
    for (let each = 0; each < 40; each += 1) witnesses.push(await witness(urn, `Witness ${each} Example`));
    await listed(urn, 'v1', ...witnesses);
    const list = witnesses.map((ourReference) => ({ ourReference, attends: 'inPerson' }));
    expect(
      (await fromProsecution({ kind: 'witnessesToAttend', urn, hearingId: 'v1', witnesses: list })).body.state
    ).toBe('taken');
    for (const caseId of witnesses) {
      await tell(caseId, 'arrangementAsked', { hearingId: 'v1', arrangement: 'travel', on: inThreeWeeks });
    }
    await eventually(async () => (hub.running() === 40 ? true : undefined));
    await eventually(async () => {
      const { body } = await officer.get(`/cases/${witnesses[39]}/arrangements`);
      return body.items[0]?.state === 'booked' && body.pence === 3_500 ? true : undefined;
    });

    const began = Date.now();
    await tellCourtCase(api.engine, urn, [said('hearingVacated', { hearingId: 'v1', why: 'vacated' }, justNow())]);
    await eventually(async () => (hub.running() === 0 ? true : undefined));
    expect(Date.now() - began).toBeLessThan(60_000);
    for (const caseId of witnesses) {
      await eventually(async () => {
        const { body } = await officer.get(`/cases/${caseId}/arrangements`);
        return body.items[0].state === 'cancelled' ? true : undefined;
      });
      expect(await kindsOf(caseId)).not.toContain('cancelArrangement');
    }
  }, 240_000);
});

describe('the list of witnesses to attend', () => {
  it('warns whom it names, by our reference or by name, and releases whose statement is read; once each', async () => {
    const urn = '41AA4000002';
    const [one, two] = [await witness(urn, 'Rowan Example'), await witness(urn, 'Sasha Example')];
    await listed(urn, 'l1', one, two);
    const payload = {
      kind: 'witnessesToAttend',
      urn,
      hearingId: 'l1',
      witnesses: [
        { ourReference: one, attends: 'inPerson', days: [inThreeWeeks] },
        { name: 'sasha  EXAMPLE', attends: 'inPerson' },
      ],
    };
    const id = randomUUID();
    expect((await fromProsecution(payload, id)).body).toMatchObject({ state: 'taken', alreadyKnown: false });
    expect((await fromProsecution(payload, id)).body).toMatchObject({ state: 'taken', alreadyKnown: true });
    const task = await openTask(officer, one, 'askAttendance');
    await openTask(officer, two, 'askAttendance');
    const outcome = { kind: 'attendanceAnswered', answer: 'willAttend', channel: 'phone' };
    expect((await officer.post(`/tasks/${task.taskId}/completion`, { outcome })).status).toBe(200);
    const warned = await eventually(async () => cps.toldOf(one).find(({ about }) => about === 'warned'));
    expect(warned).toMatchObject({ urn, data: { answer: 'willAttend' } });

    const read = { ...payload, witnesses: [{ ourReference: two, attends: 'statementRead' }] };
    await fromProsecution(read);
    await openTask(officer, two, 'tellReleased');
    expect(await kindsOf(two)).not.toContain('askAttendance');
    const { items } = await api.database.timeline.timeline(one, { limit: 100 });
    expect(items.filter(({ kind }) => kind === 'witnessRequired')).toHaveLength(1);
  }, 60_000);

  it('parks where somebody is not known, having told the others; mended, it tells the rest and nobody twice', async () => {
    const urn = '41AA4000003';
    const [one, two] = [await witness(urn, 'Ash Example'), await witness(urn, 'Briar Example')];
    await listed(urn, 'l2', one, two);
    const of = (second: object) => ({
      kind: 'witnessesToAttend',
      urn,
      hearingId: 'l2',
      witnesses: [
        { ourReference: one, attends: 'inPerson' },
        { ...second, attends: 'inPerson' },
      ],
    });
    const { body } = await fromProsecution(of({ name: 'Bryar Example' }));
    expect(body).toMatchObject({ state: 'parked', because: { code: 'witnessUnknown' } });
    expect(body.because.faults[0].pointer).toBe('/witnesses/1');
    expect(JSON.stringify(body)).not.toContain('Bryar');
    await openTask(officer, one, 'askAttendance');
    const mended = await supervisor.post(`/operations/parked-messages/${body.messageId}/mended`, {
      payload: of({ ourReference: two }),
    });
    expect(mended.body.state).toBe('taken');
    await openTask(officer, two, 'askAttendance');
    const { items } = await api.database.timeline.timeline(one, { limit: 100 });
    expect(items.filter(({ kind }) => kind === 'witnessRequired')).toHaveLength(1);
  }, 60_000);

  it('of a prosecution that no case is linked to parks', async () => {
    const witnesses = [{ name: 'Nobody', attends: 'inPerson' }];
    const { body } = await fromProsecution({
      kind: 'witnessesToAttend',
      urn: '41AA4999999',
      hearingId: 'x',
      witnesses,
    });
    expect(body).toMatchObject({ state: 'parked', because: { code: 'unknownReference' } });
  });
});

describe('a witness who may not come', () => {
  it('is told to the prosecution at once, with the words, and the task of telling it is done', async () => {
    const urn = '41AA4000004';
    const caseId = await witness(urn, 'Wren Example');
    await tell(caseId, 'attendanceDoubted', { reason: 'ill' }, { note: 'In hospital until Friday.' });
    const news = await eventually(async () => cps.toldOf(caseId).find(({ about }) => about === 'mayNotAttend'));
    expect(news).toMatchObject({ data: { reason: 'ill' }, words: 'In hospital until Friday.' });
    await eventually(async () => ((await kindsOf(caseId)).includes('informProsecution') ? undefined : true));
    expect(await kindsOf(caseId)).toContain('checkWitnessSafety');
  }, 60_000);
});

describe('dates to avoid', () => {
  it('are sent to the prosecution with ground and requester when they are sent, and what it answers closes what waits', async () => {
    const urn = '41AA4000007';
    const caseId = await witness(urn, 'Teal Example');
    await tell(caseId, 'suspectCharged', { how: 'charged', urn }, { suspects: ['s1'] });
    const avoided = { fromOn: inThreeWeeks, untilOn: inThreeWeeks };
    await tell(caseId, 'availabilityGiven', { datesToAvoid: [{ ...avoided, why: 'sick' }] });
    await tell(caseId, 'pleaEntered', { plea: 'notGuilty' }, { suspects: ['s1'], source: 'court' });
    const task = await openTask(officer, caseId, 'sendAvailability');
    const outcome = { kind: 'availabilitySent', to: 'prosecution', ground: 'trialToBeFixed', askedBy: 'court' };
    expect((await officer.post(`/tasks/${task.taskId}/completion`, { outcome })).status).toBe(200);
    await eventually(async () => (cps.toldOf(caseId).length > 0 ? true : undefined));
    const { kind: _kind, ...sent } = outcome;
    expect(cps.toldOf(caseId).map(({ about, data }) => ({ about, data }))).toEqual([
      { about: 'availability', data: { ...sent, datesToAvoid: [avoided] } },
    ]);
    await openTask(officer, caseId, 'chaseAvailability');
    const answer = { kind: 'availabilityAnswer', urn, witness: { ourReference: caseId }, answer: 'willAvoid' };
    expect((await fromProsecution(answer)).body.state).toBe('taken');
    await eventually(async () => ((await kindsOf(caseId)).includes('chaseAvailability') ? undefined : true));
  }, 60_000);
});

describe('a decision of the prosecution on one suspect', () => {
  it('becomes a fact of every linked case of that suspect, with its letter and the Right to Review', async () => {
    const urn = '41AA4000005';
    const caseId = await witness(urn, 'Lark Example');
    const decision = { kind: 'chargingDecision', urn, suspectId: 's1', decision: 'altered', change: 'reduced' };
    const { body } = await fromProsecution({ ...decision, rightToReview: true, letterSentAt: justNow() });
    expect(body.state).toBe('taken');
    const kinds = async () => (await api.database.timeline.timeline(caseId, { limit: 100 })).items;
    const facts = await eventually(async () => ((await kinds()).length >= 3 ? kinds() : undefined));
    expect(facts.find(({ kind }) => kind === 'chargeAltered')).toMatchObject({
      data: { change: 'reduced', rightToReview: true },
      suspects: ['s1'],
      source: 'prosecution',
    });
    expect(facts.find(({ kind }) => kind === 'prosecutionLetterSent')).toMatchObject({ data: { decision: 'altered' } });
    const { body: unknown } = await fromProsecution({ ...decision, suspectId: 's9', rightToReview: false });
    expect(unknown).toMatchObject({ state: 'parked', because: { code: 'unknownReference' } });
  }, 60_000);
});

describe('the trials of the next weeks', () => {
  it('are listed worst first with who owes what, in the caller’s scope; the agenda names nobody; a decision is a task', async () => {
    const urn = '41AA4000006';
    const caseId = await witness(urn, 'Robin Example');
    await listed(urn, 't6', caseId);
    await fromProsecution({
      kind: 'witnessesToAttend',
      urn,
      hearingId: 't6',
      witnesses: [{ ourReference: caseId, attends: 'inPerson' }],
    });
    const mine = await eventually(async () => {
      const { body } = await officer.get('/trials?weeks=4');
      return body.items.find((each: { hearingId: string }) => each.hearingId === 't6');
    });
    expect(mine).toMatchObject({ urns: [urn], witnesses: 1, ready: 0, daysLeft: 21 });
    expect(mine.missing).toContainEqual({ item: 'statement', owes: 'officer-in-case', caseIds: [caseId] });
    expect(mine.missing).toContainEqual({ item: 'timeAtCourt', owes: 'prosecution', caseIds: [caseId] });
    expect(
      (await officer.get('/trials?weeks=2')).body.items.map((each: { hearingId: string }) => each.hearingId)
    ).not.toContain('t6');
    const elsewhere = await api.as('supervisor', { force: 'kent' });
    expect((await elsewhere.get('/trials')).body.items).toEqual([]);
    expect((await elsewhere.get('/trials/t6/agenda')).status).toBe(404);

    const { body: printed } = await officer.get('/trials/t6/agenda');
    expect(printed.text).toMatch(/Readiness meeting: trial of .*, 21 days left/);
    expect(printed.text).toContain('Statement refreshed: officer in the case, 1 of 1');
    expect(printed.text).not.toContain('Robin');
    const page = async (path: string) => (await officer.get(path).set('accept', 'text/html')).text;
    const atCourt = await page('/trials/agenda?court=luton-crown');
    expect(atCourt).toMatch(/<h1>Readiness of trials at luton-crown<\/h1>/);
    expect(atCourt).toContain(caseId);
    expect(atCourt).not.toContain('Robin');
    expect(await page('/trials/agenda?court=elsewhere')).toContain('There is no trial in these weeks.');
    expect(await page('/trials/t6/agenda')).toContain('<td>officer in the case</td>');
    const meeting = await officer.get('/trials/agenda?weeks=4').set('accept', 'text/plain');
    expect(meeting.text).toMatch(/^Readiness meeting: \d+ trials?/);
    const dueOn = addCalendarDays(inThreeWeeks, -7);
    const other = await witness(urn, 'Linnet Example');
    await listed(urn, 't6', other);
    await tell(other, 'witnessRequired', { hearingId: 't6' });
    await eventually(async () => ((await api.database.cases.findCase(other))?.trials?.length ? true : undefined));
    const decision = { item: 'statement', owner: 'officer-in-case', dueOn, note: 'Watch the recording.' };
    const decided = { decisions: [{ ...decision, caseIds: [caseId, other] }] };
    const key = randomUUID();
    for (let times = 0; times < 2; times += 1) {
      const { status, body } = await officer.post('/trials/t6/decisions', decided).set('idempotency-key', key);
      expect(status).toBe(201);
      expect(body.items).toEqual([caseId, other].map((each) => ({ caseId: each, item: 'statement', recorded: true })));
    }
    for (const each of [caseId, other]) {
      const { items } = await api.database.timeline.timeline(each, { limit: 100 });
      expect(items.filter(({ kind }) => kind === 'readinessDecided')).toHaveLength(1);
    }
    const unknown = { decisions: [{ ...decision, caseIds: [caseId, randomUUID()] }] };
    expect((await officer.post('/trials/t6/decisions', unknown)).status).toBe(404);
    expect((await officer.post('/trials/t9/decisions', decided)).status).toBe(404);
    const task = await openTask(supervisor, caseId, 'carryOutReadinessDecision');
    expect(task.dueAt.slice(0, 10)).toBe(dueOn);
  }, 60_000);
});
