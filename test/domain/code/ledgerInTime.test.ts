import { mayRecord } from '../../../domain/mayCarryOut';
import { careState } from '../../../domain/careState';
import { dutyReason } from '../../../domain/code/dutyReason';
import { ledger } from '../../../domain/code/ledger';
import { standingOf } from '../../../domain/code/standing';
import { whyDue } from '../../../domain/dueSentence';
import { endOfDayAfter } from '../../../domain/time/londonTime';
import { projectedBy, projectionOf } from '../../../domain/projection/projection';
import { endOfWorkingDaysAfter } from '../../../domain/time/workingDays';
import { aFact, calendar, PureCase } from '../../support/caseBuilder';
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

  it('moves the task with the duty: one date, whoever shows it', () => {
    const victim = PureCase.open({ officerActions: [{ action: 'victimContacted', at: after(0) }] });
    victim.record('standardsPaused', { reason: 'victimAway', untilOn: '2026-03-20' }, after(1)).at(after(30));
    for (const [kind, id] of [
      ['assessNeeds', '0.force-needs-assessment'],
      ['agreeVictimContract', '0.force-victim-contract'],
    ] as const) {
      const task = victim.openTask(kind);
      expect(task.dueAt).toBe(dutyOf(victim, id)?.dueBy);
      expect(task.dueAt > '2026-03-28').toBe(true);
      expect(whyDue(kind, task.why)).toContain('the victim is away');
    }
    victim.record('standardsResumed', {}, after(5), { now: after(30) });
    expect(victim.openTask('assessNeeds').dueAt).toBe(dutyOf(victim, '0.force-needs-assessment')?.dueBy);
    const update = victim.at(after(40)).openTask('giveVictimUpdate');
    expect(update.dueAt).toBe(dutyOf(victim, '0.force-update')?.dueBy);
  });

  it('is not in the sentence of what the law owes', () => {
    const victim = paused();
    expect(why(victim, '0.c20-r4-referral')).not.toContain('rested');
    expect(why(victim, '1.c20-r6-arrest')).not.toContain('rested');
  });
});

describe('what is judged again', () => {
  const due = (victim: PureCase, id: string) => dutyOf(victim, id)?.dueBy;
  const enhanced = { tier: 'enhanced', grounds: ['vulnerable'] } as const;
  const decided = { ...enhanced, grounds: [...enhanced.grounds] };

  it('is the force’s own target too, where it is shorter for Enhanced Rights', () => {
    const victim = PureCase.open().record('investigationReopened', {}, after(1));
    victim.record('tierDecided', decided, after(2));
    expect(due(victim, '1.c20-r6-reopen')).toBe(endOfWorkingDaysAfter(after(2), 1, calendar));
  });

  it('counts from the decision when that was written down later, and from the writing where that day has passed', () => {
    const told = (days: number) =>
      PureCase.open()
        .record('suspectBailed', { conditions: true }, after(1), { suspects: ['s1'] })
        .record('tierDecided', decided, after(2), { now: after(2, days * 24) });
    expect(due(told(1), '1.c20-r6-bail')).toBe(endOfWorkingDaysAfter(after(2), 1, calendar));
    expect(due(told(3), '1.c20-r6-bail')).toBe(endOfWorkingDaysAfter(after(5), 1, calendar));
  });

  it('is a promise made while the standards rested, when they go on sooner than was said', () => {
    const victim = PureCase.open()
      .record('standardsPaused', { reason: 'operation', untilOn: '2026-03-31' }, after(2))
      .record('victimContractAgreed', { channel: 'phone', everyDays: 7 }, after(3));
    expect(due(victim, '2.force-update')).toBe(endOfDayAfter('2026-03-31T20:00:00.000Z', 7));
    victim.record('standardsResumed', {}, after(4));
    expect(due(victim, '2.force-update')).toBe(endOfDayAfter(after(4), 7));
  });
});

describe('an answer', () => {
  it('is to the complaint that has waited longest: the next one stays open', () => {
    const victim = PureCase.open()
      .record('complaintMade', { about: 'police' }, after(1))
      .record('complaintMade', { about: 'courts' }, after(2))
      .record('complaintAnswered', {}, after(3));
    expect(dutyOf(victim, '1.c20-r12-complaint')?.settled?.by).toBe(3);
    expect(dutyOf(victim, '2.c20-r12-complaint')?.settled).toBeUndefined();
    victim.record('complaintAnswered', {}, after(4));
    expect(dutyOf(victim, '2.c20-r12-complaint')?.settled?.by).toBe(4);
  });
});

describe('news of release and bail', () => {
  it('is never declined on behalf of the victim; other news can be', () => {
    const victim = PureCase.open()
      .record('suspectBailed', { conditions: true }, after(1), { suspects: ['s1'] })
      .record('suspectCharged', { how: 'charged' }, after(2), { suspects: ['s1'] });
    const declining = (duty: string) => {
      const fact = aFact('dutySettled', { duty, as: 'declinedByVictim' }, after(2));
      return mayRecord(victim.careRecord, { commandId: 'c', by: 'officer-1', fact })?.code;
    };
    expect(declining('1.c20-r6-bail')).toBe('safetyNewsNotDeclined');
    expect(declining('2.c20-r6-charge')).toBeUndefined();
  });

  it('that was received before it happened waits for a person', () => {
    const victim = PureCase.open();
    victim.record('suspectBailed', { conditions: true }, after(1), { receivedAt: after(-5), now: after(2) });
    expect(victim.careRecord.facts[0]?.parked).toBe('receivedBeforeItHappened');
  });
});
