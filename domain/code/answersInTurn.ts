import { isAboutSame } from '../rights/rightToReview';
import type { Fact, FactKind } from '../fact';

/**
 * The fact that answers this one, where several of the kind may wait at once: what was asked first is answered first, so
 * that one reply to two complaints leaves the second open, and that what is asked about one suspect answers nothing about
 * another. Undefined while nothing has answered it.
 */
export function answerInTurn(
  asked: Fact,
  obligation: string,
  answers: readonly FactKind[],
  counted: readonly Fact[]
): Fact | undefined {
  if (answers.includes('specialMeasuresApplied')) return applicationFor(asked, counted);
  const asks = (fact: Fact) => fact.owes?.some((duty) => duty.obligation === obligation) === true;
  const inOrder = counted
    .filter((fact) => asks(fact) || answers.includes(fact.kind))
    .sort((one, other) => {
      if (one.happenedAt !== other.happenedAt) return one.happenedAt < other.happenedAt ? -1 : 1;
      return Number(asks(other)) - Number(asks(one)) || one.seq - other.seq;
    });
  const waiting: Fact[] = [];
  for (const fact of inOrder) {
    // A fact may answer what waits and ask for more itself.
    const place = answers.includes(fact.kind) ? waiting.findIndex((each) => isAboutSame(each, fact)) : -1;
    if (place >= 0 && waiting.splice(place, 1)[0]?.seq === asked.seq) return fact;
    if (asks(fact)) waiting.push(fact);
  }
  return undefined;
}

/**
 * One application for special measures answers every plea that set its clock: those before it, and those after it for
 * which the officer has asked for nothing more.
 */
function applicationFor(asked: Fact, counted: readonly Fact[]): Fact | undefined {
  const about = counted.filter((fact) => isAboutSame(asked, fact));
  const applied = about.filter(({ kind }) => kind === 'specialMeasuresApplied').sort(byHappening);
  const before = applied.findLast(({ happenedAt }) => happenedAt < asked.happenedAt);
  const again =
    before && about.some((fact) => fact.kind === 'specialMeasuresReferred' && isBetween(fact, before, asked));
  if (before && !again) return before;
  return applied.find(({ happenedAt }) => happenedAt >= asked.happenedAt);
}

function isBetween({ happenedAt }: Fact, from: Fact, until: Fact): boolean {
  return happenedAt >= from.happenedAt && happenedAt <= until.happenedAt;
}

function byHappening(one: Fact, other: Fact): number {
  if (one.happenedAt !== other.happenedAt) return one.happenedAt < other.happenedAt ? -1 : 1;
  return one.seq - other.seq;
}
