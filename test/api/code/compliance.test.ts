import { parse } from 'csv-parse/sync';
import { areas } from '../../../domain/compliance/areas';
import { obligationById } from '../../../domain/code/editions';
import { after } from '../../domain/after';
import { PureCase } from '../../support/caseBuilder';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { complianceCases, shown } from './complianceCases';

let api: ApiUnderTest;
let supervisor: Caller;
const ids: Partial<Record<keyof typeof complianceCases, string>> = {};
beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: false });
  supervisor = await api.as('supervisor');
  for (const [name, life] of Object.entries(complianceCases)) {
    ids[name as keyof typeof complianceCases] = await shown(api.database, life().careRecord);
  }
});
afterAll(async () => {
  await api?.end();
});

const march = 'from=2026-03-01&to=2026-03-31';
const counts = (changes: Record<string, number>) => ({
  due: 0,
  met: 0,
  metLate: 0,
  missed: 0,
  missedWithGoodReason: 0,
  unreachable: 0,
  unsafeToContact: 0,
  declined: 0,
  open: 0,
  openWithoutClock: 0,
  missedBeforeIntake: 0,
  superseded: 0,
  notApplicable: 0,
  ...changes,
});

async function report(query: string, caller = supervisor) {
  const { status, body } = await caller.get(`/compliance?${query}`);
  expect(status).toBe(200);
  return body;
}

describe('the figures of a force', () => {
  it('are those that were worked out by hand, duty by duty', async () => {
    const { total } = await report(march);
    expect(total).toEqual({
      ...counts({ due: 27, met: 11, metLate: 2, missed: 13, missedWithGoodReason: 1, declined: 3 }),
      ...{ open: 8, openWithoutClock: 8, missedBeforeIntake: 5, superseded: 1, notApplicable: 3 },
      // Hours: 0 0 0 1 2 24 72 72 72 144 288 312 408
      timeTaken: { count: 13, medianHours: 72, percentile90Hours: 307.2 },
      waitedOnOthers: { count: 1, medianHours: 72, percentile90Hours: 72, totalHours: 72 },
    });
  });

  it.each([
    ['writtenAcknowledgement', { due: 4, met: 2, missed: 2, missedBeforeIntake: 1 }, [0, 144]],
    ['referral', { due: 4, met: 1, metLate: 1, missed: 2, missedBeforeIntake: 1 }, [0, 72]],
    [
      'timelyUpdates',
      { due: 7, met: 3, metLate: 1, missed: 2, missedWithGoodReason: 1, declined: 2, superseded: 1 },
      [72, 288, 312, 408],
    ],
    ['personalStatementOffer', { due: 1, met: 1 }, [24]],
    ['releaseNotice', {}, []],
  ])('tell the area %s of the quarterly return', async (area, expected, hours) => {
    const { areas: found } = await report(march);
    const row = found.find((each: { area: string }) => each.area === area);
    expect(row).toMatchObject(counts(expected as Record<string, number>));
    expect(row.timeTaken.count).toBe(hours.length);
    const middle = (hours as number[]).slice((hours.length - 1) >> 1, (hours.length >> 1) + 1);
    if (middle.length > 0) {
      expect(row.timeTaken.medianHours).toBe(middle.reduce((sum, each) => sum + each, 0) / middle.length);
    }
  });

  it('tell law from what the force has promised or aims at', async () => {
    const { groups } = await report(`${march}&by=basis`);
    expect(groups.map(({ basis, due, met }: Record<string, unknown>) => [basis, due, met])).toEqual([
      ['forceStandard', 14, 5],
      ['forceTarget', 4, 2],
      ['law', 9, 4],
    ]);
  });

  it('tell whose clock it was: what the court took is not the Witness Care Unit’s', async () => {
    const { groups } = await report(`${march}&by=dutyHolder,right`);
    const row = (dutyHolder: string, right: number | null) =>
      groups.find((each: Record<string, unknown>) => each.dutyHolder === dutyHolder && each.right === right);
    expect(row('courts', 8)).toMatchObject({ due: 1, met: 1, timeTaken: { medianHours: 72 } });
    expect(row('witnessCareUnit', 8)).toMatchObject({ due: 1, met: 1, waitedOnOthers: { totalHours: 72 } });
    expect(row('police', null)).toMatchObject({ due: 14 });
  });

  it('add up the same, however they are grouped', async () => {
    const { total } = await report(march);
    for (const by of ['right', 'tier,team', 'month,dutyHolder,basis', 'right,tier,team,dutyHolder,month,basis']) {
      const { groups, by: said } = await report(`${march}&by=${by}`);
      expect(said).toEqual(by.split(','));
      for (const name of ['due', 'met', 'missed', 'open', 'superseded'] as const) {
        expect(groups.reduce((sum: number, each: Record<string, number>) => sum + (each[name] ?? 0), 0)).toBe(
          total[name]
        );
      }
    }
  });

  it('take the last day with them, and nothing of the next', async () => {
    // A first contact was due at ten on the fourth, a referral until the end of the fifth.
    const { areas: upTo } = await report('from=2026-03-04&to=2026-03-05');
    const { areas: from } = await report('from=2026-03-06&to=2026-03-31');
    expect([upTo[1].due, from[1].due]).toEqual([4, 0]);
  });

  it('are of one team where one is asked for, and never of another force', async () => {
    expect((await report(`${march}&team=south-victim-care`)).total.due).toBe(7);
    const kent = await api.as('supervisor', { force: 'kent' });
    expect((await report(march, kent)).total.due).toBe(6);
  });

  it('leave out the windows in which a victim may ask for a review', async () => {
    const victim = complianceCases.elsewhere().record('suspectArrested', {}, after(1), { suspects: ['s1'] });
    const decided = { decidedBy: 'police', reason: 'notStated', rightToReview: true } as const;
    victim.record('noFurtherAction', decided, after(2), { suspects: ['s1'] });
    victim.record('victimTold', { channel: 'phone', about: [2] }, after(3));
    const caseId = await shown(api.database, victim.careRecord);
    const kent = await api.as('supervisor', { force: 'kent' });
    const { body } = await kent.get(`/cases/${caseId}/duties?standing=lapsed`);
    expect(body.items.map(({ obligation }: { obligation: string }) => obligation)).toEqual(['vrr-pol-window']);
    const { total } = await report('from=2026-06-01&to=2026-06-30', kent);
    expect(total.due).toBe(0);
  });
});

