import { courtMoneyIn } from '../../../../domain/court/afterSentence/courtMoney';
import { careState } from '../../../../domain/careState';
import { PureCase } from '../../../support/caseBuilder';
import { after } from '../../after';

const s1 = { suspects: ['s1'] };
const ordered = () =>
  PureCase.open()
    .record('suspectCharged', { how: 'charged' }, after(4), s1)
    .record('sentencePassed', { sentences: ['compensation'], compensationPence: 20_000 }, after(30), s1);
const money = ({ careRecord }: PureCase) => courtMoneyIn(careState(careRecord).counted);

describe('compensation that a court ordered', () => {
  it('is counted as it is paid, part by part', () => {
    const victim = ordered().record('courtMoneyPaid', { of: 'compensation', pence: 5_000 }, after(60));
    expect(money(victim)).toMatchObject([{ paidPence: 5_000, owedPence: 15_000, state: 'owed' }]);
    victim.record('courtMoneyPaid', { of: 'compensation', pence: 15_000 }, after(90));
    expect(money(victim)).toMatchObject([{ owedPence: 0, state: 'paid' }]);
  });

  it('is asked after every ninety days while it is owed, whatever the answer', () => {
    const victim = ordered();
    expect(victim.at(after(110)).openKinds()).not.toContain('checkCourtMoney');
    expect(victim.at(after(121)).openKinds()).toContain('checkCourtMoney');
    victim.complete('checkCourtMoney', 'courtMoneyUnchanged', { of: 'compensation' }, after(121, 1));
    expect(victim.openKinds()).not.toContain('checkCourtMoney');
    expect(victim.at(after(213)).openKinds()).toContain('checkCourtMoney');
    victim.complete('checkCourtMoney', 'courtMoneyEnded', { of: 'compensation', how: 'leftToCourt' }, after(213, 1));
    expect(victim.at(after(400)).openKinds()).not.toContain('checkCourtMoney');
    expect(money(victim)).toMatchObject([{ state: 'ended', how: 'leftToCourt', owedPence: 20_000 }]);
  });

  it('is told to the victim when it is in default', () => {
    const victim = ordered().record('courtMoneyDefaulted', { of: 'compensation' }, after(60), s1);
    expect(money(victim)).toMatchObject([{ state: 'inDefault' }]);
    expect(victim.openTask('tellOtherNews').about).toEqual([3]);
  });

  it('is that of the last sentence of each who pays it, and confiscation stands beside it', () => {
    const victim = ordered()
      .record('suspectCharged', { how: 'charged' }, after(30, 1), { suspects: ['s2'] })
      .record('sentencePassed', { sentences: ['compensation'], compensationPence: 7_000 }, after(31), {
        suspects: ['s2'],
      })
      .record('sentencePassed', { sentences: ['compensation'], compensationPence: 10_000 }, after(80), s1)
      .record('confiscationOrdered', { pence: 100_000 }, after(90), s1);
    expect(money(victim)).toMatchObject([
      { of: 'compensation', orderedPence: 17_000 },
      { of: 'confiscation', orderedPence: 100_000 },
    ]);
    expect(money(ordered().record('sentencePassed', { sentences: ['fine'] }, after(80), s1))).toEqual([]);
  });
});
