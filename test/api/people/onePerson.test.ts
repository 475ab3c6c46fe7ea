import { randomUUID } from 'node:crypto';
import { matchIdOf } from '../../../database/people/personMatches';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { aVictim } from '../intake/reportBodies';
import { eventually, justNow, openTask, reported, type Reported } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
let supervisor: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  system = await api.as('reporting-system');
  officer = await api.as('victim-care-officer', { sub: 'officer-1' });
  supervisor = await api.as('supervisor', { sub: 'supervisor-1' });
});
afterAll(async () => {
  await api?.end();
});

let numbers = 400;

/** Two reports of somebody of the same name and number, whom their sources do not know as one. */
async function twice(changes: Record<string, unknown> = {}) {
  numbers += 1;
  const name = `Alex Nr${randomUUID().slice(0, 8)}`;
  const phone = { channel: 'phone', value: `07700 900${numbers}`, safe: 'yes' };
  const first = await listed({ people: [aVictim({ name, contactPoints: [phone] })] });
  const email = { channel: 'email', value: 'alex@example.org', safe: 'yes' };
  const second = await listed({ people: [aVictim({ name, contactPoints: [phone, email] })], ...changes });
  const matchId = matchIdOf([first.personId, second.personId]);
  await eventually(() => api.database.personMatches.findMatch(matchId));
  return { first, second, matchId };
}

async function listed(changes: Record<string, unknown>): Promise<Reported> {
  const ids = await reported(system, changes);
  await eventually(async () => (await api.database.cases.findCase(ids.caseId)) && true);
  return ids;
}

async function waiting(caller: Caller): Promise<{ matchId: string; reasons: string[]; persons: object[] }[]> {
  return (await caller.get('/person-matches')).body.items;
}

async function factsOf(caseId: string, kind: string): Promise<{ data: object }[]> {
  const { body } = await officer.get(`/cases/${caseId}/timeline?limit=100`);
  return body.items.filter((each: { kind: string }) => each.kind === kind);
}

const join = (matchId: string) =>
  supervisor.post(`/person-matches/${matchId}/joining`, { reason: 'victimSaidSo', note: 'She said so herself.' });

