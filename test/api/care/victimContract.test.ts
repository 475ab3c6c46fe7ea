import { randomUUID } from 'node:crypto';
import { weekdayOf } from '../../../domain/contact/safeTimes';
import { addCalendarDays, atLondonClock, instant, londonDay } from '../../../domain/time/londonTime';
import { aVictim } from '../intake/reportBodies';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
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

const text = { channel: 'text', value: '07700 900123', safe: 'yes' };
const email = { channel: 'email', value: 'someone@example.org', safe: 'yes' };
const values = { callbackNumber: '0300 123 4567', reference: 'N-17' };
const inTwoDays = addCalendarDays(londonDay(instant(Date.now())), 2);
const agreedDay = { channel: 'text', everyDays: 7, days: [weekdayOf(inTwoDays)], from: '09:00', to: '11:00' };

async function victim() {
  const mother = { name: 'Jo Example', relation: 'spokesperson', contactPoints: [{ ...text, value: '07700 900456' }] };
  const people = [aVictim({ contactPoints: [text, email], representatives: [mother] })];
  const { caseId } = await listed(api, system, { people, suspects: [{ suspectId: 's1' }] });
  const { body } = await officer.get(`/cases/${caseId}/person`);
  const [textId, emailId] = body.contactPoints.map(({ contactPointId }: { contactPointId: string }) => contactPointId);
  const [{ representativeId, contactPoints }] = body.representatives;
  return { caseId, textId, emailId, representativeId, motherId: contactPoints[0].contactPointId };
}

const agree = (caseId: string, terms: object) => officer.put(`/cases/${caseId}/victim-contract`, terms);
const send = (caseId: string, body: object) =>
  officer.post(`/cases/${caseId}/messages`, { values, ...body }).set('idempotency-key', randomUUID());

describe('an update that says that nothing is new', () => {
  it('is queued for the agreed day and hour', async () => {
    const { caseId, textId } = await victim();
    await agree(caseId, agreedDay);
    const { status, body } = await send(caseId, { template: 'nothing-new', contactPointId: textId });
    expect([status, body.sendsFrom]).toEqual([202, atLondonClock(inTwoDays, '09:00')]);
  });

  it('goes by the agreed way, unless somebody overrides that with a reason or that way is gone', async () => {
    const { caseId, textId, emailId } = await victim();
    await agree(caseId, { channel: 'email', everyDays: 7 });
    const refused = await send(caseId, { template: 'nothing-new', contactPointId: textId });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [
        {
          pointer: '/contactPointId',
          message: 'The victim agreed to hear by e-mail. Use that way, or override with a reason',
        },
      ],
    ]);
    expect((await send(caseId, { template: 'nothing-new', contactPointId: emailId })).status).toBe(202);
    expect((await send(caseId, { template: 'news-for-you', contactPointId: textId })).status).toBe(202);
    const override = { reason: 'victimAskedForIt', note: 'They are away from their mail.' };
    expect((await send(caseId, { template: 'nothing-new', contactPointId: textId, override })).status).toBe(202);
    const other = await victim();
    await agree(other.caseId, { channel: 'letter', everyDays: 7 });
    expect((await send(other.caseId, { template: 'nothing-new', contactPointId: other.textId })).status).toBe(202);
  });
});

