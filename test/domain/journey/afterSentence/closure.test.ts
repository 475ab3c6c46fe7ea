import { endOfDayAfter, justAfter } from '../../../../domain/time/londonTime';
import type { FactData } from '../../../../domain/fact';
import { PureCase } from '../../../support/caseBuilder';
import { after } from '../../after';

const s1 = { suspects: ['s1'] };
const charged = (standards = {}) => {
  const opened = PureCase.open();
  const { opening } = opened.careRecord;
  return PureCase.open({ standards: { ...opening.standards, ...standards } }).record(
    'suspectCharged',
    { how: 'charged' },
    after(4),
    s1
  );
};
const sentenced = (given: Partial<FactData['sentencePassed']> = {}, standards = {}) =>
  charged(standards).record(
    'sentencePassed',
    { sentences: ['communityOrder'], court: 'crown', ...given },
    after(30),
    s1
  );
const closes = (victim: PureCase, days: number) => victim.at(after(days)).openKinds().includes('closeCase');

describe('the closing of a case after a sentence', () => {
  it('is asked for when the time for an appeal and for a review has passed, and not a day before', () => {
    const victim = sentenced();
    expect(closes(victim, 31)).toBe(false);
    expect(closes(victim, 58)).toBe(false);
    const last = justAfter(endOfDayAfter(after(30), 28));
    expect(victim.at(last).openTask('closeCase').dueAt).toBe(endOfDayAfter(last, 28));
  });

  it('waits for the end of an appeal, however long it takes', () => {
    const victim = sentenced().record('appealLodged', { against: 'sentence' }, after(50), s1);
    expect(closes(victim, 200)).toBe(false);
    victim.record('appealDecided', { result: 'dismissed' }, after(201), s1);
    expect(closes(victim, 201)).toBe(true);
  });

  it('waits while compensation is owed to the victim, until it is paid or left to the court', () => {
    const paid = sentenced({ compensationPence: 10_000 });
    expect(closes(paid, 100)).toBe(false);
    expect(closes(paid.record('courtMoneyPaid', { of: 'compensation', pence: 10_000 }, after(120)), 120)).toBe(true);
    const left = sentenced({ compensationPence: 10_000 });
    left.record('courtMoneyEnded', { of: 'compensation', how: 'leftToCourt' }, after(100));
    expect(closes(left, 100)).toBe(true);
  });

  it('waits while a decision is being reviewed, and opens again where the victim asks for that later', () => {
    const stopped = charged().record('prosecutionStopped', { reason: 'discontinued' }, after(10), s1);
    expect(closes(stopped, 11)).toBe(true);
    stopped.record('rightToReviewAsked', {}, after(12), s1);
    expect(closes(stopped, 60)).toBe(false);
    expect(closes(stopped.record('rightToReviewDecided', { result: 'upheld' }, after(61), s1), 61)).toBe(true);
    const leftUndone = stopped.careRecord.tasks
      .filter(({ closed }) => !closed)
      .map(({ taskId }) => ({ taskId, reason: 'notNeeded' as const }));
    stopped.record('caseClosed', { reason: 'justiceProcessEnded', leftUndone }, after(62));
    expect(stopped.openKinds()).toEqual([]);
    stopped.record('rightToReviewAsked', {}, after(80), s1);
    expect(stopped.openKinds()).not.toEqual([]);
    expect(closes(stopped, 100)).toBe(false);
  });

  it('does not wait for what no victim gets, nor for the years of an order, whose end is watched all the same', () => {
    const victim = sentenced({ orders: [{ order: 'restrainingOrder', untilOn: '2031-01-01' }] });
    victim.record('confiscationOrdered', { pence: 100_000 }, after(40), s1);
    expect(closes(victim, 60)).toBe(true);
  });

  it('names a referral to the Victim Contact Scheme that was not made', () => {
    const victim = sentenced({ sentences: ['imprisonment'], victimContactScheme: true });
    expect(closes(victim, 60)).toBe(true);
    expect(() =>
      victim.complete('closeCase', 'caseClosed', { reason: 'justiceProcessEnded', leftUndone: [] }, after(60))
    ).toThrow(/referToContactScheme/);
  });

  it('is asked for at once after an acquittal, and in a case that began before forces waited', () => {
    const free = charged().record('verdictGiven', { verdict: 'notGuilty' }, after(30), s1);
    expect(closes(free, 30)).toBe(true);
    expect(closes(sentenced({ compensationPence: 10_000 }, { closesAfterSentenceDays: undefined }), 30)).toBe(true);
  });
});
