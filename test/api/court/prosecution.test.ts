import express from 'express';
import { randomUUID } from 'node:crypto';
import { corporateCouriers, corporatePostings } from '../../../activities/routesOut';
import { prosecutionStub } from '../../../dev/stubs/prosecution';
import type { Database } from '../../../database/openDatabase';
import { prosecution } from '../../../gateways/prosecution/prosecution';
import { httpServer, type HttpServer } from '../../support/httpServer';
import { aVictim } from '../intake/reportBodies';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { eventually, justNow, openTask, reported } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
let supervisor: Caller;
let server: HttpServer;
const cps = prosecutionStub({ key: 'cps-key' });
let isAway = false;
let refusedWhileAway = 0;
let isBehindPage = false;

beforeAll(async () => {
  const front = express();
  front.use((_req, res, next) => {
    if (isBehindPage) return void res.send('<!doctype html><title>Sign in</title>');
    if (!isAway) return next();
    refusedWhileAway += 1;
    res.sendStatus(503);
  });
  front.use(cps.router);
  server = await httpServer(front);
  const connected = { prosecution: prosecution({ url: server.url, key: 'cps-key' }) };
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
  await server?.close();
});

async function tell(caseId: string, kind: string, data: object, more: object = {}): Promise<void> {
  const { status, body } = await system.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow(), ...more });
  if (status !== 201) throw new Error(JSON.stringify(body));
}

async function caseOf(urn: string, role: 'victim' | 'witness' = 'victim'): Promise<string> {
  const suspects = [{ suspectId: 's1' }, { suspectId: 's2' }];
  const { caseId } = await reported(system, { people: [aVictim({ role })], suspects });
  await tell(caseId, 'courtCaseLinked', { urn });
  await eventually(async () => ((await api.database.cases.findCase(caseId))?.urns.includes(urn) ? true : undefined));
  await eventually(async () => {
    const { body } = await officer.post('/court-cases/search', { urn });
    return body.items?.length ? true : undefined;
  });
  return caseId;
}

const decides = (urn: string, payload: object, sourceMessageId: string = randomUUID()) =>
  system.post('/prosecution/messages', {
    ...{ sourceMessageId, schemaVersion: '1.0', occurredAt: justNow() },
    payload: { kind: 'chargingDecision', urn, ...payload },
  });
const factsOf = async (caseId: string) => (await api.database.timeline.timeline(caseId, { limit: 100 })).items;
const dutiesOf = async (caseId: string) => {
  const { body } = await officer.get(`/cases/${caseId}/duties`);
  return body.items.map(({ obligation }: { obligation: string }) => obligation) as string[];
};

