import { standingOf } from '../../../domain/code/standing';
import { PureCase } from '../../support/caseBuilder';
import { dutiesOf } from './dutiesOf';

const monday = '2026-11-23T10:00:00.000Z';
const s1 = { suspects: ['s1'], source: 'prosecution' } as const;

const charged = (role: 'victim' | 'witness' = 'victim') =>
  PureCase.open({ role, suspects: ['s1', 's2'], receivedAt: '2026-11-22T10:00:00.000Z' }).record(
    'suspectCharged',
    { how: 'charged' },
    '2026-11-22T12:00:00.000Z',
    { suspects: ['s1', 's2'] }
  );
const owed = (story: PureCase) => dutiesOf(story).filter(({ obligation }) => obligation.startsWith('vcl-'));

describe('what the prosecution alters', () => {
  it('is explained to the victim by its letter within five working days, and is news for nobody else', () => {
    const altered = (role?: 'witness') =>
      charged(role).record('chargeAltered', { change: 'reduced', rightToReview: true }, monday, s1);
    expect(owed(altered())).toMatchObject([{ obligation: 'vcl-altered', dueBy: '2026-11-30T23:59:59.999Z' }]);
    expect(owed(altered('witness'))).toEqual([]);
  });

  it('may be reviewed where its letter says so: ten working days at best, three months at the latest', () => {
    const letter = { decision: 'altered', rightToReview: true } as const;
    const story = charged().record('prosecutionLetterSent', letter, monday, s1);
    expect(owed(story)).toMatchObject([
      { obligation: 'vcl-review-target', dueBy: '2026-12-07T23:59:59.999Z' },
      { obligation: 'vcl-review-long', dueBy: '2027-02-23T23:59:59.999Z' },
    ]);
    story.record('rightToReviewAsked', {}, '2026-11-24T10:00:00.000Z', { suspects: ['s1'] });
    expect(owed(story).map((duty) => standingOf(duty, monday))).toEqual(['met', 'met']);
    const without = charged().record('prosecutionLetterSent', { ...letter, rightToReview: false }, monday, s1);
    expect(owed(without)).toEqual([]);
    const ofNoCharge = charged().record(
      'prosecutionLetterSent',
      { decision: 'notCharged', rightToReview: true },
      monday,
      s1
    );
    expect(owed(ofNoCharge)).toEqual([]);
  });
});

describe('a review that the victim asks for', () => {
  const letter = { decision: 'altered', rightToReview: true } as const;
  const tuesday = '2026-11-24T10:00:00.000Z';
  const open = (story: PureCase, obligation: string) =>
    dutiesOf(story)
      .filter((duty) => duty.obligation === obligation && standingOf(duty, tuesday) === 'open')
      .map(({ seq }) => seq);

  it('of the decision about one suspect leaves the window about the other open', () => {
    const story = charged()
      .record('prosecutionLetterSent', letter, monday, s1)
      .record('prosecutionLetterSent', letter, monday, { ...s1, suspects: ['s2'] });
    expect(open(story, 'vcl-review-long')).toEqual([2, 3]);
    story.record('rightToReviewAsked', {}, tuesday, { suspects: ['s2'] });
    expect(open(story, 'vcl-review-long')).toEqual([2]);
    story.record('rightToReviewAsked', {}, tuesday, { suspects: ['s1'] });
    expect(open(story, 'vcl-review-long')).toEqual([]);
  });

  it('starts the clocks of the police where the police decided, and not where the prosecution did', () => {
    const decided = (decidedBy: 'police' | 'prosecution') =>
      charged().record(
        'noFurtherAction',
        { decidedBy, reason: 'evidentialDifficulties', rightToReview: true },
        monday,
        { suspects: ['s1'] }
      );
    const asked = (story: PureCase, suspects?: string[]) =>
      open(story.record('rightToReviewAsked', {}, tuesday, suspects ? { suspects } : {}), 'vrr-pol-decide').length;
    expect(asked(decided('police'), ['s1'])).toBe(1);
    expect(asked(decided('police'))).toBe(1);
    expect(asked(charged())).toBe(1);
    expect(asked(decided('prosecution'), ['s1'])).toBe(0);
    expect(asked(decided('prosecution'))).toBe(0);
    const stopped = () =>
      decided('police').record('prosecutionStopped', { reason: 'discontinued' }, monday, {
        suspects: ['s2'],
      });
    expect(asked(stopped(), ['s2'])).toBe(0);
    expect(asked(stopped(), ['s1'])).toBe(1);
    expect(asked(stopped())).toBe(1);
  });
});
