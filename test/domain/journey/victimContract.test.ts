import type { FactData } from '../../../domain/fact';
import { endOfDayAfter } from '../../../domain/time/londonTime';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const noContact = { stance: 'wantsContact', answer: 'no' } as const;
const contactAgain = { stance: 'wantsContact', answer: 'yes' } as const;

describe('the Victim Contract', () => {
  it('is to be agreed within ten days of receipt, by a standard of the force', () => {
    expect(PureCase.open().openTask('agreeVictimContract')).toMatchObject({
      dueAt: endOfDayAfter(after(0), 10),
      why: { fixed: { obligation: 'force-victim-contract', from: after(0), limit: { n: 10, unit: 'calendarDays' } } },
    });
  });

  it.each([
    ['agreed', 'victimContractAgreed', { channel: 'text', everyDays: 7 }],
    ['left at the force’s default', 'victimContractDefaultKept', {}],
  ] as const)('is asked for no more once it is %s', (_, outcome, data) => {
    const victim = PureCase.open().complete('agreeVictimContract', outcome, { ...data } as never, after(1));
    expect(victim.openKinds()).not.toContain('agreeVictimContract');
  });

  it('silence: it stays to be agreed, and updates run by the force’s default meanwhile', () => {
    const victim = PureCase.open().at(after(26));
    expect(victim.openKinds()).toEqual(expect.arrayContaining(['agreeVictimContract', 'giveVictimUpdate']));
  });

  it('is agreed with a business, not with a witness who is no victim', () => {
    expect(PureCase.open({ personKind: 'business' }).openKinds()).toContain('agreeVictimContract');
    expect(PureCase.open({ role: 'witness' }).openKinds()).not.toContain('agreeVictimContract');
  });

  it('is not asked of a victim who wants no contact', () => {
    expect(PureCase.open().record('stanceChanged', noContact, after(1)).openKinds()).not.toContain(
      'agreeVictimContract'
    );
  });

  it('is asked for again, in full time, when the victim wants contact after all', () => {
    const victim = PureCase.open().record('stanceChanged', noContact, after(1));
    victim.record('stanceChanged', contactAgain, after(200));
    expect(victim.openTask('agreeVictimContract').dueAt).toBe(endOfDayAfter(after(200), 10));
  });

  it('of a report that arrives late counts from its arrival', () => {
    const victim = PureCase.open({ receivedAt: after(0), openedAt: after(21) });
    expect(victim.openTask('agreeVictimContract').dueAt).toBe(endOfDayAfter(after(21), 10));
  });
});

describe('a Victim Contract that says what the victim wants to hear', () => {
  const onlyNews = {
    channel: 'text',
    everyDays: 7,
    inQuietTimes: 'onlyNews',
    hearAbout: ['chargeDecision', 'courtOutcomes'],
    mayAlsoTell: [],
    agreedWith: 'victim',
  } as const;
  const agreed = (day = 1) =>
    PureCase.open({ suspects: ['s1'] }).complete(
      'agreeVictimContract',
      'victimContractAgreed',
      onlyNews as unknown as FactData['victimContractAgreed'],
      after(day)
    );

  it('is agreed in the first call, before anybody has assessed anything', () => {
    const victim = PureCase.open();
    victim.record('contactMade', { channel: 'phone', with: 'victim' }, after(0, 1));
    victim.complete('agreeVictimContract', 'victimContractAgreed', { channel: 'text', everyDays: 7 }, after(0, 1));
    expect(victim.openKinds()).not.toContain('agreeVictimContract');
    expect(victim.openKinds()).toContain('assessNeeds');
  });

  it('leaves a victim who wants only news in peace while there is none, for half a year at most', () => {
    expect(agreed().at(after(60)).openKinds()).not.toContain('giveVictimUpdate');
    expect(agreed().at(after(182)).openTask('giveVictimUpdate').dueAt).toBe(endOfDayAfter(after(1), 182));
  });

  it('still brings news at once, whatever they want to hear in quiet times', () => {
    const victim = agreed().record('suspectCharged', { how: 'charged' }, after(5), { suspects: ['s1'] });
    expect(victim.openTask('tellVictim').about).toEqual([2]);
  });

  it('still brings news of release and bail to a person who decides how, though the victim did not ask for it', () => {
    const victim = agreed().record('stanceChanged', noContact, after(2));
    victim.record('suspectBailed', { conditions: true }, after(5), { suspects: ['s1'] });
    expect(victim.openKinds()).toContain('tellVictim');
    expect(victim.openKinds()).not.toContain('giveVictimUpdate');
  });

  it('is changed at any time, and the updates follow the newer one', () => {
    const victim = agreed().record('victimContractAgreed', { channel: 'phone', everyDays: 7 }, after(30));
    expect(victim.at(after(36)).openTask('giveVictimUpdate').dueAt).toBe(endOfDayAfter(after(30), 7));
  });

  it('does not outlive a wish for no contact, which is looked at again', () => {
    const victim = agreed().record('stanceChanged', noContact, after(2)).at(after(183));
    expect(victim.openKinds()).toContain('reviewContactWish');
    expect(victim.openKinds()).not.toContain('giveVictimUpdate');
  });
});
