import { setTimeout as sleep } from 'node:timers/promises';
import {
  caseId as platformCase,
  crownDaily,
  crownHearing,
  defendantId,
  dailyXml,
  hearingId,
  offenceId,
  sharedHearing,
} from '../../gateways/courts/invented';
import { unfinishedWork } from '../../../commands/unfinishedWork';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { eventually, justNow, listed } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
let supervisor: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  system = await api.as('reporting-system');
  officer = await api.as('witness-care-officer');
  supervisor = await api.as('supervisor');
});
afterAll(async () => {
  await api?.end();
});

let urns = 0;
const newUrn = () => `41AB30${String((urns += 1)).padStart(5, '0')}`;

async function charged(urn: string): Promise<string> {
  const { caseId } = await listed(api, system);
  const charge = { kind: 'suspectCharged', data: { how: 'charged', urn }, happenedAt: justNow(), suspects: ['s1'] };
  expect((await system.post(`/cases/${caseId}/events`, charge)).status).toBe(201);
  await eventually(async () =>
    (await officer.post('/court-cases/search', { urn })).body.items.length > 0 ? true : undefined
  );
  return caseId;
}

/** Sends what a court sent; objects as JSON. */
async function sends(body: unknown, query = '', headers: Record<string, string> = {}, type?: string) {
  const written = typeof body === 'string' ? body : JSON.stringify(body);
  const asked = system.call('post', `/court-messages${query}`).set(headers);
  const contentType = type ?? (written.startsWith('<') ? 'application/xml' : 'application/json');
  return asked.set('content-type', contentType).send(written);
}

const courtFacts = async (caseId: string, count: number) =>
  eventually(async () => {
    const { items } = await api.database.timeline.timeline(caseId, { limit: 100 });
    const heard = items.filter(({ source }) => source === 'court').reverse();
    return heard.length >= count ? heard : undefined;
  });
const view = async (urn: string) => (await officer.post('/court-cases/search', { urn })).body.items[0];

/** A list of one day with one line of a prosecution. */
const listOf = (
  urn: string | undefined,
  day: string,
  publishedAt: string,
  line: Record<string, unknown> = {},
  Version = '1'
) => {
  const [defendant] = crownHearing().Defendants;
  const { URN: _urn, ...unnumbered } = defendant as { URN: string };
  return crownDaily(
    { CaseNumber: `T${urn ?? 'none'}`, Defendants: [urn ? { ...unnumbered, URN: urn } : unnumbered], ...line },
    { StartDate: day, EndDate: day, PublishedTime: publishedAt, Version }
  );
};

