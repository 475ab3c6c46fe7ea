import { addHours } from '../../../domain/time/londonTime';
import { aTuesday, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { dutiesOf, dutiesTo, dutyTo, reasonsAsked, rungsOf, sleepUntil, standingTo } from './dutiesOf';

const s1 = { suspects: ['s1'] };
const byPhone = { channel: 'phone' as const };
const arrest = '1.c20-r6-arrest';

/** A suspect was arrested on the Wednesday; the victim must hear of it by the Wednesday after. */
function arrested(): PureCase {
  return PureCase.open().record('suspectArrested', {}, after(1), s1);
}
const dueBy = '2026-03-11T23:59:59.999Z';

describe('a duty is met by evidence from anyone', () => {
  it('by what the reporting officer did before the case began', () => {
    const victim = PureCase.open({
      openedAt: after(0, 3),
      officerActions: [
        { action: 'acknowledgementGiven', at: after(0, 1) },
        { action: 'informationGiven', at: after(0, 1) },
        { action: 'victimContacted', at: after(0, 2) },
      ],
    });
    for (const obligation of ['c20-r3-ack', 'c20-r3-info', 'force-first-contact']) {
      expect(dutyTo(victim, obligation).settled).toMatchObject({ as: 'met', by: 0 });
      expect(standingTo(victim, obligation, after(90))).toBe('met');
    }
    expect(victim.openKinds()).not.toContain('makeFirstContact');
  });

  it('by an officer who acts afterwards and says so', () => {
    const victim = PureCase.open().record('officerActed', { action: 'acknowledgementGiven' }, after(1));
    expect(standingTo(victim, 'c20-r3-ack', after(90))).toBe('met');
  });

  it('by an update that spoke of the news, without the task of telling it', () => {
    const victim = arrested().record('victimUpdateGiven', { ...byPhone, about: [1] }, after(3));
    expect(dutyTo(victim, 'c20-r6-arrest').settled).toEqual({ as: 'met', at: after(3), by: 2 });
    expect(victim.openKinds()).not.toContain('tellVictim');
  });

  it('by an officer who told the victim at the door and writes it down a week late', () => {
    const victim = sleepUntil(arrested(), after(14));
    expect(standingTo(victim, 'c20-r6-arrest', after(14))).toBe('missed');
    victim.record('victimTold', { ...byPhone, about: [1] }, after(1, 5), { now: after(14) });
    expect(standingTo(victim, 'c20-r6-arrest', after(14))).toBe('met');
    expect(reasonsAsked(victim)).not.toContain(arrest);
  });

  it('by a safe route where writing would put the victim at risk', () => {
    const route = { channel: 'phone', route: 'safeAlternative' } as const;
    const victim = PureCase.open().record('reportAcknowledged', route, after(1));
    expect(dutyTo(victim, 'c20-r3-ack').settled?.as).toBe('metBySafeAlternative');
    expect(standingTo(victim, 'c20-r3-ack', after(90))).toBe('met');
  });

  it('by a person who settles it, where nothing else could say it', () => {
    const victim = PureCase.open().record(
      'dutySettled',
      { duty: '0.c20-r3-info', as: 'metBySafeAlternative', channel: 'inPerson' },
      after(2)
    );
    expect(dutyTo(victim, 'c20-r3-info').settled).toMatchObject({ as: 'metBySafeAlternative', at: after(2), by: 1 });
  });

  it('and what was met in time is not late because somebody ticks it off afterwards', () => {
    const victim = arrested().record('victimTold', { ...byPhone, about: [1] }, after(2));
    victim.record('dutySettled', { duty: arrest, as: 'met' }, after(20));
    expect(standingTo(victim, 'c20-r6-arrest', after(20))).toBe('met');
    expect(reasonsAsked(victim)).not.toContain(arrest);
  });

  it('by whoever knew it already', () => {
    const victim = arrested().record('victimNotTold', { about: [1], reason: 'alreadyKnew' }, after(2));
    expect(standingTo(victim, 'c20-r6-arrest', after(30))).toBe('met');
  });

  it('in time up to the last millisecond of the last day, and late with the next', () => {
    const inTime = arrested().record('victimTold', { ...byPhone, about: [1] }, dueBy);
    expect(standingTo(inTime, 'c20-r6-arrest', after(30))).toBe('met');
    const late = arrested().record('victimTold', { ...byPhone, about: [1] }, '2026-03-12T00:00:00.000Z');
    expect(standingTo(late, 'c20-r6-arrest', after(30))).toBe('metLate');
  });

  it('by the first evidence, in the order in which it happened: what comes again later makes nothing late', () => {
    const victim = PureCase.open().record('signposted', { supportServices: [], format: 'email' }, after(9));
    expect(standingTo(victim, 'c20-r4-referral', after(9))).toBe('metLate');
    victim.record('supportDeclined', {}, after(1), { now: after(10) });
    expect(standingTo(victim, 'c20-r4-referral', after(10))).toBe('declined');
    victim.record('signposted', { supportServices: [], format: 'email' }, after(0, 5), { now: after(11) });
    expect(dutyTo(victim, 'c20-r4-referral').settled).toEqual({ as: 'met', at: after(0, 5), by: 3 });
  });

  it('not by evidence of something else', () => {
    const victim = arrested().record('suspectBailed', { conditions: true }, after(1, 2), s1);
    victim.record('victimTold', { ...byPhone, about: [2] }, after(2));
    expect(standingTo(victim, 'c20-r6-arrest', after(2))).toBe('open');
    expect(standingTo(victim, 'c20-r6-bail', after(2))).toBe('met');
  });

  it('not by what happened before there was anything to answer', () => {
    const victim = PureCase.open().record('complaintAnswered', {}, after(1));
    victim.record('complaintMade', { about: 'police' }, after(2));
    expect(standingTo(victim, 'c20-r12-complaint', after(3))).toBe('open');
  });
});

describe('a duty that was missed', () => {
  it('is missed once its time has passed, and a supervisor is asked why, once', () => {
    const victim = sleepUntil(arrested(), after(40));
    expect(standingTo(victim, 'c20-r6-arrest', dueBy)).toBe('open');
    expect(standingTo(victim, 'c20-r6-arrest', addHours(dueBy, 1))).toBe('missed');
    expect(reasonsAsked(victim).filter((duty) => duty === arrest)).toHaveLength(1);
  });

  it('stays owed: the victim is still to be told, and is then told late', () => {
    const victim = sleepUntil(arrested(), after(12));
    victim.complete('tellVictim', 'victimTold', { ...byPhone, about: [] }, after(12));
    expect(standingTo(victim, 'c20-r6-arrest', after(12))).toBe('metLate');
    expect(reasonsAsked(victim)).toContain(arrest);
  });

  it.each([
    [true, 'missedWithGoodReason'],
    [false, 'missed'],
  ])('with a reason that the supervisor finds good or not (%s) it is %s', (goodReason, standing) => {
    const victim = sleepUntil(arrested(), after(12));
    const task = victim.careRecord.tasks.find(({ kind, duty }) => kind === 'explainMissedDuty' && duty === arrest);
    victim.record('dutyReasonGiven', { duty: task?.duty ?? '', cause: 'noAnswer', goodReason }, after(12));
    expect(standingTo(victim, 'c20-r6-arrest', after(12))).toBe(standing);
    expect(reasonsAsked(victim)).not.toContain(arrest);
  });

  it('keeps its good reason when the victim is told in the end', () => {
    const victim = sleepUntil(arrested(), after(12));
    victim.record('dutyReasonGiven', { duty: arrest, cause: 'riskToInvestigation', goodReason: true }, after(12));
    victim.record('victimTold', { ...byPhone, about: [1] }, after(13));
    expect(standingTo(victim, 'c20-r6-arrest', after(13))).toBe('missedWithGoodReason');
  });

  it('needs no reason where nobody could tell the victim, and that was found out in time', () => {
    const victim = arrested().record('victimNotTold', { about: [1], reason: 'unsafeToContact' }, after(2));
    expect(standingTo(victim, 'c20-r6-arrest', after(2))).toBe('missedWithGoodReason');
    expect(reasonsAsked(sleepUntil(victim, after(30)))).not.toContain(arrest);
  });

  it('before the case came here has no rung and no task of its own', () => {
    const victim = PureCase.open({ receivedAt: after(-60), openedAt: after(0) });
    victim.record('suspectArrested', {}, after(-50), { ...s1, now: after(0) });
    sleepUntil(victim, after(60));
    for (const obligation of ['c20-r4-referral', 'force-first-contact', 'c20-r6-arrest']) {
      const { id } = dutyTo(victim, obligation);
      expect(standingTo(victim, obligation, after(60))).toBe('missedBeforeIntake');
      expect(rungsOf(victim, id)).toEqual([]);
      expect(reasonsAsked(victim)).not.toContain(id);
    }
  });

  it('stays missed before intake where nobody could tell the victim afterwards either', () => {
    const victim = PureCase.open({ receivedAt: after(-60), openedAt: after(0) });
    victim.record('suspectArrested', {}, after(-50), { ...s1, now: after(0) });
    victim.record('victimNotTold', { about: [1], reason: 'unreachable' }, after(1));
    expect(standingTo(victim, 'c20-r6-arrest', after(1))).toBe('missedBeforeIntake');
  });

  it('was not missed before intake where it was met in time before intake', () => {
    const officerActions = [{ action: 'referralMade', at: after(-59) }] as const;
    const victim = PureCase.open({ receivedAt: after(-60), openedAt: after(0), officerActions });
    expect(standingTo(victim, 'c20-r4-referral', after(0))).toBe('met');
  });
});

describe('a duty that is not owed any more', () => {
  it('was declined by a victim who does not want to hear it', () => {
    const victim = arrested().record('victimNotTold', { about: [1], reason: 'declined' }, after(2));
    expect(standingTo(victim, 'c20-r6-arrest', after(30))).toBe('declined');
  });

  it('was declined in one word for all: support', () => {
    const victim = PureCase.open().record('supportDeclined', {}, after(1));
    expect(standingTo(victim, 'c20-r4-referral', after(30))).toBe('declined');
  });

  it('does not apply, because a person has found so', () => {
    const victim = arrested().record('dutySettled', { duty: arrest, as: 'notApplicable' }, after(2));
    expect(standingTo(victim, 'c20-r6-arrest', after(30))).toBe('notApplicable');
    expect(victim.openKinds()).not.toContain('tellVictim');
  });

  it('does not apply after the end of a case; what was missed before the end stays missed', () => {
    const victim = sleepUntil(arrested(), after(12)).record('suspectInterviewed', {}, after(12), s1);
    victim.record('noCrime', { reason: 'notACrime' }, after(13));
    expect(standingTo(victim, 'c20-r6-interview', after(60))).toBe('notApplicable');
    expect(standingTo(victim, 'c20-r6-arrest', after(60))).toBe('missed');
    expect(reasonsAsked(victim)).toEqual([]);
  });

  it('does not apply where it fell due while the case was closed; what was missed before, and comes after, counts', () => {
    const victim = sleepUntil(arrested(), after(9)).record('suspectInterviewed', {}, after(9), s1);
    victim.record('noCrime', { reason: 'recordedInError' }, after(10));
    victim.record('caseReopened', { reason: 'closedInError' }, after(30));
    victim.record('suspectBailed', { conditions: true }, after(30), s1);
    sleepUntil(victim, after(60));
    expect(standingTo(victim, 'c20-r6-arrest', after(60))).toBe('missed');
    expect(standingTo(victim, 'c20-r6-interview', after(60))).toBe('notApplicable');
    expect(standingTo(victim, 'c20-r6-bail', after(60))).toBe('missed');
    expect(reasonsAsked(victim)).toContain('5.c20-r6-bail');
    expect(reasonsAsked(victim)).not.toContain(arrest);
  });

  it('has given way to a correction of what it arose from, which owes its own', () => {
    const victim = arrested().record('suspectArrested', {}, after(0, 2), { ...s1, now: after(2), corrects: 1 });
    expect(standingTo(victim, 'c20-r6-arrest', after(60), 1)).toBe('superseded');
    expect(dutyTo(victim, 'c20-r6-arrest', 2)).toMatchObject({ from: after(0, 2), dueBy: '2026-03-10T23:59:59.999Z' });
  });

  it('is as it was when its correction is discarded', () => {
    const victim = arrested().record('suspectArrested', {}, after(9), { ...s1, now: after(2), corrects: 1 });
    expect(standingTo(victim, 'c20-r6-arrest', after(2), 1)).toBe('open');
    victim.complete('reviewEvent', 'eventReviewed', { about: 2, decision: 'discarded' }, after(3));
    expect(standingTo(victim, 'c20-r6-arrest', after(3), 1)).toBe('open');
  });
});

describe('evidence that was wrong', () => {
  it('opens the duty again when it is corrected, and its rungs go on', () => {
    const victim = arrested().record('victimTold', { ...byPhone, about: [1] }, after(2));
    expect(standingTo(victim, 'c20-r6-arrest', after(2))).toBe('met');
    victim.record('contactAttempted', { ...byPhone, result: 'noAnswer' }, after(2), { now: after(4), corrects: 2 });
    expect(standingTo(victim, 'c20-r6-arrest', after(4))).toBe('open');
    expect(victim.openKinds()).toContain('tellVictim');
    sleepUntil(victim, after(20));
    expect(rungsOf(victim, arrest)).toEqual(['dueSoon', 'dueToday', 'missed']);
    expect(reasonsAsked(victim)).toContain(arrest);
  });

  it('of a reason asks for the reason again', () => {
    const victim = sleepUntil(arrested(), after(12));
    victim.record('dutyReasonGiven', { duty: arrest, cause: 'noAnswer', goodReason: true }, after(12));
    const other = { duty: '0.c20-r4-referral', cause: 'noAnswer', goodReason: true } as const;
    victim.record('dutyReasonGiven', other, after(12), { now: after(13), corrects: 2 });
    expect(standingTo(victim, 'c20-r6-arrest', after(13))).toBe('missed');
    expect(reasonsAsked(victim)).toContain(arrest);
  });
});

describe('silence', () => {
  it('of a victim who wants no contact declines the news that falls due meanwhile, and only that', () => {
    const victim = arrested().record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(2));
    victim.record('suspectBailed', { conditions: true }, after(3), s1);
    sleepUntil(victim, after(30));
    expect(standingTo(victim, 'c20-r6-arrest', after(30))).toBe('declined');
    expect(standingTo(victim, 'c20-r6-bail', after(30))).toBe('missed');
    expect(victim.openTask('tellVictim').about).toEqual([3]);
    expect(rungsOf(victim, '3.c20-r6-bail')).toEqual(['dueSoon', 'dueToday', 'missed']);
  });

  it('that ends before the date leaves the duty as it was', () => {
    const victim = arrested().record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(2));
    victim.record('stanceChanged', { stance: 'wantsContact', answer: 'yes' }, after(4));
    expect(standingTo(victim, 'c20-r6-arrest', after(4))).toBe('open');
    expect(standingTo(victim, 'c20-r6-arrest', after(30))).toBe('missed');
  });

  it('of a victim who was told all the same, at the last moment, is no declining', () => {
    const victim = arrested().record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(2));
    victim.record('victimTold', { ...byPhone, about: [1] }, dueBy);
    expect(standingTo(victim, 'c20-r6-arrest', after(30))).toBe('met');
    const late = arrested().record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(2));
    late.record('victimTold', { ...byPhone, about: [1] }, after(12));
    expect(standingTo(late, 'c20-r6-arrest', after(30))).toBe('declined');
  });

  it('or a call in vain afterwards takes nothing from what the victim was told before', () => {
    const victim = arrested().record('victimTold', { ...byPhone, about: [1] }, after(2));
    victim.record('victimNotTold', { about: [1], reason: 'unreachable' }, after(4));
    victim.record('victimTold', { ...byPhone, about: [1] }, after(20));
    expect(dutyTo(victim, 'c20-r6-arrest').settled).toMatchObject({ as: 'met', at: after(2) });
  });

  it('declines nothing that was missed before it began', () => {
    const victim = sleepUntil(arrested(), after(12));
    victim.record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(12));
    expect(standingTo(victim, 'c20-r6-arrest', after(30))).toBe('missed');
  });
});

