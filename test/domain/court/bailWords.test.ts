import { armstrong, linkedCase, PureCourtCase, said } from './courtBuilder';

const bail = { defendant: armstrong, decision: 'bailedWithConditions', on: '2026-05-01' } as const;
const shared = (wordsHash: string | undefined, at: string) =>
  said('bailDecided', { ...bail, ...(wordsHash === undefined ? {} : { wordsHash }) }, `2026-05-01T${at}:00.000Z`);

/** How often the case was told of the bail, and in place of which telling. */
function toldOf(...hashes: (string | undefined)[]) {
  const court = new PureCourtCase()
    .links(linkedCase('victim'))
    .hears(...hashes.map((hash, index) => shared(hash, `1${index}:00`)));
  return court.heard.map(({ times, corrects, wordsIn }) => [times, corrects, wordsIn?.hash]);
}

describe('conditions of bail whose words a court amends on the day of the decision', () => {
  it('reach the victim in place of those that they were told', () => {
    expect(toldOf('one', 'other')).toEqual([
      [1, undefined, 'one'],
      [2, 1, 'other'],
    ]);
  });

  it('reach the victim where the court gave none at first', () => {
    expect(toldOf('', 'one')).toHaveLength(2);
  });

  it('are told once where another message has the same, or has none', () => {
    expect(toldOf('one', 'one', '', 'one')).toHaveLength(1);
  });

  it('are no news where nobody looked for words in what was told, or in what comes', () => {
    expect(toldOf(undefined, 'one')).toHaveLength(1);
    expect(toldOf('one', undefined, 'one')).toHaveLength(1);
  });

  it('go with the fact, so that the case sees that the terms are others', () => {
    const court = new PureCourtCase().links(linkedCase('victim')).hears(shared('one', '10:00'));
    expect(court.told('victim')).toMatchObject([{ kind: 'courtBailDecided', wordsHash: 'one' }]);
  });
});