describe('one person with two records', () => {
  it('is put to those who decide, by ids and cases alone, and joined by them', async () => {
    const { first, second, matchId } = await twice();
    const match = (await waiting(supervisor)).find((each) => each.matchId === matchId);
    expect(match).toMatchObject({ reasons: ['surnameAndContact'] });
    expect(JSON.stringify(match)).toContain(first.caseId);
    expect(JSON.stringify(match)).toContain(second.caseId);
    expect(JSON.stringify(match)).not.toMatch(/Alex|07700/);
    expect((await officer.get('/person-matches')).status).toBe(403);

    const joined = await join(matchId);
    expect([joined.status, joined.body]).toEqual([
      200,
      { matchId, state: 'joined', personId: first.personId, cases: 2 },
    ]);
    expect((await join(matchId)).body).toEqual({ matchId, state: 'joined', personId: first.personId });
    const { body: seenFirst } = await officer.get(`/cases/${first.caseId}/person`);
    const { body: seenSecond } = await officer.get(`/cases/${second.caseId}/person`);
    expect([seenFirst.personId, seenSecond.personId]).toEqual([first.personId, first.personId]);
    expect(seenFirst.contactPoints.map(({ channel }: { channel: string }) => channel)).toEqual(['phone', 'email']);
    expect((await officer.get(`/cases/${first.caseId}/briefing`)).body.earlierCases).toEqual([
      expect.objectContaining({ caseId: second.caseId }),
    ]);
    const data = { personId: first.personId, joinedPersonId: second.personId };
    for (const { caseId } of [first, second]) {
      expect((await factsOf(caseId, 'personJoined')).map((fact) => fact.data)).toEqual([data]);
      expect(await factsOf(caseId, 'personChanged')).toHaveLength(1);
    }
    expect((await waiting(supervisor)).map((each) => each.matchId)).not.toContain(matchId);
  });

  it('is found in the queue page by page, also behind what the caller does not see', async () => {
    const made: string[] = [];
    for (const changes of [{}, { restrictedTo: ['supervisor-1'] }, {}, {}]) made.push((await twice(changes)).matchId);
    const read: string[] = [];
    let next: string | undefined;
    do {
      const { status, body } = await supervisor.get(`/person-matches?limit=1${next ? `&cursor=${next}` : ''}`);
      expect([status, body.items.length <= 1]).toEqual([200, true]);
      read.push(...body.items.map((each: { matchId: string }) => each.matchId));
      next = body.next;
    } while (next !== undefined);
    expect(read.filter((matchId) => made.includes(matchId))).toEqual([made[0], made[2], made[3]]);
    expect(new Set(read).size).toBe(read.length);
    expect((await supervisor.get('/person-matches?limit=0')).status).toBe(400);
  });

  it('is stopped in both cases by a stop in either', async () => {
    const { first, second, matchId } = await twice();
    await join(matchId);
    const stopped = await officer.put(`/cases/${second.caseId}/person/contact-stop`, { reason: 'unsafe' });
    expect([stopped.status, stopped.body.cases]).toEqual([200, 2]);
    const { body } = await officer.get(`/cases/${first.caseId}/person`);
    expect(body.contactStopped.reason).toBe('unsafe');
    const due = await officer.get(`/cases/${first.caseId}/person/due`);
    expect(due.body.contactPoints.map(({ because }: { because: string }) => because)).toEqual([
      'contactStopped',
      'contactStopped',
    ]);
  });

  it('has died in both cases, whichever of them learns of it and whenever they are joined', async () => {
    const dies = (caseId: string) =>
      officer.post(`/cases/${caseId}/events`, { kind: 'victimDied', happenedAt: justNow() });
    const deathsIn = async ({ caseId }: Reported) => {
      await eventually(async () => (await api.database.cases.findCase(caseId))?.stage === 'victimDied' || undefined);
      return (await factsOf(caseId, 'victimDied')).length;
    };
    const before = await twice();
    await join(before.matchId);
    await dies(before.second.caseId);
    expect([await deathsIn(before.first), await deathsIn(before.second)]).toEqual([1, 1]);

    const after = await twice();
    await dies(after.first.caseId);
    await join(after.matchId);
    expect([await deathsIn(after.first), await deathsIn(after.second)]).toEqual([1, 1]);
  });

  it('is called once: what is due in both cases is shown together, soonest first, with what is safe now', async () => {
    const { first, second, matchId } = await twice({ receivedAt: justNow() });
    await join(matchId);
    await openTask(officer, first.caseId, 'makeFirstContact');
    await openTask(officer, second.caseId, 'makeFirstContact');
    const { status, body } = await officer.get(`/cases/${second.caseId}/person/due`);
    expect(status).toBe(200);
    const kinds = body.items.filter(({ kind }: { kind: string }) => kind === 'makeFirstContact');
    expect(kinds.map(({ caseId }: Reported) => caseId)).toEqual([first.caseId, second.caseId]);
    const dates = body.items.map(({ dueAt }: { dueAt: string }) => dueAt);
    expect(dates).toEqual([...dates].sort());
    expect(body.contactPoints).toEqual([
      expect.objectContaining({ channel: 'phone', safeNow: true }),
      expect.objectContaining({ channel: 'email', safeNow: true, value: 'alex@example.org' }),
    ]);
  });

  it('is called once also where one of the joined cases is restricted or of another team: who may not see it is not told', async () => {
    const { first, second, matchId } = await twice();
    const third = await twice({ owningTeam: 'south-victim-care' });
    for (const id of [matchId, third.matchId]) expect((await join(id)).status).toBe(200);
    const data = { callers: ['supervisor-1'], reason: 'policeEmployee' };
    const restricted = { kind: 'caseRestricted', data, happenedAt: justNow() };
    expect((await supervisor.post(`/cases/${second.caseId}/events`, restricted)).status).toBe(201);
    await openTask(officer, first.caseId, 'makeFirstContact');
    const seen = await officer.get(`/cases/${first.caseId}/person/due`);
    expect([seen.status, seen.text.includes(first.caseId), seen.text.includes(second.caseId)]).toEqual([
      200,
      true,
      false,
    ]);
    expect((await supervisor.get(`/cases/${first.caseId}/person/due`)).text).toContain(second.caseId);
    const due = await officer.get(`/cases/${third.first.caseId}/person/due`);
    expect([due.status, due.text.includes(third.second.caseId)]).toEqual([200, false]);
  });

  it('is parted by a supervisor where it was a mistake, with both on record', async () => {
    const { first, second, matchId } = await twice();
    await join(matchId);
    const part = (caller: Caller) =>
      caller.post(`/persons/${second.personId}/parting`, { reason: 'joinedInError', note: 'Two cousins.' });
    expect((await part(officer)).status).toBe(403);
    expect((await part(await api.as('supervisor', { force: 'essex' }))).status).toBe(404);
    const parted = await part(supervisor);
    expect([parted.status, parted.body]).toEqual([200, { state: 'parted', personId: first.personId, cases: 2 }]);
    expect((await part(supervisor)).status).toBe(409);
    const { body: seenFirst } = await officer.get(`/cases/${first.caseId}/person`);
    const { body: seenSecond } = await officer.get(`/cases/${second.caseId}/person`);
    expect([seenFirst.personId, seenSecond.personId]).toEqual([first.personId, second.personId]);
    expect(seenFirst.contactPoints).toHaveLength(1);
    expect(seenSecond.contactPoints).toHaveLength(2);
    expect((await officer.get(`/cases/${first.caseId}/briefing`)).body.earlierCases).toEqual([]);
    for (const { caseId } of [first, second]) {
      expect(await factsOf(caseId, 'personJoined')).toHaveLength(1);
      expect(await factsOf(caseId, 'personParted')).toHaveLength(1);
    }
    expect((await waiting(supervisor)).map((each) => each.matchId)).not.toContain(matchId);
  });
});

