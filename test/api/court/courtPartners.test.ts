import { tellCourtCase } from '../../../commands/court/courtCaseCalls';
import { courtPartnerPosting } from '../../../gateways/courtPartners/courtPartnerPosting';
import { courtPartnerCourier } from '../../../gateways/courtPartners/courtPartnerCourier';
import { courtPartnerRoutes } from '../../../gateways/courtPartners/courtPartnerClient';
import { courtPartnersByForce } from '../../../gateways/courtPartners/courtPartnersByForce';
import { courtPartnersStub, type CourtReferralKept } from '../../../dev/stubs/courtPartners';
import type { CourtPartner } from '../../../domain/court/partners/courtPartner';
import { addCalendarDays, instant, londonDay } from '../../../domain/time/londonTime';
import { said } from '../../domain/court/courtBuilder';
import { httpServer, type HttpServer } from '../../support/httpServer';
import { aVictim } from '../intake/reportBodies';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { closed, eventually, justNow, openTask, reported } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
let server: HttpServer;
const partners = courtPartnersStub({ key: 'partner-key' });

beforeAll(async () => {
  server = await httpServer(partners.router);
  const route = { url: server.url, key: 'partner-key' };
  const routes = courtPartnerRoutes({
    hertfordshire: { witnessService: route, victimContactScheme: route, youthJusticeService: route },
  });
  const find = courtPartnersByForce(routes, { emailDomains: [] });
  api = await ApiUnderTest.start({
    out: (database) => ({
      couriers: { courtPartner: courtPartnerCourier(database, find) },
      postings: [courtPartnerPosting(database, routes)],
    }),
  });
  [system, officer] = await Promise.all([api.as('reporting-system'), api.as('witness-care-officer')]);
});
afterEach(() => {
  partners.refuseWith(undefined);
  partners.afterPut(undefined);
});
afterAll(async () => {
  await api?.end();
  await server?.close();
});

const today = londonDay(instant(Date.now()));
const inThreeWeeks = addCalendarDays(today, 21);
const points = [
  { channel: 'phone', value: '07700 900411', safe: 'yes', mayLeaveMessage: false },
  { channel: 'email', value: 'shared@example.org', safe: 'no' },
];

