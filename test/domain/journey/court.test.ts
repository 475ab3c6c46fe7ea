import { endOfDayAfter } from '../../../domain/time/londonTime';
import type { TaskKind } from '../../../domain/task';
import { endOfWorkingDaysAfter } from '../../../domain/time/workingDays';
import { calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const s1 = { suspects: ['s1'] };
const courtWork: readonly TaskKind[] = [
  'askAvailability',
  'screenSpecialMeasures',
  'referSpecialMeasures',
  'recordSpecialMeasuresApplication',
  'recordSpecialMeasuresDecision',
];

function openAtCourt(victim: PureCase): TaskKind[] {
  return victim.openKinds().filter((kind) => courtWork.includes(kind));
}

function charged(changes?: Parameters<typeof PureCase.open>[0]): PureCase {
  return PureCase.open(changes).record('suspectCharged', { how: 'charged' }, after(4), s1);
}

describe('court', () => {
  it('asks nothing of a victim before a charge', () => {
    expect(openAtCourt(PureCase.open().record('suspectArrested', {}, after(1), s1))).toEqual([]);
  });

  it('asks from the charge for dates to avoid and for the need of special measures, within ten days', () => {
    const victim = charged();
    expect(openAtCourt(victim)).toEqual(['askAvailability', 'screenSpecialMeasures']);
    for (const kind of ['askAvailability', 'screenSpecialMeasures'] as const) {
      expect(victim.openTask(kind)).toMatchObject({
        dueAt: endOfDayAfter(after(4), 10),
        why: { rule: 'forceStandard', limit: { n: 10, unit: 'calendarDays' } },
      });
    }
  });

  it('counts from the day the case came to us where the charge was before', () => {
    const victim = PureCase.open({ receivedAt: after(0), openedAt: after(40) });
    victim.record('suspectCharged', { how: 'charged' }, after(4), { ...s1, now: after(40, 1) });
    expect(victim.openTask('askAvailability').dueAt).toBe(endOfDayAfter(after(40), 10));
  });

  it('asks a business for dates to avoid, not for special measures', () => {
    expect(openAtCourt(charged({ personKind: 'business' }))).toEqual(['askAvailability']);
  });

  it('silence: nothing is taken as granted, and every stage stays open until its answer comes', () => {
    const victim = charged();
    victim.at(after(400));
    expect(openAtCourt(victim)).toEqual(['askAvailability', 'screenSpecialMeasures']);
    victim.complete('screenSpecialMeasures', 'specialMeasuresScreened', { wanted: true, measures: [] }, after(401));
    expect(openAtCourt(victim.at(after(800)))).toEqual(['askAvailability', 'referSpecialMeasures']);
  });

  it('ends its work when the suspect’s way ends, and takes it up again on a charge', () => {
    const victim = charged().record('prosecutionStopped', { reason: 'discontinued' }, after(30), s1);
    expect(openAtCourt(victim)).toEqual([]);
    victim.record('suspectCharged', { how: 'charged' }, after(90), s1);
    expect(victim.openTask('askAvailability').dueAt).toBe(endOfDayAfter(after(90), 10));
  });

  it.each([
    ['a plea of guilty', (victim: PureCase) => victim.record('pleaEntered', { plea: 'guilty' }, after(30), s1)],
    ['a verdict', (victim: PureCase) => victim.record('verdictGiven', { verdict: 'guilty' }, after(30), s1)],
  ] as const)('asks for no dates and no measures after %s: nobody will have to give evidence', (_, comes) => {
    expect(openAtCourt(comes(charged()))).toEqual([]);
  });

  it('asks for them while one of two suspects is still to be tried', () => {
    const victim = charged().record('suspectCharged', { how: 'charged' }, after(5), { suspects: ['s2'] });
    victim.record('pleaEntered', { plea: 'guilty' }, after(30), s1);
    expect(openAtCourt(victim)).toEqual(['askAvailability', 'screenSpecialMeasures']);
  });

  it('does not begin it again on an appeal', () => {
    const victim = charged().record('verdictGiven', { verdict: 'guilty' }, after(30), s1);
    victim.record('sentencePassed', { sentences: ['fine'] }, after(31), s1);
    expect(openAtCourt(victim.record('appealLodged', { against: 'both' }, after(40), s1))).toEqual([]);
  });

  it('is not begun by a charge that a supervisor has discarded', () => {
    const victim = PureCase.open().record('suspectCharged', { how: 'charged' }, after(90), { ...s1, now: after(1) });
    victim.complete('reviewEvent', 'eventReviewed', { about: 1, decision: 'discarded' }, after(2));
    victim.record('suspectCharged', { how: 'charged' }, after(5), s1);
    expect(victim.openTask('askAvailability').dueAt).toBe(endOfDayAfter(after(5), 10));
  });
});

describe('special measures', () => {
  const screens = ['screens' as const];

  it('go from the need to the referral, to the prosecution’s application, to the court’s decision', () => {
    const victim = charged();
    victim.complete('askAvailability', 'availabilityGiven', { datesToAvoid: [] }, after(5));
    victim.complete('screenSpecialMeasures', 'specialMeasuresScreened', { wanted: true, measures: screens }, after(6));
    expect(openAtCourt(victim)).toEqual(['referSpecialMeasures']);
    expect(victim.openTask('referSpecialMeasures').dueAt).toBe(endOfWorkingDaysAfter(after(6), 5, calendar));
    victim.complete('referSpecialMeasures', 'specialMeasuresReferred', { measures: screens }, after(7));
    expect(openAtCourt(victim)).toEqual(['recordSpecialMeasuresApplication']);
    const applied = { decision: 'applied', measures: screens } as const;
    victim.complete('recordSpecialMeasuresApplication', 'specialMeasuresApplied', { ...applied }, after(10));
    expect(openAtCourt(victim)).toEqual(['recordSpecialMeasuresDecision']);
    const granted = { decision: 'granted', measures: screens } as const;
    victim.complete('recordSpecialMeasuresDecision', 'specialMeasuresDecided', { ...granted }, after(20));
    expect(openAtCourt(victim)).toEqual([]);
    const owed = victim.careRecord.tasks.filter(({ kind, closed }) => kind === 'tellVictim' && !closed);
    expect(owed.map(({ about }) => about)).toEqual([[1], [5], [6]]);
  });

  it('whose need was known before the charge are referred in full time from the charge', () => {
    const victim = PureCase.open().record('specialMeasuresScreened', { wanted: true, measures: screens }, after(1));
    victim.record('suspectCharged', { how: 'charged' }, after(30), s1);
    expect(victim.openTask('referSpecialMeasures').dueAt).toBe(endOfWorkingDaysAfter(after(30), 5, calendar));
  });

  it('that are not wanted are asked about no more', () => {
    const victim = charged();
    victim.complete('screenSpecialMeasures', 'specialMeasuresScreened', { wanted: false, measures: [] }, after(6));
    expect(openAtCourt(victim)).toEqual(['askAvailability']);
  });

  it('for which the prosecution declines to apply wait for no decision', () => {
    const victim = charged();
    victim.complete('screenSpecialMeasures', 'specialMeasuresScreened', { wanted: true, measures: screens }, after(6));
    victim.complete('referSpecialMeasures', 'specialMeasuresReferred', { measures: screens }, after(7));
    const declined = { decision: 'declined', measures: [] } as const;
    victim.complete(
      'recordSpecialMeasuresApplication',
      'specialMeasuresApplied',
      { ...declined, measures: [] },
      after(8)
    );
    expect(openAtCourt(victim)).toEqual(['askAvailability']);
  });

  it('begin again when the need is screened anew', () => {
    const victim = charged();
    victim.complete('screenSpecialMeasures', 'specialMeasuresScreened', { wanted: false, measures: [] }, after(6));
    victim.record('specialMeasuresScreened', { wanted: true, measures: screens }, after(30));
    expect(openAtCourt(victim)).toEqual(['askAvailability', 'referSpecialMeasures']);
  });
});

describe('a retrial', () => {
  it('asks for dates to avoid afresh, counted from the order of the new trial', () => {
    const victim = charged();
    victim.complete('askAvailability', 'availabilityGiven', { datesToAvoid: [] }, after(5));
    victim.complete('screenSpecialMeasures', 'specialMeasuresScreened', { wanted: false, measures: [] }, after(6));
    victim.record('verdictGiven', { verdict: 'juryDischarged' }, after(200), { ...s1, source: 'court' });
    expect(openAtCourt(victim)).toEqual(['askAvailability']);
    expect(victim.openTask('askAvailability').dueAt).toBe(endOfDayAfter(after(200), 10));
  });
});
