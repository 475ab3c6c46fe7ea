import { careState } from '../../../domain/careState';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const locks = { action: 'homeSecurity', owner: 'victim-care-officer', dueOn: '2026-03-10', need: 'safety' } as const;
const planned = () => PureCase.open().record('planActionAdded', locks, after(1));
const actionsOf = (victim: PureCase) => careState(victim.careRecord).planActions;

describe('an action of the care plan', () => {
  it('asks nobody for anything until its day has passed', () => {
    const victim = planned().at('2026-03-10T23:59:00.000Z');
    expect(victim.openKinds()).not.toContain('followUpPlanAction');
    victim.at('2026-03-11T00:00:00.000Z');
    expect(victim.openTask('followUpPlanAction').planActionId).toBe(`${victim.careRecord.opening.caseId}.p1`);
  });

  it('wakes the case when its day has passed', () => {
    const victim = planned();
    while (victim.wakeAt && victim.wakeAt < '2026-03-11T00:00:00.000Z') victim.at(victim.wakeAt);
    expect(victim.wakeAt).toBe('2026-03-11T00:00:00.000Z');
  });

  it('is done, or not done with a reason', () => {
    const [done, given] = [planned(), planned()].map((victim) => victim.at(after(9)));
    const planActionId = `${done?.careRecord.opening.caseId}.p1`;
    done?.complete('followUpPlanAction', 'planActionDone', { planActionId }, after(9));
    given?.complete('followUpPlanAction', 'planActionNotDone', { planActionId, reason: 'victimDeclined' }, after(9));
    expect(actionsOf(done as PureCase)[0]).toMatchObject({ state: 'done' });
    expect(actionsOf(given as PureCase)[0]).toMatchObject({ state: 'notDone', reason: 'victimDeclined' });
    expect(done?.at(after(90)).openKinds()).not.toContain('followUpPlanAction');
  });

  it('done before its day never becomes a task', () => {
    const victim = planned();
    const [{ planActionId = '' } = {}] = actionsOf(victim);
    victim.record('planActionDone', { planActionId }, after(3));
    expect(victim.at(after(30)).openKinds()).not.toContain('followUpPlanAction');
  });

  it('moved to another day, and to another owner, is asked for then', () => {
    const victim = planned().at(after(9));
    const moved = { planActionId: '', dueOn: '2026-04-01', owner: 'housing-team' };
    victim.complete('followUpPlanAction', 'planActionMoved', moved, after(9));
    expect(actionsOf(victim)[0]).toMatchObject({ dueOn: '2026-04-01', owner: 'housing-team', state: 'planned' });
    expect(victim.openKinds()).not.toContain('followUpPlanAction');
    expect(victim.at('2026-04-02T09:00:00.000Z').openKinds()).toContain('followUpPlanAction');
  });

  it('of another case is not known here', () => {
    expect(() => planned().record('planActionDone', { planActionId: 'x.p1' }, after(2))).toThrow('planActionUnknown');
  });

  it('silence: the task stays open', () => {
    expect(planned().at(after(90)).openKinds()).toContain('followUpPlanAction');
  });
});

describe('an offer of support', () => {
  it('that is declined asks for signposting, and one accepted for a referral', () => {
    const declined = PureCase.open().record('supportOffered', { answer: 'declined', channel: 'phone' }, after(1));
    expect(declined.openKinds()).toContain('signpost');
    declined.record('supportOffered', { answer: 'accepted' }, after(2));
    expect(declined.openKinds()).toContain('makeReferral');
  });

  it('that is to be made again later leaves things as they were', () => {
    const victim = PureCase.open().record('supportOffered', { answer: 'askAgainLater' }, after(1));
    expect(careState(victim.careRecord).support.answer).toBe('unknown');
    expect(careState(victim.careRecord).offers).toHaveLength(1);
  });
});
