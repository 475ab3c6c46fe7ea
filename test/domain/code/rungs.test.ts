import { londonClock, londonDay } from '../../../domain/time/londonTime';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { dutiesOf, dutyTo, reasonsAsked, rungsOf, sleepUntil } from './dutiesOf';

const s1 = { suspects: ['s1'] };
const arrest = '1.c20-r6-arrest';

/** A suspect was arrested on the Wednesday; the victim must hear of it by the end of Wednesday 11 March. */
function arrested(): PureCase {
  return PureCase.open().record('suspectArrested', {}, after(1), s1);
}

function reachedAt(victim: PureCase, id: string): string[] {
  return (victim.careRecord.rungs[id] ?? []).map(({ at }) => `${londonDay(at)} ${londonClock(at)}`);
}

describe('the three rungs of a duty', () => {
  it('come on the working day before, on the day, and when the day has passed', () => {
    const victim = sleepUntil(arrested(), after(40));
    expect(rungsOf(victim, arrest)).toEqual(['dueSoon', 'dueToday', 'missed']);
    const [soon, today, missed] = reachedAt(victim, arrest);
    expect(soon).toMatch(/^2026-03-10 07:/);
    expect(today).toMatch(/^2026-03-11 07:/);
    expect(missed).toMatch(/^2026-03-12 07:/);
  });

  it('leave out a weekend: what is due on a Monday is due soon on the Friday', () => {
    const victim = PureCase.open().record('suspectArrested', {}, after(-1), { ...s1, now: after(0) });
    sleepUntil(victim, after(8));
    expect(dutyTo(victim, 'c20-r6-arrest').dueBy).toBe('2026-03-09T23:59:59.999Z');
    expect(reachedAt(victim, arrest)[0]).toMatch(/^2026-03-06 07:/);
  });

  it('of hours come when half of them are over', () => {
    const victim = sleepUntil(PureCase.open({ receivedAt: '2026-03-03T01:30:00.000Z' }), after(3));
    const [first] = victim.careRecord.rungs['0.force-first-contact'] ?? [];
    expect(first).toEqual({ rung: 'dueSoon', at: '2026-03-03T13:30:00.000Z' });
  });

  it('of hours that end late in the evening begin with the graver one, on that morning, and do not go back', () => {
    const victim = sleepUntil(PureCase.open({ receivedAt: '2026-03-03T22:30:00.000Z' }), after(3));
    expect(rungsOf(victim, '0.force-first-contact')).toEqual(['dueToday', 'missed']);
  });

  it('come once, however often stock is taken and however long it goes on', () => {
    const victim = arrested();
    for (let hours = 24; hours < 24 * 60; hours += 7) victim.at(after(0, hours)).at(after(0, hours));
    for (const reached of Object.values(victim.careRecord.rungs)) {
      const said = reached.map(({ rung }) => rung);
      expect(new Set(said).size).toBe(said.length);
    }
    expect(rungsOf(victim, arrest)).toEqual(['dueSoon', 'dueToday', 'missed']);
  });

  it('are as many after a crossing to another run', () => {
    const victim = sleepUntil(arrested(), after(7, 20));
    expect(rungsOf(victim, arrest)).toEqual(['dueSoon']);
    victim.careRecord = JSON.parse(JSON.stringify(victim.careRecord)) as typeof victim.careRecord;
    expect(rungsOf(sleepUntil(victim, after(40)), arrest)).toEqual(['dueSoon', 'dueToday', 'missed']);
  });

  it('come the gravest alone, when the case was away while several came', () => {
    expect(rungsOf(arrested().at(after(40)), arrest)).toEqual(['missed']);
    const onTheDay = arrested().at('2026-03-11T12:00:00.000Z');
    expect(rungsOf(onTheDay, arrest)).toEqual(['dueToday']);
    expect(rungsOf(sleepUntil(onTheDay, after(40)), arrest)).toEqual(['dueToday', 'missed']);
  });

  it('say nothing in the night after the day: it is not due today any more, and that it was missed waits for morning', () => {
    const victim = arrested().at('2026-03-12T02:00:00.000Z');
    expect(rungsOf(victim, arrest)).toEqual([]);
    expect(rungsOf(sleepUntil(victim, after(40)), arrest)).toEqual(['missed']);
    expect(reachedAt(victim, arrest)[0]).toMatch(/^2026-03-12 07:/);
  });

  it('never come backwards', () => {
    const victim = sleepUntil(arrested(), after(40)).at(after(7));
    expect(rungsOf(victim, arrest)).toEqual(['dueSoon', 'dueToday', 'missed']);
  });

  it('end when the victim has been told', () => {
    const victim = sleepUntil(arrested(), after(7, 20)).record(
      'victimTold',
      { channel: 'phone', about: [1] },
      after(8)
    );
    expect(rungsOf(sleepUntil(victim, after(40)), arrest)).toEqual(['dueSoon']);
  });

  it('do not look back: what is known only on its day is not due soon', () => {
    const known = '2026-03-11T09:00:00.000Z';
    const victim = PureCase.open().record('suspectArrested', {}, after(1), { ...s1, now: known });
    expect(rungsOf(sleepUntil(victim, after(40)), arrest)).toEqual(['missed']);
  });

  it('are the instants that the case sleeps for', () => {
    const victim = sleepUntil(arrested(), after(6));
    const next = victim.careRecord;
    const wakes: string[] = [];
    while (victim.wakeAt !== undefined && victim.wakeAt < after(10)) {
      wakes.push(victim.wakeAt);
      victim.at(victim.wakeAt);
    }
    for (const { at } of victim.careRecord.rungs[arrest] ?? []) expect(wakes).toContain(at);
    expect(next.rungs[arrest]).toBeUndefined();
  });
});

