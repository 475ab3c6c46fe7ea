import { courtDatePostings } from '../../../activities/courtDatePostings';
import { tellCourtCase } from '../../../commands/court/courtCaseCalls';
import { addCalendarDays, instant, londonDay } from '../../../domain/time/londonTime';
import { revealsTheCrime } from '../../../domain/messages/revealing';
import { said } from '../../domain/court/courtBuilder';
import { apiWithNotify, type NotifyBeside } from '../contact/notifyBeside';
import { aVictim } from '../intake/reportBodies';
import type { Caller } from '../support/apiUnderTest';
import { eventually, justNow, openTask, reported } from '../support/stories';

let beside: NotifyBeside;
let system: Caller;
let officer: Caller;
const realTime = () => instant(Date.now());
beforeAll(async () => {
  beside = await apiWithNotify({
    alsoOut: (database) => ({ couriers: {}, postings: [courtDatePostings(database, realTime)] }),
  });
  [system, officer] = await Promise.all([beside.api.as('reporting-system'), beside.api.as('witness-care-officer')]);
});
afterAll(async () => {
  await beside?.end();
});

const inThreeWeeks = addCalendarDays(londonDay(realTime()), 21);
const trial = { hearingId: 'h1', hearing: 'trial', certainty: 'fixed', court: 'luton-crown', defendants: [] } as const;

async function witness(urn: string, contactPoint: object, changes: object = {}): Promise<string> {
  const people = [aVictim({ role: 'witness', contactPoints: [contactPoint], ...changes })];
  const { caseId } = await reported(system, { people });
  await tell(caseId, 'courtCaseLinked', { urn });
  await tellCourtCase(beside.api.engine, urn, [said('hearingSet', { ...trial, on: inThreeWeeks }, justNow())]);
  await eventually(async () =>
    (await beside.api.database.cases.findCase(caseId))?.hearings.length ? true : undefined
  );
  return caseId;
}

async function tell(caseId: string, kind: string, data: object): Promise<void> {
  const { status, body } = await system.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow() });
  if (status !== 201) throw new Error(JSON.stringify(body));
}

const messagesOf = async (caseId: string) => {
  const { body } = await officer.get(`/cases/${caseId}/messages`);
  return body.items as { messageId: string; template: string; state: string }[];
};
const messaged = (caseId: string, template: string) =>
  eventually(async () =>
    (await messagesOf(caseId)).find((each) => each.template === template && ['sent', 'delivered'].includes(each.state))
  );

describe('a witness on the list of witnesses to attend', () => {
  it('is sent word of the day, and that they need not come; neither says what it is about; somebody still calls', async () => {
    const caseId = await witness('41AA6000001', { channel: 'text', value: '07700 900201', safe: 'yes' });
    await tell(caseId, 'witnessRequired', { hearingId: 'h1' });
    const { messageId } = await messaged(caseId, 'day-needed');
    const { body: text } = await officer.get(`/cases/${caseId}/messages/${messageId}`);
    expect(revealsTheCrime(JSON.stringify([text.subject, text.body]))).toBe(false);
    expect((await openTask(officer, caseId, 'askAttendance')).kind).toBe('askAttendance');

    await tell(caseId, 'witnessReleased', { hearingId: 'h1', reason: 'statementRead' });
    await messaged(caseId, 'not-needed');
    const task = await eventually(async () => {
      const found = await openTask(officer, caseId, 'tellReleased');
      return Date.parse(found.dueAt) - Date.now() > 4.5 * 3_600_000 ? found : undefined;
    });
    expect(Date.parse(task.dueAt) - Date.now()).toBeGreaterThan(4.5 * 3_600_000);
    expect(await messagesOf(caseId)).toHaveLength(2);
  }, 60_000);

  it('whom no safe way reaches is sent nothing: the calls are asked for', async () => {
    const caseId = await witness('41AA6000002', { channel: 'text', value: '07700 900202', safe: 'unknown' });
    await tell(caseId, 'witnessRequired', { hearingId: 'h1' });
    await openTask(officer, caseId, 'askAttendance');
    await tell(caseId, 'witnessReleased', { hearingId: 'h1', reason: 'notNeeded' });
    const { dueAt } = await openTask(officer, caseId, 'tellReleased');
    expect(Date.parse(dueAt) - Date.now()).toBeLessThan(4.1 * 3_600_000);
    expect(await messagesOf(caseId)).toEqual([]);
  }, 60_000);

  it('is written to in Welsh where they speak Welsh', async () => {
    const point = { channel: 'text', value: '07700 900203', safe: 'yes' };
    const caseId = await witness('41AA6000003', point, { language: 'cy' });
    await tell(caseId, 'witnessRequired', { hearingId: 'h1' });
    const { messageId } = await messaged(caseId, 'day-needed');
    const { body: text } = await officer.get(`/cases/${caseId}/messages/${messageId}`);
    expect(text.body).toMatch(/^Cadwch le yn eich dyddiadur ar dd?ydd/);
  }, 60_000);
});
