import type { ViewMatter } from '../care/careWords';
import type { Fact } from '../fact';

/** The matter of a decision before which the victim's views are sought; undefined where it is no such decision. */
export function viewMatterOf(fact: Fact): ViewMatter | undefined {
  if (fact.kind === 'outOfCourtResolution') return 'outOfCourtResolution';
  if (fact.kind === 'suspectBailed' && fact.data.conditions) return 'bailConditions';
  if (fact.kind === 'bailChanged' && fact.data.change === 'conditionsVaried') return 'bailConditions';
  return undefined;
}

/** The numbers of decisions that came without anybody having sought the victim's views since the one before. */
export function decidedWithoutViews(counted: readonly Fact[]): number[] {
  const sought = new Set<ViewMatter>();
  const without: number[] = [];
  const inOrder = [...counted].sort((one, other) => (one.happenedAt < other.happenedAt ? -1 : 1));
  for (const fact of inOrder) {
    if (fact.kind === 'viewsSought' || fact.kind === 'viewsGiven') sought.add(fact.data.matter);
    const matter = viewMatterOf(fact);
    if (matter !== undefined && !sought.delete(matter)) without.push(fact.seq);
  }
  return without;
}
