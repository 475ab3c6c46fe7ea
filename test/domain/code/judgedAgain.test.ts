import { englandAndWalesCalendar } from '../../../published/bankHolidays';
import { careState } from '../../../domain/careState';
import { judgedByCalendar } from '../../../domain/code/judgedAgain';
import type { FactData } from '../../../domain/fact';
import type { WorkingCalendar } from '../../../domain/time/workingDays';
import { calendar, PureCase } from '../../support/caseBuilder';
import { after } from '../after';
import { dutiesOf, dutyTo, reasonsAsked, rungsOf, sleepUntil, standingTo } from './dutiesOf';

const s1 = { suspects: ['s1'] };
const enhanced: FactData['tierDecided'] = { tier: 'enhanced', grounds: ['vulnerable'] };
const standard: FactData['tierDecided'] = { tier: 'standard', grounds: [] };
const away = (untilOn: string): FactData['standardsPaused'] => ({ reason: 'victimAway', untilOn });

function arrested(): PureCase {
  return PureCase.open().record('suspectArrested', {}, after(1), s1);
}
const fiveDays = '2026-03-11T23:59:59.999Z';

describe('when Enhanced Rights are decided', () => {
  it('what is open is due sooner, counted from the decision, with the earlier date beside it', () => {
    const victim = arrested().record('tierDecided', enhanced, after(3));
    expect(dutyTo(victim, 'c20-r6-arrest')).toMatchObject({
      tier: 'enhanced',
      limit: { n: 1, unit: 'workingDays' },
      dueBy: '2026-03-09T23:59:59.999Z',
      earlier: [{ dueBy: fiveDays, because: 'tier', at: after(3) }],
    });
  });

  it('nothing is due later than it was', () => {
    const victim = arrested().record('tierDecided', enhanced, '2026-03-11T15:00:00.000Z');
    expect(dutyTo(victim, 'c20-r6-arrest')).toMatchObject({ dueBy: fiveDays });
    expect(dutyTo(victim, 'c20-r6-arrest').earlier).toBeUndefined();
  });

  it('nothing is missed backwards: neither what was told in time nor what is told tomorrow', () => {
    const victim = arrested().record('victimTold', { channel: 'phone', about: [1] }, after(5));
    victim.record('suspectBailed', { conditions: true }, after(1, 1), { ...s1, now: after(5) });
    victim.record('tierDecided', enhanced, after(6));
    expect(standingTo(victim, 'c20-r6-arrest', after(6))).toBe('met');
    expect(dutyTo(victim, 'c20-r6-arrest').dueBy).toBe(fiveDays);
    expect(dutyTo(victim, 'c20-r6-bail').dueBy).toBe('2026-03-10T23:59:59.999Z');
    expect(standingTo(victim, 'c20-r6-bail', after(7))).toBe('open');
  });

  it('what was missed already stays missed by its own date', () => {
    const victim = sleepUntil(arrested(), after(12)).record('tierDecided', enhanced, after(12));
    expect(dutyTo(victim, 'c20-r6-arrest')).toMatchObject({ dueBy: fiveDays });
    expect(standingTo(victim, 'c20-r6-arrest', after(12))).toBe('missed');
  });

  it('a duty with one limit for everybody stays as it is', () => {
    const victim = PureCase.open().record('tierDecided', enhanced, after(0, 2));
    expect(dutyTo(victim, 'c20-r4-referral').earlier).toBeUndefined();
  });

  it('an assessment that finds a ground decides it too', () => {
    const victim = arrested();
    const found = { needs: [], riskLevel: 'high', enhancedRightsGrounds: ['intimidated' as const] } as const;
    victim.record('needsAssessed', { ...found, needs: [], enhancedRightsGrounds: ['intimidated'] }, after(3));
    expect(dutyTo(victim, 'c20-r6-arrest').dueBy).toBe('2026-03-09T23:59:59.999Z');
  });

  it('and taken back, everybody’s limit counts again; both earlier dates stay in sight', () => {
    const victim = arrested().record('tierDecided', enhanced, after(2)).record('tierDecided', standard, after(3));
    expect(dutyTo(victim, 'c20-r6-arrest')).toMatchObject({
      tier: 'standard',
      dueBy: fiveDays,
      earlier: [
        { dueBy: fiveDays, because: 'tier', at: after(2) },
        { dueBy: '2026-03-06T23:59:59.999Z', because: 'tier', at: after(3) },
      ],
    });
  });

  it('a victim who was taken for enhanced at intake, and is not, gets everybody’s limit', () => {
    const victim = PureCase.open({ circumstances: ['domesticAbuse'] });
    victim.record('suspectArrested', {}, after(1), s1);
    expect(dutyTo(victim, 'c20-r6-arrest').dueBy).toBe('2026-03-05T23:59:59.999Z');
    victim.record('tierDecided', standard, after(1, 3));
    expect(dutyTo(victim, 'c20-r6-arrest').dueBy).toBe(fiveDays);
  });

  it('a rung that was reached by the shorter limit is not reached again by the longer', () => {
    const victim = PureCase.open({ circumstances: ['domesticAbuse'] });
    victim.record('suspectArrested', {}, after(1), s1);
    sleepUntil(victim, after(5)).record('tierDecided', standard, after(5));
    expect(standingTo(victim, 'c20-r6-arrest', after(5))).toBe('open');
    expect(reasonsAsked(victim)).not.toContain('1.c20-r6-arrest');
    sleepUntil(victim, after(30));
    expect(rungsOf(victim, '1.c20-r6-arrest').filter((rung) => rung === 'missed')).toHaveLength(1);
    const asked = victim.careRecord.tasks.filter(({ duty, closed }) => duty === '1.c20-r6-arrest' && !closed);
    const why = asked.find(({ kind }) => kind === 'explainMissedDuty');
    expect(why?.openedAt).toBe('2026-03-12T00:00:00.000Z');
  });
});

