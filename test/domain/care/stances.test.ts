import type { FactData } from '../../../domain/fact';
import { addHours, endOfDayAfter } from '../../../domain/time/londonTime';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { openOf } from '../openOf';

const s1 = { suspects: ['s1'] };
const toldByPhone: FactData['victimTold'] = { channel: 'phone', about: [] };

function stance(which: FactData['stanceChanged']['stance'], answer: 'yes' | 'no'): FactData['stanceChanged'] {
  return { stance: which, answer };
}

describe('the three stances', () => {
  it('are independent: care goes on when support for the prosecution ends', () => {
    const victim = PureCase.open();
    const before = victim.openKinds();
    victim.record('stanceChanged', stance('supportsProsecution', 'no'), after(0, 3));
    expect(victim.openKinds()).toEqual(before);
    expect(summaryOf(victim.careRecord).stances).toEqual({ supportsProsecution: 'no' });
  });

  it('count by when they were taken, whatever the order of telling', () => {
    const victim = PureCase.open()
      .record('stanceChanged', stance('wantsContact', 'yes'), after(3))
      .record('stanceChanged', stance('wantsContact', 'no'), after(1), { now: after(4) });
    expect(summaryOf(victim.careRecord).stances).toEqual({ wantsContact: 'yes' });
  });
});

describe('a victim who wants no contact', () => {
  const declined = () => PureCase.open().record('stanceChanged', stance('wantsContact', 'no'), after(1));

  it('is owed news of release and bail alone, and no updates', () => {
    const victim = declined()
      .record('suspectArrested', {}, after(2), s1)
      .record('suspectBailed', { conditions: true }, after(2, 5), s1)
      .at(after(40));
    expect(victim.openTask('tellVictim').about).toEqual([3]);
    expect(openOf(victim, 'tellVictim', 'giveVictimUpdate')).toEqual(['tellVictim']);
  });

  it('said so on the first call: no contact is the answer to the first contact too', () => {
    const victim = PureCase.open();
    victim.complete('makeFirstContact', 'contactImpossible', { reason: 'declined' }, after(0, 3));
    expect(summaryOf(victim.careRecord).stances).toEqual({ wantsContact: 'no' });
    expect(openOf(victim.at(after(40)), 'agreeVictimContract', 'giveVictimUpdate')).toEqual([]);
  });

  it('has open news and updates withdrawn, not answered', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(25), s1).at(after(26));
    victim.record('stanceChanged', stance('wantsContact', 'no'), after(27));
    expect(openOf(victim, 'tellVictim', 'giveVictimUpdate', 'agreeVictimContract')).toEqual([]);
    const withdrawn = victim.careRecord.tasks.filter(({ closed }) => closed).map(({ closed }) => closed?.as);
    expect(new Set(withdrawn)).toEqual(new Set(['notNeeded']));
  });

  it('who changes their mind is late in nothing: an update within the usual time, with the old news in it', () => {
    const victim = declined()
      .record('suspectArrested', {}, after(2), s1)
      .record('suspectCharged', { how: 'charged' }, after(20), s1)
      .record('stanceChanged', stance('wantsContact', 'yes'), after(200));
    expect(openOf(victim, 'tellVictim', 'giveVictimUpdate')).toEqual(['giveVictimUpdate']);
    expect(victim.openTask('giveVictimUpdate')).toMatchObject({ about: [2, 3], dueAt: endOfDayAfter(after(200), 1) });
    victim.complete('giveVictimUpdate', 'victimUpdateGiven', toldByPhone, after(200, 2));
    expect(openOf(victim.at(after(220)), 'tellVictim', 'giveVictimUpdate')).toEqual([]);
  });

  it('who changes their mind the same day hears the day’s news in its usual time', () => {
    const victim = declined().record('suspectArrested', {}, after(1, 1), s1);
    victim.record('stanceChanged', stance('wantsContact', 'yes'), after(1, 3));
    expect(openOf(victim, 'tellVictim', 'giveVictimUpdate')).toEqual(['tellVictim']);
  });

  it('who changes their mind gets updates counted from then', () => {
    const victim = declined().record('stanceChanged', stance('wantsContact', 'yes'), after(200));
    expect(openOf(victim, 'giveVictimUpdate')).toEqual([]);
    expect(victim.at(after(226)).openTask('giveVictimUpdate').dueAt).toBe(endOfDayAfter(after(200), 28));
  });

  it('who was only asked and said yes loses no overdue news', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), s1);
    victim.record('stanceChanged', stance('wantsContact', 'yes'), after(60));
    expect(openOf(victim, 'tellVictim')).toEqual(['tellVictim']);
  });
});

describe('a witness who wants no contact', () => {
  it('hears of the suspect’s bail and of nothing else', () => {
    const witness = PureCase.open({ role: 'witness' })
      .record('stanceChanged', stance('wantsContact', 'no'), after(1))
      .record('suspectCharged', { how: 'charged' }, after(2), s1)
      .record('courtBailDecided', { decision: 'bailed' }, after(2, 3), { ...s1, source: 'court' });
    expect(witness.openTask('tellVictim').about).toEqual([3]);
    expect(openOf(witness.at(addHours(after(60), 1)), 'giveVictimUpdate')).toEqual([]);
  });
});
