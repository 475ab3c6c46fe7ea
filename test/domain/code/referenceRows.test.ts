import { editionOf, editions } from '../../../domain/code/editions';
import type { Limit } from '../../../domain/code/limit';
import { realJson } from '../realData';

interface RowLimit {
  readonly n: number | null;
  readonly unit: 'hours' | 'working-days' | 'calendar-days' | 'months' | 'none';
}

interface Row {
  readonly id: string;
  readonly edition: string;
  readonly limit: RowLimit;
  readonly enhancedLimit: RowLimit | null;
  readonly confidence: string;
}

/** Rows of the reference table that are no obligation here, and why. */
const leftOut: Readonly<Record<string, string>> = {
  'c13-dates': 'says when the Code of 2013 began: the first day of its edition',
  'nc-dates': 'says when the consultation on the next Code ran: in the words of its edition',
  'c06-monthly': 'the Code of 2006 ended before any case here',
  'c06-bail': 'the Code of 2006 ended before any case here',
  'c06-report': 'the Code of 2006 ended before any case here',
  'c06-vs': 'the Code of 2006 ended before any case here',
  'c06-cps': 'the Code of 2006 ended before any case here',
  'c06-exp': 'the Code of 2006 ended before any case here',
  'cp-2005': 'the rules of 2005 ended before any case here',
  'sa26-transcript': 'not commenced as far as could be read, and without a limit',
};

/** Obligations that are no row of the reference table, and why they are here. */
const beyondTheTable: Readonly<Record<string, string>> = {
  'cp-2015-cc': 'the table has the time for the Crown Court of the newest rules alone',
  'cp-2015-oppose': 'the table has the time to oppose of the newest rules alone',
  'cp-2020-cc': 'the table has the time for the Crown Court of the newest rules alone',
  'cp-2020-oppose': 'the table has the time to oppose of the newest rules alone',
  'vcl-altered': 'what the prosecution’s own scheme says of an altered charge',
  'vcl-review-target': 'the Right to Review of the same scheme',
  'vcl-review-long': 'the Right to Review of the same scheme',
};

const rows = realJson<Row[]>('..', 'reference', 'code-timescales.json');
const obligations = editions.flatMap((edition) => edition.obligations);
const own = /^force-/;
const units = {
  'working-days': 'workingDays',
  'calendar-days': 'calendarDays',
  hours: 'hours',
  months: 'months',
} as const;
const limitOf = (limit: RowLimit | null): Limit | undefined =>
  limit === null || limit.n === null || limit.unit === 'none' ? undefined : { n: limit.n, unit: units[limit.unit] };

(rows ? describe : describe.skip)('the reference table of timescales', () => {
  it('is covered: each row is an obligation, or is left out for a reason', () => {
    const ids = (rows ?? []).map(({ id }) => id);
    const covered = obligations.map(({ id }) => id).filter((id) => !own.test(id) && !Object.hasOwn(beyondTheTable, id));
    expect([...covered, ...Object.keys(leftOut)].sort()).toEqual(ids.sort());
  });

  it('agrees with every obligation on limit, limit under Enhanced Rights and confidence', () => {
    const byId = new Map(rows?.map((row) => [row.id, row]));
    for (const { id, limit, enhancedLimit, confidence } of obligations) {
      const row = byId.get(id);
      if (!row) continue;
      expect({ id, limit, enhanced: enhancedLimit ?? limit, confidence }).toEqual({
        id,
        limit: limitOf(row.limit),
        enhanced: limitOf(row.enhancedLimit) ?? limitOf(row.limit),
        confidence: row.confidence,
      });
    }
  });

  it('agrees on the day from which each Code is in force', () => {
    for (const { id, edition } of rows ?? []) {
      const [, day] = /^Code 20(?:13|15|20) \(in force (.+)\)$/.exec(edition) ?? [];
      if (day === undefined || leftOut[id]) continue;
      const from = new Date(`${day} UTC`).toISOString().slice(0, 10);
      expect([id, editionOf(id).inForceFrom]).toEqual([id, from]);
    }
  });

  it('starts no clock where it has no number', () => {
    const without = (rows ?? []).filter(({ limit }) => limit.unit === 'none').map(({ id }) => id);
    expect(without.length).toBeGreaterThan(60);
    for (const { id, limit } of obligations) if (without.includes(id)) expect([id, limit]).toEqual([id, undefined]);
  });
});
