import { mayRecord } from '../../../domain/mayCarryOut';
import type { FactData, FactKind } from '../../../domain/fact';
import { addHours, endOfDayAfter } from '../../../domain/time/londonTime';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { takeStock } from '../../../domain/takeStock';
import { aFact, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { openOf } from '../openOf';

const s1 = { suspects: ['s1'] };

/** Closed with everything that is open named as left undone. */
function close(victim: PureCase, at: string): PureCase {
  const leftUndone = victim.careRecord.tasks
    .filter(({ closed }) => !closed)
    .map(({ taskId }) => ({ taskId, reason: 'notNeeded' as const }));
  return victim.record('caseClosed', { reason: 'supportEnded', leftUndone }, at);
}

const ends: [string, FactKind, object][] = [
  ['cancelled', 'noCrime', { reason: 'recordedInError' }],
  ['merged', 'merged', { intoCaseId: 'b2b1a7d4-93f2-4f6e-8c3f-0d2e5b9a1e09' }],
  ['victimDied', 'victimDied', {}],
];

function ended(kind: FactKind, data: object): PureCase {
  return PureCase.open()
    .record('suspectBailed', { conditions: true }, after(1), s1)
    .record(kind, data as never, after(3));
}

describe('the end of a case', () => {
  it.each(ends.filter(([stage]) => stage !== 'victimDied'))(
    '%s: nothing is open any more and nothing comes by time alone',
    (stage, kind, data) => {
      const victim = ended(kind, data);
      expect(summaryOf(victim.careRecord)).toMatchObject({ stage, ended: true, endedAt: after(3), openTasks: 0 });
      const stock = takeStock(victim.careRecord, after(400));
      expect(stock).toEqual({ record: victim.careRecord, wakeAt: undefined });
    }
  );

  it.each(ends.filter(([stage]) => stage !== 'victimDied'))(
    '%s: a late event is kept and opens nothing',
    (stage, kind, data) => {
      const victim = ended(kind, data).record('suspectCharged', { how: 'charged' }, after(2), { ...s1, now: after(4) });
      expect(victim.careRecord.facts).toHaveLength(3);
      expect(summaryOf(victim.careRecord)).toMatchObject({ stage, openTasks: 0 });
    }
  );

  it.each(ends)('%s: a supervisor can take it back, and the case goes on', (_, kind, data) => {
    const victim = ended(kind, data).record('caseReopened', { reason: 'closedInError' }, after(5));
    expect(summaryOf(victim.careRecord).ended).toBe(false);
    expect(victim.openKinds()).toEqual(expect.arrayContaining(['makeFirstContact', 'tellVictim']));
  });

  it.each(ends)('%s: corrected, it never was', (_, kind, data) => {
    const victim = ended(kind, data);
    victim.record('contactAttempted', { channel: 'phone', result: 'noAnswer' }, after(3), {
      now: after(4),
      corrects: 2,
    });
    expect(summaryOf(victim.careRecord).ended).toBe(false);
  });
});

describe('closing', () => {
  it('is asked for when the last suspect’s way has ended, within 28 days, and never done by the clock', () => {
    const victim = PureCase.open().record('investigationClosed', { reason: 'noSuspectIdentified' }, after(3));
    expect(victim.openTask('closeCase').dueAt).toBe(endOfDayAfter(after(3), 28));
    expect(summaryOf(victim.at(after(500)).careRecord)).toMatchObject({ ended: false, stage: 'closure' });
  });

  it('of a case that came after its end counts from its arrival', () => {
    const victim = PureCase.open({ receivedAt: after(0), openedAt: after(90) });
    victim.record('investigationClosed', { reason: 'noSuspectIdentified' }, after(3), { now: after(90, 1) });
    expect(victim.openTask('closeCase').dueAt).toBe(endOfDayAfter(after(90), 28));
  });

  it('names what stays undone, each with a reason, or is refused', () => {
    const victim = PureCase.open();
    expect(() => victim.record('caseClosed', { reason: 'supportEnded', leftUndone: [] }, after(2))).toThrow(
      /leftUndoneNotNamed.*makeFirstContact/
    );
    close(victim, after(2));
    expect(summaryOf(victim.careRecord)).toMatchObject({ stage: 'closed', openTasks: 0 });
    expect(summaryOf(victim.careRecord).leftUndone).toHaveLength(5);
  });

  it('through its task need not name that task', () => {
    const victim = PureCase.open({ role: 'witness' });
    victim.record('investigationClosed', { reason: 'unableToProsecute' }, after(2));
    const leftUndone = [{ taskId: victim.openTask('assessNeeds').taskId, reason: 'passedToOthers' as const }];
    victim.complete('closeCase', 'caseClosed', { reason: 'justiceProcessEnded', leftUndone }, after(3));
    expect(summaryOf(victim.careRecord)).toMatchObject({ stage: 'closed', leftUndone });
  });

  it('is not done twice', () => {
    const closed = close(PureCase.open(), after(2)).careRecord;
    const again: FactData['caseClosed'] = { reason: 'supportEnded', leftUndone: [] };
    const command = { commandId: 'c', by: 'officer-1', fact: aFact('caseClosed', again, after(3)) };
    expect(mayRecord(closed, command)?.code).toBe('caseEnded');
  });

  it('can have its reason corrected', () => {
    const victim = close(PureCase.open(), after(2));
    const better: FactData['caseClosed'] = { reason: 'victimAskedUsTo', leftUndone: [] };
    victim.record('caseClosed', better, after(2), { now: after(3), corrects: 1 });
    expect(summaryOf(victim.careRecord)).toMatchObject({ stage: 'closed', leftUndone: [] });
  });
});

describe('a closed case', () => {
  it('is reopened by news that the victim must be told, even news from before the closing', () => {
    const victim = close(PureCase.open(), after(9));
    victim.record('suspectArrested', {}, after(8), { ...s1, now: after(10) });
    expect(summaryOf(victim.careRecord).ended).toBe(false);
    expect(victim.openTask('tellVictim').about).toEqual([2]);
  });

  it.each<[FactKind, object]>([
    ['contactMade', { channel: 'phone', with: 'victim' }],
    ['stanceChanged', { stance: 'wantsSupport', answer: 'yes' }],
    ['personChanged', { changed: ['name'], safeChannels: ['phone'] }],
  ])('is not reopened by %s', (kind, data) => {
    const victim = close(PureCase.open(), after(9)).record(kind, data as never, after(10));
    expect(summaryOf(victim.careRecord)).toMatchObject({ stage: 'closed', openTasks: 0 });
  });

  it('is not reopened by news that cannot be so, until a supervisor accepts it', () => {
    const victim = close(PureCase.open(), after(9));
    victim.record('sentencePassed', { sentences: ['fine'] }, after(10), { source: 'court' });
    expect(summaryOf(victim.careRecord).ended).toBe(true);
    victim.record('eventReviewed', { about: 2, decision: 'accepted' }, after(11));
    expect(summaryOf(victim.careRecord).ended).toBe(false);
  });

  it('that is reopened years later is late in nothing: every limit counts from the reopening', () => {
    const victim = close(PureCase.open().record('suspectArrested', {}, after(1), s1).at(after(2)), after(9));
    victim.record('caseReopened', { reason: 'victimAskedUsTo' }, after(900));
    const open = victim.careRecord.tasks.filter(({ closed }) => !closed);
    expect(open.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'makeFirstContact',
        'assessNeeds',
        'choosePathway',
        'makeReferral',
        'agreeVictimContract',
      ])
    );
    for (const { dueAt } of open) expect(dueAt >= after(900)).toBe(true);
    expect(victim.openTask('makeFirstContact').dueAt).toBe(addHours(after(900), 24));
    expect(openOf(victim, 'tellVictim', 'giveVictimUpdate', 'reviewMissedFirstContact')).toEqual(['giveVictimUpdate']);
    expect(victim.openTask('giveVictimUpdate')).toMatchObject({ about: [1], dueAt: endOfDayAfter(after(900), 1) });
  });

  it('that is reopened the next day keeps the limits it had', () => {
    const victim = close(PureCase.open(), after(1)).record('caseReopened', { reason: 'closedInError' }, after(2));
    expect(victim.openTask('agreeVictimContract').dueAt).toBe(endOfDayAfter(after(0), 10));
  });

  it('can be closed again, and asks for it within 28 days of the reopening', () => {
    const victim = close(
      PureCase.open().record('investigationClosed', { reason: 'noSuspectIdentified' }, after(3)),
      after(9)
    );
    victim.record('caseReopened', { reason: 'newInformation' }, after(100));
    expect(victim.openTask('closeCase').dueAt).toBe(endOfDayAfter(after(100), 28));
    expect(summaryOf(close(victim, after(101)).careRecord).stage).toBe('closed');
  });

  it('is not reopened while it is open', () => {
    expect(() => PureCase.open().record('caseReopened', { reason: 'newInformation' }, after(1))).toThrow('caseOpen');
  });
});

