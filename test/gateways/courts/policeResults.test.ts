import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';

/** The results of one defendant, in an envelope of the exchange or without. */
const resulted = (offence: string, bail = 'U') => `<?xml version="1.0" encoding="utf-8"?>
<ResultedCaseMessage xmlns="http://www.dca.gov.uk/xmlschemas/libra" Flow="ResultedCasesForThePolice" SchemaVersion="0.6g">
  <Session><CourtHearing><Hearing><CourtHearingLocation>B40LU00</CourtHearingLocation><DateOfHearing>2027-03-29</DateOfHearing>
    <TimeOfHearing>10:00:00</TimeOfHearing></Hearing><PSAcode>1234</PSAcode></CourtHearing>
  <Case><PTIURN>41AA1000026</PTIURN><Defendant><ProsecutorReference>2641AA0100000000001A</ProsecutorReference>
    <CourtIndividualDefendant><PersonDefendant><BasePersonDetails><PersonName><PersonGivenName1>Abbie</PersonGivenName1>
      <PersonFamilyName>ARMSTRONG</PersonFamilyName></PersonName></BasePersonDetails></PersonDefendant><BailStatus>${bail}</BailStatus>
    </CourtIndividualDefendant>
    <Offence><BaseOffenceDetails><OffenceSequenceNumber>1</OffenceSequenceNumber><OffenceCode>OF61131</OffenceCode></BaseOffenceDetails>
      <Plea>2</Plea>${offence}</Offence></Defendant></Case></Session>
</ResultedCaseMessage>`;

function read(body: string) {
  return readCourtMessage(body, { occurredAt: '2027-03-30T09:00:00.000Z' }, (of, value) => `${of}:${value}`);
}
function said(body: string) {
  const found = read(body);
  if (!('reading' in found) || found.reading.says === 'nothing') throw new Error(JSON.stringify(found));
  return found.reading.prosecutions.map(({ urn, events }) => ({
    urn,
    events: events.map(({ kind, data }) => ({ kind, ...data })),
  }));
}
const defendant = ['asn-asn:2641AA0100000000001A', 'name-name:abbie armstrong'];