describe('what the prosecution decides about each suspect', () => {
  it('not charged, altered, then stopped: each of its own suspect, with its letter and its Right to Review, once', async () => {
    const urn = '41AA7000001';
    const [victim, witness] = [await caseOf(urn), await caseOf(urn, 'witness')];
    for (const caseId of [victim, witness]) {
      await tell(caseId, 'suspectCharged', { how: 'charged', urn }, { suspects: ['s2'] });
    }
    const id = randomUUID();
    const notCharged = { suspectId: 's1', decision: 'notCharged', rightToReview: true, letterSentAt: justNow() };
    const altered = { suspectId: 's2', decision: 'altered', change: 'reduced', rightToReview: true };
    for (let times = 0; times < 2; times += 1) expect((await decides(urn, notCharged, id)).body.state).toBe('taken');
    expect((await decides(urn, { ...altered, letterSentAt: justNow() })).body.state).toBe('taken');
    const told = async () => {
      const facts = await factsOf(victim);
      return facts.filter(({ source }) => source === 'prosecution').map(({ kind, suspects }) => [kind, suspects?.[0]]);
    };
    await eventually(async () => ((await told()).length === 4 ? true : undefined));
    expect((await told()).sort()).toEqual([
      ['chargeAltered', 's2'],
      ['noFurtherAction', 's1'],
      ['prosecutionLetterSent', 's1'],
      ['prosecutionLetterSent', 's2'],
    ]);
    const status = async (caseId: string) => {
      const { body } = await officer.get(`/cases/${caseId}`);
      const suspects = body.suspects as { suspectId: string; status: string }[];
      return Object.fromEntries(suspects.map((each) => [each.suspectId, each.status]));
    };
    await eventually(async () => ((await status(victim)).s1 === 'noFurtherAction' ? true : undefined));
    expect(await status(victim)).toEqual({ s1: 'noFurtherAction', s2: 'charged' });

    const owed = await eventually(async () => {
      const found = await dutiesOf(victim);
      return found.includes('vcl-review-long') ? found : undefined;
    });
    expect(owed.filter((each) => /^(vrr|vcl)/.test(each)).sort()).toEqual([
      'vcl-altered',
      'vcl-review-long',
      'vcl-review-target',
    ]);
    expect((await dutiesOf(witness)).filter((each) => /^(vrr|vcl)/.test(each))).toEqual([]);

    const stopped = { suspectId: 's2', decision: 'stopped', rightToReview: false };
    expect((await decides(urn, stopped)).body.state).toBe('taken');
    await eventually(async () => ((await status(victim)).s2 === 'stopped' ? true : undefined));
    expect((await status(witness)).s2).toBe('stopped');
  }, 60_000);

  it('is told once where its letter follows later, or where the court was quicker to say that the case is stopped', async () => {
    const urn = '41AA7000005';
    const victim = await caseOf(urn);
    for (const suspects of [['s1'], ['s2']])
      await tell(victim, 'suspectCharged', { how: 'charged', urn }, { suspects });
    const told = async () =>
      (await factsOf(victim)).filter(({ source, kind }) => source === 'prosecution' || kind === 'prosecutionStopped');
    const times = async (kind: string) => (await told()).filter((each) => each.kind === kind).length;
    const stopped = { suspectId: 's1', decision: 'stopped', stopped: 'noEvidenceOffered', rightToReview: true };
    expect((await decides(urn, stopped)).body.state).toBe('taken');
    await eventually(async () => ((await times('prosecutionStopped')) === 1 ? true : undefined));
    expect((await decides(urn, { ...stopped, letterSentAt: justNow() })).body.state).toBe('taken');
    await eventually(async () => ((await times('prosecutionLetterSent')) === 1 ? true : undefined));
    expect(await times('prosecutionStopped')).toBe(1);
    expect((await told())[1]?.data).toEqual({ reason: 'noEvidenceOffered' });

    await tell(victim, 'prosecutionStopped', { reason: 'unableToProceed' }, { suspects: ['s2'] });
    const later = { suspectId: 's2', decision: 'stopped', rightToReview: true, letterSentAt: justNow() };
    expect((await decides(urn, later)).body.state).toBe('taken');
    await eventually(async () => ((await times('prosecutionLetterSent')) === 2 ? true : undefined));
    expect(await times('prosecutionStopped')).toBe(2);
    const wrong = await decides(urn, { ...stopped, stopped: 'bored' });
    expect(wrong.body).toMatchObject({ state: 'parked', because: { faults: [{ pointer: '/stopped' }] } });
  }, 60_000);

  it('about a suspect whom no case has parks; mended, it is told', async () => {
    const urn = '41AA7000002';
    const caseId = await caseOf(urn);
    const { body } = await decides(urn, { suspectId: 's7', decision: 'notCharged', rightToReview: true });
    expect(body).toMatchObject({ state: 'parked', because: { code: 'unknownReference' } });
    const payload = { kind: 'chargingDecision', urn, suspectId: 's1', decision: 'notCharged', rightToReview: true };
    const mended = await supervisor.post(`/operations/parked-messages/${body.messageId}/mended`, { payload });
    expect(mended.body.state).toBe('taken');
    await eventually(async () =>
      (await factsOf(caseId)).some(({ kind }) => kind === 'noFurtherAction') ? true : undefined
    );
  }, 60_000);

  it('with a letter that is sent in the future parks and tells nobody; mended, victim and letter are told', async () => {
    const urn = '41AA7000006';
    const caseId = await caseOf(urn);
    const letterSentAt = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString();
    const notCharged = { suspectId: 's1', decision: 'notCharged', rightToReview: true };
    const { body } = await decides(urn, { ...notCharged, letterSentAt });
    expect(body).toMatchObject({
      state: 'parked',
      because: { code: 'timesDoNotFit', faults: [{ pointer: '/letterSentAt' }] },
    });
    const told = async () => (await factsOf(caseId)).filter(({ source }) => source === 'prosecution');
    expect(await told()).toEqual([]);
    const payload = { kind: 'chargingDecision', urn, ...notCharged, letterSentAt: justNow() };
    const mended = await supervisor.post(`/operations/parked-messages/${body.messageId}/mended`, { payload });
    expect(mended.body.state).toBe('taken');
    const kinds = await eventually(async () => {
      const facts = await told();
      return facts.length === 2 ? facts.map(({ kind, parked }) => [kind, parked]) : undefined;
    });
    expect(kinds.sort()).toEqual([
      ['noFurtherAction', undefined],
      ['prosecutionLetterSent', undefined],
    ]);
  }, 60_000);
});