describe('who else may be told', () => {
  it('hears of updates, and nobody else', async () => {
    const { caseId, representativeId, motherId } = await victim();
    await agree(caseId, { channel: 'text', everyDays: 7, mayAlsoTell: [] });
    const refused = await send(caseId, { template: 'news-for-you', contactPointId: motherId });
    expect([refused.status, refused.body.because]).toEqual([409, 'mayNotBeTold']);
    const { headers } = await officer.get(`/cases/${caseId}/victim-contract`);
    const named = { channel: 'text', everyDays: 7, mayAlsoTell: [representativeId] };
    const changed = await agree(caseId, named).set('if-match', headers.etag ?? '');
    expect(changed.status).toBe(200);
    expect((await send(caseId, { template: 'news-for-you', contactPointId: motherId })).status).toBe(202);
  });

  it('is a representative of the person, whichever call agrees on it', async () => {
    const { caseId } = await victim();
    const terms = { channel: 'text', everyDays: 7, mayAlsoTell: [randomUUID()] };
    const { taskId } = await openTask(officer, caseId, 'agreeVictimContract');
    const answers = [
      await agree(caseId, terms),
      await officer.post(`/tasks/${taskId}/completion`, { outcome: { kind: 'victimContractAgreed', ...terms } }),
      await officer.post(`/cases/${caseId}/events`, {
        kind: 'victimContractAgreed',
        data: terms,
        happenedAt: justNow(),
      }),
    ];
    expect(answers.map(({ status, body }) => [status, body.errors?.[0].pointer])).toEqual([
      [422, '/mayAlsoTell/0'],
      [422, '/outcome/mayAlsoTell/0'],
      [422, '/data/mayAlsoTell/0'],
    ]);
  });
});

describe('whoever gives news or an update', () => {
  it('sees beside the task how, when and who else, as it was agreed', async () => {
    const { caseId, textId, representativeId } = await victim();
    await agree(caseId, { ...agreedDay, everyDays: 1, mayAlsoTell: [representativeId] });
    const { taskId } = await openTask(officer, caseId, 'giveVictimUpdate');
    const { body } = await officer.get(`/tasks/${taskId}`);
    expect(body.agreedContact).toMatchObject({
      channel: 'text',
      contactPointIds: [textId],
      from: atLondonClock(inTwoDays, '09:00'),
      mayAlsoTell: [representativeId],
      why: expect.stringMatching(/^The victim agreed to hear by text, on \w+days, from 09:00 until 11:00\.$/),
    });
  });

  it('decides how somebody who wants no contact hears of bail, and is told that they want none', async () => {
    const { caseId } = await victim();
    const record = (kind: string, data: object, more: object = {}) =>
      officer.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow(), ...more });
    await record('stanceChanged', { stance: 'wantsContact', answer: 'no' });
    await record('suspectBailed', { conditions: true }, { suspects: ['s1'] });
    const { taskId } = await openTask(officer, caseId, 'tellVictim');
    const { body } = await officer.get(`/tasks/${taskId}`);
    expect(body.newsWish).toEqual({ wish: 'decideHow', why: expect.stringContaining('wants no contact') });
  });

  it('goes by the contract that counts, not by one that was corrected or is older', async () => {
    const { caseId } = await victim();
    await agree(caseId, { channel: 'text', everyDays: 1 });
    const older = { channel: 'letter', everyDays: 1 };
    const happenedAt = new Date(Date.now() - 3_600_000).toISOString();
    await officer.post(`/cases/${caseId}/events`, { kind: 'victimContractAgreed', data: older, happenedAt });
    const { taskId } = await openTask(officer, caseId, 'giveVictimUpdate');
    expect((await officer.get(`/tasks/${taskId}`)).body.agreedContact.channel).toBe('text');
  });
});

it('names no days that are none, and keeps every version', async () => {
  const { caseId } = await victim();
  const refused = await agree(caseId, { channel: 'text', everyDays: 7, days: [] });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/days']);
  await agree(caseId, { channel: 'text', everyDays: 7 });
  const { headers } = await officer.get(`/cases/${caseId}/victim-contract`);
  const again = await agree(caseId, { channel: 'email', everyDays: 28 });
  expect([again.status, again.body.code]).toEqual([428, 'preconditionRequired']);
  await agree(caseId, { channel: 'email', everyDays: 28 }).set('if-match', headers.etag ?? '');
  const stale = await agree(caseId, { channel: 'phone', everyDays: 2 }).set('if-match', headers.etag ?? '');
  expect(stale.status).toBe(412);
  const { body } = await officer.get(`/cases/${caseId}/victim-contract/versions`);
  expect(body.items).toMatchObject([
    { channel: 'email', everyDays: 28, current: true },
    { channel: 'text', everyDays: 7, current: false },
  ]);
});
