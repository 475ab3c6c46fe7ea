import type { CareState } from '../careState';
import { originOf } from '../effectiveFacts';
import type { Fact } from '../fact';
import type { CalendarDay, Instant } from '../time/londonTime';

/** Advice that somebody asked for, and how long the first answer took. */
export interface AdviceStanding {
  readonly asked: number;
  readonly by: string;
  readonly askedAt: Instant;
  readonly answeredAt?: Instant | undefined;
  readonly minutesToAnswer?: number | undefined;
}

/** A challenge raised for the victim, and what came of it. */
export interface ChallengeStanding {
  readonly raised: number;
  readonly to: string;
  readonly owner: string;
  readonly answerOn: CalendarDay;
  readonly answeredAt?: Instant | undefined;
  readonly outcome?: string | undefined;
}

export function adviceIn({ counted, answers }: CareState, facts: readonly Fact[]): AdviceStanding[] {
  return counted.flatMap((fact) => {
    if (fact.kind !== 'adviceAsked') return [];
    const { happenedAt: askedAt } = fact;
    const answeredAt = answers
      .get(originOf(fact, facts))
      ?.map(({ happenedAt }) => happenedAt)
      .sort()[0];
    const asked = { asked: fact.seq, by: fact.data.by, askedAt };
    if (answeredAt === undefined) return [asked];
    const minutesToAnswer = Math.round((Date.parse(answeredAt) - Date.parse(askedAt)) / 60_000);
    return [{ ...asked, answeredAt, minutesToAnswer }];
  });
}

/** Whoever raised a challenge owns it. */
export function challengesIn({ counted, answers }: CareState, facts: readonly Fact[]): ChallengeStanding[] {
  return counted.flatMap((fact) => {
    if (fact.kind !== 'challengeRaised') return [];
    const { to, answerOn } = fact.data;
    const raised = { raised: fact.seq, to, owner: fact.by, answerOn };
    const answer = answers.get(originOf(fact, facts))?.findLast(({ kind }) => kind === 'challengeAnswered');
    if (answer?.kind !== 'challengeAnswered') return [raised];
    return [{ ...raised, answeredAt: answer.happenedAt, outcome: answer.data.outcome }];
  });
}
