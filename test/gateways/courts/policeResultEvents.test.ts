import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';
import { defendantId, hearingId } from './invented';

const offenceId = '9c8f1c3a-0000-4f0f-b8a0-000000000009';
const caseId = '9c8f1c3a-0000-4f0f-b8a0-00000000000a';
const onBail = { code: 'B', description: 'Conditional Bail' };

/** The result of one defendant that goes back to the police, after two days in court. */
function about(individualDefendant: object) {
  const found = readCourtMessage(
    JSON.stringify({
      ...{ id: hearingId, caseId, urn: '41AA1000001' },
      sessionDays: [{ sittingDay: '2027-03-29T09:00:00.000Z' }, { sittingDay: '2027-03-26T10:00:00.000Z' }],
      courtCentreWithLJA: { courtCentre: { name: 'Luton Crown Court' } },
      defendant: { defendantId, individualDefendant, offences: [{ id: offenceId, offenceCode: 'OF61131' }] },
    }),
    { occurredAt: '2027-03-30T09:00:00.000Z', kind: 'public.results.police-result-generated' },
    (of, value) => `${of}:${value}`
  );
  if (!('reading' in found) || found.reading.says === 'nothing') throw new Error(JSON.stringify(found));
  return found.reading.prosecutions[0];
}
const bailOf = (person: object) =>
  about(person)?.events.flatMap(({ kind, data }) => (kind === 'bailDecided' ? [data] : []));

describe('a result of one defendant that goes back to the police', () => {
  it('says where the defendant stays since the last day in court, and keeps the words of the conditions', () => {
    const person = { bailStatus: onBail, bailConditions: 'Not to contact Alex Example' };
    expect(bailOf(person)).toMatchObject([{ decision: 'bailedWithConditions', on: '2027-03-29' }]);
    expect(about(person)?.bailWords).toMatchObject([{ text: 'Not to contact Alex Example' }]);
    expect(bailOf({ bailStatus: { code: 'C' } })).toMatchObject([{ decision: 'remanded' }]);
  });

  it('says that there is neither bail nor custody where it does not apply, and nothing where nobody said', () => {
    expect(bailOf({ bailStatus: { code: 'A' }, bailConditions: '' })).toMatchObject([{ decision: 'neither' }]);
    expect(bailOf({})).toEqual([]);
    expect(about({ bailConditions: '' })?.bailWords).toBeUndefined();
  });

  it('knows the defendant by name, wherever in the message that stands', () => {
    const name = { firstName: 'Abbie', lastName: 'Armstrong' };
    const ids = (person: object) => about(person)?.events.at(-1)?.data;
    expect(ids({ person: name })).toEqual(ids({ basePersonDetails: name }));
    expect(JSON.stringify(ids({ person: name }))).toContain('abbie armstrong');
  });
});