describe('a list of a court', () => {
  it('becomes a hearing in the case of the victim whose suspect was charged with its number', async () => {
    const urn = newUrn();
    const caseId = await charged(urn);
    const answer = await sends(listOf(urn, '2027-03-29', '2027-03-26T15:00:00Z'), '', {
      'x-source-artefact-id': 'A1',
      'x-list-type': 'CROWN_DAILY_PDDA_LIST',
    });
    expect([answer.status, answer.body]).toMatchObject([
      202,
      { state: 'taken', kind: 'crownDailyList', counts: { told: 1 }, alreadyKnown: false },
    ]);
    expect(await courtFacts(caseId, 1)).toMatchObject([
      {
        kind: 'hearingListed',
        data: {
          hearing: 'trial',
          on: '2027-03-29',
          at: '2027-03-29T09:30:00.000Z',
          court: 'luton-crown-court',
          room: '2',
        },
      },
    ]);
  });

  it('says the same again once, in XML too, and a later one moves the hearing', async () => {
    const urn = newUrn();
    const caseId = await charged(urn);
    const list = dailyXml('2027-04-12', '10:30:00').replace('41 AA 10000 01', urn);
    const [one, two] = [await sends(list), await sends(list)];
    expect([one.body.state, two.body.alreadyKnown, two.body.messageId === one.body.messageId]).toEqual([
      'taken',
      true,
      true,
    ]);
    await sends(list.replace('10:30:00', '14:00:00').replace('2027-03-26T15', '2027-03-26T16'));
    const heard = await courtFacts(caseId, 2);
    expect(heard.map(({ kind, data }) => [kind, (data as { at: string }).at])).toEqual([
      ['hearingListed', '2027-04-12T09:30:00.000Z'],
      ['hearingMoved', '2027-04-12T13:00:00.000Z'],
    ]);
  });

  it('that has a prosecution in two rooms of a day tells of its first start, once', async () => {
    const urn = newUrn();
    const caseId = await charged(urn);
    const list = listOf(urn, '2027-04-19', '2027-04-16T15:00:00Z');
    const [courtList] = list.DailyList.CourtLists;
    courtList?.Sittings.unshift({ ...courtList.Sittings[0]!, CourtRoomNumber: 5, SittingAt: '14:00:00' });
    await sends(list);
    expect(await courtFacts(caseId, 1)).toMatchObject([{ data: { room: '2', at: '2027-04-19T09:30:00.000Z' } }]);
  });

  it.each([false, true])(
    'published at one instant in two versions is as the second says (late: %s)',
    async (isLate) => {
      const urn = newUrn();
      await charged(urn);
      const day = isLate ? '2027-06-14' : '2027-06-15';
      const [first, second] = [
        listOf(urn, day, '2027-06-11T15:00:00Z', {}, '1'),
        listOf('99ZZ9900002', day, '2027-06-11T15:00:00Z', {}, '2'),
      ];
      for (const list of isLate ? [second, first] : [first, second]) await sends(list);
      const question = await eventually(async () => (await view(urn))?.questions[0]);
      expect(question).toMatchObject({ ask: 'hearingMissingFromList' });
      await sends(listOf(urn, day, '2027-06-11T15:00:00Z', {}, '3'));
      await eventually(async () => ((await view(urn)).questions.length === 0 ? true : undefined));
    }
  );

  it('concerns nobody whose number is not ours: those are counted, and nothing is started', async () => {
    const answer = await sends(listOf('99ZZ9900001', '2027-05-03', '2027-04-30T15:00:00Z'));
    expect(answer.body).toMatchObject({ state: 'taken', counts: { told: 0, notOurs: 1 } });
    expect(await view('99ZZ9900001')).toBeUndefined();
  });

  it('that came before the charge is read again once the charge makes its prosecution one of ours', async () => {
    const urn = newUrn();
    const early = await sends(listOf(urn, '2027-05-04', '2027-04-30T15:00:00Z'));
    expect(early.body.counts).toMatchObject({ told: 0, notOurs: 1 });
    const caseId = await charged(urn);
    await eventually(async () => (await view(urn)) && (await unfinishedWork(api.engine).takeInMessages()) > 0);
    expect(await courtFacts(caseId, 1)).toMatchObject([{ kind: 'hearingListed', data: { on: '2027-05-04' } }]);
  });

  it.each([false, true])(
    'asks about a hearing that a later list of the day no longer has (late: %s)',
    async (isLate) => {
      const urn = newUrn();
      await charged(urn);
      const day = isLate ? '2027-06-07' : '2027-06-08';
      const first = listOf(urn, day, '2027-06-04T15:00:00Z');
      const later = listOf('99ZZ9900002', day, '2027-06-05T15:00:00Z');
      for (const list of isLate ? [later, first] : [first, later]) await sends(list);
      const question = await eventually(async () => (await view(urn))?.questions[0]);
      expect(question).toMatchObject({ ask: 'hearingMissingFromList' });
      await sends(listOf(urn, day, '2027-06-06T15:00:00Z'));
      await eventually(async () => ((await view(urn)).questions.length === 0 ? true : undefined));
    }
  );

  it('without a number goes to a person where the name is known, once, and their answer holds', async () => {
    const urn = newUrn();
    const caseId = await charged(urn);
    const named = sharedHearing(
      {},
      {
        id: `${hearingId}-n`,
        courtCentre: {},
        hearingDays: [],
        prosecutionCases: [prosecutionOf(urn, 'Ophelia', 'Quill')],
      },
      ''
    );
    await sends(named);
    const line = {
      CaseNumber: 'T20279999',
      Defendants: [
        { PersonalDetails: { IsMasked: 'no', Name: { CitizenNameForename: 'Ophelia', CitizenNameSurname: 'QUILL' } } },
      ],
    };
    const first = await sends(listOf(undefined, '2027-07-05', '2027-07-02T15:00:00Z', line));
    expect(first.body.counts).toMatchObject({ told: 0, likely: 1 });
    await sends(listOf(undefined, '2027-07-05', '2027-07-02T16:00:00Z', line));
    const { body } = await officer.get('/court-messages/unmatched');
    expect(body.items).toMatchObject([
      {
        court: 'luton-crown-court',
        on: '2027-07-05',
        caseNumber: 'T20279999',
        names: ['Ophelia QUILL'],
        candidates: [urn],
      },
    ]);
    expect(
      (await (await api.as('witness-care-officer', { teams: ['south-victim-care'] })).get('/court-messages/unmatched'))
        .body.items
    ).toEqual([]);
    const path = `/court-messages/unmatched/${body.items[0].matchId}/decision`;
    expect((await officer.post(path, { decision: 'thisProsecution', urn })).status).toBe(200);
    expect((await officer.post(path, { decision: 'noneOfOurs' })).body.code).toBe('matchDecided');
    expect(await courtFacts(caseId, 1)).toMatchObject([{ kind: 'hearingListed', data: { on: '2027-07-05' } }]);
    const next = await sends(listOf(undefined, '2027-07-06', '2027-07-05T15:00:00Z', line));
    expect(next.body.counts).toMatchObject({ told: 1, likely: 0 });
  });
});

