import type { Fact } from './fact';

/** Facts in the order in which they happened; told at the same instant, in the order of recording. */
export function inOrderOfHappening(facts: readonly Fact[]): Fact[] {
  return [...facts].sort((one, other) => {
    if (one.happenedAt !== other.happenedAt) return one.happenedAt < other.happenedAt ? -1 : 1;
    return one.seq - other.seq;
  });
}
