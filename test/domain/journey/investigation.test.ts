import { careState } from '../../../domain/careState';
import { endOfWorkingDaysAfter } from '../../../domain/time/workingDays';
import { calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { openOf } from '../openOf';

const s1 = { suspects: ['s1'] };

/** A case with a sentence on it though nobody was charged: its first fact, parked. */
function withParkedSentence(): PureCase {
  return PureCase.open().record('sentencePassed', { sentences: ['fine'] }, after(2), { ...s1, source: 'court' });
}

function statusOf(victim: PureCase, suspectId: string): string | undefined {
  return careState(victim.careRecord).tracks.bySuspect.get(suspectId)?.status;
}

describe('an event that cannot be as it was told', () => {
  it.each([
    ['happenedInTheFuture', (victim: PureCase) => victim.record('suspectArrested', {}, after(9), { now: after(1) })],
    [
      'receivedInTheFuture',
      (victim: PureCase) => victim.record('suspectArrested', {}, after(1), { now: after(1), receivedAt: after(9) }),
    ],
    ['nobodyWasCharged', (victim: PureCase) => victim.record('verdictGiven', { verdict: 'guilty' }, after(1), s1)],
    ['nobodyWasCharged', (victim: PureCase) => victim.record('sentencePassed', { sentences: ['fine'] }, after(1))],
    ['nobodyWasCharged', (victim: PureCase) => victim.record('appealLodged', { against: 'both' }, after(1), s1)],
    [
      'noAppealWasLodged',
      (victim: PureCase) =>
        victim
          .record('suspectCharged', { how: 'charged' }, after(1), s1)
          .record('appealDecided', { result: 'dismissed' }, after(2), s1),
    ],
  ] as const)('is kept and parked: %s', (parked, story) => {
    const victim = story(PureCase.open());
    expect(victim.careRecord.facts.at(-1)).toMatchObject({ parked });
    expect(victim.openTask('reviewEvent').about).toEqual([victim.careRecord.facts.length]);
  });

  it('may differ from our clock by an hour', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1, 1), { now: after(1) });
    expect(victim.openKinds()).not.toContain('reviewEvent');
  });

  it('counts for nothing until a supervisor has decided, within one working day', () => {
    const victim = withParkedSentence();
    expect(statusOf(victim, 's1')).toBeUndefined();
    expect(victim.openKinds()).not.toContain('tellVictim');
    expect(victim.openTask('reviewEvent').dueAt).toBe(endOfWorkingDaysAfter(after(2), 1, calendar));
  });

  it('silence: it stays parked, in sight of the supervisor', () => {
    const victim = withParkedSentence().at(after(200));
    expect(victim.openKinds()).toContain('reviewEvent');
    expect(statusOf(victim, 's1')).toBeUndefined();
  });

  it('counts once it is accepted, and is owed to the victim', () => {
    const victim = withParkedSentence();
    victim.complete('reviewEvent', 'eventReviewed', { about: 1, decision: 'accepted' }, after(3));
    expect(statusOf(victim, 's1')).toBe('sentenced');
    expect(victim.openTask('tellVictim').about).toEqual([1]);
    expect(victim.openKinds()).not.toContain('reviewEvent');
  });

  it('stays on the record, without effect, once it is discarded', () => {
    const victim = withParkedSentence();
    victim.complete('reviewEvent', 'eventReviewed', { about: 1, decision: 'discarded' }, after(3));
    expect(victim.careRecord.facts).toHaveLength(2);
    expect(statusOf(victim, 's1')).toBeUndefined();
    expect(openOf(victim, 'reviewEvent', 'tellVictim')).toEqual([]);
  });

  it('is judged by the task that asks, whichever number the answer names', () => {
    const victim = withParkedSentence();
    victim.complete('reviewEvent', 'eventReviewed', { about: 17, decision: 'accepted' }, after(3));
    expect(statusOf(victim, 's1')).toBe('sentenced');
  });

  it.each([
    ['accepted', 'discarded', undefined],
    ['discarded', 'accepted', 'sentenced'],
  ] as const)('%s first and then corrected to %s is what it was corrected to', (first, then, status) => {
    const victim = withParkedSentence();
    victim.complete('reviewEvent', 'eventReviewed', { about: 1, decision: first }, after(3));
    victim.record('eventReviewed', { about: 1, decision: then }, after(4), { corrects: 2 });
    expect(statusOf(victim, 's1')).toBe(status);
    expect(victim.openKinds()).not.toContain('reviewEvent');
    expect(victim.openKinds().includes('tellVictim')).toBe(then === 'accepted');
  });

  it('is accepted by nobody in advance', () => {
    const victim = PureCase.open()
      .record('eventReviewed', { about: 2, decision: 'accepted' }, after(1))
      .record('sentencePassed', { sentences: ['fine'] }, after(2), s1);
    expect(statusOf(victim, 's1')).toBeUndefined();
    expect(victim.openKinds()).toContain('reviewEvent');
  });

  it('needs no decision any more once the source has corrected it', () => {
    const victim = withParkedSentence().record('suspectCharged', { how: 'charged' }, after(1), {
      ...s1,
      now: after(3),
      corrects: 1,
    });
    expect(victim.openKinds()).not.toContain('reviewEvent');
    expect(statusOf(victim, 's1')).toBe('charged');
  });

  it('has its decision taken even when the clock of the one who decides is wrong', () => {
    const victim = withParkedSentence().record('eventReviewed', { about: 1, decision: 'accepted' }, after(90), {
      now: after(3),
    });
    expect(statusOf(victim, 's1')).toBe('sentenced');
    expect(victim.openKinds()).not.toContain('reviewEvent');
  });
});

describe('a correction that cannot be as it was told', () => {
  const corrected = () =>
    PureCase.open()
      .record('suspectArrested', {}, after(1), s1)
      .record('suspectInterviewed', {}, after(90), { ...s1, now: after(2), corrects: 1 });

  it('leaves what it was to correct as it was until somebody has decided', () => {
    expect(statusOf(corrected(), 's1')).toBe('arrested');
    expect(corrected().openTask('tellVictim').about).toEqual([1]);
  });

  it('takes its place once it is accepted', () => {
    const victim = corrected();
    victim.complete('reviewEvent', 'eventReviewed', { about: 2, decision: 'accepted' }, after(3));
    expect(statusOf(victim, 's1')).toBe('interviewed');
    expect(victim.openTask('tellVictim').about).toEqual([2]);
  });

  it('changes nothing once it is discarded, and can be corrected itself', () => {
    const victim = corrected();
    victim.complete('reviewEvent', 'eventReviewed', { about: 2, decision: 'discarded' }, after(3));
    expect(statusOf(victim, 's1')).toBe('arrested');
    victim.record('suspectInterviewed', {}, after(1, 2), { ...s1, now: after(4), corrects: 2 });
    expect(statusOf(victim, 's1')).toBe('interviewed');
    expect(victim.openTask('tellVictim').about).toEqual([4]);
  });
});