function prosecutionOf(urn: string, firstName: string, lastName: string) {
  const defendants = [{ id: `${defendantId}-${urn}`, personDefendant: { personDetails: { firstName, lastName } } }];
  return { id: `${platformCase}-${urn}`, prosecutionCaseIdentifier: { caseURN: urn }, defendants };
}

describe('events of Common Platform', () => {
  /** A story whose events name each other by ids of the platform's own; `n` tells stories apart. */
  function story(urn: string, n: string) {
    const ids = {
      hearingId: `${hearingId}-${n}`,
      caseId: `${platformCase}-${n}`,
      defendantId: `${defendantId}-${n}`,
      offenceId: `${offenceId}-${n}`,
    };
    const meta = (name: string, day: string) => ({
      _metadata: { name: `public.${name}`, createdAt: `2026-${day}T10:00:00Z` },
    });
    return [
      {
        ...meta('listing.hearing-listed', '01-01'),
        hearingId: ids.hearingId,
        hearingType: 'Trial',
        caseUrns: [{ caseURN: urn }],
      },
      {
        ...meta('hearing.initiated', '01-02'),
        hearingId: ids.hearingId,
        hearingDateTime: '2026-02-01T10:00:00Z',
        caseDetails: [
          {
            caseId: ids.caseId,
            caseURN: urn,
            defendantDetails: [
              { defendantId: ids.defendantId, defendantFirstName: 'Abbie', defendantLastName: 'Armstrong' },
            ],
          },
        ],
      },
      {
        ...meta('listing.hearing-days-changed-for-hearing', '01-03'),
        hearingId: ids.hearingId,
        hearingDays: [{ startTime: '2026-03-02T10:00:00Z' }],
      },
      {
        ...meta('hearing.hearing-offence-plea-updated', '03-02'),
        hearingId: ids.hearingId,
        pleaModel: { ...ids, prosecutionCaseId: ids.caseId, plea: { pleaDate: '2026-03-02', pleaValue: 'NOT_GUILTY' } },
      },
      {
        ...meta('hearing.hearing-offence-verdict-updated', '03-03'),
        hearingId: ids.hearingId,
        verdict: { offenceId: ids.offenceId, verdictDate: '2026-03-03', verdictType: { categoryType: 'GUILTY' } },
      },
    ];
  }

  /** Everything of a prosecution that does not depend on which ids its story has. */
  async function stateOf(urn: string, n: string) {
    const found = await view(urn);
    const { body } = await officer.get(`/court-cases/${found.courtCaseId}`);
    const { courtCaseId: _id, urn: _urn, version: _version, linked: _linked, ...rest } = body;
    return JSON.parse(JSON.stringify(rest).replaceAll(`-${n}`, '')) as unknown;
  }

  it('that name a prosecution by ids alone wait for who knows them: every order ends in the same state', async () => {
    const states: unknown[] = [];
    const orders = [
      [0, 1, 2, 3, 4],
      [4, 3, 2, 1, 0],
      [2, 4, 3, 0, 1],
      [3, 1, 4, 2, 0],
      [4, 2, 4, 3, 1, 0, 0],
    ];
    for (const [n, order] of orders.entries()) {
      const urn = newUrn();
      const caseId = await charged(urn);
      const events = story(urn, `story${n}`);
      for (const index of order) expect((await sends(events[index])).status).toBe(202);
      await eventually(async () => {
        const kinds = (await courtFacts(caseId, 1)).map(({ kind }) => kind);
        return ['pleaEntered', 'verdictGiven'].every((kind) => kinds.some((each) => each === kind)) || undefined;
      });
      await sleep(100);
      states.push(await stateOf(urn, `story${n}`));
    }
    for (const state of states.slice(1)) expect(state).toEqual(states[0]);
    expect(states[0]).toMatchObject({
      hearings: [{ hearing: 'trial', on: '2026-03-02' }],
      defendants: [{ plea: { plea: 'notGuilty' }, verdict: { verdict: 'guilty' } }],
    });
  }, 120_000);

  it('that give the start of a trial and how long it is thought to last set all of its days', async () => {
    const urn = newUrn();
    const caseId = await charged(urn);
    const adjourned = {
      _metadata: { name: 'public.hearing.adjourned', createdAt: '2026-11-02T10:00:00Z' },
      caseId: `${platformCase}-long`,
      urn,
      hearings: [
        { id: `${hearingId}-long`, type: 'Trial', startDate: '2027-03-25', startTime: '10:30', estimateMinutes: 1080 },
      ],
    };
    expect((await sends(adjourned)).body).toMatchObject({ state: 'taken', counts: { told: 1 } });
    // Good Friday and Easter Monday are the 26th and the 29th.
    expect(await courtFacts(caseId, 1)).toMatchObject([
      { kind: 'hearingListed', data: { hearing: 'trial', on: '2027-03-25', untilOn: '2027-03-31' } },
    ]);
  });

  it('say that they wait, and what says nothing for a case says so', async () => {
    const waiting = await sends(
      { hearingId: 'nobody-knows', hearingDays: [{ startTime: '2026-03-02T10:00:00Z' }] },
      '?kind=public.listing.hearing-days-changed-for-hearing'
    );
    expect(waiting.body).toMatchObject({ state: 'waiting', counts: { waiting: 1 } });
    const draft = await sends({ hearingId: 'any' }, '?kind=public.hearing.draft-result-saved');
    expect(draft.body).toMatchObject({ state: 'saysNothing', because: { code: 'draftOnly' } });
    const locked = await sends({ hearingId: 'any' }, '?kind=public.hearing.event.hearing-locked');
    expect([locked.status, locked.body.because]).toEqual([202, { code: 'lockOnly' }]);
  });
});

