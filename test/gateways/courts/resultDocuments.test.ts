import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';
import type { AboutProsecution } from '../../../gateways/courts/reading';
import { defendantId, hearingId } from './invented';

const masterId = '8b8f1c3a-0000-4f0f-b8a0-000000000001';
function about(body: unknown): readonly AboutProsecution[] {
  const found = readCourtMessage(
    JSON.stringify(body),
    { occurredAt: '2027-03-30T09:00:00.000Z' },
    (of, value) => `${of}:${value}`
  );
  if (!('reading' in found) || found.reading.says === 'nothing') throw new Error(JSON.stringify(found));
  return found.reading.prosecutions;
}
const said = (body: unknown) => about(body)[0]?.events.map(({ kind, data }) => ({ kind, ...data }));

describe('the prison court register', () => {
  const register = (offence: object, person: object = {}) => [
    {
      prosecutionCase: { caseURN: '41AA1000001', results: [] },
      defendant: { id: defendantId, masterDefendantId: masterId, firstName: 'Abbie', lastName: 'Armstrong', ...person },
      hearing: { id: hearingId, hearingDate: '2027-03-29', hearingType: 'Trial', jurisdiction: 'CROWN' },
      sharedTime: '2027-03-29T15:00:00.000Z',
      offences: [{ code: 'OF61131', listingNumber: 1, ...offence }],
    },
  ];
  const prompts = (...texts: (readonly [string, string])[]) => [
    { resultTexts: texts.map(([label, value]) => ({ label, value })) },
  ];

  it('tells plea, verdict, sentence and where the defendant stays', () => {
    const offence = {
      ...{ pleaDate: '2027-01-11', pleaValue: 'NOT_GUILTY', verdict: 'Found guilty', convictionDate: '2027-03-28' },
      results: prompts(
        ['Total custodial period', '7 Months'],
        ['Imprisonment reasons', 'so serious'],
        ['Amount of compensation', '£250.00'],
        ['Prison organisation name', 'HMP Example']
      ),
    };
    expect(said(register(offence, { postHearingCustodyStatus: 'C' }))?.slice(2)).toMatchObject([
      { kind: 'offenceCharged', offenceCode: 'OF61131' },
      { kind: 'pleaEntered', plea: 'notGuilty', on: '2027-01-11' },
      { kind: 'verdictGiven', verdict: 'guilty', on: '2027-03-28' },
      {
        ...{ kind: 'sentencePassed', sentences: ['compensation', 'imprisonment'], on: '2027-03-29', court: 'crown' },
        ...{ custodyDays: 213, compensationPence: 25_000 },
      },
      { kind: 'bailDecided', decision: 'remanded' },
    ]);
  });

  it.each([
    [
      'a period that is suspended',
      [
        ['Imprisonment period', '6 Months'],
        ['Operational period', '18 Months'],
      ],
      ['imprisonment', 'suspendedImprisonment'],
    ],
    ['life', [['Total custodial period is life', 'true']], ['lifeImprisonment']],
  ] as const)('knows %s', (_what, texts, sentences) => {
    expect(said(register({ results: prompts(...texts) }))?.at(-1)).toMatchObject({ kind: 'sentencePassed', sentences });
  });

  it.each([
    ['an order that is revoked', 'Order revoked', 'community order'],
    ['what is paid to whom', 'Major creditor organisation name', 'Compensation Ltd'],
    ['a life term that is none', 'Total custodial period is life', 'false'],
  ])('takes no sentence from %s', (_what, label, value) => {
    expect(said(register({ results: prompts([label, value]) }))?.map(({ kind }) => kind)).not.toContain(
      'sentencePassed'
    );
  });

  it('has nothing to say while nothing was recorded', () => {
    const found = readCourtMessage(
      '[]',
      { kind: 'prisonCourtRegister', occurredAt: '2027-03-30T09:00:00.000Z' },
      () => ''
    );
    expect(found).toMatchObject({ reading: { prosecutions: [] } });
  });
});

describe('a notice that a document of results was made', () => {
  const notice = (eventType: string, ...urns: string[]) => ({
    ...{
      eventType,
      hearingId,
      masterDefendantId: masterId,
      documentId: 'd1',
      prisonEmailAddress: 'prison@example.org',
    },
    ...{ documentGeneratedTimestamp: '2027-03-29T15:00:00Z', cases: urns.map((urn) => ({ urn })) },
  });

  it.each([
    ['WEE_Remand', { kind: 'bailDecided', decision: 'remanded', on: '2027-03-29', defendant: [`master-${masterId}`] }],
    ['WEE_SendingToCrownCourtForTrial', { kind: 'sentToCrownCourt', on: '2027-03-29' }],
  ])('%s says what its kind says', (eventType, event) => {
    expect(said(notice(eventType, '41AA1000001'))).toMatchObject([event]);
  });

  it('makes the hearing known, and leaves what it orders to the document', () => {
    expect(about(notice('WEE_CustodialSentence', '41AA1000001'))).toEqual([
      { urn: '41AA1000001', events: [], makesKnown: [{ reference: `cp:hearing:${hearingId}` }] },
    ]);
  });

  it('of several cases is certain of none', () => {
    const stored = {
      ...{ eventType: 'WEE_Remand', eventId: 'e1', materialId: 'm1', timestamp: '2027-03-29T15:00:00Z', hearingId },
      defendant: {
        masterDefendantId: masterId,
        name: 'Abbie Armstrong',
        cases: [{ urn: '41AA1000001' }, { urn: '41AA1000002' }],
      },
    };
    expect(about(stored)).toEqual([
      { urn: '41AA1000001', events: [], makesKnown: [] },
      { urn: '41AA1000002', events: [], makesKnown: [] },
    ]);
  });

  it('that a hearing was resulted says that it was held', () => {
    const data = { hearingId, hearingDay: '2027-03-29' };
    const found = about([{ id: 'e1', eventType: 'Hearing_Resulted', eventTime: '2027-03-29T15:00:00Z', data }]);
    expect(found).toMatchObject([{ references: [`cp:hearing:${hearingId}`], events: [{ kind: 'hearingHeld' }] }]);
  });
});

it('one witness of the prosecution is read as several are', () => {
  const witness = { forename: 'Ada', surname: 'Example', welshLanguage: false, prosecutionRequireAttendance: true };
  const given = { urn: '41AA1000001', days: ['2027-06-14'] };
  const wanted = [{ kind: 'witnessRequired', witness: 'name-name:ada example', days: ['2027-06-14'], attend: true }];
  expect(said({ ...given, ...witness })).toMatchObject(wanted);
  expect(said({ ...given, witnesses: [witness] })).toMatchObject(wanted);
});
