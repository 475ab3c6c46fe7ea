import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';
import type { Reading } from '../../../gateways/courts/reading';
import { defendantId, sharedHearing } from './invented';

function wordsIn(offence: object, person: object = {}, sharedTime?: string) {
  const hearing = sharedHearing({ ...offence }, {}, sharedTime);
  const [only] = hearing.hearing.prosecutionCases[0]?.defendants ?? [];
  Object.assign(only?.personDefendant ?? {}, { bailStatus: { code: 'B' }, ...person });
  const read = readCourtMessage(JSON.stringify(hearing), { occurredAt: '2027-03-30T09:00:00.000Z' }, (_kind, id) => id);
  const { reading } = read as { reading: Reading };
  return reading.says === 'something' ? reading.prosecutions.flatMap(({ bailWords = [] }) => bailWords) : [];
}
const onBail = { label: 'Remanded on conditional bail', resultText: 'Not to enter Example Road' };

describe('the words of bail conditions in a shared hearing', () => {
  it('are those beside the defendant, of whom they are', () => {
    const [words, ...others] = wordsIn({}, { bailConditions: ' Not to contact Alex Example ' });
    expect(others).toEqual([]);
    expect(words).toMatchObject({ text: 'Not to contact Alex Example' });
    expect(words?.defendant).toContain(`cp-${defendantId}`);
  });

  it('are those of the results about bail where the court left the others empty, each once', () => {
    const fine = { label: 'Fine', resultText: 'To pay a fine' };
    const found = wordsIn({ judicialResults: [onBail, fine, onBail] }, { bailConditions: '' });
    expect(found.map(({ text }) => text)).toEqual(['Not to enter Example Road']);
  });

  it('are not those of a result that the court took back, and none where nothing is said', () => {
    expect(wordsIn({ judicialResults: [{ ...onBail, isDeleted: true }] })).toEqual([]);
    expect(wordsIn({})).toEqual([]);
  });
});
