import { randomUUID } from 'node:crypto';
import { aVictim } from './intake/reportBodies';
import { ApiUnderTest, type Caller } from './support/apiUnderTest';
import { justNow, listed, openTask } from './support/stories';

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

interface Answer {
  readonly status: number;
  readonly body: { readonly errors?: readonly { readonly pointer: string }[] };
}
const faults = ({ status, body }: Answer) => [status, ...(body.errors ?? []).map(({ pointer }) => pointer)];
const record = (who: Caller, caseId: string, kind: string, data: object, more: object = {}) =>
  who.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow(), ...more });

describe('a fact whose parts do not go together names the wrong one', () => {
  it.each([
    ['reportAcknowledged', { channel: 'phone' }, '/data/route'],
    ['custodyTimeLimitAnswered', { answer: 'extended' }, '/data/untilOn'],
    [
      'explained',
      { topics: ['rights'], format: 'spoken', understood: 'partly', notUnderstood: ['safety'] },
      '/data/notUnderstood',
    ],
    [
      'explained',
      { topics: ['rights'], format: 'spoken', understood: 'understood', notUnderstood: ['rights'] },
      '/data/notUnderstood',
    ],
    ['evidenceHeard', { of: 'suspect' }, '/note'],
    [
      'specialMeasuresReferred',
      { measures: ['screens'], describes: [], views: 'wants', meetingWanted: false },
      '/data/describes',
    ],
    ['adviceAsked', { by: 'victim' }, '/note'],
    ['matterAsked', { matter: 'complaint' }, '/data/matter'],
    ['matterAsked', { matter: 'rightToReview' }, '/data/matter'],
    ['statementMade', { statement: 'businessImpact' }, '/data/statement'],
    ['representativeAppointed', { representativeId: randomUUID() }, '/data/representativeId'],
    ['disclosedCrimeRecorded', { reportId: randomUUID() }, '/data/reportId'],
  ] as const)('%s %j', async (kind, data, pointer) => {
    const { caseId } = await listed(api, system);
    expect(faults(await record(officer, caseId, kind, data))).toEqual([422, pointer]);
  });

  it('a challenge that was to be answered before it was raised', async () => {
    const { caseId } = await listed(api, system);
    const data = { to: 'prosecution', answerOn: '2020-01-06' };
    expect(faults(await record(officer, caseId, 'challengeRaised', data, { note: 'Why no screens?' }))).toEqual([
      422,
      '/data/answerOn',
    ]);
  });

  it('the outcome of a task too', async () => {
    const { caseId } = await listed(api, system);
    await record(officer, caseId, 'adviceAsked', { by: 'victim' }, { note: 'May I move house?' });
    const { taskId } = await openTask(officer, caseId, 'giveAdvice');
    const answer = (note?: string) =>
      officer.post(`/tasks/${taskId}/completion`, { outcome: { kind: 'adviceGiven' }, note });
    expect(faults(await answer())).toEqual([422, '/note']);
    expect((await answer('You may; tell us the new address.')).status).toBe(200);
  });
});

it('what goes together is taken', async () => {
  const spokesperson = { name: 'Jo Example', relation: 'spokesperson', contactPoints: [] };
  const { caseId } = await listed(api, system, {
    people: [aVictim({ representatives: [spokesperson] })],
    officerInCase: 'oic-1',
  });
  const { body: person } = await officer.get(`/cases/${caseId}/person`);
  const other = await listed(api, system);
  const [{ representativeId }] = person.representatives;
  const taken = [
    await record(officer, caseId, 'reportAcknowledged', { channel: 'phone', route: 'safeAlternative' }),
    await record(officer, caseId, 'explained', { topics: ['rights'], format: 'spoken', understood: 'partly' }),
    await record(officer, caseId, 'evidenceHeard', { of: 'suspect' }, { note: '“I’ll be back,” he said.' }),
    await record(officer, caseId, 'matterAsked', { matter: 'victimPersonalStatement' }),
    await record(officer, caseId, 'statementMade', { statement: 'victimPersonal' }),
    await record(officer, caseId, 'representativeAppointed', { representativeId }),
    await record(officer, caseId, 'disclosedCrimeRecorded', { reportId: other.reportId }),
    await record(supervisor, caseId, 'separateOfficerNamed', { officer: 'oic-2' }),
  ];
  expect(taken.map(faults)).toEqual(taken.map(() => [201]));
  expect(faults(await record(supervisor, caseId, 'separateOfficerNamed', { officer: 'oic-1' }))).toEqual([
    422,
    '/data/officer',
  ]);
});
