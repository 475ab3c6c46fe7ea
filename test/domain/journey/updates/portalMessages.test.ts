import { addHours } from '../../../../domain/time/londonTime';
import { aTuesday, PureCase } from '../../../support/caseBuilder';

const wrote = { portal: 'trackMyCrime', messageId: 'm1' } as const;

describe('what a victim writes', () => {
  it('is to be answered within a working day, by a task that names it', () => {
    const one = PureCase.open().record('victimWrote', wrote, addHours(aTuesday, 1), { source: 'trackMyCrime' });
    const task = one.openTask('answerVictim');
    expect([task.dueAt, task.about]).toEqual(['2026-03-04T23:59:59.999Z', [1]]);
  });

  it('opens one task each, and an answer closes what it names', () => {
    const one = PureCase.open()
      .record('victimWrote', wrote, addHours(aTuesday, 1))
      .record('victimWrote', { ...wrote, messageId: 'm2' }, addHours(aTuesday, 2))
      .record('victimAnswered', { by: 'phone', about: [1] }, addHours(aTuesday, 3));
    expect(one.openTask('answerVictim').about).toEqual([2]);
  });

  it('is answered by an answer that names nothing, all at once, but not by one from before', () => {
    const one = PureCase.open()
      .record('victimWrote', wrote, addHours(aTuesday, 2))
      .record('victimAnswered', { by: 'email', about: [] }, addHours(aTuesday, 1), { now: addHours(aTuesday, 3) });
    expect(one.openKinds()).toContain('answerVictim');
    one.record('victimAnswered', { by: 'email', about: [] }, addHours(aTuesday, 4));
    expect(one.openKinds()).not.toContain('answerVictim');
  });

  it('is answered by the outcome of its task, whatever else that names', () => {
    const one = PureCase.open().record('victimWrote', wrote, addHours(aTuesday, 1));
    one.complete('answerVictim', 'victimAnswered', { by: 'phone', about: [7] }, addHours(aTuesday, 3));
    expect(one.openKinds()).not.toContain('answerVictim');
  });

  it('is to be looked at within the hour, at any hour, where it may speak of danger', () => {
    const christmasNight = '2026-12-25T03:00:00.000Z';
    const one = PureCase.open().record('victimWrote', { ...wrote, mayBeDanger: true }, christmasNight);
    expect(one.openTask('answerVictim').dueAt).toBe('2026-12-25T04:00:00.000Z');
  });
});
