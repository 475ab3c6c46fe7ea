import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { keyedHashes } from '../../../database/encryption/searchHashes';
import { isExactMatch, isSomebodyElse } from '../../../database/people/exactMatch';
import type { ContactPoint, PersonDetails } from '../../../database/people/personDetails';

const hash = keyedHashes(randomBytes(32));
const mobile: ContactPoint = { channel: 'phone', value: '07700 900123', safe: 'yes' };
const email: ContactPoint = { channel: 'email', value: 'ada@example.org', safe: 'unknown' };
const notSafe: ContactPoint = { ...mobile, safe: 'no' };
const home: ContactPoint = { channel: 'phone', value: '01632 960123', safe: 'yes' };
const letter: ContactPoint = { channel: 'letter', value: '1 Invented Street', safe: 'yes' };

const known = (changes: Partial<PersonDetails> = {}): PersonDetails => ({
  ...{ name: 'Ada Anybody', dateOfBirth: '1980-05-17', contactPoints: [mobile], representatives: [], needs: [] },
  ...changes,
});

/** The same change on both sides, unless two are given. */
const cases: readonly [string, Partial<PersonDetails>, Partial<PersonDetails> | 'same', boolean][] = [
  ['the same name, day of birth and mobile', {}, 'same', true],
  [
    'the same typed another way',
    {},
    { name: 'ADA  anybody', contactPoints: [{ ...mobile, value: '+447700900123' }] },
    true,
  ],
  ['an accent or a hyphen more', { name: 'Zoë Any-Body' }, { name: 'Zoe Anybody' }, true],
  [
    'the same e-mail address',
    { contactPoints: [email] },
    { contactPoints: [{ ...email, value: 'ADA@example.org' }] },
    true,
  ],
  ['one number of several', {}, { contactPoints: [home, email, mobile] }, true],
  ['a child whom their parent is called for', { dateOfBirth: '2019-03-04' }, 'same', true],

  ['father and son of one name in one house', {}, { dateOfBirth: '1955-02-03' }, false],
  ['twins who share a number', { name: 'Ada Anybody' }, { name: 'Ida Anybody' }, false],
  ['twins of whom only an initial is known', { name: 'A Anybody' }, 'same', false],
  ['twins of whom only the title is known', { name: 'Ms Anybody' }, 'same', false],
  ['twins who have no names yet', { name: 'Baby Anybody', dateOfBirth: '2026-10-10' }, 'same', false],
  ['twins who have no names yet, as their hospital writes', { name: 'Twin Male Anybody' }, 'same', false],
  [
    'victim and perpetrator at one address',
    { contactPoints: [letter] },
    { name: 'Bo Other', contactPoints: [letter] },
    false,
  ],
  ['one address alone, however alike the rest', { contactPoints: [letter] }, 'same', false],
  ['a line at home, at a refuge or at a prison', { contactPoints: [home] }, 'same', false],
  [
    'a number that is not safe in either: somebody else has it',
    {},
    { contactPoints: [{ ...mobile, safe: 'no' }] },
    false,
  ],
  [
    'a number at which somebody else may answer calls',
    {},
    { contactPoints: [{ ...mobile, channel: 'text' }, notSafe] },
    false,
  ],
  ['a number that reaches nobody', { contactPoints: [{ ...mobile, undeliverable: true }] }, 'same', false],
  ['a number that her sister answers', { contactPoints: [{ ...mobile, whoMayAnswer: 'her sister' }] }, 'same', false],
  ['a number for life, which is no mobile', { contactPoints: [{ ...mobile, value: '07012 345678' }] }, 'same', false],
  ['no number in common', {}, { contactPoints: [email] }, false],
  ['a day of birth that one does not know', {}, { dateOfBirth: undefined }, false],
  ['no day of birth at all', { dateOfBirth: undefined }, 'same', false],
  ['a day that stands for no day', { dateOfBirth: '1980-01-01' }, 'same', false],
  ['a surname alone', { name: 'Anybody' }, 'same', false],
  ['a name that changed', {}, { name: 'Ada Married' }, false],
  ['a middle name that one does not say', {}, { name: 'Ada Maria Anybody' }, false],
  ['nobody in particular', { name: 'Unknown Anybody' }, 'same', false],
];

describe('two records', () => {
  it.each(cases)('with %s', (_what, one, other, exact) => {
    const [first, second] = [known(one), known(other === 'same' ? one : other)];
    expect(isExactMatch(hash, first, second)).toBe(exact);
    expect(isExactMatch(hash, second, first)).toBe(exact);
  });

  it('of a household at random are never taken for one unless name, day and an own number all agree', () => {
    const name = fc.constantFrom('Ada Anybody', 'Ida Anybody', 'A Anybody', 'Baby Anybody', 'Ada Other', 'Mr Anybody');
    const dateOfBirth = fc.constantFrom('1980-05-17', '1955-02-03', '1980-01-01', undefined);
    const points = fc.subarray([mobile, email, home, letter, notSafe]);
    const anybody = fc.record({ name, dateOfBirth, contactPoints: points });
    let exact = 0;
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        if (!isExactMatch(hash, known(one), known(other))) return;
        exact += 1;
        expect([one.name, one.dateOfBirth]).toEqual([other.name, other.dateOfBirth]);
        expect(one.name).toMatch(/^(Ada Anybody|Ida Anybody|Ada Other)$/);
        expect(one.dateOfBirth).toMatch(/^(1980-05-17|1955-02-03)$/);
        const own = [mobile, email].filter((point) => one.contactPoints.includes(point));
        expect(own.some((point) => other.contactPoints.includes(point))).toBe(true);
        const refused = [one, other].some(({ contactPoints }) => contactPoints.includes(notSafe));
        expect(refused && !(one.contactPoints.includes(email) && other.contactPoints.includes(email))).toBe(false);
      }),
      { numRuns: 20_000 }
    );
    expect(exact).toBeGreaterThan(20);
  });
});

describe('the same id of the same system', () => {
  it.each<[string, Partial<PersonDetails>, boolean]>([
    ['with all the same', {}, false],
    ['after a marriage', { name: 'Ada Married' }, false],
    ['with a day of birth that was mistyped', { dateOfBirth: '1980-05-18' }, false],
    ['without a day of birth, with a part of the name', { name: 'A. Anybody', dateOfBirth: undefined }, false],
    ['of the father, whose surname is the same', { name: 'Bert Anybody', dateOfBirth: '1955-02-03' }, true],
    ['given to somebody else since', { name: 'Bo Other', dateOfBirth: undefined }, true],
  ])('%s', (_what, changes, isElse) => {
    const [one, other] = [known(), known(changes)].map((details) => ({ kind: 'person' as const, details }));
    if (!one || !other) throw new Error('two');
    expect(isSomebodyElse(hash, one, other)).toBe(isElse);
    expect(isSomebodyElse(hash, one, { ...other, kind: 'business' })).toBe(true);
  });
});
