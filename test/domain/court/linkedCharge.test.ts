import { careState } from '../../../domain/careState';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const urn = '41AA1000001';
const court = { source: 'court' as const };
const statuses = ({ careRecord }: PureCase) =>
  [...careState(careRecord).tracks.bySuspect.values()].map(({ status }) => status);
const witness = () => PureCase.open({ role: 'witness', suspects: [] });
const lastParked = ({ careRecord }: PureCase) => careRecord.facts.at(-1)?.parked;

describe('a case that somebody says belongs to a prosecution', () => {
  it('is on the way to court: dates to avoid and special measures are asked for', () => {
    const linked = witness().record('courtCaseLinked', { urn }, after(1));
    expect(statuses(linked)).toEqual(['charged']);
    expect(linked.openKinds()).toEqual(expect.arrayContaining(['askAvailability', 'screenSpecialMeasures']));
  });

  it('hears of verdict, sentence and appeal of every defendant, and no person has to look at them first', () => {
    const linked = witness().record('courtCaseLinked', { urn }, after(1));
    for (const suspectId of ['cp-1', 'cp-2']) {
      const of = { ...court, suspects: [suspectId] };
      linked.record('verdictGiven', { verdict: 'guilty' }, after(30), of);
      expect(lastParked(linked)).toBeUndefined();
      linked.record('sentencePassed', { sentences: ['fine'] }, after(31), of);
      expect(lastParked(linked)).toBeUndefined();
      linked.record('appealLodged', { against: 'sentence' }, after(32), of);
      expect(lastParked(linked)).toBeUndefined();
    }
    expect(statuses(linked)).toEqual(['appealing', 'appealing']);
    expect(linked.openKinds()).not.toContain('closeCase');
  });

  it('still has a person look at a verdict that a court is not the source of, and at one in a case of no prosecution', () => {
    const victim = PureCase.open({ suspects: ['s1'] }).record('verdictGiven', { verdict: 'guilty' }, after(3), court);
    expect(lastParked(victim)).toBe('nobodyWasCharged');
  });

  it('is on no way to court any more where this was wrong, and stays where a charge or an outcome stands', () => {
    const wrong = witness().record('courtCaseLinked', { urn }, after(1)).record('courtCaseUnlinked', { urn }, after(2));
    expect(statuses(wrong)).toEqual(['identified']);
    const charged = witness()
      .record('courtCaseLinked', { urn }, after(1))
      .record('suspectCharged', { how: 'charged', urn: '41AA1000002' }, after(2))
      .record('courtCaseUnlinked', { urn }, after(3));
    expect(statuses(charged)).toEqual(['charged']);
    const over = witness()
      .record('courtCaseLinked', { urn }, after(1))
      .record('pleaEntered', { plea: 'guilty' }, after(2), court);
    expect(statuses(over.record('courtCaseLinked', { urn }, after(3)))).toEqual(['convicted']);
    expect(statuses(over.record('courtCaseUnlinked', { urn }, after(4)))).toEqual(['convicted']);
  });
});