describe('a number that the prosecution joins or splits', () => {
  const parts = (urn: string, split = '') =>
    `<Force>${urn.slice(0, 2)}</Force><Unit>${urn.slice(2, 4)}</Unit><Number>${urn.slice(4, 9)}</Number><Year>${urn.slice(9)}</Year>${split}`;
  const cp10 = (urn: string, changes: string) =>
    `<CP10><EventId>1</EventId><URN>${parts(urn)}</URN><SplitMergeInformation>${changes}</SplitMergeInformation></CP10>`;
  const elevenOf = () => `${newUrn()}26`.replace('41AB30', '41AB');

  it('takes the cases of a joined number along: they hear what is said of the other, once', async () => {
    const [old, joined] = [elevenOf(), elevenOf()];
    const caseId = await charged(old);
    const merged = await sends(cp10(joined, `<URNToMerge>${parts(old)}</URNToMerge>`));
    expect(merged.body).toMatchObject({ state: 'taken', kind: 'numberChanged', counts: { told: 1 } });
    await sends(cp10(joined, `<URNToMerge>${parts(old)}</URNToMerge>`), '?sourceMessageId=again');
    await eventually(async () => ((await view(joined)) ? true : undefined));
    const { items } = await api.database.timeline.timeline(caseId, { limit: 100 });
    expect(items.filter(({ kind }) => kind === 'courtCaseLinked')).toMatchObject([
      { data: { urn: joined }, source: 'prosecution', suspects: ['s1'] },
    ]);
    await sends(listOf(joined, '2027-09-06', '2027-09-03T15:00:00Z'));
    expect((await courtFacts(caseId, 1)).map(({ kind }) => kind)).toEqual(['hearingListed']);
  });

  it('asks a person which cases follow into a split number, until they have said so', async () => {
    const old = elevenOf();
    const caseId = await charged(old);
    const split = cp10(old, `<Split><SplitCaseURN>${parts(old, '<Split>1</Split>')}</SplitCaseURN></Split>`);
    const { body } = await sends(split);
    expect(body).toMatchObject({
      state: 'parked',
      because: { code: 'whichCasesFollow', faults: [{ pointer: '/CP10/SplitMergeInformation/Split/0/SplitCaseURN' }] },
    });
    const tied = { kind: 'courtCaseLinked', data: { urn: `${old}/1` }, happenedAt: justNow() };
    expect((await officer.post(`/cases/${caseId}/events`, tied)).status).toBe(201);
    await eventually(async () => ((await view(`${old}/1`)) ? true : undefined));
    const mended = await supervisor.post(`/operations/parked-messages/${body.messageId}/mended`, { reason: 'Tied' });
    expect(mended.body).toMatchObject({ state: 'taken' });
  });

  it('of which no case is ours says nothing', async () => {
    const { body } = await sends(cp10('99ZZ9900026', `<URNToMerge>${parts('99ZZ9900126')}</URNToMerge>`));
    expect(body).toMatchObject({ state: 'saysNothing', because: { code: 'namesNoCaseOfOurs' } });
  });
});

