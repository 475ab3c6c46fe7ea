import { tiesOf } from '../../../domain/court/caseTies';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const right = '41AA1000001';
const wrong = '41AA1000002';
const s1 = { suspects: ['s1'] };
const tiesIn = ({ careRecord }: PureCase) =>
  Object.fromEntries(
    tiesOf({ caseId: 'c1', role: 'victim' }, careRecord.facts).map(({ urn, linked }) => [urn, linked])
  );
const charged = (urn: string) => ({ how: 'charged' as const, urn });

describe('the prosecutions to which a case belongs', () => {
  it('are those of its charges, with every suspect who was charged in each', () => {
    const victim = PureCase.open()
      .record('suspectCharged', charged(right), after(4), s1)
      .record('suspectCharged', charged(right), after(5), { suspects: ['s2'] });
    expect(tiesIn(victim)).toMatchObject({ [right]: { suspects: ['s1', 's2'] } });
    expect(tiesIn(victim)[right]).not.toHaveProperty('ended');
  });

  it('a number that is corrected unties the wrong prosecution and ties the right one', () => {
    const victim = PureCase.open().record('suspectCharged', charged(wrong), after(4), s1);
    victim.record('suspectCharged', charged(right), after(4), { ...s1, now: after(6), corrects: 1 });
    expect(tiesIn(victim)).toMatchObject({
      [wrong]: { ended: true, suspects: [], since: after(6) },
      [right]: { suspects: ['s1'], since: after(6) },
    });
  });

  it('a charge that a person discards unties, and one that they let stand ties', () => {
    const discarded = PureCase.open().record('suspectCharged', charged(wrong), after(4), s1);
    discarded.careRecord = parked(discarded.careRecord);
    expect(tiesIn(discarded)).toMatchObject({ [wrong]: { ended: true } });
    discarded.record('eventReviewed', { about: 1, decision: 'accepted' }, after(6));
    expect(tiesIn(discarded)[wrong]).toMatchObject({ suspects: ['s1'], since: after(6) });
    expect(tiesIn(discarded)[wrong]).not.toHaveProperty('ended');
    discarded.record('eventReviewed', { about: 1, decision: 'discarded' }, after(7));
    expect(tiesIn(discarded)).toMatchObject({ [wrong]: { ended: true, since: after(7) } });
  });

  it('somebody’s word unties, and a later charge ties again', () => {
    const victim = PureCase.open().record('courtCaseLinked', { urn: right }, after(3));
    victim.record('courtCaseUnlinked', { urn: right }, after(4));
    expect(tiesIn(victim)).toMatchObject({ [right]: { ended: true } });
    victim.record('suspectCharged', charged(right), after(5), s1);
    expect(tiesIn(victim)[right]).not.toHaveProperty('ended');
  });

  it('a person’s word on who a defendant is stays when another suspect is matched later', () => {
    const matched = (suspectId: string, defendantId: string) => ({ urn: right, matched: [{ suspectId, defendantId }] });
    const victim = PureCase.open()
      .record('courtCaseLinked', matched('s1', 'cp-1'), after(3))
      .record('courtCaseLinked', matched('s2', 'cp-2'), after(4))
      .record('courtCaseLinked', matched('s1', 'cp-3'), after(5));
    expect(tiesIn(victim)).toMatchObject({ [right]: { suspects: ['s1', 's2'], matched: { s1: 'cp-3', s2: 'cp-2' } } });
  });
});

function parked(record: PureCase['careRecord']): PureCase['careRecord'] {
  return { ...record, facts: record.facts.map((fact) => ({ ...fact, parked: 'notInOrder' })) };
}
