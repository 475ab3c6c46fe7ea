import { openTasks } from '../../../domain/careRecord';
import { defaultStandards } from '../../../domain/forceStandards';
import { summaryOf } from '../../../domain/projection/caseSummary';
import { roleOf } from '../../../domain/task';
import { PureCase } from '../../support/caseBuilder';
import { after } from '../after';

const s1 = { suspects: ['s1'] };
const s2 = { suspects: ['s2'] };
const kind = 'chaseProsecutionReview';

/** Both prosecutions were stopped, and the victim asked on the Tuesday a week later for a review of the first. */
function asked(opening: Parameters<typeof PureCase.open>[0] = {}): PureCase {
  return PureCase.open(opening)
    .record('suspectCharged', { how: 'charged' }, after(1), s1)
    .record('suspectCharged', { how: 'charged' }, after(1), s2)
    .record('prosecutionStopped', { reason: 'discontinued' }, after(2), s1)
    .record('prosecutionStopped', { reason: 'discontinued' }, after(2), s2)
    .record('rightToReviewAsked', {}, after(7), s1);
}

const chasing = (victim: PureCase) => openTasks(victim.careRecord).filter((task) => task.kind === kind);
const whoChases = (victim: PureCase) => chasing(victim).map(roleOf);
const reviewsOf = (victim: PureCase) => summaryOf(victim.careRecord).careDetails?.prosecutionReviews;

describe('a review that the victim asked of the prosecution', () => {
  it('is asked after once, when its local look has had ten working days, and then by the supervisor too', () => {
    const victim = asked();
    expect(whoChases(victim.at(after(21)))).toEqual([]);
    expect(whoChases(victim.at(after(22)))).toEqual(['witness-care-officer']);
    expect(whoChases(victim.at(after(24)))).toEqual(['witness-care-officer', 'supervisor']);
    expect(whoChases(victim.at(after(90)))).toEqual(['witness-care-officer', 'supervisor']);
  });

  it('is asked after no more once the answer is there, with the task or without it', () => {
    const victim = asked().at(after(22));
    victim.complete(kind, 'rightToReviewDecided', { result: 'upheld' }, after(22, 1));
    expect(victim.careRecord.facts.at(-1)?.suspects).toEqual(['s1']);
    expect(whoChases(victim.at(after(90)))).toEqual([]);
    const quick = asked().record('rightToReviewDecided', { result: 'overturned' }, after(12), s1);
    expect(whoChases(quick.at(after(90)))).toEqual([]);
  });

  it('that was not settled locally is asked after again when the independent review has had thirty working days', () => {
    const victim = asked().at(after(24));
    victim.complete(kind, 'independentReviewBegun', {}, after(24, 1));
    expect(whoChases(victim.at(after(71)))).toEqual([]);
    expect(whoChases(victim.at(after(72)))).toEqual(['witness-care-officer']);
    victim.record('rightToReviewDecided', { result: 'overturned' }, after(72, 1), s1);
    expect(whoChases(victim)).toEqual([]);
  });

  it('that goes to the independent reviewers after the local answer is open again, and the case is not closed meanwhile', () => {
    const victim = asked().record('rightToReviewDecided', { result: 'upheld' }, after(20), s1);
    expect(victim.at(after(23)).openKinds()).toContain('closeCase');
    victim.record('independentReviewBegun', {}, after(24), s1);
    expect(victim.openKinds()).not.toContain('closeCase');
    expect(whoChases(victim.at(after(72)))).toEqual(['witness-care-officer']);
    victim.record('rightToReviewDecided', { result: 'upheld' }, after(72, 1), s1);
    expect(whoChases(victim)).toEqual([]);
    expect(victim.openKinds()).toContain('closeCase');
  });

  it('about one suspect is not answered by what is decided about another', () => {
    const victim = asked().record('rightToReviewAsked', {}, after(8), s2);
    victim.record('rightToReviewDecided', { result: 'upheld' }, after(10), s2);
    expect(chasing(victim.at(after(22))).map(({ about }) => about)).toEqual([[5]]);
  });

  it('is on the victim’s page with its stage, the day by which the prosecution should answer, and the answer', () => {
    const victim = asked();
    const local = { asked: 5, askedAt: after(7), stage: 'local', answerBy: '2026-03-24T23:59:59.999Z' };
    expect(reviewsOf(victim)).toEqual([local]);
    victim.record('independentReviewBegun', {}, after(20), s1);
    const independent = { ...local, stage: 'independent', answerBy: '2026-05-07T22:59:59.999Z' };
    expect(reviewsOf(victim)).toEqual([independent]);
    victim.record('rightToReviewDecided', { result: 'upheld' }, after(40), s1);
    expect(reviewsOf(victim)).toEqual([{ ...independent, answeredAt: after(40), result: 'upheld' }]);
  });

  it('is asked after for no witness, not of the police, and not in a case that began before there was such a promise', () => {
    expect(whoChases(asked({ role: 'witness' }).at(after(90)))).toEqual([]);
    const { prosecutionReviews: _later, ...standards } = defaultStandards;
    const older = asked({ standards }).at(after(90));
    expect(whoChases(older)).toEqual([]);
    expect(reviewsOf(older)).toEqual([{ asked: 5, askedAt: after(7), stage: 'local' }]);
    const ofPolice = PureCase.open()
      .record('noFurtherAction', { decidedBy: 'police', reason: 'notStated', rightToReview: true }, after(2), s1)
      .record('rightToReviewAsked', {}, after(7), s1);
    expect(whoChases(ofPolice.at(after(90)))).toEqual([]);
    expect(reviewsOf(ofPolice)).toBeUndefined();
  });

  it('that is heard of late is asked after at once', () => {
    const victim = PureCase.open()
      .record('suspectCharged', { how: 'charged' }, after(1), s1)
      .record('prosecutionStopped', { reason: 'discontinued' }, after(2), s1)
      .record('rightToReviewAsked', {}, after(7), { ...s1, now: after(60) });
    expect(whoChases(victim)).toEqual(['witness-care-officer']);
  });

  it('whose decision is heard of later gives whoever is asked the whole of their time', () => {
    const victim = PureCase.open()
      .record('suspectCharged', { how: 'charged' }, after(1), s1)
      .record('rightToReviewAsked', {}, after(7), s1)
      .record('prosecutionStopped', { reason: 'discontinued' }, after(2), { ...s1, now: after(60) });
    expect(whoChases(victim)).toEqual(['witness-care-officer', 'supervisor']);
    for (const { dueAt } of chasing(victim)) expect(dueAt >= after(60)).toBe(true);
  });
});
