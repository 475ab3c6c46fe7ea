/** Messages of every format, invented. Each is as small as its format lets it be. */
export const crownDaily = (changes: Record<string, unknown> = {}, header: Record<string, unknown> = {}) => ({
  DailyList: {
    DocumentID: { UniqueID: 'L1', DocumentType: 'DL' },
    ListHeader: {
      StartDate: '2027-03-29',
      EndDate: '2027-03-29',
      Version: '1',
      PublishedTime: '2027-03-26T15:00:00Z',
      ...header,
    },
    CrownCourt: { CourtHouseType: 'Crown Court', CourtHouseCode: 476, CourtHouseName: 'Luton' },
    CourtLists: [
      {
        CourtHouse: { CourtHouseName: 'Luton Crown Court' },
        Sittings: [{ CourtRoomNumber: 2, SittingAt: '10:30:00', Hearings: [crownHearing(changes)] }],
      },
    ],
  },
});

export const crownHearing = (changes: Record<string, unknown> = {}) => ({
  HearingDetails: { HearingDescription: 'For Trial', HearingType: 'TRL' },
  CaseNumber: 'T20267001',
  Defendants: [
    {
      PersonalDetails: { IsMasked: 'no', Name: { CitizenNameForename: ['Abbie'], CitizenNameSurname: 'ARMSTRONG' } },
      URN: '41AA1000001',
    },
  ],
  ...changes,
});

export const dailyXml = (day: string, clock: string) => `<?xml version="1.0"?>
<cs:DailyList xmlns:cs="http://www.courtservice.gov.uk/schemas/courtservice">
  <cs:ListHeader><cs:ListCategory>Criminal</cs:ListCategory><cs:StartDate>${day}</cs:StartDate><cs:Version>2</cs:Version>
    <cs:PublishedTime>2027-03-26T15:00:00.000</cs:PublishedTime></cs:ListHeader>
  <cs:CrownCourt><cs:CourtHouseCode CourtHouseShortName="LUTON">476</cs:CourtHouseCode><cs:CourtHouseName>Luton</cs:CourtHouseName></cs:CrownCourt>
  <cs:CourtLists><cs:CourtList>
    <cs:CourtHouse><cs:CourtHouseName>Luton Crown Court</cs:CourtHouseName></cs:CourtHouse>
    <cs:Sittings><cs:Sitting><cs:CourtRoomNumber>2</cs:CourtRoomNumber><cs:SittingAt>${clock}</cs:SittingAt>
      <cs:Hearings><cs:Hearing><cs:HearingDetails HearingType="SEN"><cs:HearingDescription>For Sentence</cs:HearingDescription></cs:HearingDetails>
        <cs:CaseNumber>T20267001</cs:CaseNumber>
        <cs:Defendants><cs:Defendant><cs:PersonalDetails><cs:Name><CitizenNameForename>Se&#225;n</CitizenNameForename>
          <CitizenNameSurname>O&apos;Brien &amp; Co</CitizenNameSurname></cs:Name><cs:IsMasked>no</cs:IsMasked></cs:PersonalDetails>
          <cs:URN>41 AA 10000 01</cs:URN></cs:Defendant></cs:Defendants>
      </cs:Hearing></cs:Hearings></cs:Sitting></cs:Sittings>
  </cs:CourtList></cs:CourtLists>
</cs:DailyList>`;

export const crownWarned = {
  WarnedList: {
    ListHeader: { StartDate: '2027-04-05', EndDate: '2027-04-09', Version: '1', PublishedTime: '2027-03-26T15:00:00Z' },
    CrownCourt: { CourtHouseName: 'Luton Crown Court' },
    CourtLists: [
      {
        CourtHouse: { CourtHouseName: 'Luton Crown Court' },
        WithFixedDate: [
          { HearingType: 'TRL', Fixture: [{ FixedDate: '2027-04-06', Cases: [warnedCase('41AA1000001')] }] },
        ],
        WithoutFixedDate: [{ HearingType: 'TRL', Fixture: [{ Cases: [warnedCase('41AA1000002')] }] }],
      },
    ],
  },
};

function warnedCase(urn: string) {
  return {
    CaseNumber: 'T20267002',
    Hearing: [{ HearingDescription: 'For Trial' }],
    Defendants: [{ URN: urn, CustodyStatus: 'On bail' }],
  };
}

export const magistratesStandard = (sittingStart: string, changes: Record<string, unknown> = {}) => ({
  document: { publicationDate: '2027-03-26T15:00:00Z' },
  courtLists: [
    {
      courtHouse: {
        courtHouseName: "Luton Magistrates' Court",
        courtRoom: [
          {
            courtRoomName: 'Courtroom 1',
            session: [
              {
                sittings: [
                  {
                    sittingStart,
                    hearing: [
                      {
                        hearingType: 'First hearing',
                        case: [{ caseUrn: '41AA1000001', party: [magistratesParty], ...changes }],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
});

const magistratesParty = {
  partyRole: 'DEFENDANT',
  individualDetails: { individualForenames: 'Abbie Jane', individualSurname: 'Armstrong', asn: '2641AA0100000000001A' },
};

export const hearingId = '5c0f6a7e-4f2e-4f9e-9f0e-000000000001';
export const caseId = '5c0f6a7e-4f2e-4f9e-9f0e-000000000002';
export const defendantId = '5c0f6a7e-4f2e-4f9e-9f0e-000000000003';
export const offenceId = '5c0f6a7e-4f2e-4f9e-9f0e-000000000004';

/** A whole hearing as Common Platform shares it, of one defendant and one offence. */
export const sharedHearing = (
  offence: Record<string, unknown> = {},
  hearing: Record<string, unknown> = {},
  sharedTime: string | undefined = '2027-03-29T16:00:00Z'
) => ({
  hearing: {
    id: hearingId,
    jurisdictionType: 'CROWN',
    type: { description: 'Trial' },
    courtCentre: { name: 'Luton Crown Court', roomName: 'Court 2' },
    hearingDays: [{ sittingDay: '2027-03-29T09:30:00.000Z', listedDurationMinutes: 360 }],
    prosecutionCases: [
      {
        id: caseId,
        prosecutionCaseIdentifier: { caseURN: '41AA1000001' },
        defendants: [
          {
            id: defendantId,
            personDefendant: {
              bailStatus: { code: 'C' },
              custodyTimeLimit: '2027-06-01',
              personDetails: { firstName: 'Abbie', lastName: 'Armstrong' },
            },
            offences: [{ id: offenceId, offenceCode: 'OF61131', ...offence }],
          },
        ],
      },
    ],
    ...hearing,
  },
  ...(sharedTime ? { sharedTime } : {}),
});