describe('a message that cannot be read', () => {
  it('parks with its reason, and goes on once it is mended', async () => {
    const urn = newUrn();
    const caseId = await charged(urn);
    const whole = JSON.stringify(listOf(urn, '2027-08-02', '2027-07-30T15:00:00Z'));
    const { body } = await sends(whole.slice(0, -9), '?sourceMessageId=broken-1');
    expect(body).toMatchObject({ state: 'parked', because: { code: 'jsonNotReadable' } });
    const parked = await supervisor.get('/operations/parked-messages');
    expect(parked.body.items.map(({ messageId }: { messageId: string }) => messageId)).toContain(body.messageId);
    const mended = await supervisor.post(`/operations/parked-messages/${body.messageId}/mended`, {
      payload: { body: whole },
      reason: 'Cut off on the way',
    });
    expect(mended.body).toMatchObject({ state: 'taken', kind: 'crownDailyList', counts: { told: 1 }, mended: 1 });
    await courtFacts(caseId, 1);
  });

  it.each([
    ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><DailyList>&e;</DailyList>', 'xmlWithEntities'],
    ['{"hearingId":"h"}', 'kindUnknown'],
    ['{"DailyList":{}}', 'notAsAgreed'],
  ])('%s parks as %s', async (body, code) => {
    expect((await sends(body)).body).toMatchObject({ state: 'parked', because: { code } });
  });

  it('is refused whole where it is of no type of a court, or larger than any list', async () => {
    expect((await sends('x', '', {}, 'image/png')).status).toBe(415);
    expect((await sends(`{"x":"${'x'.repeat(9_000_000)}"}`)).status).toBe(413);
    expect((await sends('{}', '?urn=!')).status).toBe(400);
  });
});

describe('a list of three megabytes', () => {
  it('is taken in bounded memory, and tells those of its thousands of lines that are ours', async () => {
    const urn = newUrn();
    await charged(urn);
    const list = listOf(urn, '2027-09-06', '2027-09-03T15:00:00Z') as {
      DailyList: { CourtLists: { Sittings: { Hearings: unknown[] }[] }[] };
    };
    const hearings = list.DailyList.CourtLists[0]?.Sittings[0]?.Hearings ?? [];
    const [one] =
      listOf('98YY0000001', '2027-09-06', '2027-09-03T15:00:00Z').DailyList.CourtLists[0]?.Sittings[0]?.Hearings ?? [];
    for (let line = 0; line < 8000; line += 1)
      hearings.push({
        ...one,
        CaseNumber: `T${line}`,
        ListNote: 'x'.repeat(260),
        Defendants: [{ URN: `98YY${String(line).padStart(7, '0')}` }],
      });
    const body = JSON.stringify(list);
    expect(body.length).toBeGreaterThan(3_000_000);
    const before = process.memoryUsage().rss;
    const { body: answer } = await sends(body);
    expect(answer).toMatchObject({ state: 'taken', counts: { told: 1, notOurs: 8000 } });
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1_048_576);
  }, 60_000);
});
