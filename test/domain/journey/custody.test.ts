import { addHours, londonDay, startOfLondonDay } from '../../../domain/time/londonTime';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const s1 = { suspects: ['s1'] };
const day = (days: number) => londonDay(after(days));
const charged = (role: 'victim' | 'witness' = 'victim') =>
  PureCase.open({ role }).record('suspectCharged', { how: 'charged' }, after(4), s1);
const remanded = () =>
  charged().record('courtBailDecided', { decision: 'remanded', custodyTimeLimitOn: day(60) }, after(5), s1);

describe('a defendant who is out, or out on other terms', () => {
  it('has the victim’s safety planned for within hours, on a Sunday night too, an escape soonest', () => {
    const varied = charged().record('courtBailDecided', { decision: 'bailVaried' }, after(5, 13), s1);
    expect(varied.openTask('makeSafetyPlan')).toMatchObject({ dueAt: addHours(after(5, 13), 4), about: [2] });
    const escaped = remanded().record('escapeReported', { from: 'prison' }, after(6, 13), s1);
    expect(escaped.openTask('makeSafetyPlan').dueAt).toBe(addHours(after(6, 13), 1));
    escaped.complete('makeSafetyPlan', 'safetyPlanMade', { measures: ['alarm'] }, after(6, 14));
    expect(escaped.openKinds()).not.toContain('makeSafetyPlan');
  });

  it('is out when bail follows custody, or comes with other conditions, as courts say it', () => {
    const bailed = (conditions: boolean) => ({ decision: 'bailed' as const, conditions });
    const released = remanded().record('courtBailDecided', bailed(true), after(9), s1);
    expect(released.openTask('makeSafetyPlan').about).toEqual([3]);
    released.complete('makeSafetyPlan', 'safetyPlanMade', { measures: ['victimWantsNone'] }, after(9, 1));
    expect(released.record('courtBailDecided', bailed(true), after(10), s1).openKinds()).not.toContain(
      'makeSafetyPlan'
    );
    expect(released.record('courtBailDecided', bailed(false), after(11), s1).openKinds()).toContain('makeSafetyPlan');
    const other = remanded().record('courtBailDecided', bailed(true), after(9), { suspects: ['s2'] });
    expect(other.openKinds()).not.toContain('makeSafetyPlan');
  });

  it('asks no plan for a witness who is no victim, nor for bail that the court leaves as it was', () => {
    const witness = charged('witness').record('escapeReported', { from: 'hospital' }, after(5), s1);
    expect(witness.openKinds()).not.toContain('makeSafetyPlan');
    expect(charged().record('courtBailDecided', { decision: 'bailed' }, after(5), s1).openKinds()).not.toContain(
      'makeSafetyPlan'
    );
  });
});

describe('a custody time limit', () => {
  it('is asked about a week before it passes, and again before an extended one does', () => {
    const victim = remanded();
    expect(victim.openKinds()).not.toContain('watchCustodyLimit');
    expect(victim.at(startOfLondonDay(day(53))).openTask('watchCustodyLimit').dueAt).toBe(startOfLondonDay(day(60)));
    victim.record('custodyTimeLimitAnswered', { answer: 'extended', untilOn: day(90) }, after(55), s1);
    expect(victim.openKinds()).not.toContain('watchCustodyLimit');
    expect(victim.at(after(84)).openTask('watchCustodyLimit').dueAt).toBe(startOfLondonDay(day(90)));
  });

  it.each([
    ['bail', (victim: PureCase) => victim.record('courtBailDecided', { decision: 'bailed' }, after(10), s1)],
    ['a plea of guilty', (victim: PureCase) => victim.record('pleaEntered', { plea: 'guilty' }, after(10), s1)],
    ['a verdict', (victim: PureCase) => victim.record('verdictGiven', { verdict: 'guilty' }, after(10), s1)],
  ])('ends with %s', (_title, ends) => {
    expect(ends(remanded()).at(after(58)).openKinds()).not.toContain('watchCustodyLimit');
  });

  it('silence: it stays asked after the day has passed', () => {
    expect(remanded().at(after(70)).openKinds()).toContain('watchCustodyLimit');
  });
});
