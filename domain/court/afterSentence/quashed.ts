import type { Fact } from '../../fact';

/** A court of appeal's decision, or that of the court itself to take a conviction back. */
type Quashing = Fact<'appealDecided' | 'verdictGiven'>;

/** The sentences that have gone with their conviction, each with the appeal that took it away. */
export type FallenSentences = ReadonlyMap<number, Quashing>;

/** A conviction that is quashed takes its sentence with it, also where the case is to be tried again. */
export function quashes(fact: Fact): fact is Quashing {
  if (fact.kind === 'verdictGiven') return fact.data.verdict === 'setAside';
  return (
    fact.kind === 'appealDecided' && (fact.data.result === 'convictionQuashed' || fact.data.result === 'retrialOrdered')
  );
}

/** `inOrder` are the facts that count, in the order in which they happened. */
export function fallenSentences(inOrder: readonly Fact[]): FallenSentences {
  const fallen = new Map<number, Quashing>();
  for (const [place, appeal] of inOrder.entries()) {
    if (!quashes(appeal)) continue;
    for (const fact of inOrder.slice(0, place)) {
      if (fact.kind === 'sentencePassed' && !fallen.has(fact.seq) && isOfWhoAppealed(fact, appeal, inOrder))
        fallen.set(fact.seq, appeal);
    }
  }
  return fallen;
}

/** Whether a fact is about nobody but those who appealed; an appeal that names nobody is by whoever lodged the last. */
export function isOfWhoAppealed({ suspects = [] }: Pick<Fact, 'suspects'>, appeal: Quashing, inOrder: readonly Fact[]) {
  const lodged = inOrder
    .slice(0, inOrder.indexOf(appeal))
    .findLast((fact) => fact.kind === 'appealLodged' && fact.suspects?.length);
  const appealed = appeal.suspects?.length ? appeal.suspects : lodged?.suspects;
  if (appealed === undefined) return true;
  const whose = suspects.length > 0 ? suspects : inOrder.flatMap((fact) => fact.suspects ?? []);
  return whose.every((each) => appealed.includes(each));
}

/** The sentences that stand of those that count. */
export function standingSentences(inOrder: readonly Fact[]): Fact<'sentencePassed'>[] {
  const fallen = fallenSentences(inOrder);
  return inOrder.filter(
    (fact): fact is Fact<'sentencePassed'> => fact.kind === 'sentencePassed' && !fallen.has(fact.seq)
  );
}
