import fc from 'fast-check';
import { outcomeEvents, type KnownCase } from '../../cli/policeData/outcomeEvents';
import { outcomeMeanings } from '../../cli/policeData/outcomeMeanings';
import { addHours, londonDay } from '../../domain/time/londonTime';

const until = '2026-11-22T07:00:00.000Z';
const names = outcomeMeanings.map(({ name }) => name);

const aCase = (receivedAt: string, status?: string): KnownCase => ({
  caseId: '5b0c5a3e-6b9c-4c8e-9a59-3f5f6f1f0a01',
  receivedAt,
  suspects: status ? [{ status, since: addHours(receivedAt, 1) }] : [],
});

const receivedAts = fc.integer({ min: 1, max: 60_000 }).map((hours) => addHours(until, -hours));
const months = fc
  .tuple(fc.integer({ min: 2020, max: 2026 }), fc.integer({ min: 1, max: 10 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

describe('The events of an outcome', () => {
  it('come after the report, in order, and never in the future', () => {
    const anOutcome = fc.record({
      crimeId: fc.string(),
      outcome: fc.constantFrom(...names),
      month: fc.option(months, { nil: undefined }),
    });
    fc.assert(
      fc.property(anOutcome, receivedAts, (outcome, receivedAt) => {
        const times = outcomeEvents(outcome, aCase(receivedAt), until).map(({ body }) => body.happenedAt);
        const all = [receivedAt, ...times, until];
        expect([...all].sort()).toEqual(all);
        expect(new Set([receivedAt, ...times]).size).toBe(times.length + 1);
      })
    );
  });

  it('lie in the month of the outcome where the report is not later', () => {
    fc.assert(
      fc.property(months, fc.string(), (month, crimeId) => {
        const received = aCase('2019-12-30T12:00:00.000Z');
        const [event] = outcomeEvents({ crimeId, outcome: 'Suspect charged', month }, received, until);
        expect(londonDay(event?.body.happenedAt ?? '').slice(0, 7)).toBe(month);
      })
    );
  });

  it('keep the order of their months where the reports were moved to the last days', () => {
    const received = aCase('2026-11-20T12:00:00.000Z');
    fc.assert(
      fc.property(months, months, fc.string(), (one, other, crimeId) => {
        fc.pre(one < other);
        const [earlier, later] = [one, other].map(
          (month) =>
            outcomeEvents({ crimeId, outcome: 'Suspect charged', month }, received, until)[0]?.body.happenedAt ?? ''
        );
        expect((earlier ?? '') < (later ?? '')).toBe(true);
      })
    );
  });

  it('have the same keys and times for the same outcome, and other keys for another month or case', () => {
    const outcome = { crimeId: 'abc', outcome: 'Suspect charged', month: '2021-06' };
    const known = aCase('2021-06-02T12:00:00.000Z');
    const events = outcomeEvents(outcome, known, until);
    expect(outcomeEvents(outcome, known, until)).toEqual(events);
    const keyOf = (changes: object, to = known): string | undefined =>
      outcomeEvents({ ...outcome, ...changes }, to, until)[0]?.idempotencyKey;
    const keys = [
      keyOf({}),
      keyOf({ month: '2021-07' }),
      keyOf({}, { ...known, caseId: 'other' }),
      keyOf({ crimeId: 'x' }),
    ];
    expect(new Set(keys).size).toBe(4);
    for (const key of keys) expect(key).toMatch(/^import-[0-9a-f]{40}$/);
  });

  it('leave out the charge and the verdict that the case knows of', () => {
    const outcome = { crimeId: 'abc', outcome: 'Offender sent to prison', month: '2021-12' };
    const kinds = (status?: string): string[] =>
      outcomeEvents(outcome, aCase('2021-06-02T12:00:00.000Z', status), until).map(({ body }) => body.kind);
    expect(kinds()).toEqual(['suspectCharged', 'verdictGiven', 'sentencePassed']);
    expect(kinds('charged')).toEqual(['verdictGiven', 'sentencePassed']);
    expect(kinds('convicted')).toEqual(['sentencePassed']);
    expect(kinds('noFurtherAction')).toEqual(['suspectCharged', 'verdictGiven', 'sentencePassed']);
  });
});
