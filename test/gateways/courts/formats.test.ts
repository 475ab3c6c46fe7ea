import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';
import type { AboutProsecution, CourtEnvelope, Reading } from '../../../gateways/courts/reading';
import {
  caseId,
  crownDaily,
  crownHearing,
  crownWarned,
  dailyXml,
  defendantId,
  hearingId,
  magistratesStandard,
  offenceId,
  sharedHearing,
} from './invented';

const idOf = (kind: string, value: string) => `${kind}:${value}`;
const read = (body: unknown, envelope: Partial<CourtEnvelope> = {}) => {
  const given = typeof body === 'string' ? body : JSON.stringify(body);
  return readCourtMessage(given, { occurredAt: '2027-03-30T09:00:00.000Z', ...envelope }, idOf);
};

function about(body: unknown, envelope: Partial<CourtEnvelope> = {}): readonly AboutProsecution[] {
  const found = read(body, envelope) as { reading: Reading };
  if (found.reading?.says !== 'something') throw new Error(JSON.stringify(found));
  return found.reading.prosecutions;
}
const events = (body: unknown, envelope: Partial<CourtEnvelope> = {}) =>
  about(body, envelope).flatMap((each) => each.events);
const kinds = (body: unknown, envelope: Partial<CourtEnvelope> = {}) => events(body, envelope).map(({ kind }) => kind);
const first = (body: unknown, envelope: Partial<CourtEnvelope> = {}) => events(body, envelope)[0];

describe('a Crown Court list', () => {
  it('says when and where a trial is, by the clock on the wall of the court', () => {
    expect(about(crownDaily())[0]).toMatchObject({
      urn: '41AA1000001',
      events: [
        {
          kind: 'listed',
          source: 'crownCourtLists',
          issuedAt: '2027-03-26T15:00:00.000Z',
          data: {
            hearing: 'trial',
            certainty: 'fixed',
            on: '2027-03-29',
            at: '2027-03-29T09:30:00.000Z',
            court: 'luton-crown-court',
            room: '2',
            caseNumber: 'T20267001',
            defendants: [['name-name:abbie armstrong']],
          },
        },
      ],
    });
  });

  it.each([
    ['2027-03-28', '10:30:00', '2027-03-28T09:30:00.000Z'],
    ['2027-10-31', '10:30:00', '2027-10-31T10:30:00.000Z'],
    ['2027-03-27', '10:30:00', '2027-03-27T10:30:00.000Z'],
  ])('is right on %s too, when the clocks change', (day, clock, at) => {
    expect(first(dailyXml(day, clock))).toMatchObject({ data: { on: day, at, hearing: 'sentence' } });
  });

  it('is the same in XHIBIT’s XML, whose characters are read and whose numbers are written as everywhere', () => {
    expect(about(dailyXml('2027-03-29', '10:30:00'))[0]).toMatchObject({
      urn: '41AA1000001',
      events: [{ data: { defendants: [['name-name:sean co']] } }],
    });
  });

  it('keeps a masked name masked: it makes no id and stands in no line', () => {
    const masked = {
      PersonalDetails: {
        IsMasked: 'yes',
        MaskedName: 'A',
        Name: { CitizenNameForename: ['Abbie'], CitizenNameSurname: 'Armstrong' },
      },
      URN: '41AA1000001',
    };
    const [found] = about(crownDaily({ Defendants: [masked] }));
    expect(JSON.stringify(found)).not.toMatch(/abbie|armstrong/i);
    expect(found).toMatchObject({ urn: '41AA1000001', events: [{ data: { defendants: [] } }], line: { names: [] } });
  });

  it('gives each defendant’s own number, and the case’s only one to those who have none', () => {
    const [one] = crownHearing().Defendants;
    const two = {
      PersonalDetails: { IsMasked: 'no', Name: { CitizenNameForename: 'Ben', CitizenNameSurname: 'Barnes' } },
    };
    expect(
      about(crownDaily({ Defendants: [one, two] })).map(({ urn, events: [event] }) => [
        urn,
        (event?.data as unknown as { defendants: unknown[] }).defendants.length,
      ])
    ).toEqual([['41AA1000001', 2]]);
    expect(about(crownDaily({ Defendants: [one, { ...two, URN: '41AA1000009' }] })).map(({ urn }) => urn)).toEqual([
      '41AA1000001',
      '41AA1000009',
    ]);
  });

  it('without any number is known by the court’s case number', () => {
    expect(about(crownDaily({ Defendants: [] }))[0]).toMatchObject({
      urn: undefined,
      references: ['crown:luton-crown-court:T20267001'],
    });
  });

  it('warns of a week, which is no day', () => {
    expect(events(crownWarned).map(({ data }) => data)).toMatchObject([
      { certainty: 'fixed', on: '2027-04-06' },
      { certainty: 'warnedWeek', on: '2027-04-05', untilOn: '2027-04-09' },
    ]);
  });
});