describe('the table for spreadsheets', () => {
  it('has the same numbers, and says of which group, area or whole', async () => {
    const { text, type } = await supervisor.get(`/compliance?${march}&by=right,tier&format=csv`);
    expect(type).toBe('text/csv');
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    const { groups, areas: found, total } = await report(`${march}&by=right,tier`);
    expect(rows.filter(({ part }) => part === 'group').map(({ right, tier, due }) => [right, tier, due])).toEqual(
      groups.map(({ right, tier, due }: Record<string, unknown>) => [String(right ?? ''), tier, String(due)])
    );
    expect(rows.filter(({ part }) => part === 'area').map(({ area, due }) => [area, due])).toEqual(
      found.map(({ area, due }: Record<string, unknown>) => [area, String(due)])
    );
    expect(rows.at(-1)).toMatchObject({ part: 'total', due: String(total.due), timeTakenMedianHours: '72' });
  });

  it('is given to whoever accepts nothing but CSV, and JSON to everybody else', async () => {
    const asked = async (accept: string) => (await supervisor.get(`/compliance?${march}`).set('accept', accept)).type;
    expect(await asked('text/csv')).toBe('text/csv');
    expect(await asked('application/json, text/csv')).toBe('application/json');
    expect(await asked('*/*')).toBe('application/json');
  });
});

describe('a report that cannot be made', () => {
  it.each([
    ['to=2026-03-31', 'from'],
    ['from=2026-03-01', 'to'],
    ['from=2026-02-30&to=2026-03-31', 'from'],
    ['from=2026-03-02&to=2026-03-01', 'to'],
    [`${march}&by=victim`, 'by'],
    [`${march}&by=right,right`, 'by'],
    [`${march}&by=`, 'by'],
    [`${march}&format=xml`, 'format'],
    [`${march}&name=1`, 'name'],
  ])('for %s is refused, naming %s', async (query, parameter) => {
    const { status, body } = await supervisor.get(`/compliance?${query}`);
    expect([status, body.code]).toEqual([400, 'invalidQuery']);
    expect(body.errors[0].parameter.split('.')[0]).toBe(parameter);
  });
});

describe('the areas of the quarterly return', () => {
  it('name obligations that there are, and that cases can see', () => {
    for (const id of Object.values(areas).flat()) {
      expect([id, obligationById(id).arises !== undefined || id === 'force-update']).toEqual([id, true]);
    }
  });
});

