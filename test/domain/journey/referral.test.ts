import { careState } from '../../../domain/careState';
import type { FactData } from '../../../domain/fact';
import { addHours } from '../../../domain/time/londonTime';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { standardsOf } from '../../../domain/forceStandards';
import { takeStock } from '../../../domain/takeStock';
import { roleOf } from '../../../domain/task';
import { endOfWorkingDaysAfter } from '../../../domain/time/workingDays';
import { calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { openOf } from '../openOf';

const toBeacon: FactData['referralMade'] = { recipient: 'serviceProvider', supportService: 'beacon', basis: 'consent' };
const signposting: FactData['signposted'] = { supportServices: ['victims-information-service'], format: 'email' };

function workingDaysAfter(at: string, days: number): string {
  return endOfWorkingDaysAfter(at, days, calendar);
}

function help(victim: PureCase) {
  return openOf(victim, 'makeReferral', 'chaseReferral', 'signpost');
}

function firstReferral(victim: PureCase): string {
  return careState(victim.careRecord).referrals[0]?.referralId ?? '';
}

const referred = () => PureCase.open().complete('makeReferral', 'referralMade', toBeacon, after(1));

describe('referral to a support service', () => {
  it('is due within two working days of the report, by Right 4', () => {
    expect(PureCase.open().openTask('makeReferral')).toMatchObject({
      dueAt: workingDaysAfter(after(0), 2),
      why: { fixed: { obligation: 'c20-r4-referral', from: after(0), limit: { n: 2, unit: 'workingDays' } } },
    });
  });

  it('silence of the victim: the offer stays open', () => {
    const victim = PureCase.open();
    const undecided = { pathway: 'universal', support: 'undecided', plan: [] } as const;
    victim.complete('choosePathway', 'pathwayChosen', { ...undecided, plan: [] }, after(1));
    expect(help(victim.at(after(100)))).toEqual(['makeReferral']);
    expect(summaryOf(victim.careRecord).stage).toBe('firstContact');
  });

  it('silence of the service: somebody chases it after five working days, until there is an answer', () => {
    const victim = referred();
    expect(help(victim)).toEqual([]);
    const chaseAt = workingDaysAfter(after(1), 5);
    expect(openOf(victim.at(addHours(chaseAt, -1)), 'chaseReferral')).toEqual([]);
    expect(takeStock(victim.careRecord, addHours(chaseAt, -1)).wakeAt).toBe(chaseAt);
    expect(victim.at(chaseAt).openTask('chaseReferral')).toMatchObject({
      dueAt: workingDaysAfter(chaseAt, 1),
      referralId: firstReferral(victim),
    });
    victim.complete('chaseReferral', 'referralAccepted', { referralId: firstReferral(victim) }, after(91));
    expect(help(victim.at(after(200)))).toEqual([]);
  });

  describe('on which the service stays silent', () => {
    const chasing = (victim: PureCase) =>
      victim.careRecord.tasks.filter(({ kind, closed }) => kind === 'chaseReferral' && !closed);
    const asked = (victim: PureCase) => chasing(victim).map(roleOf);
    const inVain = (victim: PureCase, at: string) =>
      victim.complete('chaseReferral', 'referralChased', { referralId: firstReferral(victim) }, at);
    const firstAt = workingDaysAfter(after(1), 5);

    it('is chased again five working days after each time in vain, from the third time on by a supervisor', () => {
      const victim = referred().at(firstAt);
      let at = firstAt;
      for (const role of ['victim-care-officer', 'victim-care-officer', 'supervisor', 'supervisor']) {
        expect([asked(victim), chasing(victim).map(({ dueAt }) => dueAt)]).toEqual([[role], [workingDaysAfter(at, 1)]]);
        const chasedAt = addHours(at, 3);
        expect(asked(inVain(victim, chasedAt))).toEqual([]);
        at = workingDaysAfter(chasedAt, 5);
        expect(asked(victim.at(addHours(at, -1)))).toEqual([]);
        expect(victim.wakeAt).toBe(at);
        victim.at(at);
      }
      victim.record('referralAccepted', { referralId: firstReferral(victim) }, at, { source: 'partner' });
      expect(asked(victim.at(after(300)))).toEqual([]);
    });

    it('is chased by a supervisor as well where the team has not asked, each of them once', () => {
      const victim = referred().at(firstAt);
      const secondAt = workingDaysAfter(firstAt, 5);
      expect(asked(victim.at(addHours(secondAt, -1)))).toEqual(['victim-care-officer']);
      expect(asked(victim.at(secondAt))).toEqual(['victim-care-officer', 'supervisor']);
      expect(asked(victim.at(after(200)))).toEqual(['victim-care-officer', 'supervisor']);
      expect(asked(inVain(victim, after(200)))).toEqual([]);
      expect(asked(victim.at(workingDaysAfter(after(200), 5)))).toEqual(['victim-care-officer']);
    });

    it('is chased at the force’s own spacing, and an anonymous notification never', () => {
      const standards = { ...standardsOf('hertfordshire'), referralChases: { everyWorkingDays: 2, timesByTeam: 0 } };
      const victim = PureCase.open({ standards }).complete('makeReferral', 'referralMade', toBeacon, after(1));
      expect(asked(victim.at(firstAt))).toEqual(['supervisor']);
      const again = workingDaysAfter(firstAt, 2);
      expect(asked(inVain(victim, firstAt).at(addHours(again, -1)))).toEqual([]);
      expect(asked(victim.at(again))).toEqual(['supervisor']);
      const notify = { recipient: 'dutyToNotify', supportService: 'home-office', basis: 'lawfulBasisWithoutConsent' };
      const unnamed = PureCase.open({ circumstances: ['modernSlavery'] });
      unnamed.record('referralMade', notify as FactData['referralMade'], after(1)).at(after(90));
      expect(asked(unnamed)).toEqual([]);
    });
  });

  it('that the service declines is offered elsewhere, in two working days from its answer', () => {
    const victim = referred();
    victim.record('referralDeclined', { referralId: firstReferral(victim), reason: 'noCapacity' }, after(3), {
      source: 'partner',
    });
    expect(victim.openTask('makeReferral').dueAt).toBe(workingDaysAfter(after(3), 2));
    victim.complete('makeReferral', 'referralMade', { ...toBeacon, supportService: 'harbour' }, after(4));
    expect(help(victim)).toEqual([]);
    expect(careState(victim.careRecord).referrals.map(({ state }) => state)).toEqual(['declined', 'sent']);
  });

  it('that has ended is not made again by itself', () => {
    const victim = referred();
    victim.record('referralEnded', { referralId: firstReferral(victim), reason: 'completed' }, after(30));
    expect(help(victim.at(after(60)))).toEqual([]);
  });

  it('is asked for again when the victim wants help again after it ended', () => {
    const victim = referred();
    victim.record('referralEnded', { referralId: firstReferral(victim), reason: 'lostContact' }, after(30));
    victim.record('stanceChanged', { stance: 'wantsSupport', answer: 'yes' }, after(50));
    expect(victim.openTask('makeReferral').dueAt).toBe(workingDaysAfter(after(50), 2));
  });

  it('is chased for the referral that the task is about, whichever the answer names', () => {
    const victim = referred();
    victim.record('referralMade', { ...toBeacon, supportService: 'harbour' }, after(1, 2)).at(after(20));
    const [beacon, harbour] = careState(victim.careRecord).referrals;
    const { referralId } = victim.openTask('chaseReferral');
    const other = referralId === beacon?.referralId ? harbour : beacon;
    victim.complete('chaseReferral', 'referralAccepted', { referralId: other?.referralId ?? '' }, after(21));
    const accepted = careState(victim.careRecord).referrals.filter(({ state }) => state === 'accepted');
    expect(accepted.map((each) => each.referralId)).toEqual([referralId]);
    expect(openOf(victim, 'chaseReferral')).toEqual(['chaseReferral', 'chaseReferral']);
  });

  it('keeps its id and the service’s answer when it is corrected', () => {
    const victim = referred();
    const referralId = firstReferral(victim);
    victim.record('referralAccepted', { referralId }, after(2), { source: 'partner' });
    const corrected = { ...toBeacon, basis: 'toldAndDidNotObject' } as const;
    victim.record('referralMade', corrected, after(1), { now: after(3), corrects: 1 });
    expect(careState(victim.careRecord).referrals).toMatchObject([
      { referralId, state: 'accepted', basis: 'toldAndDidNotObject' },
    ]);
    expect(help(victim.at(after(60)))).toEqual([]);
  });

  it('is not known under an id that this case has not given', () => {
    const victim = referred();
    expect(() => victim.record('referralAccepted', { referralId: 'elsewhere.r1' }, after(2))).toThrow(
      'referralUnknown'
    );
  });

  it('of a report that arrives late counts from its arrival', () => {
    const victim = PureCase.open({ receivedAt: after(0), openedAt: after(21) });
    expect(victim.openTask('makeReferral').dueAt).toBe(workingDaysAfter(after(21), 2));
  });

  it('is made neither for a business nor for a witness', () => {
    expect(help(PureCase.open({ personKind: 'business' }))).toEqual([]);
    expect(help(PureCase.open({ role: 'witness' }))).toEqual([]);
  });
});

describe('a referral by the officer', () => {
  const officerActions = [{ action: 'referralMade', at: after(0, -1) }] as const;

  it('from before the case began meets the duty', () => {
    expect(help(PureCase.open({ officerActions }))).toEqual([]);
  });

  it('told afterwards meets it too', () => {
    const victim = PureCase.open().record('officerActed', { action: 'referralMade' }, after(0, 2));
    expect(help(victim)).toEqual([]);
  });

  it('ends when the victim declines support, and is not made good by a later yes', () => {
    const victim = PureCase.open({ officerActions }).record('supportDeclined', {}, after(1));
    expect(help(victim)).toEqual(['signpost']);
    victim.record('stanceChanged', { stance: 'wantsSupport', answer: 'yes' }, after(9));
    expect(victim.openTask('makeReferral').dueAt).toBe(workingDaysAfter(after(9), 2));
  });
});

describe('a victim who declines support', () => {
  it.each([
    ['when the pathway is chosen', (victim: PureCase) => victim.record('pathwayChosen', declinedPathway, after(1))],
    [
      'when the referral is offered',
      (victim: PureCase) => victim.complete('makeReferral', 'supportDeclined', {}, after(1)),
    ],
    [
      'at any time',
      (victim: PureCase) => victim.record('stanceChanged', { stance: 'wantsSupport', answer: 'no' }, after(1)),
    ],
  ] as const)('%s is signposted instead, within two working days', (_, declines) => {
    const victim = declines(PureCase.open());
    expect(help(victim)).toEqual(['signpost']);
    expect(victim.openTask('signpost').dueAt).toBe(workingDaysAfter(after(1), 2));
    expect(help(victim.complete('signpost', 'signposted', signposting, after(2)))).toEqual([]);
  });

  it('before the case came to us is signposted within two working days of its arrival', () => {
    const victim = PureCase.open({ receivedAt: after(0), openedAt: after(21) });
    victim.record('supportDeclined', {}, after(3), { now: after(21, 1) });
    expect(victim.openTask('signpost').dueAt).toBe(workingDaysAfter(after(21), 2));
  });

  it('by withdrawing consent has the referral withdrawn, and nobody chases it', () => {
    const victim = referred();
    victim.record('consentWithdrawn', { referralId: firstReferral(victim) }, after(2));
    expect(help(victim.at(after(60)))).toEqual(['signpost']);
    victim.record('referralAccepted', { referralId: firstReferral(victim) }, after(61), { source: 'partner' });
    expect(careState(victim.careRecord).referrals).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('from one service keeps the help of another', () => {
    const victim = referred().record('referralMade', { ...toBeacon, supportService: 'harbour' }, after(1, 2));
    victim.record('consentWithdrawn', { referralId: firstReferral(victim) }, after(2));
    expect(help(victim)).toEqual([]);
    expect(careState(victim.careRecord).support.answer).toBe('accepted');
  });

  it('and changes their mind is referred, in two working days from then', () => {
    const victim = referred();
    victim.record('consentWithdrawn', { referralId: firstReferral(victim) }, after(2));
    victim.record('stanceChanged', { stance: 'wantsSupport', answer: 'yes' }, after(40));
    expect(help(victim)).toEqual(['makeReferral']);
    expect(victim.openTask('makeReferral').dueAt).toBe(workingDaysAfter(after(40), 2));
  });

  it('a second time is signposted a second time', () => {
    const victim = PureCase.open().record('supportDeclined', {}, after(1));
    victim.complete('signpost', 'signposted', signposting, after(2));
    victim.record('stanceChanged', { stance: 'wantsSupport', answer: 'yes' }, after(9));
    victim.record('supportDeclined', {}, after(20));
    expect(help(victim)).toEqual(['signpost']);
  });
});

const declinedPathway: FactData['pathwayChosen'] = { pathway: 'universal', support: 'declined', plan: [] };

describe('the stage', () => {
  it('is referral while support is accepted and nobody has referred', () => {
    const victim = PureCase.open({ officerActions: [{ action: 'victimContacted', at: after(0, -1) }] });
    victim.complete(
      'assessNeeds',
      'needsAssessed',
      { needs: [], riskLevel: 'standard', enhancedRightsGrounds: [] },
      after(1)
    );
    victim.complete(
      'choosePathway',
      'pathwayChosen',
      { pathway: 'universal', support: 'accepted', plan: [] },
      after(1)
    );
    expect(summaryOf(victim.careRecord).stage).toBe('referral');
    victim.complete('makeReferral', 'referralMade', toBeacon, after(2));
    expect(summaryOf(victim.careRecord).stage).toBe('victimContract');
  });
});
