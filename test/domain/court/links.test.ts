import fc from 'fast-check';
import { link, newCourtRecord, type LinkedCase } from '../../../domain/court/courtRecord';
import { linkedCase } from './courtBuilder';

const tiedAfter = (links: readonly LinkedCase[]) =>
  links.reduce(link, newCourtRecord('c0', '01ZD0303208')).linked['victim'];

describe('how a case is tied to a prosecution', () => {
  it('is the same in whatever order the words arrive, the later one deciding whether it is tied at all', () => {
    const words = fc.array(
      fc.record({
        since: fc.integer({ min: 1, max: 28 }).map((day) => `2026-04-${String(day).padStart(2, '0')}T09:00:00.000Z`),
        suspects: fc.subarray(['s1', 's2']),
        matched: fc.constantFrom<Record<string, string>>({}, { s1: 'cp-1' }, { s2: 'cp-2' }),
        ended: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 }
    );
    const distinct = words.map((given) => [...new Map(given.map((word) => [word.since, word])).values()]);
    const shuffled = distinct.chain((given) =>
      fc.shuffledSubarray(given, { minLength: given.length }).map((other) => ({ given, other }))
    );
    const tied = ({ ended, ...word }: { ended: boolean } & Partial<LinkedCase>) =>
      linkedCase('victim', { ...word, ...(ended ? { ended } : {}) });
    fc.assert(
      fc.property(shuffled, ({ given, other }) => {
        const [one, two] = [tiedAfter(given.map(tied)), tiedAfter(other.map(tied))];
        expect({ ...two, suspects: [...(two?.suspects ?? [])].sort() }).toEqual({
          ...one,
          suspects: [...(one?.suspects ?? [])].sort(),
        });
        const last = [...given].sort((a, b) => (a.since < b.since ? -1 : 1)).at(-1);
        expect(one?.ended ?? false).toBe(last?.ended ?? false);
      })
    );
  });
});
