import { weekdays } from '../../../domain/contact/safeTimes';
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

describe('an officer who tries to reach a victim', () => {
  it('logs who was reached and when to call back, and is told the next step beside the task', async () => {
    const { caseId } = await listed(api, system);
    const contacts = `/cases/${caseId}/contacts`;
    const first = await officer.get(`/cases/${caseId}/attempts`);
    expect(first.body).toMatchObject({ sinceReached: [], next: { channel: 'phone', because: 'firstAttempt' } });

    const tried = { channel: 'phone', result: 'someoneElseAnswered', happenedAt: justNow() };
    expect((await officer.post(contacts, tried)).status).toBe(201);
    const { taskId } = await openTask(officer, caseId, 'makeFirstContact');
    const { body: task } = await officer.get(`/tasks/${taskId}`);
    expect(task.nextAttempt).toMatchObject({ channel: 'phone', because: 'someoneElseAnswered' });
    expect(task.nextAttempt.why).toMatch(/^Call, not before .*: somebody else answered/);
    const { body: live } = await officer.get(`/cases/${caseId}/live`);
    expect(live.nextAttempt).toBe(task.nextAttempt.why);

    const { body: log } = await officer.get(contacts);
    expect(log.items[0].data).toEqual({ channel: 'phone', result: 'someoneElseAnswered', reached: 'someoneElse' });

    const spoke = { channel: 'phone', result: 'reached', outcome: 'spoke', happenedAt: justNow() };
    await officer.post(contacts, spoke);
    const { body: after } = await officer.get(`/cases/${caseId}/attempts`);
    expect(after).toMatchObject({ firstContact: 'made', sinceReached: [] });
    expect(after.next).toBeUndefined();
  });

  it('is asked for another safe way after three failed calls, and answers whether there is one', async () => {
    const { caseId } = await listed(api, system);
    for (let call = 0; call < 3; call += 1) {
      const tried = { channel: 'phone', result: 'noAnswer', happenedAt: justNow() };
      expect((await officer.post(`/cases/${caseId}/contacts`, tried)).status).toBe(201);
    }
    const { taskId, why } = await openTask(officer, caseId, 'findSafeChannel');
    expect(why).toMatch(/^Another safe way to reach them/);
    const outcome = { kind: 'safeChannelSought', result: 'noneFound', askedOf: 'officerInCase' };
    expect((await officer.post(`/tasks/${taskId}/completion`, { outcome })).status).toBe(200);
    const { body } = await officer.get(`/cases/${caseId}/attempts`);
    expect(body.next).toMatchObject({ step: 'decide', because: 'nothingMoreToTry' });
    expect(body.sinceReached).toHaveLength(3);
  });

  it.each([
    [{ result: 'noAnswer', with: 'victim' }, '/with'],
    [{ result: 'noAnswer', outcome: 'spoke' }, '/outcome'],
    [{ result: 'reached', outcome: 'callBackAgreed', callBackAt: '2020-01-01T00:00:00Z' }, '/callBackAt'],
  ])('cannot log %j', async (contact, pointer) => {
    const { caseId } = await listed(api, system);
    const body = { channel: 'phone', happenedAt: justNow(), ...contact };
    const { status, body: problem } = await officer.post(`/cases/${caseId}/contacts`, body);
    expect([status, problem.errors[0].pointer]).toEqual([422, pointer]);
  });
});

