import { canonicalJson, keyedHashes } from '../../../database/encryption/searchHashes';

const hash = keyedHashes(Buffer.alloc(32, 1));
const underAnotherKey = keyedHashes(Buffer.alloc(32, 2));

describe('keyed hashes', () => {
  it.each([
    ['a phone number with and without country code', 'phone', '07700 900123', '+44 (0)7700 900-123'],
    ['an e-mail address in capitals', 'email', 'Canary@Example.org ', 'canary@example.org'],
    ['a surname alone and in a full name', 'surname', "Siobhán O'Brien", 'obrien'],
    ['a surname with a hyphen and an accent', 'surname', 'Anna Müller-Smith', 'MULLERSMITH'],
    ['a crime reference with spaces', 'crimeReference', '41/123 45/26', '41/12345/26'],
    ['a crime reference in small letters', 'crimeReference', 'ht/2026/9', 'HT/2026/9'],
  ] as const)('find %s', (_name, purpose, one, other) => {
    expect(hash(purpose, one)).toBeDefined();
    expect(hash(purpose, one)).toBe(hash(purpose, other));
  });

  it('differ by purpose and by key, so that no column can be matched with another', () => {
    const values = [
      hash('sourceReference', '1'),
      hash('personReference', '1'),
      underAnotherKey('sourceReference', '1'),
    ];
    expect(new Set(values).size).toBe(3);
  });

  it.each([
    ['phone', 'not a number'],
    ['email', 'no address'],
    ['surname', ' - '],
    ['crimeReference', '  '],
  ] as const)('are not made of a %s that is none', (purpose, value) => {
    expect(hash(purpose, value)).toBeUndefined();
  });

  it('are the same for the same content in another order of fields', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: null })).toBe(canonicalJson({ a: null, b: [{ d: 1 }] }));
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });
});
