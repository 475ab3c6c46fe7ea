import { complete } from '../../domain/carryOut';
import { mayComplete, mayRecord } from '../../domain/mayCarryOut';
import { careState } from '../../domain/careState';
import type { RecordEvent } from '../../domain/command';
import type { FactData } from '../../domain/fact';
import { aFact, PureCase } from '../support/caseBuilder';
import { after } from './after';
import { openOf } from './openOf';

const s1 = { suspects: ['s1'] };
const byPhone: FactData['contactMade'] = { channel: 'phone', with: 'victim' };

function refusalOf(victim: PureCase, command: Omit<RecordEvent, 'commandId' | 'by'>): string | undefined {
  return mayRecord(victim.careRecord, { commandId: 'c', by: 'officer-1', ...command })?.code;
}

describe('a wrong fact', () => {
  it('is corrected, never deleted: both stay, and each names the other', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), s1);
    victim.record('suspectInterviewed', {}, after(1), { ...s1, now: after(2), corrects: 1 });
    expect(victim.careRecord.facts).toMatchObject([
      { kind: 'suspectArrested', supersededBy: 2 },
      { kind: 'suspectInterviewed', supersedes: 1 },
    ]);
    expect(careState(victim.careRecord).tracks.bySuspect.get('s1')?.status).toBe('interviewed');
    expect(victim.openTask('tellVictim').about).toEqual([2]);
  });

  it('is corrected once; what corrected it can be corrected in turn', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), s1);
    victim.record('suspectInterviewed', {}, after(1), { ...s1, now: after(2), corrects: 1 });
    const fact = aFact('suspectBailed', { conditions: true }, after(1), s1);
    expect(refusalOf(victim, { fact, corrects: 1 })).toBe('factSuperseded');
    expect(refusalOf(victim, { fact, corrects: 2 })).toBeUndefined();
    expect(refusalOf(victim, { fact, corrects: 3 })).toBe('factUnknown');
    expect(refusalOf(victim, { fact, corrects: 0 })).toBe('factUnknown');
  });

  it('has its news withdrawn with it', () => {
    const victim = PureCase.open().record('suspectBailed', { conditions: true }, after(1), s1);
    victim.record('contactAttempted', { channel: 'phone', result: 'noAnswer' }, after(1), {
      now: after(2),
      corrects: 1,
    });
    expect(openOf(victim, 'tellVictim')).toEqual([]);
  });

  it('that moved the tier moves it back', () => {
    const victim = PureCase.open().record('tierDecided', { tier: 'enhanced', grounds: ['vulnerable'] }, after(1));
    victim.record('tierDecided', { tier: 'standard', grounds: [] }, after(1), { now: after(2), corrects: 1 });
    expect(careState(victim.careRecord).tier).toMatchObject({ tier: 'standard', provisional: false });
  });
});

describe('the outcome of a completed task', () => {
  const contacted = () => PureCase.open().complete('makeFirstContact', 'contactMade', byPhone, after(0, 2));

  it('is corrected by the task’s id as by the fact’s number, and stays the outcome of that task', () => {
    const { taskId } = contacted().careRecord.facts[0] ?? {};
    const victim = contacted().record('contactImpossible', { reason: 'unreachable' }, after(0, 2), { corrects: 1 });
    expect(victim.careRecord.facts[1]).toMatchObject({ taskId, taskKind: 'makeFirstContact', supersedes: 1 });
    const fact = aFact('contactMade', byPhone, after(0, 2));
    expect(refusalOf(victim, { fact, correctsTask: taskId ?? '' })).toBeUndefined();
  });

  it('is not corrected into an answer to something else', () => {
    expect(refusalOf(contacted(), { fact: aFact('signposted', signposting, after(1)), corrects: 1 })).toBe(
      'correctionOfAnotherKind'
    );
  });

  it('is there only once the task is completed', () => {
    const victim = PureCase.open();
    const { taskId } = victim.openTask('makeFirstContact');
    const fact = aFact('contactMade', byPhone, after(0, 2));
    expect(refusalOf(victim, { fact, correctsTask: taskId })).toBe('taskNotCompleted');
  });

  it('speaks still of the news that the task was about, when only the channel is put right', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(1), s1);
    victim.complete('tellVictim', 'victimTold', { channel: 'phone', about: [] }, after(2));
    victim.record('victimTold', { channel: 'email', about: [] }, after(2), { now: after(3), corrects: 2 });
    expect(victim.careRecord.facts[2]?.data).toEqual({ channel: 'email', about: [1] });
    expect(openOf(victim, 'tellVictim')).toEqual([]);
  });

  it('that named the wrong news leaves owed what the victim was not told', () => {
    const victim = PureCase.open()
      .record('suspectArrested', {}, after(1), s1)
      .record('suspectInterviewed', {}, after(1, 1), s1)
      .record('victimTold', { channel: 'phone', about: [1, 2] }, after(2));
    victim.record('victimTold', { channel: 'phone', about: [2] }, after(2), { now: after(3), corrects: 3 });
    expect(victim.openTask('tellVictim').about).toEqual([1]);
  });
});

const signposting: FactData['signposted'] = { supportServices: ['victims-information-service'], format: 'email' };

describe('a task', () => {
  it('is answered by its own outcomes only, while it is open, as the caller saw it', () => {
    const { careRecord } = PureCase.open();
    const task = careRecord.tasks[0];
    if (!task) throw new Error('A case opens with tasks');
    const answer = (taskId: string, outcome = aFact('contactMade', byPhone, after(1)), seenVersion?: number) =>
      mayComplete(careRecord, { commandId: 'c', by: 'officer-1', taskId, outcome, seenVersion })?.code;
    expect(answer(task.taskId)).toBeUndefined();
    expect(answer(task.taskId, undefined, 1)).toBeUndefined();
    expect(answer(task.taskId, undefined, 2)).toBe('taskChanged');
    expect(answer(task.taskId, aFact('signposted', signposting, after(1)))).toBe('outcomeDoesNotAnswerTask');
    expect(answer(`${careRecord.opening.caseId}.99`)).toBe('taskUnknown');
    expect(answer(`${careRecord.opening.caseId}.0`)).toBe('taskUnknown');
    expect(answer('0d9f4c53-52a4-4a55-8a5c-6a3f3a1b7c02.1')).toBe('taskUnknown');
    expect(answer('nonsense')).toBe('taskUnknown');
  });

  it('is closed once it is answered, and known as closed when it has left the record', () => {
    const victim = PureCase.open();
    const { taskId } = victim.openTask('makeFirstContact');
    const command = { commandId: 'c', by: 'officer-1', taskId, outcome: aFact('contactMade', byPhone, after(1)) };
    const answered = complete(victim.careRecord, command, after(1)).record;
    expect(mayComplete(answered, command)?.code).toBe('taskClosed');
    const projected = { ...answered, tasks: answered.tasks.filter(({ closed }) => !closed) };
    expect(mayComplete(projected, command)?.code).toBe('taskClosed');
  });
});
