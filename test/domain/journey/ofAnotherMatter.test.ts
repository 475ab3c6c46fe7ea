import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

describe('the views of a victim', () => {
  it('on bail do not close the question about a resolution out of court', () => {
    const victim = PureCase.open().record('outOfCourtResolutionProposed', {}, after(1));
    const answer = (matter: 'bailConditions' | 'outOfCourtResolution') =>
      victim.complete('seekViews', 'viewsGiven', { matter, answer: 'given' }, after(2));
    expect(() => answer('bailConditions')).toThrow(
      'outcomeDoesNotAnswerTask: This seekViews task is about another matter'
    );
    expect(victim.openKinds()).toContain('seekViews');
    expect(answer('outOfCourtResolution').openKinds()).not.toContain('seekViews');
  });
});

it('an answer about property does not close what was asked about restorative justice', () => {
  const victim = PureCase.open().record('matterAsked', { matter: 'restorativeJustice' }, after(1));
  const answer = (matter: 'propertyReturn' | 'restorativeJustice') =>
    victim.complete('recordMatterAnswer', 'matterAnswered', { matter, outcome: 'done' }, after(2));
  expect(() => answer('propertyReturn')).toThrow('outcomeDoesNotAnswerTask');
  expect(answer('restorativeJustice').openKinds()).not.toContain('recordMatterAnswer');
});
