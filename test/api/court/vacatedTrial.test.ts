import { courtDatePostings } from '../../../activities/courtDatePostings';
import { tellCourtCase } from '../../../commands/court/courtCaseCalls';
import { addCalendarDays, instant, londonDay } from '../../../domain/time/londonTime';
import { weekdays } from '../../../domain/contact/safeTimes';
import { said } from '../../domain/court/courtBuilder';
import { apiWithNotify, type NotifyBeside } from '../contact/notifyBeside';
import { aVictim } from '../intake/reportBodies';
import type { Caller } from '../support/apiUnderTest';
import { eventually, justNow, reported } from '../support/stories';

const weekdayOf = (on: string) => weekdays[(new Date(`${on}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';

let beside: NotifyBeside;
let system: Caller;
let officer: Caller;
const realTime = () => instant(Date.now());
beforeAll(async () => {
  beside = await apiWithNotify({
    alsoOut: (database) => ({ couriers: {}, postings: [courtDatePostings(database, realTime)] }),
  });
  system = await beside.api.as('reporting-system');
  officer = await beside.api.as('witness-care-officer');
});
afterAll(async () => {
  await beside?.end();
});

const urn = '41AA3000001';
const tomorrow = addCalendarDays(londonDay(realTime()), 1);
const trial = { hearingId: 'h1', hearing: 'trial', certainty: 'fixed', court: 'luton-crown', defendants: [] } as const;
const hears = (...events: Parameters<typeof tellCourtCase>[2]) => tellCourtCase(beside.api.engine, urn, events);
const safe = (number: number) => ({
  channel: 'text',
  value: `07700 9001${String(number).padStart(2, '0')}`,
  safe: 'yes',
});
/** Safe on one day of the week alone, which is neither today nor tomorrow. */
const notBeforeTrial = () => ({ safeDays: [weekdayOf(addCalendarDays(tomorrow, 2))] });

async function witness(contactPoints: object[]): Promise<string> {
  const { caseId } = await reported(system, { people: [aVictim({ role: 'witness', contactPoints })] });
  const linked = { kind: 'courtCaseLinked', data: { urn }, happenedAt: justNow() };
  const { status } = await system.post(`/cases/${caseId}/events`, linked);
  expect(status).toBe(201);
  return caseId;
}

interface Told {
  counts: Record<string, number>;
  items: { caseId: string; state: string; channel?: string }[];
}

describe('a trial of forty witnesses that is vacated on the day before', () => {
  let courtCaseId: string;
  const reached: string[] = [];
  const called: string[] = [];
  const told = async () => (await officer.get(`/court-cases/${courtCaseId}/hearings/h1/told`)).body as Told;

  it('reaches every one of them within a minute: by a safe message, or by a call at the top of the list', async () => {
    for (let each = 0; each < 30; each += 1) reached.push(await witness([safe(each)]));
    for (let each = 0; each < 4; each += 1) called.push(await witness([{ ...safe(30 + each), ...notBeforeTrial() }]));
    for (let each = 0; each < 3; each += 1) called.push(await witness([{ ...safe(40 + each), safe: 'no' }]));
    for (let each = 0; each < 3; each += 1) called.push(await witness([{ ...safe(50 + each), safe: 'unknown' }]));
    await hears(said('hearingSet', { ...trial, on: tomorrow }, justNow()));
    courtCaseId = (await officer.post('/court-cases/search', { urn })).body.items[0].courtCaseId;
    await eventually(async () => ((await told()).counts.notHeard === 0 ? true : undefined));

    const began = Date.now();
    const vacated = said('hearingVacated', { hearingId: 'h1', why: 'vacated' }, justNow());
    await Promise.all([hears(vacated), hears(vacated)]);
    const list = await eventually(async () => {
      const list = await told();
      return list.counts.messageSent === 30 && list.counts.toCall === 10 ? list : undefined;
    });
    expect(Date.now() - began).toBeLessThan(60_000);
    const inState = (state: string) => list.items.filter((item) => item.state === state).map(({ caseId }) => caseId);
    expect(inState('messageSent').sort()).toEqual([...reached].sort());
    expect(inState('toCall').sort()).toEqual([...called].sort());
    expect(list.items[0]?.state).toBe('toCall');
  }, 180_000);

  it('sends nobody a second message, and none that tells a stranger anything', () => {
    expect(beside.posted).toHaveLength(30);
    expect(new Set(beside.posted.map(({ phone_number }) => phone_number)).size).toBe(30);
    const [{ personalisation } = { personalisation: {} }] = beside.posted;
    expect(JSON.stringify(personalisation)).toMatch(/will not take place\. Please do not travel/);
  });

  it('asks for the calls within the hour, above whatever else is due, and for no other', async () => {
    const { body } = await officer.get('/tasks?kind=callAboutDate&limit=100');
    const asked: { caseId: string; dueAt: string }[] = body.items;
    expect(asked.map(({ caseId }) => caseId).sort()).toEqual([...called].sort());
    for (const { dueAt } of asked) expect(Date.parse(dueAt)).toBeLessThanOrEqual(Date.now() + 3_600_000);
    const { body: list } = await officer.get(`/tasks?caseId=${called[0]}`);
    expect(list.items[0].kind).toBe('callAboutDate');
  });

  it('shows who has been called since, and by which way', async () => {
    const [caseId = ''] = called;
    const { body } = await officer.get(`/tasks?caseId=${caseId}&kind=callAboutDate`);
    const outcome = { kind: 'victimTold', channel: 'phone' };
    expect((await officer.post(`/tasks/${body.items[0].taskId}/completion`, { outcome })).status).toBe(200);
    const list = await told();
    expect(list.items.find((item) => item.caseId === caseId)).toMatchObject({ state: 'told', channel: 'phone' });
    expect(list.counts).toMatchObject({ told: 1, toCall: 9, messageSent: 30 });
  });
});

describe('a trial that is vacated on the morning itself', () => {
  it('turns back whoever has a safe way now; who has none within the hour is called', async () => {
    const near = await witness([safe(80)]);
    const far = await witness([{ ...safe(81), ...notBeforeTrial() }]);
    const sentBefore = beside.posted.length;
    const urnOfToday = '41AA3000080';
    for (const caseId of [near, far]) {
      const linked = { kind: 'courtCaseLinked', data: { urn: urnOfToday }, happenedAt: justNow() };
      await system.post(`/cases/${caseId}/events`, linked);
    }
    const today = londonDay(realTime());
    await tellCourtCase(beside.api.engine, urnOfToday, [
      said('hearingSet', { ...trial, hearingId: 'h80', on: today }, justNow()),
    ]);
    await tellCourtCase(beside.api.engine, urnOfToday, [
      said('hearingVacated', { hearingId: 'h80', why: 'vacated' }, realTime()),
    ]);
    const calls = (caseId: string) =>
      officer.get(`/tasks?caseId=${caseId}&kind=callAboutDate`).then(({ body }) => (body.items as unknown[]).length);
    await eventually(async () => ((await calls(far)) === 1 ? true : undefined));
    await eventually(async () => (beside.posted.length > sentBefore ? true : undefined));
    expect(beside.posted.slice(sentBefore).map(({ phone_number }) => phone_number)).toEqual(['07700 900180']);
    await eventually(async () => ((await calls(near)) === 0 ? true : undefined));
  });
});

describe('a trial that moves, and moves again, and is vacated', () => {
  it('is told in one call: its answer closes the calls about the days before, and of no other trial', async () => {
    const caseId = await witness([]);
    const on = (days: number) => addCalendarDays(tomorrow, days);
    const tell = async (kind: string, data: object) => {
      const { status } = await officer.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow() });
      expect(status).toBe(201);
    };
    for (const hearingId of ['h70', 'h71']) {
      await tell('hearingListed', { hearingId, hearing: 'trial', on: on(20) });
      await tell('hearingMoved', { hearingId, on: on(30) });
    }
    await tell('hearingMoved', { hearingId: 'h70', on: on(40) });
    await tell('hearingVacated', { hearingId: 'h70' });
    const calls = async (): Promise<{ taskId: string; about: number[] }[]> =>
      (await officer.get(`/tasks?caseId=${caseId}&kind=callAboutDate`)).body.items;
    const asked = await eventually(async () => ((await calls()).length === 3 ? calls() : undefined));
    const newest = [...asked].sort((one, other) => (other.about[0] ?? 0) - (one.about[0] ?? 0))[0];
    const outcome = { kind: 'victimTold', channel: 'phone' };
    expect((await officer.post(`/tasks/${newest?.taskId}/completion`, { outcome })).status).toBe(200);
    const left = await eventually(async () => ((await calls()).length === 1 ? calls() : undefined));
    const { body } = await officer.get(`/cases/${caseId}/timeline?limit=100`);
    const moves = (body.items as { kind: string; seq: number; data: { hearingId?: string } }[])
      .filter(({ kind, data }) => kind === 'hearingMoved' && data.hearingId === 'h71')
      .map(({ seq }) => seq);
    expect(left[0]?.about).toEqual(moves);
  });
});

describe('what was booked for a trial that is off', () => {
  it('stands in the list of who is told, as long as it must still be cancelled', async () => {
    const urnOfTaxi = '41AA3000008';
    const { caseId } = await reported(system, { people: [aVictim({ role: 'witness', contactPoints: [] })] });
    const tell = async (kind: string, data: object) => {
      const { status, body } = await officer.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow() });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body.facts[0] as number;
    };
    await tell('courtCaseLinked', { urn: urnOfTaxi });
    const set = said('hearingSet', { ...trial, hearingId: 'h9', on: tomorrow }, justNow());
    await tellCourtCase(beside.api.engine, urnOfTaxi, [set]);
    const { courtCaseId } = (await officer.post('/court-cases/search', { urn: urnOfTaxi })).body.items[0];
    const list = async () => (await officer.get(`/court-cases/${courtCaseId}/hearings/h9/told`)).body;
    await eventually(async () => ((await list()).counts.notHeard === 0 ? true : undefined));
    const seq = await tell('arrangementAsked', { arrangement: 'travel', hearingId: 'h9', on: tomorrow });
    const arrangementId = `${caseId}.b${seq}`;
    await tell('arrangementBooked', { arrangementId, pence: 4_500 });
    expect(await eventually(async () => ((await list()).bookings.stands === 1 ? true : undefined))).toBe(true);
    const vacated = said('hearingVacated', { hearingId: 'h9', why: 'vacated' }, realTime());
    await tellCourtCase(beside.api.engine, urnOfTaxi, [vacated]);
    const off = await eventually(async () => ((await list()).bookings.toCancel === 1 ? list() : undefined));
    expect(off.items[0].bookings).toEqual([{ arrangementId, arrangement: 'travel', on: tomorrow, state: 'toCancel' }]);
    await tell('arrangementCancelled', { arrangementId });
    await eventually(async () => ((await list()).bookings.cancelled === 1 ? true : undefined));
    expect((await list()).bookings).toEqual({ toCancel: 0, cancelled: 1, stands: 0 });
  });
});

describe('a child whose mother stands in for them', () => {
  const mother = (number: number, kept: 'yes' | 'no' = 'yes') => ({
    name: 'Robin Example',
    relation: 'parent',
    contactPoints: [{ ...safe(number), safe: kept }],
  });
  const born = `${Number(tomorrow.slice(0, 4)) - 12}-01-01`;

  async function offFor(person: object, hearingId: string) {
    const child = aVictim({ role: 'witness', dateOfBirth: born, ...person });
    const { caseId } = await reported(system, { people: [child] });
    const tell = (kind: string, data: object) =>
      system.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow() });
    await tell('hearingListed', { hearingId, hearing: 'trial', on: addCalendarDays(tomorrow, 9) });
    const sentBefore = beside.posted.length;
    await tell('hearingVacated', { hearingId });
    return { caseId, sentBefore };
  }

  it('is not waited for: the mother has the message, where she may be told safely', async () => {
    const { sentBefore } = await offFor({ contactPoints: [], representatives: [mother(70)] }, 'h70');
    await eventually(async () => (beside.posted.length > sentBefore ? true : undefined));
    expect(beside.posted.at(-1)?.phone_number).toBe('07700 900170');
  });

  it('has her called, and no message sent, where her number is not safe', async () => {
    const { caseId, sentBefore } = await offFor({ contactPoints: [], representatives: [mother(71, 'no')] }, 'h71');
    await eventually(async () => {
      const { body } = await officer.get(`/tasks?caseId=${caseId}&kind=callAboutDate`);
      return body.items.length === 1 ? true : undefined;
    });
    expect(beside.posted).toHaveLength(sentBefore);
  });
});

describe('a message that waits for a safe time', () => {
  it('is not sent any more once the trial stands again on that day', async () => {
    const { caseId } = await reported(system, {
      people: [aVictim({ role: 'witness', contactPoints: [{ ...safe(60), ...notBeforeTrial() }] })],
    });
    const on = addCalendarDays(tomorrow, 20);
    const tell = (kind: string, data: object) =>
      system.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow() });
    await tell('hearingListed', { hearingId: 'h2', hearing: 'trial', on });
    await tell('hearingVacated', { hearingId: 'h2' });
    const message = async () => (await officer.get(`/cases/${caseId}/messages`)).body.items[0];
    expect(await eventually(message)).toMatchObject({ template: 'date-off', state: 'queued' });
    await tell('hearingMoved', { hearingId: 'h2', on });
    await eventually(async () => ((await message()).state === 'stopped' ? true : undefined));
    expect(await message()).toMatchObject({ state: 'stopped', because: 'superseded' });
  });
});