describe('a pause', () => {
  it('moves what the force promised by the days that it lasts, with the earlier date beside it', () => {
    const victim = PureCase.open().record('standardsPaused', away('2026-03-13'), after(2));
    expect(dutyTo(victim, 'force-update')).toMatchObject({
      dueBy: '2026-04-09T22:59:59.999Z',
      earlier: [{ dueBy: '2026-03-31T22:59:59.999Z', because: 'pause', at: after(2) }],
    });
  });

  it('moves nothing that the law asks, and no target is law', () => {
    const victim = arrested().record('suspectBailed', { conditions: true }, after(1), s1);
    const before = dutiesOf(victim);
    victim.record('standardsPaused', away('2026-03-31'), after(2));
    const moved = dutiesOf(victim).filter(({ dueBy }, index) => dueBy !== before[index]?.dueBy);
    expect(moved.length).toBeGreaterThan(0);
    for (const { edition, target } of moved) expect(edition.startsWith('force-standards') || target).toBeTruthy();
    sleepUntil(victim, after(20));
    expect(standingTo(victim, 'c20-r6-arrest', after(20))).toBe('missed');
    expect(reasonsAsked(victim)).toEqual(expect.arrayContaining(['1.c20-r6-arrest', '2.c20-r6-bail']));
  });

  it('moves a target of the force as it moves its standards', () => {
    const victim = PureCase.open().record('standardsPaused', away('2026-03-13'), after(2));
    expect(dutyTo(victim, 'c20-r3-ack')).toMatchObject({
      target: true,
      dueBy: '2026-03-19T23:59:59.999Z',
      earlier: [{ dueBy: '2026-03-10T23:59:59.999Z', because: 'pause', at: after(2) }],
    });
  });

  it('that is ended early gives back the days that are left', () => {
    const victim = PureCase.open().record('standardsPaused', away('2026-03-31'), after(2));
    victim.record('standardsResumed', {}, after(5));
    expect(dutyTo(victim, 'force-update').dueBy).toBe('2026-04-03T22:59:59.999Z');
  });

  it('that was recorded in error moves nothing in the end', () => {
    const victim = PureCase.open().record('standardsPaused', away('2026-03-31'), after(2));
    victim.record('contactAttempted', { channel: 'phone', result: 'noAnswer' }, after(2), {
      now: after(3),
      corrects: 1,
    });
    expect(dutyTo(victim, 'force-update').dueBy).toBe('2026-03-31T22:59:59.999Z');
  });

  it('does not move what was overdue before it began', () => {
    const victim = sleepUntil(PureCase.open(), after(2)).record('standardsPaused', away('2026-03-31'), after(2));
    expect(dutyTo(victim, 'force-first-contact').earlier).toBeUndefined();
    expect(standingTo(victim, 'force-first-contact', after(2))).toBe('missed');
  });

  it('holds back the clock of a promise that arises while it lasts', () => {
    const victim = PureCase.open().record('standardsPaused', away('2026-03-13'), after(2));
    victim.record('victimContractAgreed', { channel: 'phone', everyDays: 7 }, after(3));
    expect(dutyTo(victim, 'force-update', 2).dueBy).toBe('2026-03-20T23:59:59.999Z');
  });
});