describe('word to the prosecution of a witness who may not come', () => {
  const informed = async (caseId: string) =>
    (await factsOf(caseId)).filter(({ kind }) => kind === 'prosecutionInformed').length;
  const heard = (caseId: string) => cps.toldOf(caseId).filter(({ about }) => about === 'mayNotAttend');

  it('goes again while the prosecution is away, the task stays open meanwhile, and it hears once', async () => {
    const caseId = await caseOf('41AA7000003', 'witness');
    isAway = true;
    await tell(caseId, 'attendanceDoubted', { reason: 'abroad' });
    const { dueAt } = await openTask(officer, caseId, 'informProsecution');
    expect(Date.parse(dueAt) - Date.now()).toBeLessThan(24 * 3_600_000);
    await eventually(async () => (refusedWhileAway > 0 ? true : undefined));
    expect(await informed(caseId)).toBe(0);
    isAway = false;
    await eventually(async () => ((await informed(caseId)) === 1 ? true : undefined));
    expect(heard(caseId)).toHaveLength(1);
    const { body } = await officer.get(`/tasks?caseId=${caseId}&kind=informProsecution`);
    expect(body.items).toEqual([]);
  }, 90_000);

  it('goes again while a page answers in its place; the supervisor sees why, and the officer’s task stays open until it hears', async () => {
    const caseId = await caseOf('41AA7000007', 'witness');
    isBehindPage = true;
    await tell(caseId, 'attendanceDoubted', { reason: 'ill' });
    const undelivered = await eventually(async () => {
      const { body } = await supervisor.get('/operations/undelivered');
      return body.items.find((each: { caseId?: string }) => each.caseId === caseId);
    });
    expect(undelivered).toMatchObject({ kind: 'prosecutionMessage', because: 'AnswerNotUnderstood' });
    expect(await informed(caseId)).toBe(0);
    await openTask(officer, caseId, 'informProsecution');
    isBehindPage = false;
    await eventually(async () => ((await informed(caseId)) === 1 ? true : undefined));
    expect(heard(caseId)).toHaveLength(1);
  }, 150_000);

  it('is a dead letter where it knows no such reference; mended by a person it goes again, and only then is it told', async () => {
    const urn = '41AA7000004';
    const caseId = await caseOf(urn, 'witness');
    cps.forgetUrn(urn);
    await tell(caseId, 'attendanceDoubted', { reason: 'ill' });
    const letter = await eventually(async () => {
      const { body } = await supervisor.get('/operations/dead-letters');
      return body.items.find((each: { caseId?: string }) => each.caseId === caseId);
    });
    expect(letter).toMatchObject({ kind: 'prosecutionMessage', because: 'urnUnknown' });
    await openTask(officer, caseId, 'informProsecution');
    const path = `/operations/dead-letters/${letter.itemId}`;
    const { content } = (await supervisor.get(path)).body;
    const other = { ...content, fact: 1 };
    expect((await supervisor.post(`${path}/resend`, { content: other })).status).toBe(422);
    const mended = { ...content, urn: '41AA7000099' };
    expect((await supervisor.post(`${path}/resend`, { content: mended })).status).toBe(202);
    await eventually(async () => ((await informed(caseId)) === 1 ? true : undefined));
    expect(heard(caseId)).toMatchObject([{ urn: '41AA7000099', data: { reason: 'ill' } }]);
    await eventually(async () => {
      const { body } = await officer.get(`/tasks?caseId=${caseId}&kind=informProsecution`);
      return body.items.length === 0 ? true : undefined;
    });
  }, 60_000);
});