describe('results of magistrates as they go back to the police', () => {
  it('keep the words of bail conditions beside what they tell, for whom they are about', () => {
    const body = resulted('<Result><ResultText>x</ResultText></Result>', 'B').replace(
      '<BailStatus>',
      '<BailConditions>Not to contact Alex Example</BailConditions><BailStatus>'
    );
    expect(read(body)).toMatchObject({
      reading: { prosecutions: [{ bailWords: [{ defendant, text: 'Not to contact Alex Example' }] }] },
    });
    expect(JSON.stringify(said(body))).not.toContain('Alex');
  });

  it('tell verdict, sentence with its time and money, and where the defendant stays', () => {
    const results = `<ConvictionDate>2027-03-28</ConvictionDate><Finding>G</Finding>
      <Result><ResultCode>1002</ResultCode><ResultText>Imprisonment</ResultText><Outcome><Duration><DurationValue>16</DurationValue>
        <DurationUnit>W</DurationUnit></Duration></Outcome></Result>
      <Result><ResultText>To pay compensation</ResultText><Outcome><ResultAmountSterling>250.00</ResultAmountSterling></Outcome></Result>`;
    expect(said(resulted(results, 'S'))).toMatchObject([
      {
        urn: '41AA1000026',
        events: [
          { kind: 'offenceCharged', defendant, offenceCode: 'OF61131' },
          { kind: 'pleaEntered', plea: 'notGuilty' },
          { kind: 'verdictGiven', verdict: 'guilty', on: '2027-03-28' },
          {
            ...{ kind: 'sentencePassed', sentences: ['compensation', 'imprisonment'], court: 'magistrates' },
            ...{ on: '2027-03-29', custodyDays: 112, compensationPence: 25_000 },
          },
          { kind: 'bailDecided', decision: 'remanded', on: '2027-03-29' },
        ],
      },
    ]);
  });

  it('do not pass off the day of the hearing as that of a finding which has none', () => {
    const found = said(resulted('<Finding>G</Finding><Result><ResultText>Adjourned</ResultText></Result>'))[0]?.events;
    expect(found).toContainEqual(
      expect.objectContaining({ kind: 'verdictGiven', verdict: 'guilty', on: '2027-03-29', dayUnknown: true })
    );
  });

  it('tell an end without a sentence, and to when it was adjourned by the clock of the court', () => {
    const next = `<NextHearing><NextHearingDetails><CourtHearingLocation>B40LU00</CourtHearingLocation>
      <DateOfHearing>2027-06-14</DateOfHearing><TimeOfHearing>10:00:00</TimeOfHearing></NextHearingDetails></NextHearing>`;
    const results = `<Finding>N</Finding><Result><ResultText>Dismissed</ResultText></Result><Result><ResultText>Adjourned</ResultText>${next}</Result>`;
    expect(said(resulted(results))[0]?.events).toMatchObject([
      { kind: 'offenceCharged' },
      { kind: 'pleaEntered' },
      { kind: 'verdictGiven', verdict: 'notGuilty' },
      { kind: 'offenceEnded', how: 'dismissed' },
      { kind: 'listed', on: '2027-06-14', at: '2027-06-14T09:00:00.000Z', court: 'b40lu00', defendants: [defendant] },
      { kind: 'bailDecided', decision: 'bailed' },
    ]);
  });

  it.each([
    ['1', 'guilty'],
    ['2', 'notGuilty'],
    ['3', 'noPlea'],
    ['6', 'guilty'],
    ['7', 'guilty'],
    ['8', 'notGuilty'],
    ['4', undefined],
  ])('tell the plea %s as %s', (code, plea) => {
    const body = resulted('<Result><ResultText>Adjourned</ResultText></Result>').replace(
      '<Plea>2</Plea>',
      `<Plea>${code}</Plea>`
    );
    const pleas = said(body)[0]?.events.filter(({ kind }) => kind === 'pleaEntered');
    expect(pleas).toMatchObject(plea === undefined ? [] : [{ plea, on: '2027-03-29' }]);
  });

  it.each([
    ['B', 'bailedWithConditions'],
    ['C', 'remanded'],
    ['P', 'remanded'],
    ['S', 'remanded'],
    ['U', 'bailed'],
  ])(
    'tell by the letter %s that the defendant is %s: theirs is not the alphabet of Common Platform',
    (letter, bail) => {
      const events = said(resulted('<Result><ResultText>Adjourned</ResultText></Result>', letter))[0]?.events;
      expect(events).toContainEqual(expect.objectContaining({ kind: 'bailDecided', decision: bail }));
    }
  );

  it('tell who was guilty of another offence than the one charged as convicted', () => {
    const events = said(resulted('<Finding>A</Finding><Result><ResultText>Adjourned</ResultText></Result>'))[0]?.events;
    expect(events).toContainEqual(expect.objectContaining({ kind: 'verdictGiven', verdict: 'guilty' }));
  });

  it.each([
    [['S'], 'W', 'suspendedImprisonment'],
    [['F', 'S'], 'M', 'suspendedImprisonment'],
    [['AB'], 'M', 'lifeImprisonment'],
    [['EF'], 'Y', 'extendedImprisonment'],
    [['C'], 'L', 'lifeImprisonment'],
    [['C'], 'W', 'imprisonment'],
    [['BP'], 'W', undefined],
  ] as const)('read prison with the qualifiers %j and a time in %s as %s', (qualifiers, unit, sentence) => {
    const letters = qualifiers.map((each) => `<ResultCodeQualifier>${each}</ResultCodeQualifier>`).join('');
    const duration = `<Duration><DurationValue>1</DurationValue><DurationUnit>${unit}</DurationUnit></Duration>`;
    const result = `<Result><ResultCode>1002</ResultCode>${letters}<ResultText>Prison</ResultText><Outcome>${duration}</Outcome></Result>`;
    const passed = said(resulted(`<Finding>G</Finding>${result}`))[0]?.events.filter(
      ({ kind }) => kind === 'sentencePassed'
    );
    expect(passed).toMatchObject(sentence === undefined ? [] : [{ sentences: [sentence] }]);
  });

  it('are refused by their field where it is wrong', () => {
    const wrong = resulted('<Result><ResultText>Adjourned</ResultText></Result>').replace('2027-03-29', '2027-03-32');
    const pointer = '/ResultedCaseMessage/Session/CourtHearing/Hearing/DateOfHearing';
    expect(read(wrong)).toMatchObject({ refused: { code: 'notAsAgreed', faults: [{ pointer }] } });
  });
});