describe('quiet hours', () => {
  it('hold back every rung but one: news of release or bail that was missed is said at once', () => {
    const victim = arrested().record('suspectBailed', { conditions: true }, after(1), s1);
    sleepUntil(victim, after(40));
    const missedAt = (id: string) => victim.careRecord.rungs[id]?.find(({ rung }) => rung === 'missed')?.at;
    expect(missedAt('2.c20-r6-bail')).toBe('2026-03-12T00:00:00.000Z');
    expect(londonClock(missedAt(arrest) ?? '') >= '07:00').toBe(true);
    for (const { id, obligation } of dutiesOf(victim)) {
      for (const { rung, at } of victim.careRecord.rungs[id] ?? []) {
        if (obligation === 'c20-r6-bail' && rung === 'missed') continue;
        expect(londonClock(at) >= '07:00' && londonClock(at) < '20:00').toBe(true);
      }
    }
  });

  it('end for each case at its own minute, so that a morning does not come in one second', () => {
    const firstOf = (caseId: string) =>
      sleepUntil(PureCase.open({ caseId }), after(3)).careRecord.rungs['0.c20-r4-referral']?.[0]?.at;
    const one = firstOf('5b0c5a3e-6b9c-4c8e-9a59-3f5f6f1f0a01');
    expect(one).toBe(firstOf('5b0c5a3e-6b9c-4c8e-9a59-3f5f6f1f0a01'));
    expect(one).not.toBe(firstOf('5b0c5a3e-6b9c-4c8e-9a59-3f5f6f1f0b77'));
  });
});

describe('no rung comes for', () => {
  it('a duty of others: the time of the court, of the prosecution and of probation is shown, and nobody here hurries', () => {
    const victim = PureCase.open({ suspects: ['s1'] }).record('suspectCharged', { how: 'charged' }, after(1), s1);
    const sentence = { sentences: ['imprisonment' as const], victimContactScheme: true, undulyLenientScope: true };
    victim.record('sentencePassed', sentence, after(2), { ...s1, source: 'court', now: after(2, 1) });
    victim.record('victimContactSchemeReferred', {}, after(3));
    victim.record('expensesClaimed', {}, after(3));
    victim.record('prosecutionStopped', { reason: 'discontinued' }, after(3), s1);
    sleepUntil(victim, after(90));
    for (const obligation of [
      'c20-r9-court',
      'c20-r11-vlo-contact',
      'c20-r10-expenses',
      'c20-r6-cps-letter',
      'uls-28',
    ]) {
      const { id } = dutyTo(victim, obligation);
      expect(rungsOf(victim, id)).toEqual([]);
      expect(reasonsAsked(victim)).not.toContain(id);
    }
  });

  it('a window, though it is the police who may use it', () => {
    const victim = PureCase.open().record('suspectBailed', { conditions: true }, after(1), s1);
    sleepUntil(victim, after(120));
    const { id, dueBy } = dutyTo(victim, 'pace-bail-3');
    expect(dueBy).toBe('2026-06-04T22:59:59.999Z');
    expect(rungsOf(victim, id)).toEqual([]);
    expect(reasonsAsked(victim)).not.toContain(id);
  });

  it('what has no date', () => {
    const victim = PureCase.open().record('statementTaken', {}, after(1));
    sleepUntil(victim, after(90));
    const { id, dueBy } = dutyTo(victim, 'c20-r7-offer');
    expect(dueBy).toBeUndefined();
    expect(rungsOf(victim, id)).toEqual([]);
  });

  it('a case that has ended', () => {
    const victim = arrested().record('noCrime', { reason: 'notACrime' }, after(2));
    expect(victim.wakeAt).toBeUndefined();
    expect(rungsOf(victim.at(after(60)), arrest)).toEqual([]);
  });
});
