import { tellCourtCase } from '../../../commands/court/courtCaseCalls';
import { said } from '../../domain/court/courtBuilder';
import { addCalendarDays, instant, londonDay } from '../../../domain/time/londonTime';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { eventually, justNow, listed } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  system = await api.as('reporting-system');
  officer = await api.as('witness-care-officer');
});
afterAll(async () => {
  await api?.end();
});

const urn = '41AA3000007';
const today = londonDay(instant(Date.now()));
const defendant = ['cp-4a1b1d0e-7b34-4a7e-9a3f-000000000001'];

describe('a sentence that a court’s message brings', () => {
  let caseId: string;

  async function advised(kind: string) {
    const task = await eventually(async () => {
      const { body } = await officer.get(`/tasks?caseId=${caseId}&kind=${kind}&limit=100`);
      for (const { taskId } of body.items) {
        const { body: shown } = await officer.get(`/tasks/${taskId}`);
        if (shown.sentenceMeanings && shown.undulyLenient) return shown;
      }
      return undefined;
    });
    return task;
  }

  it('tells whoever tells the victim what it means, in both languages, and until when it may be reviewed', async () => {
    ({ caseId } = await listed(api, system));
    const charge = { kind: 'suspectCharged', data: { how: 'charged', urn }, happenedAt: justNow(), suspects: ['s1'] };
    expect((await system.post(`/cases/${caseId}/events`, charge)).status).toBe(201);
    const sentence = {
      ...{ defendant, offenceId: 'o1', on: today, court: 'crown' as const },
      sentences: ['imprisonment' as const, 'restrainingOrder' as const],
      custodyDays: 800,
      ordersUntil: [{ order: 'restrainingOrder' as const, untilOn: addCalendarDays(today, 900) }],
      compensationPence: 50_000,
    };
    await tellCourtCase(api.engine, urn, [
      said('offenceCharged', { defendant, offenceId: 'o1', offenceCode: 'OF61017' }, justNow()),
      said('sentencePassed', sentence, justNow()),
    ]);
    const window = { lastDayOn: addCalendarDays(today, 28) };
    for (const kind of ['tellVictim', 'explainUndulyLenient']) {
      const { sentenceMeanings, undulyLenient } = await advised(kind);
      expect(undulyLenient).toMatchObject(window);
      expect(sentenceMeanings).toMatchObject([
        { sentence: 'imprisonment', en: { name: 'Prison' }, cy: { name: 'Carchar' } },
        { sentence: 'restrainingOrder', en: { name: 'Restraining order' }, cy: { name: 'Gorchymyn atal' } },
      ]);
    }
  });

  it('shows it with the case and in the briefing, and prints it in Welsh for a person to hand over', async () => {
    const { body } = await officer.get(`/cases/${caseId}/sentences`);
    expect(body.sentences).toMatchObject([
      {
        custodyDays: 800,
        compensationPence: 50_000,
        meanings: [{ sentence: 'imprisonment' }, { sentence: 'restrainingOrder' }],
      },
    ]);
    expect(body.text).toContain('What the court decided');
    const { body: welsh } = await officer.get(`/cases/${caseId}/sentences?language=cy`);
    expect(welsh.text).toContain('Beth benderfynodd y llys');
    expect((await officer.get(`/cases/${caseId}/briefing`)).body.sentences).toEqual(body.sentences);
    const { body: shown } = await officer.get(`/cases/${caseId}`);
    expect(shown.careDetails.afterSentence).toMatchObject({
      undulyLenient: { lastDayOn: addCalendarDays(today, 28) },
      contactScheme: { state: 'toRefer' },
      orders: [{ order: 'restrainingOrder', untilOn: addCalendarDays(today, 900) }],
      money: [{ of: 'compensation', orderedPence: 50_000, owedPence: 50_000, state: 'owed' }],
    });
  });

  it('is answered step by step over HTTP: explained, referred with its receipt, paid in parts', async () => {
    const tell = async (kind: string, data: object) => {
      const { status, body } = await officer.post(`/cases/${caseId}/events`, {
        kind,
        data,
        happenedAt: instant(Date.now()),
      });
      expect([status, body]).toEqual([201, body]);
    };
    const { body: list } = await officer.get(`/tasks?caseId=${caseId}&kind=referToContactScheme`);
    const completion = { outcome: { kind: 'victimContactSchemeReferred' } };
    expect((await officer.post(`/tasks/${list.items[0].taskId}/completion`, completion)).status).toBe(200);
    await tell('undulyLenientExplained', { answer: 'willNotAsk', channel: 'phone' });
    await tell('victimContactSchemeReceived', {});
    await tell('courtMoneyPaid', { of: 'compensation', pence: 20_000 });
    const details = await eventually(async () => {
      const { body } = await officer.get(`/cases/${caseId}`);
      return body.careDetails.afterSentence.money[0].paidPence === 20_000 ? body.careDetails.afterSentence : undefined;
    });
    expect(details).toMatchObject({
      undulyLenient: { explained: 'willNotAsk' },
      contactScheme: { state: 'received' },
      money: [{ owedPence: 30_000 }],
    });
    const { body: duties } = await officer.get(`/cases/${caseId}/duties`);
    const standing = (id: string) =>
      duties.items.find(({ obligation }: { obligation: string }) => obligation === id)?.standing;
    expect(standing('c20-r9-uls')).toBe('met');
    expect(standing('c20-r11-vcs-refer')).toBe('met');
  });
});