describe('a transfer', () => {
  const asked = () => PureCase.open().record('transferAsked', { force: 'kent', team: 'kent-victim-care' }, after(1));

  it('silence: the case stays ours, with all its work, until the other force has acknowledged it', () => {
    const victim = asked().at(after(30));
    expect(summaryOf(victim.careRecord).ended).toBe(false);
    expect(victim.openKinds()).toEqual(expect.arrayContaining(['acknowledgeHandover', 'makeFirstContact']));
  });

  it('ends the case when it is acknowledged', () => {
    const victim = asked().complete('acknowledgeHandover', 'handoverAcknowledged', {}, after(2));
    expect(summaryOf(victim.careRecord)).toMatchObject({ stage: 'transferred', openTasks: 0 });
  });

  it('that nobody asked for cannot be acknowledged', () => {
    expect(() => PureCase.open().record('handoverAcknowledged', {}, after(1))).toThrow('notHandedOver');
  });

  it('stays asked when the team changes meanwhile', () => {
    const victim = asked().record('teamChanged', { team: 'south-victim-care' }, after(2));
    expect(openOf(victim, 'acknowledgeHandover')).toHaveLength(1);
    expect(summaryOf(victim.careRecord).owningTeam).toBe('south-victim-care');
  });

  it('is withdrawn by correcting it', () => {
    const victim = asked().record('teamChanged', { team: 'south-victim-care' }, after(1), {
      now: after(2),
      corrects: 1,
    });
    expect(openOf(victim, 'acknowledgeHandover')).toEqual([]);
  });

  it('that has ended the case leaves a late event on record, and opens nothing for it', () => {
    const victim = asked().complete('acknowledgeHandover', 'handoverAcknowledged', {}, after(2));
    victim.record('suspectCharged', { how: 'charged' }, after(1), { ...s1, now: after(5) });
    expect(summaryOf(victim.careRecord)).toMatchObject({ stage: 'transferred', openTasks: 0, facts: 3 });
  });

  it('that has ended the case is not asked again when the case comes back', () => {
    const victim = asked().complete('acknowledgeHandover', 'handoverAcknowledged', {}, after(2));
    victim.record('caseReopened', { reason: 'closedInError' }, after(20));
    expect(openOf(victim, 'acknowledgeHandover')).toEqual([]);
    expect(summaryOf(victim.careRecord).ended).toBe(false);
  });
});

it.each([
  ['breachReported', { of: 'bailConditions', danger: 'immediate' }, 'receiveSafetyReport'],
  ['fearReported', { danger: 'notImmediate' }, 'receiveSafetyReport'],
  ['concernRaised', { level: 'immediate', concern: 'childAtRisk', to: 'safeguarding-officer' }, 'receiveConcern'],
  ['crimeDisclosed', { perishable: [] }, 'recordDisclosedCrime'],
] as const)('%s in a closed case opens it again, and somebody is asked', (kind, data, task) => {
  const victim = close(PureCase.open(), after(3)).record(kind, data as never, after(4));
  expect(summaryOf(victim.careRecord).ended).toBe(false);
  expect(victim.openKinds()).toContain(task);
});
