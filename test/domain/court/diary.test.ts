import { calendarOf } from '../../../api/diary/calendarFeed';
import { diaryOf } from '../../../domain/court/diary';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const trial = { hearing: 'trial', on: '2026-06-02' } as const;
const withHearing = (caseId: string, hearing: object = {}, urn = '41AA1000001') =>
  PureCase.open({ caseId, role: 'witness' })
    .record('courtCaseLinked', { urn }, after(1))
    .record('hearingListed', { hearingId: 'h1', ...trial, ...hearing }, after(2));
const diary = (from: string, to: string, ...cases: PureCase[]) =>
  diaryOf(
    cases.map(({ careRecord }) => summaryOf(careRecord)),
    from,
    to
  );
const days = (from: string, to: string, hearing?: object) =>
  diary(from, to, withHearing('c1', hearing)).map(({ on }) => on);

describe('the diary of some days', () => {
  it('has their first and their last day, and no other', () => {
    expect(days('2026-06-02', '2026-06-02')).toEqual(['2026-06-02']);
    expect(days('2026-06-03', '2026-06-30')).toEqual([]);
    expect(days('2026-05-01', '2026-06-01')).toEqual([]);
  });

  it('has a hearing of several days on each of them', () => {
    expect(days('2026-06-04', '2026-06-30', { untilOn: '2026-06-04' })).toEqual(['2026-06-02']);
    expect(days('2026-06-05', '2026-06-30', { untilOn: '2026-06-04' })).toEqual([]);
  });

  it('has one hearing of two witnesses once, as the one who has heard more knows it', () => {
    const moved = withHearing('c2').record(
      'hearingMoved',
      { hearingId: 'h1', on: '2026-06-03', at: '2026-06-03T09:00:00.000Z' },
      after(3)
    );
    for (const cases of [
      [withHearing('c1'), moved],
      [moved, withHearing('c1')],
    ]) {
      const [entry, ...others] = diary('2026-06-01', '2026-06-30', ...cases);
      expect(others).toEqual([]);
      expect(entry).toMatchObject({
        on: '2026-06-03',
        at: '2026-06-03T09:00:00.000Z',
        cancelled: false,
        urns: ['41AA1000001'],
      });
      expect(entry?.cases.map(({ caseId }) => caseId)).toEqual(['c1', 'c2']);
    }
  });

  it('stands in a calendar as not certain while its day is not, on whole days to the end of the week', () => {
    const week = { on: '2026-06-01', untilOn: '2026-06-05' };
    const feed = (hearing: object) =>
      calendarOf(diary('2026-06-01', '2026-06-30', withHearing('c1', hearing)), after(9));
    const warned = feed({ ...week, certainty: 'warnedWeek' });
    expect(warned).toMatch(/DTSTART;VALUE=DATE:20260601\r\nDTEND;VALUE=DATE:20260606\r\n/);
    expect(warned).toContain('STATUS:TENTATIVE\r\n');
    expect(feed({})).toContain('STATUS:CONFIRMED\r\n');
  });

  it('shows the day to which a hearing moved, and counts the word on it, also where a case that had ended never heard of it', () => {
    const ended = withHearing('c1')
      .record('hearingMoved', { hearingId: 'h1', on: '2026-06-05' }, after(3))
      .record('hearingMoved', { hearingId: 'h1', on: '2026-06-02' }, after(4));
    const leftUndone = ended.careRecord.tasks
      .filter(({ closed }) => !closed)
      .map(({ taskId }) => ({ taskId, reason: 'notNeeded' as const }));
    ended.record('caseClosed', { reason: 'supportEnded', leftUndone }, after(5));
    const seen = (other: PureCase) => diary('2026-06-01', '2026-06-30', ended, other)[0];
    const other = withHearing('c2');
    const before = seen(other);
    const moved = seen(other.record('hearingMoved', { hearingId: 'h1', on: '2026-06-09' }, after(6)));
    expect(moved).toMatchObject({ key: before?.key, on: '2026-06-09' });
    expect(moved?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    const off = seen(other.record('hearingVacated', { hearingId: 'h1' }, after(7)));
    expect(off).toMatchObject({ key: before?.key, cancelled: true });
    expect(off?.sequence).toBeGreaterThan(moved?.sequence ?? 0);
  });

  it('keeps apart lines of a list that two prosecutions have in one court on one day', () => {
    const line = { hearingId: 'listed-luton-crown-2026-06-02' };
    const entries = diary('2026-06-01', '2026-06-30', withHearing('c1', line), withHearing('c2', line, '41AA1000002'));
    expect(entries.map(({ urns }) => urns)).toEqual([['41AA1000001'], ['41AA1000002']]);
  });
});
