import type { FactData, FactKind } from '../../../../domain/fact';
import { addHours, endOfDayAfter, startOfLondonDay } from '../../../../domain/time/londonTime';
import { takeStock } from '../../../../domain/takeStock';
import { calendar, PureCase } from '../../../support/caseBuilder';
import { endOfWorkingDaysAfter } from '../../../../domain/time/workingDays';
import { after } from '../../after';
import { openOf } from '../../openOf';

const toldByPhone: FactData['victimTold'] = { channel: 'phone', about: [] };
const s1 = { suspects: ['s1'] };

function updateOf(victim: PureCase) {
  return victim.openTask('giveVictimUpdate');
}

describe('an update to the victim', () => {
  it('falls due every 28 days by the force’s default, and shows three days before', () => {
    const victim = PureCase.open();
    const opensAt = startOfLondonDay('2026-03-28');
    expect(openOf(victim.at(addHours(opensAt, -1)), 'giveVictimUpdate')).toEqual([]);
    expect(takeStock(victim.careRecord, addHours(opensAt, -1)).wakeAt).toBe(opensAt);
    expect(updateOf(victim.at(opensAt))).toMatchObject({
      dueAt: endOfDayAfter(after(0), 28),
      why: { fixed: { obligation: 'force-update', from: after(0), limit: { n: 28, unit: 'calendarDays' } } },
    });
  });

  it('falls due weekly when the Victim Contract says so, counted from its agreement', () => {
    const victim = PureCase.open();
    victim.complete('agreeVictimContract', 'victimContractAgreed', { channel: 'text', everyDays: 7 }, after(2));
    expect(updateOf(victim.at(after(7)))).toMatchObject({
      dueAt: endOfDayAfter(after(2), 7),
      why: { fixed: { from: after(2), limit: { n: 7, unit: 'calendarDays' }, agreed: true } },
    });
  });

  it('falls due daily for a victim who asked for it, again and again', () => {
    const victim = PureCase.open();
    victim.complete('agreeVictimContract', 'victimContractAgreed', { channel: 'text', everyDays: 1 }, after(2));
    for (const day of [3, 4, 5]) {
      expect(updateOf(victim).dueAt).toBe(endOfDayAfter(after(day - 1), 1));
      victim.complete('giveVictimUpdate', 'victimUpdateGiven', toldByPhone, after(day));
    }
  });

  it('follows a changed Victim Contract from the change on', () => {
    const victim = PureCase.open();
    victim.record('victimContractAgreed', { channel: 'text', everyDays: 7 }, after(1)).at(after(6));
    expect(updateOf(victim).dueAt).toBe(endOfDayAfter(after(1), 7));
    victim.record('victimContractAgreed', { channel: 'text', everyDays: 56 }, after(6));
    expect(openOf(victim, 'giveVictimUpdate')).toEqual([]);
    expect(updateOf(victim.at(after(60))).dueAt).toBe(endOfDayAfter(after(6), 56));
  });

  it.each<[string, FactKind, object]>([
    ['an update', 'victimUpdateGiven', toldByPhone],
    ['news', 'victimTold', toldByPhone],
    ['an attempt that was settled some other way', 'victimNotTold', { about: [], reason: 'unreachable' }],
  ])('is counted afresh from %s', (_, kind, data) => {
    const victim = PureCase.open().record(kind, data as never, after(20));
    expect(openOf(victim.at(after(40)), 'giveVictimUpdate')).toEqual([]);
    expect(updateOf(victim.at(after(46))).dueAt).toBe(endOfDayAfter(after(20), 28));
  });

  it('"no news" is news: updates go on for as long as the case is open, whatever has ended', () => {
    const victim = PureCase.open().record('investigationClosed', { reason: 'noSuspectIdentified' }, after(3));
    victim.complete('tellVictim', 'victimTold', toldByPhone, after(4));
    for (const round of [1, 2, 3, 4]) {
      const day = 4 + round * 27;
      victim.at(after(day)).complete('giveVictimUpdate', 'victimUpdateGiven', toldByPhone, after(day));
    }
    expect(victim.openKinds()).toContain('closeCase');
  });

  it('silence: it stays due, and there is never more than one', () => {
    const victim = PureCase.open().at(after(26));
    const { taskId, dueAt } = updateOf(victim);
    for (const day of [40, 80, 120]) victim.at(after(day));
    expect(openOf(victim, 'giveVictimUpdate')).toEqual(['giveVictimUpdate']);
    expect(updateOf(victim)).toMatchObject({ taskId, dueAt });
  });

  it('recorded late counts from when it was given', () => {
    const victim = PureCase.open()
      .at(after(26))
      .record('victimUpdateGiven', toldByPhone, after(10), { now: after(26) });
    expect(openOf(victim, 'giveVictimUpdate')).toEqual([]);
    expect(updateOf(victim.at(after(36))).dueAt).toBe(endOfDayAfter(after(10), 28));
  });

  it('falls due over the change of the clocks at the end of a London day', () => {
    const victim = PureCase.open().at(after(27));
    expect(updateOf(victim).dueAt).toBe('2026-03-31T22:59:59.999Z');
  });

  it('is owed to a business and to a witness, to the witness counted from the statement', () => {
    expect(openOf(PureCase.open({ personKind: 'business' }).at(after(26)), 'giveVictimUpdate')).toHaveLength(1);
    const witness = PureCase.open({ role: 'witness' }).record('statementTaken', {}, after(10));
    expect(openOf(witness.at(after(26)), 'giveVictimUpdate')).toEqual([]);
    expect(updateOf(witness.at(after(36))).dueAt).toBe(endOfDayAfter(after(10), 28));
  });
});

