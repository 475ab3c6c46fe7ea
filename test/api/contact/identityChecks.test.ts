import { randomUUID } from 'node:crypto';
import { normalisedAnswer } from '../../../database/contact/securityQuestions';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { aVictim } from '../intake/reportBodies';
import { eventually, listed, reported } from '../support/stories';

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

const canary = `Canary ${randomUUID()}`;
const questions = [
  { question: 'First pet?', answer: 'Llŷr' },
  { question: 'First school?', answer: canary },
];

async function victimWithQuestions(changes: Record<string, unknown> = {}) {
  const ids = await listed(api, system, changes);
  const path = `/cases/${ids.caseId}/person`;
  const { headers } = await officer.get(path);
  const set = await officer.patch(path, { securityQuestions: questions }).set('if-match', headers.etag ?? '');
  expect([set.status, JSON.stringify(set.body).includes(canary)]).toEqual([200, false]);
  return { ...ids, checks: `/cases/${ids.caseId}/identity-checks` };
}

const right = { question: 1, answer: 'llyr' };
const wrong = { question: 1, answer: 'Rex' };

describe('somebody on the phone who says that they are the victim', () => {
  it('is asked a question whose answer nobody is ever shown, and passes with it however it is typed', async () => {
    const { caseId, checks } = await victimWithQuestions();
    const { body: asked } = await officer.get(checks);
    expect(asked).toEqual({
      questions: [
        { number: 1, question: 'First pet?' },
        { number: 2, question: 'First school?' },
      ],
      triesLeft: 3,
    });
    const passed = await officer.post(checks, { question: 1, answer: ' LLŶR. ' });
    expect([passed.status, passed.body.result, passed.body.triesLeft]).toEqual([201, 'passed', 3]);
    expect((await officer.get(checks)).body.lastPassedAt).toBeDefined();

    const person = await officer.get(`/cases/${caseId}/person`);
    const timeline = await officer.get(`/cases/${caseId}/timeline`);
    expect(timeline.body.items[0]).toMatchObject({ kind: 'identityChecked', data: { result: 'passed' } });
    const shown = JSON.stringify([person.body, timeline.body, asked]);
    expect(shown).not.toContain(canary);
    const history = await api.engine.client.workflow.getHandle(`case-${caseId}`).fetchHistory();
    expect([JSON.stringify(history), ...api.logged].join('\n')).not.toContain(canary);
  });

  it('has three wrong answers a day, and then not even the right one counts until tomorrow', async () => {
    const { checks } = await victimWithQuestions();
    const left = [];
    for (let tried = 0; tried < 3; tried += 1) left.push((await officer.post(checks, wrong)).body.triesLeft);
    expect(left).toEqual([2, 1, 0]);
    const refused = await officer.post(checks, right);
    expect([refused.status, refused.body.code]).toEqual([409, 'identityChecksUsedUp']);
    expect((await officer.get(checks)).body.triesLeft).toBe(0);
  });

  it('has no more tries in another case of theirs, nor by trying ten answers at once', async () => {
    const people = [aVictim({ personReference: `P-${randomUUID()}` })];
    const first = await victimWithQuestions({ people });
    const second = await reported(system, { people });
    await eventually(async () => (await api.database.cases.findCase(second.caseId)) && true);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        officer.post(index % 2 ? first.checks : `/cases/${second.caseId}/identity-checks`, {
          ...wrong,
          answer: `Rex ${index}`,
        })
      )
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
  });

  it('loses one try alone though the same check is sent again after its answer was lost', async () => {
    const { checks } = await victimWithQuestions();
    const key = randomUUID();
    const check = () => officer.post(checks, wrong).set('idempotency-key', key);
    const [first, again] = [await check(), await check()];
    expect(again.body).toEqual(first.body);
    expect((await officer.get(checks)).body.triesLeft).toBe(2);
    const other = await officer.post(checks, right).set('idempotency-key', key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotencyKeyReused']);
    expect((await officer.get(checks)).body.triesLeft).toBe(2);
  });

  it('is asked nothing that they never set', async () => {
    const { checks } = await victimWithQuestions();
    const { status, body } = await officer.post(checks, { question: 3, answer: 'x' });
    expect([status, body.code]).toEqual([404, 'noSuchQuestion']);
    expect((await officer.get(checks)).body.triesLeft).toBe(3);
  });

  it('with two records has one set and three tries a day; parted, each has their own again', async () => {
    const first = await victimWithQuestions();
    const second = await victimWithQuestions();
    const { headers } = await officer.get(`/cases/${second.caseId}/person`);
    const asked = { securityQuestions: [{ question: 'First car?', answer: 'None' }] };
    const set = await officer.patch(`/cases/${second.caseId}/person`, asked).set('if-match', headers.etag ?? '');
    expect(set.status).toBe(200);
    await officer.post(first.checks, wrong);
    await officer.post(second.checks, wrong);
    const questionsOf = async ({ checks }: { checks: string }) => {
      const { body } = await officer.get(checks);
      return [body.questions.map((each: { question: string }) => each.question), body.triesLeft];
    };
    const before = [await questionsOf(first), await questionsOf(second)];
    expect(before).toEqual([
      [['First pet?', 'First school?'], 2],
      [['First car?'], 2],
    ]);

    const now = new Date().toISOString();
    await api.database.persons.join(first.personId, second.personId, 'supervisor-1', now);
    for (const each of [first, second]) expect(await questionsOf(each)).toEqual([['First car?'], 1]);
    expect((await officer.post(first.checks, { question: 1, answer: 'none' })).body.result).toBe('passed');
    await officer.post(second.checks, wrong);
    expect((await officer.post(first.checks, wrong)).body.code).toBe('identityChecksUsedUp');

    await api.database.persons.part(second.personId, 'supervisor-1', now);
    expect([(await questionsOf(first))[0], (await questionsOf(second))[0]]).toEqual(before.map(([own]) => own));
  });

  it('has no questions left once they were erased', async () => {
    const { checks, personId } = await victimWithQuestions();
    await api.database.persons.forget(personId, new Date().toISOString());
    expect(await api.database.securityQuestions.questionsOf([personId])).toEqual([]);
    expect((await officer.get(checks)).body.questions).toEqual([]);
  });
});

