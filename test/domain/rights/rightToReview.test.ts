import { careState } from '../../../domain/careState';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { rightToReviewOf } from '../../../domain/rights/rightToReview';
import type { FactData, FactKind } from '../../../domain/fact';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const s1 = { suspects: ['s1'] };
const s2 = { suspects: ['s2'] };
const nobodyCharged: FactData['noFurtherAction'] = {
  decidedBy: 'police',
  reason: 'evidentialDifficulties',
  rightToReview: true,
};

type Told = readonly [FactKind, object, { suspects: string[] }?];
const interviewed: Told = ['suspectInterviewed', {}, s1];
const decided: Told = ['noFurtherAction', nobodyCharged, s1];
const charged: Told = ['suspectCharged', { how: 'charged' }, s1];
const stopped: Told = ['prosecutionStopped', { reason: 'discontinued' }, s1];
const withdrawn: Told = ['supportWithdrawn', { reason: 'fear', pressure: 'no' }];
const givenAgain: Told = ['supportGivenAgain', {}];

/** Whether the last of these facts may be reviewed, and why. */
function reviewOf(facts: readonly Told[]): string {
  const victim = PureCase.open({ suspects: ['s1', 's2'] });
  facts.forEach(([kind, data, more], day) => victim.record(kind, data as never, after(day + 1), more));
  const { counted } = careState(victim.careRecord);
  const decision = counted.at(-1);
  if (!decision) throw new Error('There is a decision');
  const { eligible, because, scheme } = rightToReviewOf(decision, counted);
  return [eligible ? 'yes' : 'no', because, ...(scheme ? [scheme] : [])].join(' ');
}

describe('the Right to Review', () => {
  it.each<[string, readonly Told[], string]>([
    ['a suspect was interviewed and not charged', [interviewed, decided], 'yes suspectInterviewed police'],
    ['nobody was interviewed', [decided], 'no noSuspectInterviewed police'],
    ['another suspect was interviewed', [['suspectInterviewed', {}, s2], decided], 'no noSuspectInterviewed police'],
    [
      'the suspect was interviewed only afterwards',
      [decided, interviewed, ['noFurtherAction', nobodyCharged, s2]],
      'no noSuspectInterviewed police',
    ],
    ['the interview names nobody', [['suspectInterviewed', {}], decided], 'yes suspectInterviewed police'],
    [
      'the prosecution decided',
      [interviewed, ['noFurtherAction', { ...nobodyCharged, decidedBy: 'prosecution' }, s1]],
      'yes suspectInterviewed prosecution',
    ],
    [
      'it was an out-of-court resolution',
      [interviewed, ['outOfCourtResolution', { resolution: 'caution' }, s1]],
      'no outOfCourtResolution',
    ],
    [
      'another suspect was charged',
      [interviewed, ['suspectCharged', { how: 'charged' }, s2], decided],
      'no partCharge police',
    ],
    ['the same suspect was charged with something else', [interviewed, charged, decided], 'no partCharge police'],
    ['a prosecution was stopped', [charged, stopped], 'yes prosecutionStopped prosecution'],
    ['the victim had withdrawn support', [interviewed, withdrawn, decided], 'no supportWithdrawn police'],
    [
      'the victim had withdrawn it and given it again',
      [interviewed, withdrawn, givenAgain, decided],
      'yes suspectInterviewed police',
    ],
    ['it was stopped since the victim withdrew', [charged, withdrawn, stopped], 'no supportWithdrawn prosecution'],
    [
      'the decision itself says that the victim does not support it',
      [interviewed, ['noFurtherAction', { ...nobodyCharged, reason: 'victimDoesNotSupport' }, s1]],
      'no supportWithdrawn police',
    ],
    [
      'the victim withdrew only afterwards',
      [interviewed, decided, withdrawn, interviewed, ['noFurtherAction', nobodyCharged, s2]],
      'no supportWithdrawn police',
    ],
    ['there was no such decision', [charged], 'no noSuchDecision'],
  ])('where %s: %s', (_where, facts, expected) => {
    expect(reviewOf(facts)).toBe(expected);
  });

  it('is shown with the case for each decision, and a request outside it is on record as such', () => {
    const victim = PureCase.open({ suspects: ['s1'] }).record('suspectInterviewed', {}, after(1), s1);
    victim.record('noFurtherAction', nobodyCharged, after(2), s1);
    const { careDetails } = summaryOf(victim.careRecord);
    expect(careDetails?.rightToReview).toEqual([
      { decision: 2, eligible: true, because: 'suspectInterviewed', scheme: 'police' },
    ]);
    expect(careDetails?.matters).toEqual([
      { matter: 'rightToReview', open: { from: after(2), until: '2026-06-05T22:59:59.999Z' } },
    ]);
    victim.record('rightToReviewAsked', {}, after(100));
    expect(summaryOf(victim.careRecord).careDetails?.matters?.[0]).toMatchObject({ askedOutsideWindow: true });
  });
});
