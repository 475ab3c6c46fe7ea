import { careState } from '../../../domain/careState';
import type { FactData } from '../../../domain/fact';
import { endOfDayAfter } from '../../../domain/time/londonTime';
import { endOfWorkingDaysAfter } from '../../../domain/time/workingDays';
import { calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';

function assessed(grounds: FactData['needsAssessed']['enhancedRightsGrounds'] = []): FactData['needsAssessed'] {
  return { needs: [{ category: 'safety', level: 'high' }], riskLevel: 'high', enhancedRightsGrounds: grounds };
}

function tierOf(victim: PureCase) {
  const { tier, provisional } = careState(victim.careRecord).tier;
  return { tier, provisional };
}

describe('the needs assessment', () => {
  it('is due within ten days of receipt, of arrival where the report is late', () => {
    expect(PureCase.open().openTask('assessNeeds').dueAt).toBe(endOfDayAfter(after(0), 10));
    const late = PureCase.open({ receivedAt: after(0), openedAt: after(21) });
    expect(late.openTask('assessNeeds').dueAt).toBe(endOfDayAfter(after(21), 10));
  });

  it('is made of victims and witnesses, not of a business', () => {
    expect(PureCase.open({ role: 'witness' }).openKinds()).toContain('assessNeeds');
    expect(PureCase.open({ personKind: 'bereavedRelative' }).openKinds()).toContain('assessNeeds');
    expect(PureCase.open({ personKind: 'business' }).openKinds()).not.toContain('assessNeeds');
  });

  it('silence: the case keeps the tier proposed at intake, and the task goes on ageing', () => {
    const victim = PureCase.open({ circumstances: ['domesticAbuse'] }).at(after(100));
    expect(tierOf(victim)).toEqual({ tier: 'enhanced', provisional: true });
    expect(victim.openTask('assessNeeds').dueAt < after(100)).toBe(true);
  });

  it('decides the tier by the grounds it finds', () => {
    const enhanced = PureCase.open().complete('assessNeeds', 'needsAssessed', assessed(['vulnerable']), after(1));
    expect(tierOf(enhanced)).toEqual({ tier: 'enhanced', provisional: false });
    const standard = PureCase.open({ circumstances: ['domesticAbuse'] });
    standard.complete('assessNeeds', 'needsAssessed', assessed(), after(1));
    expect(tierOf(standard)).toEqual({ tier: 'standard', provisional: false });
  });

  it('decides nothing of the tier where it says nothing of grounds', () => {
    const victim = PureCase.open({ offence: { category: 'sexualOffence' } });
    victim.complete('assessNeeds', 'needsAssessed', { needs: [], riskLevel: 'notAssessed' }, after(1));
    expect(tierOf(victim)).toEqual({ tier: 'enhanced', provisional: true });
  });

  it('may be made before first contact, by what the officer knows', () => {
    const victim = PureCase.open().complete('assessNeeds', 'needsAssessed', assessed(), after(0, 1));
    expect(victim.openKinds()).toContain('makeFirstContact');
    expect(victim.openKinds()).not.toContain('assessNeeds');
  });
});

describe('the tier that intake proposes', () => {
  it.each([
    ['a burglary', {}, 'standard'],
    ['domestic abuse', { circumstances: ['domesticAbuse'] }, 'enhanced'],
    ['a hate crime', { circumstances: ['hateCrime'] }, 'enhanced'],
    [
      'a fraud against somebody elderly',
      { offence: { category: 'fraud' }, circumstances: ['elderlyVictim'] },
      'enhanced',
    ],
    ['a child', { circumstances: ['childVictim'] }, 'enhanced'],
    ['a sexual offence', { offence: { category: 'sexualOffence' } }, 'enhanced'],
    ['modern slavery', { offence: { category: 'modernSlavery' } }, 'enhanced'],
    ['a bereaved relative', { personKind: 'bereavedRelative' }, 'enhanced'],
    ['a hacked account', { circumstances: ['cyber'] }, 'standard'],
    ['a shop, whatever the circumstances', { personKind: 'business', circumstances: ['repeatVictim'] }, 'standard'],
  ] as const)('for %s', (_, opening, tier) => {
    expect(tierOf(PureCase.open(opening))).toEqual({ tier, provisional: true });
  });

  it('is proposed anew when the report is amended, and breaches nothing backwards', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1));
    const before = victim.openTask('tellVictim').dueAt;
    const changed: FactData['reportAmended'] = {
      amendment: 1,
      changed: ['circumstances'],
      circumstances: ['hateCrime'],
    };
    victim.record('reportAmended', changed, after(2));
    expect(tierOf(victim)).toEqual({ tier: 'enhanced', provisional: true });
    const judgedAgain = endOfWorkingDaysAfter(after(2), 1, calendar);
    expect(judgedAgain < before).toBe(true);
    expect(victim.openTask('tellVictim').dueAt).toBe(judgedAgain);
    expect(victim.openTask('makeFirstContact').dueAt).toBe(after(1));
  });

  it('stands no longer against a person’s decision, whatever an amendment says', () => {
    const victim = PureCase.open().record('tierDecided', { tier: 'standard', grounds: [] }, after(1));
    const changed: FactData['reportAmended'] = {
      amendment: 1,
      changed: ['offence'],
      offence: { category: 'homicide' },
    };
    victim.record('reportAmended', changed, after(2));
    expect(tierOf(victim)).toEqual({ tier: 'standard', provisional: false });
  });
});

describe('a report that is amended', () => {
  it('keeps what the amendment does not speak of', () => {
    const victim = PureCase.open({ circumstances: ['hateCrime'], officerInCase: 'officer-7' });
    const changed: FactData['reportAmended'] = { amendment: 1, changed: ['offence'], offence: { category: 'robbery' } };
    victim.record('reportAmended', changed, after(2));
    expect(careState(victim.careRecord)).toMatchObject({
      offence: { category: 'robbery' },
      circumstances: ['hateCrime'],
      officerInCase: 'officer-7',
    });
  });
});
