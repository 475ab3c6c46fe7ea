import { courtMoneyIn } from '../../../domain/court/afterSentence/courtMoney';
import { contactSchemeIn } from '../../../domain/court/afterSentence/contactScheme';
import { protectiveOrdersIn } from '../../../domain/court/afterSentence/protectiveOrders';
import { courtReferrals } from '../../../domain/court/partners/courtReferrals';
import { careState } from '../../../domain/careState';
import { ledger } from '../../../domain/code/ledger';
import { londonDay } from '../../../domain/time/londonTime';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const s1 = { suspects: ['s1'] };
const s2 = { suspects: ['s2'] };
const partner = { source: 'partner' as const };
const sentence = {
  sentences: ['imprisonment' as const, 'restrainingOrder' as const],
  court: 'crown' as const,
  custodyDays: 800,
  orders: [{ order: 'restrainingOrder' as const, untilOn: londonDay(after(900)) }],
  compensationPence: 20_000,
  victimContactScheme: true,
  undulyLenientScope: true,
};
const sentenced = () =>
  PureCase.open()
    .record('suspectCharged', { how: 'charged' }, after(4), { suspects: ['s1', 's2'] })
    .record('sentencePassed', sentence, after(30), s1)
    .record('victimContactSchemeReferred', {}, after(30, 1), partner)
    .record('appealLodged', { against: 'conviction' }, after(32), s1);
const quashed = (result: 'convictionQuashed' | 'retrialOrdered' = 'convictionQuashed', whose = s1) =>
  sentenced().record('appealDecided', { result }, after(40), whose);
const scheme = ({ careRecord: { facts } }: PureCase) =>
  courtReferrals(facts, { caseId: 'case', role: 'victim', stage: 'closure' } as never).map(({ standing }) => standing);
const counted = ({ careRecord }: PureCase) => careState(careRecord).counted;

describe('a conviction that is quashed', () => {
  it('takes the victim out of the Victim Contact Scheme, and hands it no notice more', () => {
    expect(scheme(sentenced())).toEqual(['wanted']);
    for (const result of ['convictionQuashed', 'retrialOrdered'] as const) {
      const victim = quashed(result);
      expect(scheme(victim)).toEqual(['notNeeded']);
      expect(contactSchemeIn(counted(victim))).toBeUndefined();
      victim.record('victimLiaisonMade', {}, after(41), partner);
      expect(contactSchemeIn(counted(victim))).toBeUndefined();
    }
    expect(scheme(sentenced().record('appealDecided', { result: 'sentenceChanged' }, after(40), s1))).toEqual([
      'wanted',
    ]);
  });

  it('leaves the victim in the scheme for another offender, and a new trial brings them into it again', () => {
    const both = sentenced().record('sentencePassed', sentence, after(31), s2);
    expect(scheme(both.record('appealDecided', { result: 'convictionQuashed' }, after(40), s1))).toEqual(['wanted']);
    const again = quashed('retrialOrdered').record('sentencePassed', sentence, after(90), s1);
    expect(scheme(again)).toEqual(['notNeeded', 'wanted']);
    expect(contactSchemeIn(counted(again))?.state).toBe('toRefer');
  });

  it('ends what the sentence ordered: no money is owed, no order protects, and the safety of the victim is planned for', () => {
    const victim = quashed();
    expect(courtMoneyIn(counted(victim))).toEqual([]);
    expect(protectiveOrdersIn(counted(victim))).toMatchObject([{ order: 'restrainingOrder', discharged: true }]);
    expect(victim.openTask('makeSafetyPlan').about).toEqual([5]);
    expect(victim.at(after(140)).openKinds()).not.toContain('checkCourtMoney');
    const made = quashed().record('orderMade', { order: 'restrainingOrder' }, after(40, 1), s1);
    expect(protectiveOrdersIn(counted(made))[0]?.discharged).toBeUndefined();
  });

  it('asks for no explaining and no referral of a sentence that has gone, and counts none of it as missed', () => {
    const early = PureCase.open()
      .record('suspectCharged', { how: 'charged' }, after(4), s1)
      .record('sentencePassed', sentence, after(30), s1);
    expect(early.openKinds()).toEqual(expect.arrayContaining(['referToContactScheme', 'explainUndulyLenient']));
    early.record('appealLodged', { against: 'conviction' }, after(30, 1), s1);
    early.record('appealDecided', { result: 'convictionQuashed' }, after(30, 2), s1);
    expect(early.openKinds()).not.toContain('referToContactScheme');
    expect(early.openKinds()).not.toContain('explainUndulyLenient');
    expect(early.openKinds()).toContain('tellVictim');
    const { careRecord } = early.at(after(60));
    const duties = ledger(careRecord, careState(careRecord)).filter(({ seq }) => seq === 2);
    const asOf = (id: string) => duties.find(({ obligation }) => obligation === id)?.settled?.as;
    expect(asOf('c20-r11-vcs-refer')).toBe('notApplicable');
    expect(asOf('uls-28')).toBe('notApplicable');
  });

  it('of one offender leaves what another was sentenced to', () => {
    const both = sentenced().record('sentencePassed', sentence, after(31), s2);
    both.record('appealDecided', { result: 'convictionQuashed' }, after(40), s1);
    expect(courtMoneyIn(counted(both))).toMatchObject([{ orderedPence: 20_000 }]);
    expect(protectiveOrdersIn(counted(both)).map(({ discharged }) => discharged)).toEqual([true, undefined]);
  });
});
