import type { FactData } from '../../../domain/fact';
import { endOfDayAfter } from '../../../domain/time/londonTime';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { openOf } from '../openOf';

function pathway(support: FactData['pathwayChosen']['support']): FactData['pathwayChosen'] {
  return { pathway: 'enhanced', support, plan: ['safetyPlanning'] };
}

describe('the care pathway', () => {
  it('is to be chosen within ten days of receipt', () => {
    expect(PureCase.open().openTask('choosePathway').dueAt).toBe(endOfDayAfter(after(0), 10));
  });

  it('silence: none is assumed, and referral stays open beside it', () => {
    const victim = PureCase.open().at(after(100));
    expect(openOf(victim, 'choosePathway', 'makeReferral')).toEqual(['choosePathway', 'makeReferral']);
  });

  it.each([
    ['accepted', ['makeReferral']],
    ['undecided', ['makeReferral']],
    ['declined', ['signpost']],
  ] as const)('with support %s leads to %j', (support, kinds) => {
    const victim = PureCase.open().complete('choosePathway', 'pathwayChosen', pathway(support), after(1));
    expect(openOf(victim, 'choosePathway', 'makeReferral', 'signpost')).toEqual(kinds);
  });

  it('is chosen neither for a business nor for a witness', () => {
    expect(openOf(PureCase.open({ personKind: 'business' }), 'choosePathway')).toEqual([]);
    expect(openOf(PureCase.open({ role: 'witness' }), 'choosePathway')).toEqual([]);
  });

  it('may be chosen after the referral was made, in one and the same call', () => {
    const referral = { recipient: 'serviceProvider', supportService: 'beacon', basis: 'consent' } as const;
    const victim = PureCase.open().complete('makeReferral', 'referralMade', referral, after(1));
    victim.complete('choosePathway', 'pathwayChosen', pathway('accepted'), after(1));
    expect(openOf(victim, 'choosePathway', 'makeReferral', 'signpost')).toEqual([]);
  });
});
