import type { Fact } from './fact';

export type EventDecision = 'accepted' | 'discarded';

/** What a person decided about facts that came before; the decision recorded last counts. */
export function eventsReviewed(facts: readonly Fact[]): Map<number, EventDecision> {
  const reviewed = new Map<number, EventDecision>();
  for (const fact of facts) {
    if (fact.kind !== 'eventReviewed' || fact.supersededBy !== undefined || fact.data.about >= fact.seq) continue;
    reviewed.set(fact.data.about, fact.data.decision);
  }
  return reviewed;
}

/** Facts that count: not superseded, and not parked unless a person accepted them. In the order of recording. */
export function effectiveFacts(facts: readonly Fact[], reviewed: ReadonlyMap<number, EventDecision>): Fact[] {
  return facts.filter((fact) => stands(fact, reviewed) && !isSuperseded(fact, facts, reviewed));
}

/** A correction that is parked itself, or was discarded, leaves what it was to correct as it was. */
export function isSuperseded(
  { supersededBy }: Fact,
  facts: readonly Fact[],
  reviewed: ReadonlyMap<number, EventDecision>
): boolean {
  if (supersededBy === undefined) return false;
  const correction = facts[supersededBy - 1];
  return !correction || stands(correction, reviewed) || isSuperseded(correction, facts, reviewed);
}

/** The number of the fact whose place this one has taken, over all corrections; its own where it corrects nothing. */
export function originOf(fact: Fact, facts: readonly Fact[]): number {
  const corrected = fact.supersedes === undefined ? undefined : facts[fact.supersedes - 1];
  return corrected ? originOf(corrected, facts) : fact.seq;
}

function stands({ parked, seq }: Fact, reviewed: ReadonlyMap<number, EventDecision>): boolean {
  return !parked || reviewed.get(seq) === 'accepted';
}