/** Bank holidays as they were known when only the days of the next months were out. */
const untilEaster: WorkingCalendar = {
  version: 'until Easter',
  bankHolidays: calendar.bankHolidays.filter((on) => on < '2026-04-01'),
  publishedUntil: '2026-03-31',
};

describe('bank holidays that are published later', () => {
  const publish = (victim: PureCase, known = calendar, now = after(31)): PureCase => {
    const { careRecord } = victim;
    victim.careRecord = judgedByCalendar(careRecord, careState(careRecord), known, now);
    return victim.at(now);
  };

  it('settle a provisional date, and the provisional one stays beside it', () => {
    const victim = PureCase.open({}, untilEaster).record('suspectArrested', {}, after(30), s1);
    expect(dutyTo(victim, 'c20-r6-arrest')).toMatchObject({ dueBy: '2026-04-09T22:59:59.999Z', provisional: true });
    publish(victim);
    const judged = dutyTo(victim, 'c20-r6-arrest');
    expect(judged).toMatchObject({
      dueBy: '2026-04-13T22:59:59.999Z',
      leftOut: ['2026-04-03', '2026-04-06'],
      earlier: [{ dueBy: '2026-04-09T22:59:59.999Z', because: 'calendar', at: after(31) }],
    });
    expect(judged.provisional).toBeUndefined();
    expect(victim.openTask('tellVictim').dueAt).toBe('2026-04-13T22:59:59.999Z');
  });

  it('leave a date that was certain, and a duty that was met, as they were fixed', () => {
    const victim = PureCase.open({}, untilEaster).record('suspectArrested', {}, after(2), s1);
    victim.record('suspectBailed', { conditions: true }, after(30), s1);
    victim.record('victimTold', { channel: 'phone', about: [2] }, after(30, 2));
    const before = dutiesOf(victim);
    publish(victim);
    for (const [index, { id, dueBy, earlier }] of dutiesOf(victim).entries()) {
      if (id === '1.c20-r6-arrest' || id === '2.c20-r6-bail') {
        expect(dueBy).toBe(before[index]?.dueBy);
        expect(earlier).toBeUndefined();
      }
    }
  });

  it('that reach no further than the date leave it provisional', () => {
    const victim = PureCase.open({}, untilEaster).record('suspectArrested', {}, after(30), s1);
    publish(victim, { ...untilEaster, version: 'until 2 April', publishedUntil: '2026-04-02' });
    expect(dutyTo(victim, 'c20-r6-arrest').provisional).toBe(true);
    expect(dutyTo(victim, 'c20-r6-arrest').earlier).toBeUndefined();
    publish(victim);
    expect(dutyTo(victim, 'c20-r6-arrest').dueBy).toBe('2026-04-13T22:59:59.999Z');
  });

  it('do not take back Enhanced Rights: the count is still from the decision', () => {
    const victim = PureCase.open({}, untilEaster).record('suspectArrested', {}, after(28), s1);
    victim.record('tierDecided', enhanced, after(29, 12));
    expect(dutyTo(victim, 'c20-r6-arrest')).toMatchObject({ dueBy: '2026-04-02T22:59:59.999Z', provisional: true });
    publish(victim);
    expect(dutyTo(victim, 'c20-r6-arrest').dueBy).toBe('2026-04-02T22:59:59.999Z');
  });

  it.each([
    ['before', after(25)],
    ['while', after(28)],
  ])('do not take back a pause that began %s the clock of a target did', (_when, from) => {
    const victim = PureCase.open({}, untilEaster).record('standardsPaused', away('2026-04-20'), from);
    victim.record('investigationReopened', {}, after(27), { now: after(28) });
    const paused = dutyTo(victim, 'c20-r6-reopen').dueBy ?? '';
    publish(victim);
    expect((dutyTo(victim, 'c20-r6-reopen').dueBy ?? '') >= paused).toBe(true);
  });

  it('are those of England and Wales', () => {
    expect(englandAndWalesCalendar('2025-06-01').bankHolidays).toContain('2026-04-06');
  });
});