describe('the time of the next attempt', () => {
  it('lies in what the victim called safe, and not before the attempts are far enough apart', async () => {
    const dayAfterTomorrow = addCalendarDays(londonDay(instant(Date.now())), 2);
    const safeDays = [weekdays[(new Date(`${dayAfterTomorrow}T12:00:00Z`).getUTCDay() + 6) % 7]];
    const point = {
      channel: 'phone',
      value: '07700 900123',
      safe: 'yes',
      safeDays,
      safeFrom: '10:00',
      safeTo: '11:00',
    };
    const { caseId } = await listed(api, system, { people: [aVictim({ contactPoints: [point] })] });
    const tried = { channel: 'phone', result: 'noAnswer', happenedAt: justNow() };
    expect((await officer.post(`/cases/${caseId}/contacts`, tried)).status).toBe(201);
    const expected = atLondonClock(dayAfterTomorrow, '10:00');
    const { body } = await officer.get(`/cases/${caseId}/attempts`);
    expect(body.next).toMatchObject({ channel: 'phone', notBefore: expected });
    const { taskId } = await openTask(officer, caseId, 'makeFirstContact');
    const { body: task } = await officer.get(`/tasks/${taskId}`);
    expect([task.nextAttempt.notBefore, task.nextAttempt.why]).toEqual([expected, body.next.why]);
    expect(task.nextAttempt.why).toContain('at 10:00am');
    const { body: page } = await officer.get(`/cases/${caseId}`);
    const { body: live } = await officer.get(`/cases/${caseId}/live`);
    const { why, ...next } = body.next;
    expect([page.nextAttempt, live.summary.nextAttempt, live.nextAttempt]).toEqual([next, next, why]);
    const { body: list } = await officer.get('/cases?limit=100');
    expect(list.items.filter((each: object) => 'nextAttempt' in each)).toEqual([]);
  });
});

interface AboutFacts {
  readonly about: [number];
}

describe('news that a victim does not want', () => {
  it('is seen as such by whoever would tell it, and news of their safety is for them to decide how', async () => {
    const { caseId } = await listed(api, system, { suspects: [{ suspectId: 's1' }] });
    const contract = { channel: 'phone', everyDays: 14, hearAbout: ['chargeDecision'] };
    expect((await officer.put(`/cases/${caseId}/victim-contract`, contract)).status).toBe(200);
    const wishAfter = async (kind: string, data: object) => {
      const told = { kind, data, suspects: ['s1'], happenedAt: justNow() };
      const { status, body } = await officer.post(`/cases/${caseId}/events`, told);
      expect([status, body.code]).toEqual([201, undefined]);
      const { body: tasks } = await officer.get(`/tasks?caseId=${caseId}&kind=tellVictim&limit=100`);
      const newest = tasks.items.sort((one: AboutFacts, other: AboutFacts) => other.about[0] - one.about[0])[0];
      return (await officer.get(`/tasks/${newest.taskId}`)).body.newsWish;
    };
    const arrested = await wishAfter('suspectArrested', {});
    expect(arrested).toMatchObject({ wish: 'notWanted', why: expect.stringContaining('do not want to hear') });
    expect(await wishAfter('suspectBailed', { conditions: true })).toMatchObject({ wish: 'decideHow' });
    expect(await wishAfter('suspectCharged', { how: 'charged' })).toBeUndefined();
    const kept = { kind: 'victimContractDefaultKept', data: {}, happenedAt: new Date().toISOString() };
    expect((await officer.post(`/cases/${caseId}/events`, kept)).status).toBe(201);
    expect(await wishAfter('suspectArrested', {})).toBeUndefined();
  });
});

describe('the list of cases', () => {
  it('tells apart victims who are unreachable, unsafe to contact, and who have declined', async () => {
    const team = 'attempts-team';
    const colleague = await api.as('victim-care-officer', { teams: [team] });
    const byReason: Record<string, string> = {};
    for (const reason of ['unreachable', 'unsafeToContact', 'declined']) {
      const { caseId } = await listed(api, system, { owningTeam: team });
      const event = { kind: 'contactImpossible', data: { reason }, happenedAt: justNow() };
      expect((await colleague.post(`/cases/${caseId}/events`, event)).status).toBe(201);
      byReason[reason] = caseId;
    }
    for (const [reason, caseId] of Object.entries(byReason)) {
      const { body } = await colleague.get(`/cases?team=${team}&firstContact=${reason}`);
      expect(body.items.map((each: { caseId: string }) => each.caseId)).toEqual([caseId]);
    }
  });

  it('of another team is not shown the attempts', async () => {
    const { caseId } = await listed(api, system);
    const stranger = await api.as('victim-care-officer', { teams: ['elsewhere'] });
    expect((await stranger.get(`/cases/${caseId}/attempts`)).status).toBe(404);
  });
});
