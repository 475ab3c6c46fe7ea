import type { Told } from './life';

export interface Reading {
  /** Facts that count, in the order of recording. */
  readonly counted: readonly Told[];
  /** The same in the order in which they happened. */
  readonly asTheyHappened: readonly Told[];
  isAccepted(fact: Told): boolean;
  isSuperseded(fact: Told): boolean;
  /** The number under which a fact first stood, before it was corrected. */
  firstNumber(fact: Told): number;
}

/** Which facts count: not those that wait for a person or were discarded, nor those that a standing fact corrected. */
export function readFacts(facts: readonly Told[]): Reading {
  const bySeq = new Map(facts.map((fact) => [fact.seq, fact]));
  const decisions = new Map<number, unknown>();
  for (const { kind, data, seq, supersededBy } of facts) {
    if (kind !== 'eventReviewed' || supersededBy !== undefined) continue;
    if ((data.about as number) < seq) decisions.set(data.about as number, data.decision);
  }
  const isAccepted = ({ parked, seq }: Told): boolean => parked === undefined || decisions.get(seq) === 'accepted';
  const isSuperseded = ({ supersededBy }: Told): boolean => {
    if (supersededBy === undefined) return false;
    const by = bySeq.get(supersededBy);
    return by === undefined || isAccepted(by) || isSuperseded(by);
  };
  const firstNumber = (fact: Told): number => {
    const corrected = fact.supersedes === undefined ? undefined : bySeq.get(fact.supersedes);
    return corrected ? firstNumber(corrected) : fact.seq;
  };
  const counted = facts.filter((fact) => isAccepted(fact) && !isSuperseded(fact));
  const asTheyHappened = [...counted].sort(
    (one, other) => Date.parse(one.happenedAt) - Date.parse(other.happenedAt) || one.seq - other.seq
  );
  return { counted, asTheyHappened, isAccepted, isSuperseded, firstNumber };
}
