import { mayComplete, mayRecord } from '../../domain/mayCarryOut';
import type { FactData, FactKind } from '../../domain/fact';
import { careState } from '../../domain/careState';
import { summaryOf } from '../../domain/projection/caseSummary';
import { addHours } from '../../domain/time/londonTime';
import { aFact, aTuesday, PureCase } from '../support/caseBuilder';
import { openOf } from './openOf';

const at = (hours: number) => addHours(aTuesday, hours);
const concern = { level: 'high', concern: 'childAtRisk', to: 'safeguarding-officer' } as const;

function withConcern(): PureCase {
  return PureCase.open().record('concernRaised', concern, at(1));
}

function refusalOf<K extends FactKind>(
  victim: PureCase,
  kind: K,
  data: FactData[K],
  by = 'officer-2'
): string | undefined {
  const fact = aFact(kind, data, at(2));
  return mayRecord(victim.careRecord, { commandId: 'c', by, fact })?.code;
}

/** Why this person may not complete the last task that asks for a receipt. */
function refusalOfReceipt(victim: PureCase, by: string): string | undefined {
  const task = victim.careRecord.tasks.findLast(({ kind }) => kind === 'receiveConcern');
  const outcome = aFact('concernReceived', {}, at(9));
  return mayComplete(victim.careRecord, { commandId: 'c', by, taskId: task?.taskId ?? '', outcome })?.code;
}

function closing(victim: PureCase): FactData['caseClosed'] {
  const open = victim.careRecord.tasks.filter(({ closed }) => !closed);
  return {
    reason: 'supportEnded',
    leftUndone: open.map(({ taskId }) => ({ taskId, reason: 'notNeeded' as const })),
  };
}

