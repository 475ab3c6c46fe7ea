import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';
import { caseId, crownDaily, defendantId, hearingId, magistratesStandard, offenceId, sharedHearing } from './invented';

/** Which fields of it are said to be wrong. */
function wrongIn(body: unknown, kind?: string): string[] {
  const envelope = { kind, occurredAt: '2027-03-30T09:00:00.000Z' };
  const found = readCourtMessage(JSON.stringify(body), envelope, (of, value) => `${of}:${value}`);
  if (!('refused' in found)) throw new Error(JSON.stringify(found));
  return (found.refused.faults ?? []).map(({ pointer }) => pointer);
}
const daily = crownDaily().DailyList;
const [courtList] = daily.CourtLists;

describe('a message that is not as agreed says which field', () => {
  it.each([
    ['30 February', { StartDate: '2027-02-30' }],
    ['the 13th month', { StartDate: '2027-13-01T10:00:00Z' }],
    ['no day', { StartDate: 'tomorrow' }],
  ])('is no day that there is: %s', (_what, header) => {
    expect(wrongIn(crownDaily({}, header))).toEqual(['/DailyList/ListHeader/StartDate']);
  });

  it('is an hour that a sitting lacks, which would be lost with all its hearings', () => {
    const where = '/courtLists/0/courtHouse/courtRoom/0/session/0/sittings/0/sittingStart';
    expect(wrongIn(magistratesStandard('2027-07-01'))).toEqual([where]);
    expect(wrongIn(magistratesStandard('2027-06-31T09:00:00Z'))).toEqual([where]);
  });

  it('is the day of a plea, a verdict, a sentence and a next hearing', () => {
    const at = '/hearing/prosecutionCases/0/defendants/0/offences/0';
    expect(
      wrongIn(
        sharedHearing({
          plea: { pleaDate: '2027-02-29', pleaValue: 'GUILTY' },
          verdict: { verdictDate: '31/04/2027', verdictType: { categoryType: 'GUILTY' } },
          judicialResults: [{ orderedDate: '2027-00-01', nextHearing: { listedStartDateTime: '2027-05-01' } }],
        })
      ).sort()
    ).toEqual([
      `${at}/judicialResults/0/nextHearing/listedStartDateTime`,
      `${at}/judicialResults/0/orderedDate`,
      `${at}/plea/pleaDate`,
      `${at}/verdict/verdictDate`,
    ]);
  });

  it('is a field that nobody requires and that is of another type', () => {
    const named = { ...daily, CourtLists: [{ ...courtList, CourtHouse: { CourtHouseName: { en: [7] } } }] };
    expect(wrongIn({ DailyList: { ...named, CrownCourt: { CourtHouseName: 7 } } })).toEqual([
      '/DailyList/CrownCourt/CourtHouseName',
    ]);
    expect(wrongIn(sharedHearing({}, { courtCentre: { roomName: 'Court 2', name: 7 } }))).toEqual([
      '/hearing/courtCentre/name',
    ]);
  });

  it('is the number, where nothing else says which prosecution is meant', () => {
    const listed = { hearingId, caseUrns: [{ caseURN: '41AA1000001' }, { caseURN: 'to follow' }] };
    expect(wrongIn(listed)).toEqual(['/caseUrns/1/caseURN']);
  });

  it('is what the form that was sent lacks, not what another form would have', () => {
    expect(wrongIn({ hearing: { ...sharedHearing().hearing, id: 7 } }, 'public.hearing.resulted')).toEqual([
      '/hearing/id',
    ]);
    const verdict = { offenceId, verdictDate: '2027-02-30' };
    expect(wrongIn({ hearingId, verdict }, 'public.hearing.hearing-offence-verdict-updated')).toEqual([
      '/verdict/verdictDate',
    ]);
  });
});

it('null stands for what is left out, wherever it stands', () => {
  const plea = { pleaModel: { offenceId, defendantId, prosecutionCaseId: caseId, plea: null }, hearingId };
  const days = { hearingId, hearingDays: [{ sittingDay: '2027-04-05T09:30:00Z', startTime: null }] };
  const envelope = { occurredAt: '2027-03-30T09:00:00.000Z' };
  const read = (body: object, kind: string) => readCourtMessage(JSON.stringify(body), { ...envelope, kind }, () => 'x');
  expect(read(plea, 'public.hearing.hearing-offence-plea-updated')).toHaveProperty('reading');
  expect(read(days, 'public.listing.hearing-days-changed-for-hearing')).toHaveProperty('reading');
});

it('what is nested deeper than anything that is agreed is refused, and nothing is lost with it', () => {
  const deep = `{"hearing":${'['.repeat(150_000)}${']'.repeat(150_000)}}`;
  const found = readCourtMessage(deep, { kind: 'wholeHearing', occurredAt: '2027-03-30T09:00:00.000Z' }, () => 'x');
  expect(found).toEqual({ kind: 'wholeHearing', refused: { code: 'nestedTooDeeply' } });
});
