import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';
import type { Reading } from '../../../gateways/courts/reading';
import { crownDaily } from './invented';

const read = (body: unknown) => {
  const given = typeof body === 'string' ? body : JSON.stringify(body);
  const found = readCourtMessage(
    given,
    { occurredAt: '2027-03-30T09:00:00.000Z' },
    (kind, value) => `${kind}:${value}`
  );
  return (found as { reading: Extract<Reading, { says: 'something' }> }).reading;
};

const court = `<CourtHouse><CourtHouseType>Crown Court</CourtHouseType><CourtHouseCode CourtHouseShortName="LUTON">476</CourtHouseCode>
  <CourtHouseName>Luton</CourtHouseName></CourtHouse>`;
const defendant = (urn: string) => `<Defendants><Defendant><PersonalDetails><IsMasked>no</IsMasked></PersonalDetails>
  <URN>${urn}</URN></Defendant></Defendants>`;
const header = `<DocumentID><DocumentName>List</DocumentName></DocumentID>
  <ListHeader><ListCategory>Criminal</ListCategory><StartDate>2027-06-07</StartDate><EndDate>2027-06-11</EndDate>
  <Version>FINAL v2</Version><PublishedTime>2027-06-01T15:00:00</PublishedTime></ListHeader>
  ${court.replaceAll('CourtHouse>', 'CrownCourt>')}`;
const hearing = (number: string, urn: string) => `<Hearing><HearingSequenceNumber>1</HearingSequenceNumber>
  <HearingDetails HearingType="TRL"><HearingDescription>For Trial</HearingDescription></HearingDetails>
  <CaseNumber>${number}</CaseNumber>${defendant(urn)}</Hearing>`;
const root = (name: string, inner: string) =>
  `\uFEFF<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="http://www.courtservice.gov.uk/schemas/courtservice">${inner}</${name}>`;

describe('the firm list that XHIBIT writes', () => {
  const firm = root(
    'FirmList',
    `${header}<CourtLists>
      <CourtList SittingDate="2027-06-08">${court}<Sittings><Sitting><CourtRoomNumber>3</CourtRoomNumber>
        <SittingAt>10:30:00</SittingAt><SittingPriority>F</SittingPriority>
        <Hearings>${hearing('T20267001', '41AA1000001')}</Hearings></Sitting></Sittings></CourtList>
      <CourtList SittingDate="2027-06-09">${court}<Sittings/></CourtList>
    </CourtLists><ReserveList>${hearing('T20267002', '41AA1000002')}</ReserveList>`
  );

  it('says on which day each is, by the clock of the court, and was published by it too', () => {
    expect(read(firm)).toMatchObject({
      list: {
        family: 'crown',
        publishedAt: '2027-06-01T14:00:00.000Z',
        covers: [
          { court: 'luton', on: '2027-06-08' },
          { court: 'luton', on: '2027-06-09' },
        ],
      },
    });
    expect(read(firm).prosecutions[0]).toMatchObject({
      urn: '41AA1000001',
      events: [{ data: { on: '2027-06-08', at: '2027-06-08T09:30:00.000Z', hearing: 'trial', room: '3' } }],
    });
  });

  it('has cases in reserve, which may be called on any of its days', () => {
    expect(read(firm).prosecutions[1]).toMatchObject({
      urn: '41AA1000002',
      events: [{ data: { certainty: 'warnedWeek', on: '2027-06-07', untilOn: '2027-06-11', court: 'luton' } }],
    });
  });
});

describe('the warned list that XHIBIT writes', () => {
  const warnedCase = (number: string, urn: string, date = '') => `<Case><CaseNumber>${number}</CaseNumber>
    <Hearing HearingType="TRL"><HearingDescription>For Trial</HearingDescription>${date}</Hearing>
    ${defendant(urn)}${defendant(urn)}</Case>`;
  const warned = root(
    'WarnedList',
    `${header}<CourtLists><CourtList>${court}
      <WithFixedDate HearingType="TRL"><Fixture><FixedDate>2027-06-08</FixedDate><Cases>${warnedCase('T1', '41AA1000001')}</Cases></Fixture></WithFixedDate>
      <WithFixedDate HearingType="TRL"><Fixture><Cases>${warnedCase('T3', '41AA1000003', '<HearingDate>2027-06-10</HearingDate>')}</Cases></Fixture></WithFixedDate>
      <WithoutFixedDate HearingType="TRL"><Fixture><Cases>${warnedCase('T2', '41AA1000002')}</Cases>
        <LinkedCases><CaseNumber>T9</CaseNumber></LinkedCases></Fixture></WithoutFixedDate>
    </CourtList></CourtLists>`
  );

  it('gives a day to those with a fixture, and the week to the others', () => {
    expect(read(warned).prosecutions.map(({ urn, events: [event] }) => ({ urn, ...event?.data }))).toMatchObject([
      { urn: '41AA1000001', certainty: 'fixed', on: '2027-06-08', hearing: 'trial' },
      { urn: '41AA1000003', certainty: 'fixed', on: '2027-06-10' },
      { urn: '41AA1000002', certainty: 'warnedWeek', on: '2027-06-07', untilOn: '2027-06-11' },
    ]);
  });
});

it('a list whose publication has an offset keeps to it', () => {
  expect(read(crownDaily({}, { PublishedTime: '2027-06-01T15:00:00+01:00' })).list?.publishedAt).toBe(
    '2027-06-01T14:00:00.000Z'
  );
});