describe('a magistrates’ list', () => {
  it('has its times in UTC, in summer and in winter', () => {
    expect(first(magistratesStandard('2027-07-01T09:00:00Z'))).toMatchObject({
      data: {
        on: '2027-07-01',
        at: '2027-07-01T09:00:00.000Z',
        hearing: 'firstHearing',
        court: 'luton-magistrates-court',
      },
    });
    expect(first(magistratesStandard('2027-07-01T23:30:00'))).toMatchObject({
      data: { on: '2027-07-02', at: '2027-07-01T23:30:00.000Z' },
    });
  });

  it('names its defendants by summons number and by first name and surname', () => {
    expect(first(magistratesStandard('2027-07-01T09:00:00Z'))).toMatchObject({
      data: { defendants: [['asn-asn:2641AA0100000000001A', 'name-name:abbie armstrong']] },
    });
  });

  it('of a single justice says nothing: nobody attends', () => {
    expect(read({}, { kind: 'SJP_PUBLIC_LIST' })).toMatchObject({
      kind: 'singleJusticeList',
      reading: { says: 'nothing' },
    });
  });
});

describe('Common Platform', () => {
  const at = { kind: 'public.listing.hearing-days-changed-for-hearing' };

  it('shares a hearing with everything that follows for a victim', () => {
    const offence = {
      plea: { pleaDate: '2027-01-10', pleaValue: 'NOT_GUILTY' },
      verdict: { verdictDate: '2027-03-29', verdictType: { categoryType: 'GUILTY' } },
      judicialResults: [
        {
          cjsCode: '1002',
          label: 'Imprisonment',
          category: 'FINAL',
          orderedDate: '2027-03-29',
          isConvictedResult: true,
          durationElement: { primaryDurationUnit: 'M', primaryDurationValue: 18 },
        },
        {
          label: 'Restraining order for period',
          orderedDate: '2027-03-29',
          durationElement: { durationEndDate: '28/03/2032' },
        },
        {
          label: 'Compensation',
          orderedDate: '2027-03-29',
          judicialResultPrompts: [{ label: 'Amount of compensation', value: '£1,250.50' }],
        },
      ],
    };
    expect(kinds(sharedHearing(offence))).toEqual([
      'hearingSet',
      'hearingHeld',
      'offenceCharged',
      'pleaEntered',
      'verdictGiven',
      'sentencePassed',
      'bailDecided',
    ]);
    expect(events(sharedHearing(offence)).at(-2)).toMatchObject({
      issuedAt: '2027-03-29T16:00:00.000Z',
      data: {
        sentences: ['compensation', 'imprisonment', 'restrainingOrder'],
        custodyDays: 548,
        compensationPence: 125050,
        ordersUntil: [{ untilOn: '2032-03-28' }],
        court: 'crown',
      },
    });
  });

  it('says nothing of how a hearing went that is yet to be', () => {
    expect(kinds(sharedHearing({}, {}, ''))).toEqual(['hearingSet', 'offenceCharged']);
  });

  it('says how a trial ended that did not take place as it should', () => {
    expect(events(sharedHearing({}, { crackedIneffectiveTrial: { type: 'Cracked' } }))[1]).toMatchObject({
      kind: 'hearingHeld',
      data: { trial: 'cracked' },
    });
    expect(kinds(sharedHearing({}, { isVacatedTrial: true }))).toContain('hearingVacated');
  });

  it('ends an offence, issues a warrant, sends to the Crown Court and adjourns', () => {
    const results = [
      { label: 'Withdrawn', orderedDate: '2027-03-29', category: 'FINAL' },
      { label: 'Warrant of arrest without bail', orderedDate: '2027-03-29' },
      {
        label: 'Sent to Crown Court for trial',
        orderedDate: '2027-03-29',
        nextHearing: {
          weekCommencingDate: '2027-05-03',
          courtCentre: { name: 'Luton Crown Court' },
          type: { description: 'Trial' },
        },
      },
    ];
    expect(events(sharedHearing({ judicialResults: results })).slice(3)).toMatchObject([
      { kind: 'offenceEnded', data: { how: 'withdrawn' } },
      { kind: 'warrantIssued' },
      { kind: 'sentToCrownCourt' },
      { kind: 'listed', data: { certainty: 'warnedWeek', on: '2027-05-03', untilOn: '2027-05-07' } },
      { kind: 'bailDecided', data: { decision: 'remanded', custodyTimeLimitOn: '2027-06-01' } },
    ]);
  });

  it('speaks of hearings, cases and offences by its own ids, which stand for a number that came before', () => {
    const days = {
      hearingId,
      hearingDays: [{ startTime: '2027-04-05T09:30:00.000Z' }, { startTime: '2027-04-06T09:30:00.000Z' }],
    };
    expect(about(days, at)[0]).toMatchObject({
      references: [`cp:hearing:${hearingId}`],
      events: [{ kind: 'hearingDays', data: { on: '2027-04-05', untilOn: '2027-04-06' } }],
    });
    const plea = {
      hearingId,
      pleaModel: {
        offenceId,
        defendantId,
        prosecutionCaseId: caseId,
        plea: { pleaDate: '2027-01-10', pleaValue: 'GUILTY' },
      },
    };
    expect(about(plea)[0]).toMatchObject({
      references: [`cp:case:${caseId}`, `cp:offence:${offenceId}`],
      events: [{ kind: 'pleaEntered', data: { plea: 'guilty' } }],
    });
    const verdict = {
      hearingId,
      verdicts: { offenceId, verdictDate: '2027-03-29', verdictType: { categoryType: 'NOT_GUILTY' } },
    };
    expect(about(verdict)[0]).toMatchObject({
      defendantOf: `cp:offence:${offenceId}`,
      events: [{ kind: 'verdictGiven', data: { verdict: 'notGuilty' } }],
    });
  });

  it('is known by its own metadata, and was said when they say', () => {
    const metadata = { name: 'public.listing.events.hearing-deleted', createdAt: '2027-03-01T10:00:00Z' };
    expect(first({ _metadata: metadata, hearingId })).toMatchObject({
      kind: 'hearingVacated',
      issuedAt: '2027-03-01T10:00:00.000Z',
      data: { why: 'deleted' },
    });
  });

  it('gives no id for what another prosecutor writes in place of a summons number', () => {
    const changed = sharedHearing();
    Object.assign(changed.hearing.prosecutionCases[0]?.defendants[0]?.personDefendant ?? {}, {
      arrestSummonsNumber: 'TFL',
    });
    expect(JSON.stringify(about(changed))).not.toContain('asn-');
  });
});

