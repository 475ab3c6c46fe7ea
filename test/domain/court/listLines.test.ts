import type { CourtEventData } from '../../../domain/court/courtEvent';
import { linkedCase, PureCourtCase, said } from './courtBuilder';

const at = (day: number, hour = 9) =>
  `2027-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const line = (data: Partial<CourtEventData['listed']> = {}): CourtEventData['listed'] => ({
  ...{ court: 'luton-crown-court', on: '2027-03-29', hearing: 'trial', certainty: 'fixed', defendants: [] },
  ...data,
});
const byId = 'cp-5c0f6a7e-4f2e-4f9e-9f0e-000000000001';
const kinds = (court: PureCourtCase) => court.told('victim').map(({ kind }) => kind);
const orders = <T>(one: T, other: T): [string, T[]][] => [
  ['in order', [one, other]],
  ['in the other order', [other, one]],
];

describe('lists of courts', () => {
  it.each(orders(1, 2))('published at one instant count by their version, %s', (_, versions) => {
    const rooms = versions.map((version) =>
      said('listed', line({ room: `room ${version}` }), at(26), { messageId: `m${9 - version}`, version })
    );
    const court = new PureCourtCase().links(linkedCase('victim')).hears(...rooms);
    expect(court.view().hearings).toMatchObject([{ room: 'room 2' }]);
  });

  it.each(orders(1, 2))('ask nobody where a higher version of one instant has it again, %s', (_, versions) => {
    const [first = 1] = versions;
    const missing = said('missingFromList', { court: 'luton-crown-court', on: '2027-03-29' }, at(26), { version: 1 });
    const again = said('listed', line(), at(26), { version: 2 });
    const court = new PureCourtCase().hears(...(first === 1 ? [missing, again] : [again, missing]));
    expect(court.view().questions).toEqual([]);
    const gone = said('missingFromList', { court: 'luton-crown-court', on: '2027-03-29' }, at(26), { version: 3 });
    expect(court.hears(gone).view().questions).toMatchObject([{ ask: 'hearingMissingFromList' }]);
  });

  it.each(orders('luton-crown-court', byId))(
    'that name the court or give its id are of one hearing, %s',
    (_, courts) => {
      const court = new PureCourtCase().links(linkedCase('victim'));
      for (const [place, each] of courts.entries()) court.hears(said('listed', line({ court: each }), at(20 + place)));
      expect(court.view().hearings).toMatchObject([{ court: 'luton-crown-court', on: '2027-03-29' }]);
      expect(new Set(court.told('victim').map(({ data }) => 'hearingId' in data && data.hearingId)).size).toBe(1);
      expect(kinds(court)).toEqual(['hearingListed']);
      const [stands] = court.view().hearings;
      const missing = said('missingFromList', { court: byId, on: '2027-03-29' }, at(25));
      expect(court.hears(missing).view().questions).toEqual([
        { ask: 'hearingMissingFromList', hearingId: stands?.hearingId },
      ]);
      const asked = { hearingId: stands?.hearingId ?? '', stands: false };
      court.hears(said('hearingConfirmed', asked, at(26), { source: 'person' }));
      expect(kinds(court).at(-1)).toBe('hearingVacated');
    }
  );

  it('of two courts with names on one day are of two hearings', () => {
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(said('listed', line(), at(20)), said('listed', line({ court: 'stevenage' }), at(21)));
    expect(kinds(court)).toEqual(['hearingListed', 'hearingListed']);
  });

  it('that give the day of a case which was warned for a week tell when it is, not of a second trial', () => {
    const week = line({ certainty: 'warnedWeek', untilOn: '2027-04-02' });
    const [warned, fixed] = [said('listed', week, at(15)), said('listed', line({ on: '2027-03-31' }), at(30))];
    for (const order of [
      [warned, fixed],
      [fixed, warned],
    ]) {
      const court = new PureCourtCase().links(linkedCase('victim')).hears(...order);
      expect(court.view().hearings).toMatchObject([{ on: '2027-03-31', certainty: 'fixed' }]);
      expect(kinds(court)).toEqual(order[0] === warned ? ['hearingListed', 'hearingMoved'] : ['hearingListed']);
    }
  });

  it('of the later days of a hearing say when it sits on that day, and move nothing', () => {
    const trial = { hearingId: 'h1', hearing: 'trial', certainty: 'fixed', defendants: [] } as const;
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(
        said('hearingSet', { ...trial, on: '2027-03-29', at: at(29), untilOn: '2027-03-31' }, at(1)),
        said('listed', line({ at: at(29, 10), room: '2' }), at(28)),
        said('listed', line({ on: '2027-03-30', at: at(30, 13), room: '5' }), at(29, 16))
      );
    expect(court.view().hearings).toMatchObject([{ on: '2027-03-29', at: at(29, 10), room: '2' }]);
    expect(kinds(court)).toEqual(['hearingListed', 'hearingMoved']);
  });
});
