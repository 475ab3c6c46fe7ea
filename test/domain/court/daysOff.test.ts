import { linkedCase, PureCourtCase, said } from './courtBuilder';

const days = said(
  'hearingDays',
  { hearingId: 'h1', certainty: 'fixed', on: '2027-03-04', at: '2027-03-04T10:00:00.000Z', untilOn: '2027-03-08' },
  '2027-01-02T09:00:00.000Z'
);
const kind = said('hearingKind', { hearingId: 'h1', hearing: 'trial' }, '2027-01-01T09:00:00.000Z');
const off = (on: string, issuedAt = '2027-01-03T09:00:00.000Z') =>
  said('hearingDayOff', { hearingId: 'h1', on }, issuedAt);
const hearing = (...events: ReturnType<typeof said>[]) => new PureCourtCase().hears(...events).view().hearings[0];

describe('a day of a hearing that the court has cancelled', () => {
  it('leaves the other days: it begins or ends on one that stands, and not on a weekend', () => {
    expect(hearing(days, off('2027-03-08'))).toMatchObject({
      on: '2027-03-04',
      untilOn: '2027-03-05',
      status: 'listed',
    });
    const later = hearing(days, off('2027-03-04'), off('2027-03-05'));
    expect(later).toMatchObject({ on: '2027-03-08', status: 'listed' });
    expect([later?.at, later?.untilOn]).toEqual([undefined, undefined]);
    expect(hearing(days, off('2027-03-05'))).toMatchObject({ on: '2027-03-04', untilOn: '2027-03-08' });
  });

  it('takes the hearing off once none is left, whichever message comes first', () => {
    const all = [kind, days, off('2027-03-04'), off('2027-03-05'), off('2027-03-08')];
    for (const order of [all, [...all].reverse(), [...all, ...all]]) {
      expect(hearing(...order)).toMatchObject({ status: 'vacated' });
    }
    const court = new PureCourtCase().links(linkedCase('v1')).hears(...all);
    expect(court.told('v1').map((fact) => fact.kind)).toEqual([
      'hearingListed',
      'hearingMoved',
      'hearingMoved',
      'hearingVacated',
    ]);
  });

  it('stands again where the court has set it anew since', () => {
    expect(hearing(days, off('2027-03-08', '2027-01-01T12:00:00.000Z'))).toMatchObject({ untilOn: '2027-03-08' });
  });
});