describe('danger that nobody has said they act on', () => {
  it('is not left behind by closing, merging or handing over the case', () => {
    const victim = withConcern();
    const merged = { intoCaseId: '9d0c5a3e-6b9c-4c8e-9a59-3f5f6f1f0a99' };
    expect(refusalOf(victim, 'caseClosed', closing(victim))).toBe('dangerUnanswered');
    expect(refusalOf(victim, 'merged', merged as FactData['merged'])).toBe('dangerUnanswered');
    victim.record('transferAsked', { toForce: 'essex' } as never, at(2));
    expect(refusalOf(victim, 'handoverAcknowledged', {} as never)).toBe('dangerUnanswered');
    expect(() => victim.complete('acknowledgeHandover', 'handoverAcknowledged', {} as never, at(2))).toThrow(
      'dangerUnanswered'
    );
    victim.record('concernReceived', {}, at(3));
    expect(refusalOf(victim, 'caseClosed', closing(victim))).toBeUndefined();
    expect(refusalOf(victim, 'merged', merged as FactData['merged'])).toBeUndefined();
  });

  it.each([
    ['breachReported', { of: 'bailConditions', danger: 'immediate' }],
    ['fearReported', { danger: 'notImmediate' }],
  ] as const)('is also %s', (kind, data) => {
    const victim = PureCase.open().record(kind, data as never, at(1));
    expect(refusalOf(victim, 'caseClosed', closing(victim))).toBe('dangerUnanswered');
    victim.record('safetyReportReceived', {}, at(2));
    expect(refusalOf(victim, 'caseClosed', closing(victim))).toBeUndefined();
  });

  it('has a finding of no crime wait for a supervisor, who cannot accept it before somebody acts', () => {
    const victim = withConcern().record('noCrime', { reason: 'notACrime' } as never, at(2));
    const { parked, seq } = victim.careRecord.facts.at(-1) ?? {};
    expect([parked, careState(victim.careRecord).end]).toEqual(['dangerUnanswered', undefined]);
    const accepted = { about: seq ?? 0, decision: 'accepted' } as const;
    expect(refusalOf(victim, 'eventReviewed', accepted)).toBe('dangerUnanswered');
    victim.record('concernReceived', {}, at(3));
    victim.complete('reviewEvent', 'eventReviewed', accepted, at(3));
    expect(careState(victim.careRecord).end?.kind).toBe('cancelled');
  });

  it('is not answered by a receipt that names something else', () => {
    const victim = withConcern().record('suspectArrested', {}, at(1.1));
    expect(refusalOf(victim, 'concernReceived', { about: 99 })).toBe('answersNothing');
    expect(refusalOf(victim, 'concernReceived', { about: 2 })).toBe('answersNothing');
    expect(refusalOf(victim, 'safetyReportReceived', { about: 1 })).toBe('answersNothing');
    expect(refusalOf(victim, 'concernReceived', { about: 1 })).toBeUndefined();
    expect(refusalOf(victim, 'concernReceived', {})).toBeUndefined();
  });

  it('comes back by no correction: a receipt is not turned into an end', () => {
    const victim = withConcern().record('concernReceived', {}, at(2));
    const end = aFact('merged', { intoCaseId: '9d0c5a3e-6b9c-4c8e-9a59-3f5f6f1f0a99' } as FactData['merged'], at(3));
    const refused = mayRecord(victim.careRecord, { commandId: 'c', by: 'officer-1', fact: end, corrects: 2 });
    expect(refused?.code).toBe('dangerUnanswered');
  });

  it('stays asked after the victim has died, rung after rung, until somebody acts: it may be about a child', () => {
    const victim = withConcern().record('victimDied', {}, at(1.1));
    expect(careState(victim.careRecord).end?.kind).toBe('victimDied');
    expect(openOf(victim, 'receiveConcern')).toEqual(['receiveConcern']);
    expect(summaryOf(victim.careRecord).askedRoles).toEqual(['safeguarding-officer']);
    victim.at(victim.wakeAt ?? at(2));
    expect(openOf(victim, 'receiveConcern')).toEqual(['receiveConcern', 'receiveConcern']);
    victim.complete('receiveConcern', 'concernReceived', {}, at(30));
    expect(openOf(victim, 'receiveConcern')).toEqual([]);
  });

  it.each([
    ['concernRaised', concern, 'concernReceived'],
    ['breachReported', { of: 'courtOrder', danger: 'immediate' }, 'safetyReportReceived'],
    ['fearReported', { danger: 'notImmediate' }, 'safetyReportReceived'],
    ['supportWithdrawn', { reason: 'fear', pressure: 'suspected' }, 'safetyReportReceived'],
  ] as const)('reported as %s is received by another person than who reported it', (kind, data, receipt) => {
    const victim = PureCase.open().record(kind, data as never, at(1));
    expect(refusalOf(victim, receipt, {}, 'officer-1')).toBe('ownReport');
    expect(refusalOf(victim, receipt, { about: 1 }, 'officer-1')).toBe('ownReport');
    expect(refusalOf(victim, receipt, {}, 'officer-2')).toBeUndefined();
    expect(refusalOf(victim, receipt, { about: 1 }, 'officer-2')).toBeUndefined();
  });

  it('stays their own report after it was corrected, and a receipt of another report is not refused', () => {
    const victim = withConcern().record('concernRaised', { ...concern, level: 'medium' }, at(1), { corrects: 1 });
    expect(refusalOf(victim, 'concernReceived', { about: 1 }, 'officer-1')).toBe('ownReport');
    const beforeIt = PureCase.open().record('fearReported', { danger: 'notImmediate' }, at(1));
    beforeIt.record('concernRaised', concern, at(1));
    expect(refusalOf(beforeIt, 'concernReceived', { about: 2 }, 'officer-1')).toBe('ownReport');
    expect(refusalOf(beforeIt, 'safetyReportReceived', { about: 2 }, 'officer-1')).toBe('answersNothing');
  });

  it('is received by its reporter on the last rung alone, where nobody is above the duty inspector', () => {
    const victim = withConcern();
    expect(refusalOfReceipt(victim, 'officer-1')).toBe('ownReport');
    expect(refusalOfReceipt(victim.at(at(2.1)), 'officer-1')).toBe('ownReport');
    victim.at(at(3.2));
    expect(victim.careRecord.tasks.at(-1)?.role).toBe('duty-inspector');
    expect(refusalOfReceipt(victim, 'officer-1')).toBeUndefined();
  });
});
