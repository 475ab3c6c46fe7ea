import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';
import type { CourtEnvelope, Reading } from '../../../gateways/courts/reading';
import { magistratesStandard } from './invented';

const read = (body: unknown, envelope: Partial<CourtEnvelope> = {}) => {
  const given = typeof body === 'string' ? body : JSON.stringify(body);
  const found = readCourtMessage(
    given,
    { occurredAt: '2027-03-30T09:00:00.000Z', ...envelope },
    (of, value) => `${of}:${value}`
  );
  return (found as { reading: Extract<Reading, { says: 'something' }> }).reading;
};
const court = 'luton-magistrates-court';
/** The list with other hearings in its only sitting. */
function withHearings(hearing: readonly unknown[]) {
  const list = magistratesStandard('2027-07-01T09:00:00Z');
  const [courtList] = list.courtLists;
  const sittings = courtList?.courtHouse.courtRoom[0]?.session[0]?.sittings ?? [];
  if (sittings[0]) Object.assign(sittings[0], { hearing });
  return list;
}

describe('a magistrates’ list of which a hearing has gone', () => {
  it('still covers the day of its court where a sitting has no hearing left', () => {
    expect(read(withHearings([]))).toMatchObject({ list: { covers: [{ court, on: '2027-07-01' }] }, prosecutions: [] });
  });

  it('covers the day that its header names where no sitting is left at all', () => {
    const list = magistratesStandard('2027-07-01T09:00:00Z');
    Object.assign(list.courtLists[0]?.courtHouse ?? {}, { courtRoom: [] });
    expect(read(list, { contentOn: '2027-07-01' }).list?.covers).toEqual([{ court, on: '2027-07-01' }]);
  });
});

it('an application is heard as a case is: of whom it is about, not of who makes it', () => {
  const party = (partyRole: string, individualSurname: string, subject?: boolean) => ({
    ...{ partyRole, subject },
    individualDetails: { individualForenames: 'Abbie', individualSurname },
  });
  const application = {
    applicationReference: '41AA1000001',
    party: [party('APPLICANT', 'Prosecutor'), party('RESPONDENT', 'Armstrong', true)],
  };
  expect(read(withHearings([{ hearingType: 'Application to vary bail', application: [application] }]))).toMatchObject({
    prosecutions: [
      {
        urn: '41AA1000001',
        events: [{ data: { hearing: 'bailHearing', defendants: [['name-name:abbie armstrong']] } }],
      },
    ],
  });
});

it.each(['41aa1000001', '41 AA 10000 01', '41AA1000001'])(
  'Libra may write the number of the police as %s',
  (caseno) => {
    const session = {
      court: 'Luton',
      doh: '01/07/2027',
      blocks: { block: [{ bstart: '10:00', cases: { case: [{ caseno }] } }] },
    };
    const none = { court: 'Bedford', doh: '02/07/2027', blocks: {} };
    const job = { printdate: '30/06/2027', sessions: { session: [session, none] } };
    const found = read({ document: { data: { job } } });
    expect(found.prosecutions[0]).toMatchObject({
      urn: '41AA1000001',
      events: [{ data: { at: '2027-07-01T09:00:00.000Z' } }],
    });
    expect(found.list?.covers).toEqual([
      { court: 'luton', on: '2027-07-01' },
      { court: 'bedford', on: '2027-07-02' },
    ]);
  }
);

it.each([{ printdate: '30/06/2027' }, { printdate: '30/06/2027', sessions: {} }])(
  'a Libra list without any session says that nobody sits, and is no fault',
  (job) => {
    expect(read({ document: { data: { job } } })).toMatchObject({ prosecutions: [], list: { covers: [] } });
  }
);

it.each([true, false])(
  'Common Platform’s standard list is one with what wraps it and without (wrapped: %s)',
  (isWrapped) => {
    const hearings = [{ caseNumber: '41AA1000001', startTime: '10:00', hearingType: 'Trial' }];
    const courtRooms = [{ courtRoomName: '1', timeslots: [{ hearings }] }];
    const standardList = { courtCentreName: 'Luton', hearingDates: [{ hearingDate: '2027-07-01', courtRooms }] };
    expect(read(isWrapped ? { standardList } : standardList)).toMatchObject({
      prosecutions: [{ urn: '41AA1000001', events: [{ data: { at: '2027-07-01T09:00:00.000Z' } }] }],
    });
  }
);
