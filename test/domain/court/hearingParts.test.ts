import { said, PureCourtCase, linkedCase } from './courtBuilder';

const listed = said('hearingKind', { hearingId: 'h1', hearing: 'trial' }, '2027-01-01T09:00:00.000Z');
const days = said('hearingDays', { hearingId: 'h1', certainty: 'fixed', on: '2027-03-01' }, '2027-01-02T09:00:00.000Z');
const place = said('hearingPlace', { hearingId: 'h1', room: 'Court 3' }, '2027-01-03T09:00:00.000Z');
const moved = said(
  'hearingDays',
  { hearingId: 'h1', certainty: 'fixed', on: '2027-03-08' },
  '2027-01-04T09:00:00.000Z'
);
const vacated = said('hearingVacated', { hearingId: 'h1', why: 'vacated' }, '2027-01-05T09:00:00.000Z');
const whole = said(
  'hearingSet',
  { hearingId: 'h1', hearing: 'sentence', certainty: 'fixed', on: '2027-04-01', room: 'Court 1', defendants: [] },
  '2027-01-03T12:00:00.000Z'
);

describe('a hearing that several messages tell a part of', () => {
  it('is put together, whichever part comes first', () => {
    for (const order of [
      [listed, days, place],
      [place, days, listed],
      [days, listed, place],
    ]) {
      const hearings = new PureCourtCase().hears(...order).view().hearings;
      expect(hearings).toMatchObject([{ hearingId: 'h1', hearing: 'trial', on: '2027-03-01', room: 'Court 3' }]);
    }
  });

  it('has no day until one is told, and a case hears of it then', () => {
    const court = new PureCourtCase().links(linkedCase('v1')).hears(listed);
    expect(court.told('v1')).toEqual([]);
    court.hears(days);
    expect(court.told('v1')).toMatchObject([{ kind: 'hearingListed', data: { hearing: 'trial', on: '2027-03-01' } }]);
  });

  it('is told whole later, and in part later still: of each part the last word counts', () => {
    for (const order of [
      [listed, days, place, whole, moved],
      [moved, whole, place, days, listed],
    ]) {
      const hearings = new PureCourtCase().hears(...order).view().hearings;
      expect(hearings).toMatchObject([{ hearing: 'sentence', on: '2027-03-08', room: 'Court 1' }]);
    }
  });

  it('has the days that were told alone where both were issued in one instant, in either order', () => {
    const changed = said(
      'hearingDays',
      { hearingId: 'h1', certainty: 'fixed', on: '2027-04-01', untilOn: '2027-04-12' },
      whole.issuedAt
    );
    for (const order of [
      [whole, changed],
      [changed, whole],
    ]) {
      const hearings = new PureCourtCase().hears(...order).view().hearings;
      expect(hearings).toMatchObject([{ hearing: 'sentence', on: '2027-04-01', untilOn: '2027-04-12' }]);
    }
  });

  it('is part heard where it was heard and goes on after a pause, and no longer once it went on', () => {
    const on = '2027-04-01';
    const held = (day: string) =>
      said('hearingHeld', { hearingId: 'h1', on: day, trial: 'effective' }, `${day}T17:00:00.000Z`);
    const trial = said(
      'hearingSet',
      { hearingId: 'h1', hearing: 'trial', certainty: 'fixed', on, defendants: [] },
      '2027-03-01T09:00:00.000Z'
    );
    const adjourned = said(
      'hearingDays',
      {
        ...{ hearingId: 'h1', certainty: 'fixed', on, untilOn: '2027-04-12' },
        pauses: [{ after: on, resumesOn: '2027-04-12' }],
      },
      '2027-04-01T17:30:00.000Z'
    );
    const court = new PureCourtCase('2027-04-02T09:00:00.000Z').links(linkedCase('v1')).hears(trial, held(on));
    expect(court.told('v1').at(-1)).toMatchObject({ kind: 'trialHeard', data: { trial: 'effective' } });
    court.hears(adjourned);
    expect(court.told('v1').map(({ kind }) => kind)).toContain('hearingMoved');
    expect(court.told('v1').findLast(({ kind }) => kind === 'trialHeard')?.data).toMatchObject({ trial: 'partHeard' });
    expect(new PureCourtCase().hears(adjourned, held(on), trial).view().hearings).toMatchObject([
      { trial: 'partHeard', untilOn: '2027-04-12' },
    ]);
    const wentOn = new PureCourtCase().hears(trial, held(on), adjourned, held('2027-04-12'));
    expect(wentOn.view().hearings).toMatchObject([{ trial: 'effective' }]);
    const decided = said(
      'verdictGiven',
      { defendant: ['cp-a'], offenceId: 'o1', verdict: 'guilty', on },
      '2027-04-01T17:00:00.000Z'
    );
    expect(new PureCourtCase().hears(trial, held(on), adjourned, decided).view().hearings).toMatchObject([
      { trial: 'effective' },
    ]);
  });

  it('stays vacated when a part other than its day is told anew', () => {
    const named = said('hearingKind', { hearingId: 'h1', hearing: 'sentence' }, '2027-01-06T09:00:00.000Z');
    expect(new PureCourtCase().hears(days, vacated, named).view().hearings).toMatchObject([{ status: 'vacated' }]);
    const again = said(
      'hearingDays',
      { hearingId: 'h1', certainty: 'fixed', on: '2027-05-03' },
      '2027-01-07T09:00:00.000Z'
    );
    expect(new PureCourtCase().hears(again, vacated, days).view().hearings).toMatchObject([{ status: 'listed' }]);
  });
});
