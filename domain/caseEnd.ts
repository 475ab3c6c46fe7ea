import type { Fact, FactData } from './fact';
import type { Instant } from './londonTime';
import { newsDuties } from './newsDuties';

export type CaseEnd =
  | { readonly kind: 'closed'; readonly at: Instant; readonly leftUndone: FactData['caseClosed']['leftUndone'] }
  | { readonly kind: 'cancelled' | 'transferred' | 'merged' | 'victimDied'; readonly at: Instant };

/** Ends count in the order of recording: what is recorded after a closing, though it happened before, still matters. */
export function endOf(counted: readonly Fact[]): CaseEnd | undefined {
  let end: CaseEnd | undefined;
  for (const fact of counted) {
    const at = fact.happenedAt;
    if (fact.kind === 'caseClosed') end = { kind: 'closed', at, leftUndone: fact.data.leftUndone };
    else if (fact.kind === 'noCrime') end = { kind: 'cancelled', at };
    else if (fact.kind === 'handoverAcknowledged') end = { kind: 'transferred', at };
    else if (fact.kind === 'merged') end = { kind: 'merged', at };
    else if (fact.kind === 'victimDied') end = { kind: 'victimDied', at };
    else if (fact.kind === 'caseReopened' || (end?.kind === 'closed' && reopensClosedCase(fact))) end = undefined;
  }
  return end;
}

/** News that the victim must be told reopens a case that was closed; it opens none that ended in another way. */
function reopensClosedCase({ kind }: Fact): boolean {
  return newsDuties[kind] !== undefined;
}
