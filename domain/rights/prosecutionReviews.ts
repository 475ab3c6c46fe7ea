import type { CareRecord } from '../careRecord';
import type { Fact } from '../fact';
import { inOrderOfHappening } from '../happening';
import type { Instant } from '../time/londonTime';
import { endOfWorkingDaysAfter } from '../time/workingDays';
import { isAboutSame, isAskedOfProsecution } from './rightToReview';

export const reviewStages = ['local', 'independent'] as const;

/** A review that the victim asked of the prosecution, and how it stands. */
export interface ProsecutionReview {
  /** The fact of asking. */
  readonly asked: number;
  readonly askedAt: Instant;
  /** `local` until it is with the independent reviewers. */
  readonly stage: (typeof reviewStages)[number];
  /** By when the prosecution should have answered at this stage; absent where the case knows no such promise. */
  readonly answerBy?: Instant | undefined;
  readonly answeredAt?: Instant | undefined;
  readonly result?: 'upheld' | 'overturned' | undefined;
}

type Known = Pick<CareRecord, 'opening' | 'calendar'>;

/**
 * Every review that was asked of the prosecution, in the order of asking. What was asked first about a suspect is answered
 * first; an answer about one suspect answers nothing about another. A decision that was upheld locally is open again while
 * the independent reviewers look at it.
 */
export function prosecutionReviews({ opening, calendar }: Known, counted: readonly Fact[]): ProsecutionReview[] {
  const standards = opening.standards.prosecutionReviews;
  const by = (stage: ProsecutionReview['stage'], from: Instant) =>
    standards ? { answerBy: endOfWorkingDaysAfter(from, standards[stage], calendar) } : {};
  const inOrder = inOrderOfHappening(counted);
  const reviews = new Map<number, ProsecutionReview>();
  const askings: Fact[] = [];
  let waiting: Fact[] = [];
  for (const [place, fact] of inOrder.entries()) {
    const { kind, seq: asked, happenedAt } = fact;
    if (kind === 'rightToReviewAsked') {
      askings.push(fact);
      waiting.push(fact);
      if (!isAskedOfProsecution(fact, inOrder.slice(0, place))) continue;
      reviews.set(asked, { asked, askedAt: happenedAt, stage: 'local', ...by('local', happenedAt) });
    } else if (kind === 'independentReviewBegun') {
      const isLocal = (each: Fact) => isAboutSame(each, fact) && reviews.get(each.seq)?.stage === 'local';
      const meant = waiting.find(isLocal) ?? askings.findLast(isLocal);
      const known = meant && reviews.get(meant.seq);
      if (!meant || !known) continue;
      if (!waiting.includes(meant)) waiting.push(meant);
      const { askedAt } = known;
      reviews.set(meant.seq, { asked: meant.seq, askedAt, stage: 'independent', ...by('independent', happenedAt) });
    } else if (kind === 'rightToReviewDecided') {
      const answered = waiting.find((each) => isAboutSame(each, fact));
      waiting = waiting.filter((each) => each !== answered);
      const known = answered && reviews.get(answered.seq);
      if (known) reviews.set(known.asked, { ...known, answeredAt: happenedAt, result: fact.data.result });
    }
  }
  return [...reviews.values()];
}