describe('an answer', () => {
  it.each([
    ['St. Mary’s', 'st marys'],
    ['LLŶR', 'llyr'],
    ['12 High Street', '12highstreet'],
  ])('%s is the same as %s', (one, other) => {
    expect(normalisedAnswer(one)).toBe(normalisedAnswer(other));
  });
});

describe('what is told by phone to somebody who has set security questions', () => {
  const told = (channel: string, more: object = {}) => ({
    kind: 'victimTold',
    happenedAt: new Date().toISOString(),
    data: { channel, about: [], ...more },
  });

  it('is taken once a question has passed, or with another ground, which stays on record', async () => {
    const { caseId, checks } = await victimWithQuestions();
    const events = `/cases/${caseId}/events`;
    const unchecked = await officer.post(events, told('phone'));
    expect([unchecked.status, unchecked.body.errors[0].pointer]).toEqual([422, '/data/identityKnownBy']);
    expect(unchecked.body.errors[0].message).toContain('/identity-checks');
    expect((await officer.post(events, told('inPerson'))).status).toBe(201);
    expect((await officer.post(events, told('phone', { identityKnownBy: 'knowTheirVoice' }))).status).toBe(201);
    const timeline = await officer.get(`/cases/${caseId}/timeline`);
    expect(timeline.body.items[0]).toMatchObject({ data: { identityKnownBy: 'knowTheirVoice' } });

    expect((await officer.post(checks, right)).body.result).toBe('passed');
    expect((await officer.post(events, told('phone'))).status).toBe(201);
    expect((await officer.post(checks, wrong)).body.result).toBe('failed');
    expect((await officer.post(events, told('phone', { identityKnownBy: 'securityQuestion' }))).status).toBe(422);
  });

  it('needs no check where they have set none', async () => {
    const { caseId } = await listed(api, system);
    expect((await officer.post(`/cases/${caseId}/events`, told('phone'))).status).toBe(201);
  });
});