describe('a window', () => {
  it('opens once for a victim who is told of two decisions in one call', () => {
    const decision = { decidedBy: 'police', reason: 'notStated', rightToReview: true } as const;
    const victim = PureCase.open({ suspects: ['s1', 's2'] }).record('noFurtherAction', decision, after(1), s1);
    victim.record('noFurtherAction', decision, after(1), { suspects: ['s2'] });
    victim.record('victimTold', { ...byPhone, about: [1, 2] }, after(2));
    expect(dutiesTo(victim, 'vrr-pol-window')).toHaveLength(1);
  });

  it('that nobody used has lapsed: the victim missed nothing, and nobody is asked why', () => {
    const decision = { decidedBy: 'police', reason: 'notStated', rightToReview: true } as const;
    const victim = PureCase.open().record('noFurtherAction', decision, after(1), s1);
    victim.record('victimTold', { ...byPhone, about: [1] }, after(2));
    sleepUntil(victim, after(150));
    const window = dutyTo(victim, 'vrr-pol-window');
    expect(standingTo(victim, 'vrr-pol-window', after(20))).toBe('open');
    expect(standingTo(victim, 'vrr-pol-window', after(150))).toBe('lapsed');
    expect(rungsOf(victim, window.id)).toEqual([]);
    expect(reasonsAsked(victim)).not.toContain(window.id);
  });

  it('that the victim used is closed; one that closed before the case came here has lapsed like any other', () => {
    const victim = PureCase.open({ receivedAt: after(-300), openedAt: after(0), suspects: ['s1'] });
    victim.record('suspectCharged', { how: 'charged' }, after(-250), { ...s1, now: after(0) });
    const sentence = { sentences: ['imprisonment' as const], undulyLenientScope: true };
    victim.record('sentencePassed', sentence, after(-200), { ...s1, now: after(0) });
    expect(standingTo(victim, 'uls-28', after(0))).toBe('lapsed');
    const used = PureCase.open().record('suspectBailed', { conditions: false }, after(1), s1);
    used.record('suspectReleasedWithoutCharge', {}, after(9), s1);
    expect(standingTo(used, 'pace-bail-3', after(300))).toBe('met');
  });
});

it('the ledger of a case that arrived says everything that the report owes, and nothing twice', () => {
  const ids = dutiesOf(PureCase.open()).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining(['0.c20-r3-ack', '0.c20-r4-referral', '0.force-first-contact', '0.force-update'])
  );
  expect(dutiesOf(PureCase.open()).every(({ from }) => from === aTuesday)).toBe(true);
});