describe('what cannot be read', () => {
  const good = JSON.stringify(crownDaily());

  it.each([
    ['', 'emptyMessage'],
    [good.slice(0, -20), 'jsonNotReadable'],
    [dailyXml('2027-03-29', '10:30').slice(0, -20), 'xmlNotReadable'],
    ['{"hearingId":"x"}', 'kindUnknown'],
    ['"a text"', 'notAsAgreed'],
    [
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><DailyList>&e;</DailyList>`,
      'xmlWithEntities',
    ],
    [
      `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><DailyList>&lol2;</DailyList>`,
      'xmlWithEntities',
    ],
    [`${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`, 'xmlNotReadable'],
  ])('%.30s… is refused as %s', (body, code) => {
    expect(read(body)).toMatchObject({ refused: { code } });
  });

  it('leaves an entity that nobody defined as it is written', () => {
    expect(about(dailyXml('2027-03-29', '10:30').replace('&amp; Co', '&other; Co'))[0]?.line?.names[0]).toContain(
      '&other;'
    );
  });

  it.each([
    [{ ...crownDaily().DailyList, ListHeader: {} }, '/DailyList/ListHeader'],
    [{ ...crownDaily().DailyList, CourtLists: 7 }, '/DailyList/CourtLists'],
  ])('says which field is missing or wrong, and nothing of what was sent', (DailyList, pointer) => {
    const { refused } = read({ DailyList }) as unknown as { refused: { code: string; faults: { pointer: string }[] } };
    expect(refused.code).toBe('notAsAgreed');
    expect(refused.faults.map((fault) => fault.pointer)).toContain(pointer);
    expect(JSON.stringify(refused)).not.toMatch(/armstrong/i);
  });

  it('never throws, whatever field of a message is of another type', () => {
    const messages = [
      crownDaily(),
      crownWarned,
      magistratesStandard('2027-07-01T09:00:00Z'),
      sharedHearing({ judicialResults: [{ label: 'Fine' }] }),
    ];
    for (const message of messages) {
      for (const broken of everyBrokenWay(message)) expect(() => read(broken)).not.toThrow();
    }
  });
});

/** The message with each of its fields, in turn, left out or of another type. */
function* everyBrokenWay(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const at = (changed: unknown) =>
      Array.isArray(value)
        ? value.map((each, index) => (String(index) === key ? changed : (each as unknown)))
        : { ...value, [key]: changed };
    for (const wrong of [undefined, null, 7, 'x', [], {}, [7], { x: 1 }]) yield at(wrong);
    for (const inner of everyBrokenWay((value as Record<string, unknown>)[key])) yield at(inner);
  }
}