async function tell(caseId: string, kind: string, data: object, more: object = {}): Promise<number> {
  const { status, body } = await officer.post(`/cases/${caseId}/events`, {
    ...{ kind, data, happenedAt: instant(Date.now()) },
    ...more,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.seq as number;
}

async function aCase(role: 'victim' | 'witness' = 'victim', more: object = {}): Promise<string> {
  const people = [aVictim({ role, contactPoints: points })];
  const { caseId } = await reported(system, { people, suspects: [{ suspectId: 's1' }], ...more });
  await eventually(async () => (await api.database.cases.findCase(caseId)) && true);
  if (role === 'victim') {
    const charge = { kind: 'suspectCharged', data: { how: 'charged' }, happenedAt: justNow(), suspects: ['s1'] };
    expect((await system.post(`/cases/${caseId}/events`, charge)).status).toBe(201);
  }
  return caseId;
}

const keptFor = (caseId: string, partner: CourtPartner, subject = 'referral') =>
  partners
    .received()
    .filter(({ message }) => message.referralId.startsWith(caseId))
    .filter(({ message }) => message.partner === partner && message.subject === subject);

const has = (caseId: string, partner: CourtPartner, test: (kept: CourtReferralKept) => boolean = () => true) =>
  eventually(async () => keptFor(caseId, partner).find(test));

const fact = (caseId: string, kind: string) =>
  eventually(async () =>
    (await api.database.timeline.timeline(caseId, { limit: 200 })).items.find((each) => each.kind === kind)
  );

const facts = async (caseId: string, kind: string) =>
  (await api.database.timeline.timeline(caseId, { limit: 200 })).items.filter((each) => each.kind === kind);

const items = (caseId: string) => api.database.outbox.itemsOfCase(caseId, 'courtPartner');

/** Has whatever waits tried again now. */
async function lookNow(caseId: string): Promise<void> {
  for (const { itemId } of await items(caseId)) {
    await api.engine.client.workflow
      .getHandle(`delivery-${itemId}`)
      .signal('lookAgain')
      .catch(() => undefined);
  }
}

async function isGone(caseId: string, kind: string): Promise<void> {
  await eventually(async () => {
    const { body } = await officer.get(`/tasks?caseId=${caseId}&kind=${kind}`);
    return body.items.length === 0 ? true : undefined;
  });
}

const imprisonment = {
  ...{ sentences: ['imprisonment'], custodyDays: 800, court: 'crown' },
  victimContactScheme: true,
};

describe('the Victim Contact Scheme', () => {
  it('has the referral by the sentence alone, by the ways that are safe; the duty is met once it has it', async () => {
    const caseId = await aCase();
    partners.refuseWith(503);
    await tell(caseId, 'sentencePassed', imprisonment, { suspects: ['s1'] });
    await openTask(officer, caseId, 'referToContactScheme');
    partners.refuseWith(undefined);
    await lookNow(caseId);
    const { message } = await has(caseId, 'victimContactScheme');
    expect(message).toMatchObject({
      crimeReference: expect.stringMatching(/^41\//),
      sentence: { sentences: ['imprisonment'], custodyDays: 800, passedOn: today },
      person: {
        name: 'Alex Example',
        contact: { points: [{ channel: 'phone', value: '07700 900411', mayLeaveMessage: false }], throughTeam: false },
      },
    });
    expect(JSON.stringify(message)).not.toContain('shared@example.org');
    await fact(caseId, 'victimContactSchemeReceived');
    await isGone(caseId, 'referToContactScheme');
    const { body } = await officer.get(`/cases/${caseId}`);
    expect(body.careDetails.afterSentence.contactScheme.state).toBe('received');

    partners.answer(message.referralId, 'inContact');
    await lookNow(caseId);
    await fact(caseId, 'victimLiaisonMade');
    expect(await facts(caseId, 'victimContactSchemeReferred')).toHaveLength(1);
    expect(keptFor(caseId, 'victimContactScheme')).toMatchObject([{ times: 1 }]);
  });

  it('never has it where the victim declined while it was away, and gives it back where they decline later', async () => {
    const caseId = await aCase();
    partners.refuseWith(503);
    await tell(caseId, 'sentencePassed', imprisonment, { suspects: ['s1'] });
    const declined = await openTask(officer, caseId, 'referToContactScheme');
    const outcome = { kind: 'victimContactSchemeDeclined' };
    expect((await officer.post(`/tasks/${declined.taskId}/completion`, { outcome })).status).toBe(200);
    partners.refuseWith(undefined);
    await lookNow(caseId);
    await eventually(async () => ((await items(caseId)).every(({ state }) => state === 'stopped') ? true : undefined));
    expect(keptFor(caseId, 'victimContactScheme')).toEqual([]);

    await tell(caseId, 'victimContactSchemeReferred', {});
    await has(caseId, 'victimContactScheme');
    await fact(caseId, 'victimContactSchemeReceived');
    await tell(caseId, 'victimContactSchemeDeclined', {});
    await has(caseId, 'victimContactScheme', ({ withdrawn }) => withdrawn === 'declined');
  });

  it('gives it back at once where the victim declines while it is on its way', async () => {
    const caseId = await aCase();
    partners.afterPut(async () => {
      partners.afterPut(undefined);
      await tell(caseId, 'victimContactSchemeDeclined', {});
      await eventually(async () =>
        (await facts(caseId, 'victimContactSchemeDeclined')).length > 0 ? true : undefined
      );
    });
    await tell(caseId, 'sentencePassed', imprisonment, { suspects: ['s1'] });
    await has(caseId, 'victimContactScheme', ({ withdrawn }) => withdrawn === 'declined');
    expect(await facts(caseId, 'victimContactSchemeReferred')).toEqual([]);
    const tried = await eventually(async () =>
      (await items(caseId)).find(({ about, state }) => about.does === 'refer' && state !== 'queued')
    );
    expect(tried).toMatchObject({ state: 'stopped', because: 'declined' });
    const { body } = await officer.get(`/cases/${caseId}`);
    expect(body.careDetails.afterSentence.contactScheme.state).toBe('declined');
  });

  it('is told of a way of contact that is not safe any more, and of none after the victim has died', async () => {
    const caseId = await aCase();
    await tell(caseId, 'sentencePassed', imprisonment, { suspects: ['s1'] });
    await has(caseId, 'victimContactScheme');
    await fact(caseId, 'victimContactSchemeReceived');
    const stop = { reason: 'victimAsked' };
    expect((await officer.put(`/cases/${caseId}/person/contact-stop`, stop)).status).toBe(200);
    await has(caseId, 'victimContactScheme', ({ message }) => message.person.contact?.throughTeam === true);
    await tell(caseId, 'victimDied', {});
    await has(caseId, 'victimContactScheme', ({ withdrawn }) => withdrawn === 'victimDied');
  });

  it('is told what changes after its case was closed: a release, its corrected day, and a way of contact that is not safe', async () => {
    const caseId = await aCase();
    await tell(caseId, 'sentencePassed', imprisonment, { suspects: ['s1'] });
    await fact(caseId, 'victimContactSchemeReceived');
    await closed(officer, caseId);
    await eventually(async () => ((await api.database.cases.findCase(caseId))?.ended ? true : undefined));
    const stop = { reason: 'victimAsked' };
    expect((await officer.put(`/cases/${caseId}/person/contact-stop`, stop)).status).toBe(200);
    await has(caseId, 'victimContactScheme', ({ message }) => message.person.contact?.throughTeam === true);
    await tell(caseId, 'releasePlanned', { releaseOn: inThreeWeeks }, { suspects: ['s1'] });
    const handed = await fact(caseId, 'noticeHandedToScheme');
    const notice = () => keptFor(caseId, 'victimContactScheme', 'notice');
    expect(notice()).toMatchObject([{ message: { notice: { of: 'release', on: inThreeWeeks } }, times: 1 }]);
    expect(notice()[0]?.message.person).toEqual({ name: 'Alex Example' });
    await isGone(caseId, 'handToContactScheme');

    const { about: planned } = handed.data as { about: number };
    const data = { releaseOn: addCalendarDays(inThreeWeeks, 2) };
    const correction = { kind: 'releasePlanned', data, happenedAt: justNow(), suspects: ['s1'] };
    expect((await officer.post(`/cases/${caseId}/events/${planned}/corrections`, correction)).status).toBe(201);
    await eventually(async () => (notice()[0]?.times === 2 ? true : undefined));
    expect(notice()).toMatchObject([{ message: { notice: { on: data.releaseOn } } }]);
  });

  it('refuses: the task stays with a person, and what the Probation Service does not take is told to the victim', async () => {
    const caseId = await aCase();
    partners.refuseWith(422);
    await tell(caseId, 'sentencePassed', imprisonment, { suspects: ['s1'] });
    await fact(caseId, 'courtPartnerNotReached');
    await openTask(officer, caseId, 'referToContactScheme');
    expect(await facts(caseId, 'victimContactSchemeReferred')).toEqual([]);

    const other = await aCase();
    partners.refuseWith(undefined);
    await tell(other, 'sentencePassed', imprisonment, { suspects: ['s1'] });
    const { message } = await has(other, 'victimContactScheme');
    partners.answer(message.referralId, 'notEligible');
    await fact(other, 'victimContactSchemeReceived');
    await lookNow(other);
    await fact(other, 'victimContactSchemeNotTaken');
    await openTask(officer, other, 'tellOtherNews');
  });

  it('hears nothing by itself of somebody whose case is restricted: a person refers them', async () => {
    const caseId = await aCase('victim', { restrictedTo: ['a-witness-care-officer'] });
    await eventually(async () => ((await api.database.cases.findCase(caseId))?.visibleTo ? true : undefined));
    await tell(caseId, 'sentencePassed', imprisonment, { suspects: ['s1'] });
    await openTask(officer, caseId, 'referToContactScheme');
    expect(await items(caseId)).toEqual([]);
    await tell(caseId, 'victimContactSchemeReferred', {});
    await has(caseId, 'victimContactScheme');
  });
});

describe('the Witness Service', () => {
  const needs = ['courtVisit', 'separateEntrance'];

  async function aWitnessOf(urn: string, hearingId: string): Promise<string> {
    const caseId = await aCase('witness');
    await tell(caseId, 'courtCaseLinked', { urn });
    await eventually(async () => ((await api.database.cases.findCase(caseId))?.urns.includes(urn) ? true : undefined));
    const trial = { hearing: 'trial', certainty: 'fixed', court: 'luton-crown', defendants: [] } as const;
    await tellCourtCase(api.engine, urn, [said('hearingSet', { ...trial, hearingId, on: inThreeWeeks }, justNow())]);
    await eventually(async () => ((await api.database.cases.findCase(caseId))?.hearings.length ? true : undefined));
    await tell(caseId, 'witnessRequired', { hearingId });
    return caseId;
  }

  it('has what it needs to know of a witness who agreed; a trial that moves reaches it; its answer comes back', async () => {
    const urn = '41AA7000001';
    const caseId = await aWitnessOf(urn, 'w1');
    await tell(caseId, 'witnessServiceOffered', { answer: 'wanted' });
    await tell(caseId, 'witnessServiceReferred', { needs });
    const { message } = await has(caseId, 'witnessService');
    expect(message).toMatchObject({
      urns: [urn],
      attendance: { needs, hearings: [{ on: inThreeWeeks, court: 'luton-crown' }] },
    });
    expect(message.sentence).toBeUndefined();
    expect(message.crimeReference).toBeUndefined();
    expect(message.person.dateOfBirth).toBeUndefined();
    await fact(caseId, 'courtPartnerReached');

    const moved = addCalendarDays(inThreeWeeks, 7);
    const trial = { hearing: 'trial', certainty: 'fixed', court: 'luton-crown', defendants: [] } as const;
    await tellCourtCase(api.engine, urn, [said('hearingSet', { ...trial, hearingId: 'w1', on: moved }, justNow())]);
    await has(caseId, 'witnessService', (kept) => kept.message.attendance?.hearings[0]?.on === moved);

    partners.answer(message.referralId, 'accepted');
    await lookNow(caseId);
    expect((await fact(caseId, 'witnessServiceAnswered')).data).toMatchObject({ answer: 'accepted' });
    await tell(caseId, 'witnessReleased', { hearingId: 'w1', reason: 'guiltyPlea' });
    await has(caseId, 'witnessService', ({ withdrawn }) => withdrawn === 'notNeeded');
  }, 60_000);

  it('hears nothing of a witness who has not agreed: a person is asked to offer it', async () => {
    const caseId = await aWitnessOf('41AA7000002', 'w2');
    await tell(caseId, 'attendanceAnswered', { hearingId: 'w2', answer: 'willAttend', channel: 'phone' });
    await tell(caseId, 'witnessServiceReferred', { needs });
    expect((await fact(caseId, 'courtPartnerNotReached')).data).toMatchObject({ reason: 'noAgreement' });
    await openTask(officer, caseId, 'referToWitnessService');
    expect(keptFor(caseId, 'witnessService')).toEqual([]);
  }, 60_000);
});

describe('the Youth Justice Service', () => {
  it('is asked with the sentence, and what it answers is the answer that the case waits for', async () => {
    const caseId = await aCase();
    await tell(caseId, 'sentencePassed', { sentences: ['referralOrder'], court: 'youth' }, { suspects: ['s1'] });
    const task = await openTask(officer, caseId, 'askYouthJusticeService');
    const outcome = { kind: 'youthJusticeAsked' };
    expect((await officer.post(`/tasks/${task.taskId}/completion`, { outcome })).status).toBe(200);
    const { message } = await has(caseId, 'youthJusticeService');
    expect(message.sentence).toMatchObject({ sentences: ['referralOrder'], court: 'youth' });
    await fact(caseId, 'courtPartnerReached');
    partners.answer(message.referralId, 'willTell');
    await lookNow(caseId);
    expect((await fact(caseId, 'youthJusticeAnswered')).data).toEqual({ answer: 'willTell' });
  });

  it('refuses: it is to be asked another way, as soon as that is known', async () => {
    const caseId = await aCase();
    partners.refuseWith(410);
    await tell(caseId, 'sentencePassed', { sentences: ['referralOrder'], court: 'youth' }, { suspects: ['s1'] });
    const task = await openTask(officer, caseId, 'askYouthJusticeService');
    await officer.post(`/tasks/${task.taskId}/completion`, { outcome: { kind: 'youthJusticeAsked' } });
    await fact(caseId, 'courtPartnerNotReached');
    const again = await openTask(officer, caseId, 'askYouthJusticeService');
    expect(again.taskId).not.toBe(task.taskId);
  });
});
