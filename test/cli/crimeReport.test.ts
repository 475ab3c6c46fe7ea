import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { crimeReport } from '../../cli/policeData/crimeReport';
import { crimeTypeNamed, crimeTypes } from '../../cli/policeData/crimeTypes';
import type { CrimeRow } from '../../cli/policeData/policeRow';
import { reportTimes } from '../../cli/policeData/reportTimes';
import {
  londonDateTime,
  monthAfter,
  monthWindow,
  recentWindow,
  type ReportWindow,
} from '../../cli/policeData/reportWindow';
import { addHours, instant, londonDay, startOfLondonDay } from '../../domain/time/londonTime';
import { crimeId } from './policeFiles';

const until = '2026-11-22T07:00:00.000Z';

function aRow(id: string, typeName = 'Burglary'): CrimeRow {
  const type = crimeTypeNamed(typeName);
  if (!type) throw new Error(`No type ${typeName}`);
  return { crimeId: id, month: '2021-06', force: 'hertfordshire', type, lastOutcome: '' };
}

function windowOf(month: string): ReportWindow {
  const window = monthWindow(month, until);
  if (!window) throw new Error(`${month} has not begun`);
  return window;
}

const june = windowOf('2021-06');

function reportOf(id: string, typeName = 'Burglary') {
  return crimeReport(aRow(id, typeName), june, 'north-victim-care');
}

const months = fc
  .tuple(fc.integer({ min: 2011, max: 2025 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

describe('The report of a crime', () => {
  it('is the one that earlier releases made of the same row, or a second import would differ from the first', () => {
    const types = crimeTypes.filter(({ victim }) => victim !== 'none').map(({ name }) => name);
    const reports = types.map((type, index) => JSON.stringify(reportOf(crimeId(index), type)));
    const digest = createHash('sha256').update(reports.join('\n')).digest('hex');
    expect(digest.slice(0, 16)).toBe('fe617cfe01ef8ed9');
  });

  it('names a victim who is plainly invented, with a number for drama and an address at example.org', () => {
    const names = new Set<string>();
    for (let number = 0; number < 500; number += 1) {
      const [victim] = reportOf(crimeId(number)).people;
      names.add(victim.name);
      const [phone, email] = victim.contactPoints;
      expect(phone?.value).toMatch(/^07700 900\d{3}$/);
      expect(email?.value).toMatch(/^[a-z.0-9]+@example\.org$/);
      expect(victim.contactPoints.filter(({ safe }) => safe === 'yes')).toHaveLength(1);
    }
    expect(names.size).toBeGreaterThan(200);
  });

  it('of shoplifting is about a shop, whose named contact speaks for it', () => {
    const [shop] = reportOf(crimeId(7), 'Shoplifting').people;
    expect(shop).toMatchObject({ kind: 'business', representatives: [{ relation: 'businessContact' }] });
  });
});

describe('The times of a report', () => {
  it('are in order and within the London month, whatever the clocks do', () => {
    fc.assert(
      fc.property(months, fc.string({ minLength: 1 }), (month, id) => {
        const { occurredAt, reportedAt, receivedAt } = reportTimes(id, windowOf(month));
        const [occurred, reported, received] = [occurredAt, reportedAt, receivedAt].map(instant) as [
          string,
          string,
          string,
        ];
        expect(occurred <= reported && reported <= received).toBe(true);
        expect(londonDay(occurred).slice(0, 7)).toBe(month);
        expect(londonDay(received).slice(0, 7)).toBe(month);
        // The date as written is London's, so the offset is the one that holds then.
        expect(receivedAt.slice(0, 10)).toBe(londonDay(received));
      })
    );
  });

  it('lie in the last days and never after their end', () => {
    const someHour = fc.integer({ min: 0, max: 100_000 }).map((hours) => addHours('2015-01-01T00:00:00.000Z', hours));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), someHour, fc.string(), (days, end, id) => {
        const { occurredAt, reportedAt, receivedAt } = reportTimes(id, recentWindow(days, end));
        const times = [addHours(end, -24 * days), occurredAt, reportedAt, receivedAt].map(instant);
        expect([...times].sort()).toEqual(times);
        expect(instant(receivedAt) < end).toBe(true);
      })
    );
  });

  it('of a month that is not over lie before now, and a month that has not begun has none', () => {
    const november = windowOf('2026-11');
    for (let number = 0; number < 200; number += 1) {
      expect(instant(reportTimes(crimeId(number), november).receivedAt) < until).toBe(true);
    }
    expect(monthWindow('2026-12', until)).toBeUndefined();
  });

  it.each([
    ['in the hour before the clocks go forward', '2021-03', '2021-03-28T00:30:00Z', '2021-03-28T00:30:00+00:00'],
    ['in the hour after', '2021-03', '2021-03-28T01:30:00Z', '2021-03-28T02:30:00+01:00'],
    ['in the hour before the clocks go back', '2021-10', '2021-10-31T00:30:00Z', '2021-10-31T01:30:00+01:00'],
    ['in the same hour once more', '2021-10', '2021-10-31T01:30:00Z', '2021-10-31T01:30:00+00:00'],
  ])('are written with the offset that holds %s', (_when, month, at, written) => {
    expect(londonDateTime(windowOf(month), Date.parse(at))).toBe(written);
  });

  it('are denser by day than by night, and no day of the month is left out', () => {
    const perHour = new Array<number>(24).fill(0);
    const days = new Set<string>();
    for (let number = 0; number < 4_000; number += 1) {
      const { reportedAt } = reportOf(crimeId(number));
      const hour = Number(reportedAt.slice(11, 13));
      perHour[hour] = (perHour[hour] ?? 0) + 1;
      days.add(reportedAt.slice(0, 10));
    }
    const sum = (from: number, to: number): number => perHour.slice(from, to).reduce((one, other) => one + other, 0);
    expect(sum(12, 18)).toBeGreaterThan(2.5 * sum(0, 6));
    expect(days.size).toBe(30);
    expect(londonDay(startOfLondonDay(`${monthAfter('2021-12')}-01`))).toBe('2022-01-01');
  });
});
