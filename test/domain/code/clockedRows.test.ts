import { englandAndWalesCalendar } from '../../../published/bankHolidays';
import { editionById } from '../../../domain/code/editions';
import { standingOf } from '../../../domain/code/standing';
import type { CaseOpening } from '../../../domain/careRecord';
import type { FactKind } from '../../../domain/fact';
import {
  addCalendarDays,
  addHours,
  endOfLondonDay,
  justAfter,
  londonDay,
  type Instant,
} from '../../../domain/time/londonTime';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { dutiesOf, dutiesTo, reasonsAsked, rungsOf, sleepUntil } from './dutiesOf';
import { rowCases, type RowCase } from './rowCases';

const since2013 = englandAndWalesCalendar('2013-12-01');
const s1 = { suspects: ['s1'] };
const monday = after(6);
const rows = Object.entries(rowCases);

/** The end of so many working days, walked day by day. */
function walked(from: Instant, days: number): Instant {
  let on = londonDay(from);
  for (let left = days; left > 0;) {
    on = addCalendarDays(on, 1);
    const weekday = new Date(`${on}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !since2013.bankHolidays.includes(on)) left -= 1;
  }
  return endOfLondonDay(on);
}

interface Telling {
  readonly at?: Instant;
  /** When the case here was told; at once where nothing is said. */
  readonly heardAt?: Instant;
  readonly opening?: Partial<CaseOpening>;
  readonly paused?: true;
}

/** A case in which the event of a row happens at an instant, and the number of the fact that it is. */
function happening(row: RowCase, { at = monday, heardAt = at, opening, paused }: Telling): [PureCase, number] {
  const receivedAt = row.happens ? addHours(at, -24 * 6) : at;
  const victim = PureCase.open({ suspects: ['s1'], ...opening, receivedAt }, since2013);
  if (paused) {
    const untilOn = addCalendarDays(londonDay(at), 60);
    victim.record('standardsPaused', { reason: 'victimAway', untilOn }, addHours(receivedAt, row.happens ? 1 : 0));
  }
  const [, charge, appeal] = [0, 24, 48].map((hours) => addHours(receivedAt, hours));
  for (const kind of row.before ?? []) {
    if (kind === 'suspectCharged') victim.record(kind, { how: 'charged' }, charge ?? at, s1);
    else victim.record(kind, { against: 'sentence' }, appeal ?? at, s1);
  }
  if (!row.happens) return [victim, 0];
  const [kind, data] = row.happens as [FactKind, never];
  victim.record(kind, data, at, { ...s1, source: row.source ?? 'officer', now: heardAt });
  return [victim, victim.careRecord.facts.length];
}

function answer(victim: PureCase, seq: number, id: string, given: RowCase['answer'], at: Instant): void {
  if (given === 'telling') victim.record('victimTold', { channel: 'phone', about: [seq] }, at);
  else if (given === 'settled') victim.record('dutySettled', { duty: id, as: 'met' }, at);
  else if (given !== 'receipt') victim.record(given[0], given[1] as never, at);
}

describe('the rows of the Victims’ Code 2020 that have a number of days', () => {
  it('each has a case here', () => {
    const clocked = editionById('victims-code-2020').obligations.filter(({ arises, limit }) => arises && limit);
    expect(Object.keys(rowCases).sort()).toEqual(clocked.map(({ id }) => id).sort());
  });

  describe.each(rows)('%s', (obligation, row) => {
    const [days, enhancedDays] = row.days;
    const dueBy = walked(monday, days);
    const dutyIn = (victim: PureCase, seq: number) => {
      const duty = dutiesTo(victim, obligation).find((each) => each.seq === seq);
      if (!duty) throw new Error(`${obligation} did not arise`);
      return duty;
    };

    it('on time', () => {
      const [victim, seq] = happening(row, row.answer === 'receipt' ? { heardAt: dueBy } : {});
      const { id } = dutyIn(victim, seq);
      expect(dutyIn(victim, seq).dueBy).toBe(dueBy);
      answer(victim, seq, id, row.answer, dueBy);
      sleepUntil(victim, after(120));
      expect(standingOf(dutyIn(victim, seq), after(120))).toBe('met');
      expect(rungsOf(victim, id)).not.toContain('missed');
      expect(reasonsAsked(victim)).not.toContain(id);
    });

    it('late', () => {
      const late = addHours(dueBy, 60);
      const [victim, seq] = happening(row, row.answer === 'receipt' ? { heardAt: late } : {});
      const { id } = dutyIn(victim, seq);
      sleepUntil(victim, late);
      if (row.answer !== 'receipt') expect(standingOf(dutyIn(victim, seq), late)).toBe('missed');
      expect(rungsOf(victim, id).includes('missed')).toBe(row.ours);
      expect(reasonsAsked(victim).includes(id)).toBe(row.ours);
      answer(victim, seq, id, row.answer, late);
      expect(standingOf(dutyIn(victim, seq), after(120))).toBe('metLate');
      expect(reasonsAsked(victim).includes(id)).toBe(row.ours);
    });

    it('late with a good reason', () => {
      const late = addHours(dueBy, 60);
      const [victim, seq] = happening(row, row.answer === 'receipt' ? { heardAt: late } : {});
      const { id } = dutyIn(victim, seq);
      sleepUntil(victim, late);
      victim.record('dutyReasonGiven', { duty: id, cause: 'riskToInvestigation', goodReason: true }, late);
      answer(victim, seq, id, row.answer, addHours(late, 1));
      expect(standingOf(dutyIn(victim, seq), after(120))).toBe('missedWithGoodReason');
      expect(reasonsAsked(victim)).not.toContain(id);
    });

    it(`with Enhanced Rights: ${enhancedDays === days ? 'as for everybody' : `${enhancedDays} instead of ${days}`}`, () => {
      const [victim, seq] = happening(row, { opening: { circumstances: ['domesticAbuse'] } });
      const enhancedBy = walked(monday, enhancedDays);
      expect(dutyIn(victim, seq)).toMatchObject({ tier: 'enhanced', dueBy: enhancedBy });
      const { settled } = dutyIn(victim, seq);
      if (!settled) expect(standingOf(dutyIn(victim, seq), justAfter(enhancedBy))).toBe('missed');
    });

    it('half an hour before 1 April 2021 in London, and half an hour into it', () => {
      const law = (at: Instant) => {
        const [victim, seq] = happening(row, { at });
        const owed = dutiesOf(victim).filter((each) => each.seq === seq && each.edition.startsWith('victims-code'));
        return owed.map((each) => each.obligation).sort();
      };
      expect(law('2021-03-31T22:30:00.000Z')).toEqual([...row.in2015].sort());
      const since = law('2021-03-31T23:30:00.000Z');
      expect(since).toContain(obligation);
      expect(since.every((id) => id.startsWith('c20-'))).toBe(true);
    });

    it('while the force’s standards rest, which is nothing to it', () => {
      const [victim, seq] = happening(row, { paused: true });
      expect(dutyIn(victim, seq).dueBy).toBe(dueBy);
      expect(dutyIn(victim, seq).earlier).toBeUndefined();
      if (row.answer === 'receipt') return;
      sleepUntil(victim, addHours(dueBy, 24));
      expect(standingOf(dutyIn(victim, seq), addHours(dueBy, 24))).toBe('missed');
      expect(rungsOf(victim, dutyIn(victim, seq).id).includes('missed')).toBe(row.ours);
    });
  });
});
