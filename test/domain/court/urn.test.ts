import { normalisedUrn } from '../../../domain/court/urn';

describe('a Unique Reference Number', () => {
  it.each(['01ZD0303208', '01/ZD/03032/08', '01 zd 03032 08', '01/zd/0303208', ' 01ZD 03032/08 '])(
    'written %s is one number: the year is no number of a split case',
    (written) => {
      expect(normalisedUrn(written)).toBe('01ZD0303208');
    }
  );

  it.each(['01ZD0303208/1', '01/ZD/03032/08/1', '01 ZD 03032 08 / 1'])(
    'of a split case, written %s, keeps its number',
    (written) => {
      expect(normalisedUrn(written)).toBe('01ZD0303208/1');
    }
  );

  it.each(['', '01', 'T20267001!', 'to follow', 'not a number at all, but words'])('is not %s', (written) => {
    expect(normalisedUrn(written)).toBeUndefined();
  });
});
