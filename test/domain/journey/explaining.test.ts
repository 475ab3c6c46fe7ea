import type { FactData } from '../../../domain/fact';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

function said(changes: Partial<FactData['explained']>): FactData['explained'] {
  return {
    topics: ['rights', 'justiceProcess'],
    format: 'spoken',
    language: 'en',
    interpreter: 'none',
    understood: 'understood',
    ...changes,
  };
}

describe('what was explained to the victim', () => {
  it('and understood asks for nothing more', () => {
    expect(PureCase.open().record('explained', said({}), after(0, 1)).openKinds()).not.toContain('explainAgain');
  });

  it('and not understood is asked for again, until the same topics are understood', () => {
    const partly = said({ understood: 'partly', notUnderstood: ['justiceProcess'] });
    const victim = PureCase.open().record('explained', partly, after(0, 1));
    const { taskId } = victim.openTask('explainAgain');
    victim.record('explained', said({ topics: ['rights'] }), after(0, 2));
    expect(victim.openTask('explainAgain').taskId).toBe(taskId);
    const easier = said({ topics: ['justiceProcess'], format: 'easyRead' });
    victim.complete('explainAgain', 'explained', easier, after(1));
    expect(victim.openKinds()).not.toContain('explainAgain');
  });

  it('and not understood the second time is asked for a third', () => {
    const lost = said({ topics: ['rights'], understood: 'notUnderstood' });
    const victim = PureCase.open().record('explained', lost, after(0, 1));
    victim.complete('explainAgain', 'explained', lost, after(1));
    expect(victim.openTask('explainAgain').openedAt).toBe(after(1));
  });

  it('is due sooner where the victim has Enhanced Rights', () => {
    const lost = said({ understood: 'notUnderstood' });
    const standard = PureCase.open().record('explained', lost, after(0, 1)).openTask('explainAgain');
    const hate = PureCase.open({ circumstances: ['hateCrime'] }).record('explained', lost, after(0, 1));
    expect(hate.openTask('explainAgain').dueAt < standard.dueAt).toBe(true);
  });

  it('silence: stays open, and rests while the victim wants no contact', () => {
    const victim = PureCase.open().record('explained', said({ understood: 'notUnderstood' }), after(0, 1));
    expect(victim.at(after(90)).openKinds()).toContain('explainAgain');
    victim.record('stanceChanged', { stance: 'wantsContact', answer: 'no' }, after(91));
    expect(victim.openKinds()).not.toContain('explainAgain');
  });
});
