import type { Fact, FactKind } from '../fact';

/**
 * The fact that answers this one, where several of the kind may wait at once: what was asked first is answered first, so
 * that one reply to two complaints leaves the second open. Undefined while nothing has answered it.
 */
export function answerInTurn(
  asked: Fact,
  obligation: string,
  answers: readonly FactKind[],
  counted: readonly Fact[]
): Fact | undefined {
  const asks = (fact: Fact) => fact.owes?.some((duty) => duty.obligation === obligation) === true;
  const inOrder = counted
    .filter((fact) => asks(fact) || answers.includes(fact.kind))
    .sort((one, other) => {
      if (one.happenedAt !== other.happenedAt) return one.happenedAt < other.happenedAt ? -1 : 1;
      return Number(asks(other)) - Number(asks(one)) || one.seq - other.seq;
    });
  const waiting: number[] = [];
  for (const fact of inOrder) {
    // A fact may answer what waits and ask for more itself.
    if (answers.includes(fact.kind) && waiting.shift() === asked.seq) return fact;
    if (asks(fact)) waiting.push(fact.seq);
  }
  return undefined;
}