describe('one person beyond doubt', () => {
  const exactly = () => {
    const name = `Erin Nr${randomUUID().slice(0, 8).replace(/\d/g, 'x')}`;
    numbers += 1;
    const phone = { channel: 'phone', value: `07700 900${numbers}`, safe: 'yes' };
    return (changes: object = {}, report: Record<string, unknown> = {}) =>
      listed({ people: [aVictim({ name, dateOfBirth: '1984-07-19', contactPoints: [phone], ...changes })], ...report });
  };
  const isJoined = async ({ personId }: Reported) => (await api.database.persons.idsOf(personId)).length > 1;

  it('is joined by itself, told to both cases, in nobody’s queue, and can be parted for good', async () => {
    const report = exactly();
    const first = await report();
    const own = { channel: 'email', value: 'who.knows@example.org', safe: 'yes' };
    const phone = { channel: 'text', value: `+447700900${numbers}`, safe: 'yes' };
    const second = await report({ contactPoints: [phone, own] });
    expect(await api.database.persons.idsOf(second.personId)).toEqual([first.personId, second.personId]);
    const data = { personId: first.personId, joinedPersonId: second.personId };
    for (const { caseId } of [first, second]) {
      const facts = await eventually(async () => ((await factsOf(caseId, 'personJoined')).length ? true : undefined));
      expect([facts, (await factsOf(caseId, 'personJoined')).map((fact) => fact.data)]).toEqual([true, [data]]);
    }
    const { body: person } = await officer.get(`/cases/${first.caseId}/person`);
    expect(person.contactPoints.map(({ value, safe }: { value?: string; safe: string }) => [value, safe])).toEqual([
      [`07700 900${numbers}`, 'yes'],
      [`+447700900${numbers}`, 'unknown'],
      ['who.knows@example.org', 'unknown'],
    ]);
    const matchId = matchIdOf([first.personId, second.personId]);
    expect(await api.database.personMatches.findMatch(matchId)).toMatchObject({
      state: 'joined',
      because: 'exactMatch',
      decidedBy: 'exact-match',
    });
    expect((await waiting(supervisor)).map((each) => each.matchId)).not.toContain(matchId);

    const parting = { reason: 'joinedInError', note: 'Somebody reported in her name.' };
    expect((await supervisor.post(`/persons/${second.personId}/parting`, parting)).status).toBe(200);
    const third = await report();
    expect(await isJoined(third)).toBe(false);
    expect(await isJoined(first)).toBe(false);
  });

  it('is joined once though both reports come at the same moment, or stays with those who decide', async () => {
    const report = exactly();
    const both = await Promise.all([report(), report()]);
    const match = await api.database.personMatches.findMatch(matchIdOf(both.map(({ personId }) => personId)));
    expect(match?.state).toBe((await isJoined(both[0])) ? 'joined' : 'waiting');
  });

  it.each<[string, object, Record<string, unknown>]>([
    ['a restricted case', {}, { restrictedTo: ['supervisor-1'] }],
    ['another day of birth', { dateOfBirth: '1955-07-19' }, {}],
  ])('is left to those who decide with %s', async (_what, changes, report) => {
    const reportOf = exactly();
    const first = await reportOf();
    const second = await reportOf(changes, report);
    expect(await isJoined(second)).toBe(false);
    expect(await isJoined(first)).toBe(false);
  });
});

