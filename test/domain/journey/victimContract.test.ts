import { endOfDayAfter } from '../../../domain/londonTime';
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