describe('old news', () => {
  const late = () =>
    PureCase.open({ receivedAt: after(0), openedAt: after(21) })
      .record('suspectArrested', {}, after(1), { ...s1, now: after(21, 1) })
      .record('suspectReleasedUnderInvestigation', {}, after(2), { ...s1, now: after(21, 2) });

  it('from before intake is on record as missed, and told in one update within a day', () => {
    const victim = late();
    expect(victim.careRecord.facts.map(({ owes }) => owes?.[0]?.missedBeforeIntake)).toEqual([true, true]);
    expect(openOf(victim, 'tellVictim', 'giveVictimUpdate')).toEqual(['giveVictimUpdate']);
    expect(updateOf(victim)).toMatchObject({
      about: [1, 2],
      dueAt: endOfDayAfter(after(21), 1),
      why: { rule: 'forceStandard', limit: { n: 1, unit: 'calendarDays' } },
    });
  });

  it('is told when the update is given, and the count begins afresh', () => {
    const victim = late().complete('giveVictimUpdate', 'victimUpdateGiven', toldByPhone, after(22));
    expect(victim.careRecord.facts.at(-1)?.data).toMatchObject({ about: [1, 2] });
    expect(openOf(victim.at(after(46)), 'tellVictim', 'giveVictimUpdate')).toEqual([]);
    expect(updateOf(victim.at(after(48))).dueAt).toBe(endOfDayAfter(after(22), 28));
  });

  it('stays the same task when a Victim Contract is agreed meanwhile', () => {
    const victim = late();
    const { taskId } = updateOf(victim);
    victim.complete('agreeVictimContract', 'victimContractAgreed', { channel: 'text', everyDays: 7 }, after(24));
    expect(updateOf(victim).taskId).toBe(taskId);
  });

  it('is told apart from news whose time had not passed at intake', () => {
    const victim = late().record('suspectCharged', { how: 'charged' }, after(20), { ...s1, now: after(21, 3) });
    expect(openOf(victim, 'tellVictim', 'giveVictimUpdate')).toEqual(['giveVictimUpdate', 'tellVictim']);
    expect(victim.openTask('tellVictim')).toMatchObject({
      about: [3],
      dueAt: endOfWorkingDaysAfter(after(20), 5, calendar),
    });
  });

  it('collapses missed updates too: a case two months late owes one update, a month from its arrival', () => {
    const victim = PureCase.open({ receivedAt: after(0), openedAt: after(60) });
    expect(openOf(victim, 'giveVictimUpdate')).toEqual([]);
    expect(updateOf(victim.at(after(86))).dueAt).toBe(endOfDayAfter(after(60), 28));
  });
});