it('the same id in the records system of another force, or given to somebody else since, is not the same person', async () => {
  const essex = await api.as('reporting-system', { force: 'essex' });
  const people = [aVictim({ name: 'Fern Fremd', dateOfBirth: '1971-02-03', personReference: `N-${randomUUID()}` })];
  const here = await listed({ people });
  const there = await reported(essex, { people, investigatingForce: 'essex', homeForce: 'essex' });
  expect(there.personId).not.toBe(here.personId);
  const other = await listed({ people: [{ ...people[0], name: 'Gus Gastein', dateOfBirth: '1999-09-09' }] });
  expect(other.personId).not.toBe(here.personId);
  const match = (await waiting(supervisor)).find(
    ({ matchId }) => matchId === matchIdOf([here.personId, other.personId])
  );
  expect(match?.reasons).toEqual(['sameReference']);
  const again = await listed({ people: [{ ...people[0], name: 'Fern Neuname' }] });
  expect(again.personId).toBe(here.personId);
});

describe('two people who are only alike', () => {
  it('are told apart once and not put to anybody again', async () => {
    const { matchId } = await twice();
    const coordinator = await api.as('victim-coordinator', { sub: 'coordinator-1' });
    expect((await waiting(coordinator)).map((each) => each.matchId)).toContain(matchId);
    const reject = () => coordinator.post(`/person-matches/${matchId}/rejection`, { reason: 'relatives' });
    expect([(await reject()).status, (await reject()).status]).toEqual([200, 200]);
    expect((await waiting(coordinator)).map((each) => each.matchId)).not.toContain(matchId);
    await join(matchId);
    expect((await reject()).body.code).toBe('matchDecided');
  });

  it('are never shown or joined where a case of either is restricted, not even to who may see it', async () => {
    const { first, matchId } = await twice({ restrictedTo: ['supervisor-1'] });
    expect((await supervisor.get('/person-matches')).text).not.toContain(first.caseId);
    expect((await join(matchId)).status).toBe(404);
    expect((await api.database.persons.idsOf(first.personId)).length).toBe(1);
  });

  it('are not shown to another force or another team', async () => {
    const { matchId } = await twice();
    for (const caller of [
      await api.as('supervisor', { force: 'essex' }),
      await api.as('victim-coordinator', { teams: ['south-victim-care'] }),
    ]) {
      expect((await waiting(caller)).map((each) => each.matchId)).not.toContain(matchId);
      const answer = await caller.post(`/person-matches/${matchId}/rejection`, { reason: 'relatives' });
      expect(answer.status).toBe(404);
    }
  });
});

it('what is due in a restricted case of the same person is not shown to who may not see it', async () => {
  const people = [aVictim({ personReference: `P-${randomUUID()}` })];
  const open = await listed({ people });
  const kept = await listed({ people, restrictedTo: ['supervisor-9'] });
  expect(kept.personId).toBe(open.personId);
  await openTask(officer, open.caseId, 'makeFirstContact');
  const { text } = await officer.get(`/cases/${open.caseId}/person/due`);
  expect(text).toContain(open.caseId);
  expect(text).not.toContain(kept.caseId);
});