describe('the ledger of a case', () => {
  it('tells of each duty whose clock it is, how it stands, and why in the words of its task', async () => {
    const { body } = await supervisor.get(`/cases/${ids.waitedForTheCourt}/duties`);
    const line = (dutyId: string) => body.items.find((each: { dutyId: string }) => each.dutyId === dutyId);
    expect(body.items).toHaveLength(13);
    expect(line('3.c20-r8-plea')).toMatchObject({
      right: 8,
      dutyHolder: 'witnessCareUnit',
      basis: 'law',
      tier: 'standard',
      from: after(10),
      withOthersSince: after(7),
      standing: 'met',
      settled: { as: 'met', at: after(13), by: 4 },
      why: expect.stringContaining('time that does not count as that of the Witness Care Unit'),
    });
    expect(line('0.c20-r3-ack')).toMatchObject({ target: true, basis: 'forceTarget', standing: 'missed' });
  });

  it('can be asked for what is open, or stands in one way', async () => {
    const standings = async (query: string) => {
      const { body } = await supervisor.get(`/cases/${ids.toldLateWithReason}/duties?${query}`);
      return body.items.map(({ standing }: { standing: string }) => standing).sort();
    };
    expect(await standings('open=true')).toEqual(['missed', 'missed', 'missed', 'open', 'open']);
    expect(await standings('standing=missedWithGoodReason')).toEqual(['missedWithGoodReason']);
    expect((await supervisor.get(`/cases/${ids.elsewhere}/duties`)).status).toBe(404);
    expect((await supervisor.get(`/cases/${ids.toldLateWithReason}/duties?standing=good`)).status).toBe(400);
  });
});

describe('due dates beyond the published bank holidays', () => {
  it('are listed as provisional, soonest first, page by page', async () => {
    const receivedAt = '2028-12-28T10:00:00.000Z';
    const caseId = await shown(api.database, PureCase.open({ receivedAt, openedAt: receivedAt }).careRecord);
    const first = await supervisor.get('/duties/provisional?limit=1');
    expect(first.body.items).toEqual([expect.objectContaining({ caseId, provisional: true })]);
    const rest = await supervisor.get(`/duties/provisional?limit=100&cursor=${first.body.next}`);
    const all = [...first.body.items, ...rest.body.items].map(({ dutyId, dueBy }) => [dueBy, dutyId]);
    expect(new Set(all.map(String)).size).toBe(all.length);
    expect(all).toEqual([...all].sort());
    expect(all.map(([, dutyId]) => dutyId)).toContain('0.c20-r3-ack');
    const kent = await api.as('supervisor', { force: 'kent' });
    expect((await kent.get('/duties/provisional')).body.items).toEqual([]);
  });
});

describe('warnings', () => {
  it('are listed newest first, by team, rung and day, page by page', async () => {
    const victim = PureCase.open({ caseId: '7b0c5a3e-6b9c-4c8e-9a59-3f5f6f1f0a09', owningTeam: 'west-victim-care' });
    for (let hour = 1; hour < 24 * 12; hour += 1) victim.at(after(0, hour));
    const caseId = await shown(api.database, victim.careRecord);
    const coordinator = await api.as('victim-coordinator', { teams: ['west-victim-care'] });
    const { body } = await coordinator.get('/rungs?limit=100');
    const said = body.items as { at: string; rung: string; caseId: string; obligation: string }[];
    expect(said.length).toBeGreaterThan(6);
    expect(said.every((each) => each.caseId === caseId)).toBe(true);
    expect(said.map(({ at }) => at)).toEqual(
      said
        .map(({ at }) => at)
        .sort()
        .reverse()
    );
    expect(said).toContainEqual(expect.objectContaining({ rung: 'missed', obligation: 'c20-r4-referral' }));

    const paged: object[] = [];
    let cursor = '';
    do {
      const { body: page } = await coordinator.get(`/rungs?limit=2${cursor}`);
      paged.push(...page.items);
      cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(paged).toEqual(said);

    const { body: missed } = await supervisor.get(
      '/rungs?team=west-victim-care&rung=missed&from=2026-03-06&to=2026-03-06'
    );
    expect(missed.items.map(({ obligation }: { obligation: string }) => obligation)).toEqual(['c20-r4-referral']);
    expect((await coordinator.get('/rungs?team=north-victim-care')).body.items).toEqual([]);
    const { body: refused } = await supervisor.get('/rungs?from=2026-03-06&to=2026-03-05');
    expect(refused.errors[0].parameter).toBe('to');
  });
});
