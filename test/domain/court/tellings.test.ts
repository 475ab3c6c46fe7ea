import { link, newCourtRecord, takeIn } from '../../../domain/court/courtRecord';
import { datesOffFirst, tellingsOwed } from '../../../domain/court/tellings';
import { armstrong, barnes, linkedCase, PureCourtCase, said } from './courtBuilder';

const trial = { hearingId: 'h1', hearing: 'trial', certainty: 'fixed', court: 'luton-crown', defendants: [] } as const;
const kinds = (court: PureCourtCase, caseId = 'victim') => court.told(caseId).map(({ kind }) => kind);

describe('what a linked case is told', () => {
  it('hears of a trial once, however often it is said', () => {
    const listed = said('hearingSet', { ...trial, on: '2026-09-01' }, '2026-04-01T10:00:00.000Z');
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(listed, listed, { ...listed, messageId: 'again' });
    expect(kinds(court)).toEqual(['hearingListed']);
  });

  it('hears of what was said before it was linked', () => {
    const court = new PureCourtCase()
      .hears(said('hearingSet', { ...trial, on: '2026-09-01' }, '2026-04-01T10:00:00.000Z'))
      .links(linkedCase('victim'), linkedCase('witness', { role: 'witness' }));
    expect([kinds(court), kinds(court, 'witness')]).toEqual([['hearingListed'], ['hearingListed']]);
  });

  it('hears that a trial moved, was vacated, and is listed again', () => {
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(
        said('hearingSet', { ...trial, on: '2026-09-01' }, '2026-04-01T10:00:00.000Z'),
        said('hearingSet', { ...trial, on: '2026-09-08' }, '2026-05-01T10:00:00.000Z'),
        said('hearingVacated', { hearingId: 'h1', why: 'vacated' }, '2026-06-01T10:00:00.000Z'),
        said('hearingSet', { ...trial, on: '2026-11-02' }, '2026-07-01T10:00:00.000Z')
      );
    expect(kinds(court)).toEqual(['hearingListed', 'hearingMoved', 'hearingVacated', 'hearingMoved']);
  });

  it('does not hear of an earlier date that arrives late', () => {
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(
        said('hearingSet', { ...trial, on: '2026-09-08' }, '2026-05-01T10:00:00.000Z'),
        said('hearingSet', { ...trial, on: '2026-09-01' }, '2026-04-01T10:00:00.000Z')
      );
    expect(court.told('victim')).toMatchObject([{ kind: 'hearingListed', data: { on: '2026-09-08' } }]);
  });

  it('hears an amended verdict as a correction of the first, not as a second verdict', () => {
    const verdict = { defendant: armstrong, offenceId: 'o1', on: '2026-09-03' } as const;
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(
        said('verdictGiven', { ...verdict, verdict: 'guilty' }, '2026-09-03T15:00:00.000Z'),
        said('verdictGiven', { ...verdict, verdict: 'notGuilty' }, '2026-09-04T09:00:00.000Z')
      );
    expect(court.heard.map(({ times, corrects }) => [times, corrects])).toEqual([
      [1, undefined],
      [2, 1],
    ]);
    expect(court.told('victim').map(({ data }) => data)).toEqual([{ verdict: 'guilty' }, { verdict: 'notGuilty' }]);
  });

  it('hears only of the defendants who are its suspects', () => {
    const plea = { offenceId: 'o1', plea: 'guilty', on: '2026-04-02' } as const;
    const court = new PureCourtCase()
      .links(
        linkedCase('hers', { suspects: ['s1'], matched: { s1: armstrong[0] ?? '' } }),
        linkedCase('his', { suspects: ['s2'], matched: { s2: barnes[0] ?? '' } }),
        linkedCase('witness', { role: 'witness', suspects: [] })
      )
      .hears(
        said('pleaEntered', { ...plea, defendant: armstrong }, '2026-04-02T12:00:00.000Z'),
        said('pleaEntered', { ...plea, defendant: barnes, plea: 'notGuilty' }, '2026-04-02T12:00:00.000Z')
      );
    expect(court.told('hers')).toMatchObject([{ data: { plea: 'guilty' }, suspects: ['s1'] }]);
    expect(court.told('his')).toMatchObject([{ data: { plea: 'notGuilty' }, suspects: ['s2'] }]);
    expect(court.told('witness')).toHaveLength(2);
  });

  it('knows a hearing of a list again when the court gives it an id, and follows it from there', () => {
    const inList = {
      court: 'luton-crown',
      on: '2026-09-01',
      hearing: 'trial',
      certainty: 'fixed',
      defendants: [],
    } as const;
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(
        said('listed', inList, '2026-08-30T16:00:00.000Z'),
        said('hearingSet', { ...trial, on: '2026-09-01' }, '2026-08-20T10:00:00.000Z'),
        said('hearingVacated', { hearingId: 'h1', why: 'vacated' }, '2026-08-31T10:00:00.000Z')
      );
    const ids = court.told('victim').map(({ data }) => ('hearingId' in data ? data.hearingId : undefined));
    expect(kinds(court)).toEqual(['hearingListed', 'hearingVacated']);
    expect(new Set(ids).size).toBe(1);
  });

  it('knows a hearing of a warned week again when the court gives it an id and a day of that week, in whatever order', () => {
    const warned = {
      court: 'luton-crown',
      on: '2026-08-31',
      untilOn: '2026-09-04',
      certainty: 'warnedWeek',
      hearing: 'sentence',
      defendants: [],
    } as const;
    const list = said('listed', warned, '2026-08-20T16:00:00.000Z');
    const fixed = { ...trial, hearing: 'sentence', on: '2026-09-02' } as const;
    for (const issuedAt of ['2026-08-19T10:00:00.000Z', '2026-08-24T10:00:00.000Z']) {
      const set = said('hearingSet', fixed, issuedAt);
      const court = new PureCourtCase().links(linkedCase('victim')).hears(list, set);
      expect(kinds(court)).toEqual(['hearingListed', 'hearingMoved']);
      const told = court.told('victim').map(({ data }) => data as { hearingId: string; on: string });
      expect(new Set(told.map(({ hearingId }) => hearingId)).size).toBe(1);
      expect(told.at(-1)?.on).toBe('2026-09-02');
      expect(kinds(new PureCourtCase().links(linkedCase('victim')).hears(set, list))).toEqual(['hearingListed']);
    }
  });

  it('takes another kind of hearing in a warned week for another hearing', () => {
    const warned = { court: 'luton-crown', on: '2026-08-31', untilOn: '2026-09-04', certainty: 'warnedWeek' } as const;
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(
        said('listed', { ...warned, hearing: 'trial', defendants: [] }, '2026-08-20T16:00:00.000Z'),
        said('hearingSet', { ...trial, hearing: 'bailHearing', on: '2026-09-02' }, '2026-08-24T10:00:00.000Z')
      );
    expect(kinds(court)).toEqual(['hearingListed', 'hearingListed']);
  });

  it('is told that a trial which only an old list had is where the court has set it, or is off where that is known already', () => {
    const old = {
      court: 'luton-crown',
      on: '2026-09-21',
      hearing: 'trial',
      certainty: 'fixed',
      defendants: [],
    } as const;
    const inList = said('listed', old, '2026-04-30T16:00:00.000Z');
    const set = said('hearingSet', { ...trial, on: '2026-09-01' }, '2026-04-01T10:00:00.000Z');
    const again = said('hearingSet', { ...trial, on: '2026-10-05' }, '2026-05-01T10:00:00.000Z');
    const first = new PureCourtCase().links(linkedCase('victim')).hears(inList, again);
    expect(first.told('victim')).toMatchObject([
      { kind: 'hearingListed', data: { on: '2026-09-21' } },
      { kind: 'hearingMoved', data: { on: '2026-10-05' } },
    ]);
    const later = new PureCourtCase().links(linkedCase('victim')).hears(set, inList, again);
    expect(kinds(later).sort()).toEqual(['hearingListed', 'hearingListed', 'hearingMoved', 'hearingVacated']);
  });

  it('is told of no date of a hearing that has been, unless it still waits for it', () => {
    const held = (on: string) => [
      said('hearingSet', { ...trial, on }, `${on}T16:00:00.000Z`),
      said('hearingHeld', { hearingId: 'h1', on, trial: 'effective' }, `${on}T16:00:00.000Z`),
    ];
    // Both come with one message.
    const court = new PureCourtCase().hears(...held('2026-09-01')).links(linkedCase('victim'));
    expect(kinds(court)).toEqual(['trialHeard']);
    const waits = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(said('hearingSet', { ...trial, on: '2026-10-05' }, '2026-04-01T10:00:00.000Z'), ...held('2026-09-01'));
    expect(kinds(waits)).toEqual(['hearingListed', 'hearingMoved', 'trialHeard']);
  });

  it('hears of the same plea once, whatever day the court writes beside it', () => {
    const plea = { defendant: armstrong, offenceId: 'o1', plea: 'notGuilty' } as const;
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(
        said('pleaEntered', { ...plea, on: '2026-04-02' }, '2026-04-02T12:00:00.000Z'),
        said('pleaEntered', { ...plea, on: '2026-09-01' }, '2026-09-01T12:00:00.000Z'),
        said('pleaEntered', { ...plea, plea: 'guilty', on: '2026-09-02' }, '2026-09-02T12:00:00.000Z')
      );
    expect(court.told('victim').map(({ data }) => data)).toEqual([{ plea: 'notGuilty' }, { plea: 'guilty' }]);
  });

  it('hears once of a day on which a defendant was named in two ways: the later word', () => {
    const bail = { on: '2026-04-02' } as const;
    const named = [...armstrong, 'name-a'];
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(
        said('bailDecided', { ...bail, defendant: ['name-a'], decision: 'bailed' }, '2026-04-02T12:00:00.000Z'),
        said('bailDecided', { ...bail, defendant: named, decision: 'remanded' }, '2026-04-02T13:00:00.000Z'),
        said('sentToCrownCourt', { defendant: named, on: '2026-04-02' }, '2026-04-02T14:00:00.000Z')
      );
    expect(court.told('victim').map(({ data }) => 'decision' in data && data.decision)).toEqual([
      'bailed',
      'remanded',
      false,
    ]);
  });

  it('is told nothing more once it was untied', () => {
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .links(linkedCase('victim', { since: '2026-04-01T09:00:00.000Z', ended: true }))
      .hears(said('hearingSet', { ...trial, on: '2026-09-01' }, '2026-04-02T10:00:00.000Z'));
    expect(kinds(court)).toEqual([]);
  });

  it('is not told that a hearing is vacated because a later list lacks it: somebody is asked', () => {
    const inList = {
      court: 'luton-crown',
      on: '2026-09-01',
      hearing: 'trial',
      certainty: 'fixed',
      defendants: [],
    } as const;
    const court = new PureCourtCase()
      .links(linkedCase('victim'))
      .hears(
        said('listed', inList, '2026-08-30T16:00:00.000Z'),
        said('missingFromList', { court: 'luton-crown', on: '2026-09-01' }, '2026-08-31T16:00:00.000Z')
      );
    expect(kinds(court)).toEqual(['hearingListed']);
  });
});

it('who is to hear of much hears first that a day is off', () => {
  const now = '2026-07-02T09:00:00.000Z';
  const plea = { defendant: armstrong, offenceId: 'o1', plea: 'notGuilty', on: '2026-04-02' } as const;
  const tell = (court: PureCourtCase) =>
    datesOffFirst(tellingsOwed(court.record, now)).map(({ caseId, fact }) => `${caseId} ${fact.kind}`);
  const court = new PureCourtCase()
    .links(linkedCase('one'), linkedCase('two'))
    .hears(said('hearingSet', { ...trial, on: '2026-09-01' }, '2026-04-01T10:00:00.000Z'));
  const words = [
    said('pleaEntered', plea, '2026-04-02T10:00:00.000Z'),
    said('hearingVacated', { hearingId: 'h1', why: 'vacated' }, '2026-07-01T10:00:00.000Z'),
  ];
  court.record = takeIn(court.record, words);
  expect(tell(court)).toEqual(['one hearingVacated', 'two hearingVacated', 'one pleaEntered', 'two pleaEntered']);
  const none = link(newCourtRecord('c0', '01ZD0303208'), linkedCase('one'));
  expect(datesOffFirst(tellingsOwed(none, now))).toEqual([]);
});
