import { careState } from '../../../domain/careState';
import { dutyReason } from '../../../domain/code/dutyReason';
import { ledger } from '../../../domain/code/ledger';
import { standingOf } from '../../../domain/code/standing';
import { whyDue } from '../../../domain/dueSentence';
import { projectedBy, projectionOf } from '../../../domain/projection';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

function dutyOf(victim: PureCase, id: string) {
  return ledger(victim.careRecord, careState(victim.careRecord)).find((duty) => duty.id === id);
}

describe('an implausible event', () => {
  it('owes nothing while it waits; let count, it does; taken back, what was owed is superseded, in the lists too', () => {
    const victim = PureCase.open().record('sentencePassed', { sentences: ['fine'] }, after(1), { source: 'court' });
    expect(dutyOf(victim, '1.c20-r9-sentence')).toBeUndefined();
    victim.record('eventReviewed', { about: 1, decision: 'accepted' }, after(2));
    expect(dutyOf(victim, '1.c20-r9-sentence')).toBeDefined();
    const shown = projectedBy(victim.careRecord);
    victim.record('eventReviewed', { about: 1, decision: 'discarded' }, after(3));
    const { duties } = projectionOf(victim.careRecord, shown);
    const [sentence] = duties.filter(({ id }) => id === '1.c20-r9-sentence');
    expect(sentence && standingOf(sentence, after(30))).toBe('superseded');
  });
});

describe('a pause of the force’s own standards', () => {
  const why = (victim: PureCase, id: string) => {
    const duty = dutyOf(victim, id);
    if (!duty) throw new Error(`There is no duty ${id}`);
    return whyDue('tellVictim', dutyReason(duty));
  };
  const paused = () =>
    PureCase.open()
      .record('suspectArrested', {}, after(0, 1), { suspects: ['s1'] })
      .record('standardsPaused', { reason: 'victimAway', untilOn: '2026-03-20' }, after(1));

  it('is in the sentence of what it moved, with its days and its reason', () => {
    const sentence = why(paused(), '0.force-needs-assessment');
    expect(sentence).toContain('rested from 4 March 2026 at 10:00am until the end of 20 March 2026, as');
    expect(sentence).toContain('changed because');
  });

  it('is not in the sentence of what the law owes', () => {
    const victim = paused();
    expect(why(victim, '0.c20-r4-referral')).not.toContain('rested');
    expect(why(victim, '1.c20-r6-arrest')).not.toContain('rested');
  });
});
