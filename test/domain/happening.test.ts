import fc from 'fast-check';
import type { Fact } from '../../domain/fact';
import { inOrderOfHappening } from '../../domain/happening';
import { trialOffSince } from '../../domain/court/witnesses/inVain';
import { careState } from '../../domain/careState';
import { londonDay, startOfLondonDay } from '../../domain/time/londonTime';
import { PureCase } from '../support/caseBuilder';

const charged = '2026-07-05T10:00:00.000Z';
const sameDay = startOfLondonDay('2026-07-05');

describe('a plea of which the court says the day alone', () => {
  const pleaOn = (happenedAt: string) =>
    PureCase.open({ role: 'witness', suspects: ['s1'], receivedAt: '2026-07-01T10:00:00.000Z' })
      .record('suspectCharged', { how: 'charged' }, charged, { suspects: ['s1'] })
      .record('witnessRequired', { hearingId: 'h1' }, '2026-07-05T12:00:00.000Z')
      .record('pleaEntered', { plea: 'guilty' }, happenedAt, { suspects: ['s1'], now: '2026-07-05T16:00:00.000Z' });

  it('on the day of the charge came after it: nobody is needed for a trial', () => {
    const story = pleaOn(sameDay);
    expect(trialOffSince(careState(story.careRecord))).toBe('2026-07-05T16:00:00.000Z');
    expect(story.openKinds()).toContain('confirmRelease');
    expect(story.openKinds()).not.toContain('askAttendance');
  });

  it('on a day before stays before it: the charge is another one', () => {
    expect(trialOffSince(careState(pleaOn(startOfLondonDay('2026-07-04')).careRecord))).toBeUndefined();
  });

  it('at an hour that somebody knows keeps its place', () => {
    expect(trialOffSince(careState(pleaOn('2026-07-05T09:00:00.000Z').careRecord))).toBeUndefined();
  });
});

it('an appeal that was lodged and decided on the day of the charge, sentence and all, is one that was lodged', () => {
  const now = { suspects: ['s1'], source: 'court', now: '2026-07-05T16:00:00.000Z' } as const;
  const story = PureCase.open({ suspects: ['s1'], receivedAt: '2026-07-01T10:00:00.000Z' })
    .record('suspectCharged', { how: 'charged' }, charged, { suspects: ['s1'] })
    .record('sentencePassed', { sentences: ['fine'] }, sameDay, now)
    .record('appealLodged', { against: 'sentence' }, sameDay, now)
    .record('appealDecided', { result: 'dismissed' }, sameDay, now);
  expect(story.openKinds()).not.toContain('reviewEvent');
});

it('the order of facts is one order, in whatever order they were recorded', () => {
  const kind = fc.constantFrom('suspectCharged', 'pleaEntered', 'verdictGiven', 'noteAdded');
  const at = fc.constantFrom(sameDay, charged, '2026-07-05T09:00:00.000Z', '2026-07-06T09:00:00.000Z');
  fc.assert(
    fc.property(fc.array(fc.record({ kind, happenedAt: at }), { maxLength: 12 }), fc.nat(), (told, turn) => {
      const facts = told.map((each, index) => ({ ...each, seq: index + 1 }) as unknown as Fact);
      const turned = [...facts.slice(turn % (facts.length || 1)), ...facts.slice(0, turn % (facts.length || 1))];
      const order = inOrderOfHappening(facts).map(({ seq }) => seq);
      expect(inOrderOfHappening(turned).map(({ seq }) => seq)).toEqual(order);
      const days = inOrderOfHappening(facts).map(({ happenedAt }) => londonDay(happenedAt));
      expect(days).toEqual([...days].sort());
    })
  );
});
