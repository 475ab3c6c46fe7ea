import { originOf } from '../effectiveFacts';
import type { Fact, FactData, FactKind } from '../fact';
import type { Instant } from '../time/londonTime';
import { isNews } from '../code/news';

export type CaseEnd =
  | { readonly kind: 'closed'; readonly at: Instant; readonly leftUndone: FactData['caseClosed']['leftUndone'] }
  | { readonly kind: 'cancelled' | 'transferred' | 'merged' | 'victimDied'; readonly at: Instant };

export interface Endings {
  /** How the case ended; undefined while it is open. */
  readonly end?: CaseEnd;
  /** The fact that took back the last end, and when it was recorded. */
  readonly reopened?: { readonly seq: number; readonly at: Instant; readonly endedAt: Instant };
}

/**
 * Ends count in the order of recording: what is recorded after a closing, though it happened before, still matters. A
 * corrected end or reopening keeps its place; corrected news is news again.
 */
export function endingsOf(counted: readonly Fact[], facts: readonly Fact[]): Endings {
  const placeOf = (fact: Fact) => (isNews(fact.kind) ? fact.seq : originOf(fact, facts));
  let endings: Endings = {};
  for (const fact of [...counted].sort((one, other) => placeOf(one) - placeOf(other))) {
    const end = endBy(fact);
    if (end) endings = { ...endings, end };
    else if (endings.end && reopens(fact, endings.end)) {
      endings = { reopened: { seq: fact.seq, at: fact.recordedAt, endedAt: endings.end.at } };
    }
  }
  return endings;
}

function endBy(fact: Fact): CaseEnd | undefined {
  const at = fact.happenedAt;
  switch (fact.kind) {
    case 'caseClosed':
      return { kind: 'closed', at, leftUndone: fact.data.leftUndone };
    case 'noCrime':
      return { kind: 'cancelled', at };
    case 'handoverAcknowledged':
      return { kind: 'transferred', at };
    case 'merged':
    case 'victimDied':
      return { kind: fact.kind, at };
    default:
      return undefined;
  }
}

/** News that the victim must be told, and danger, reopen a case that was closed; they open none that ended in another way. */
function reopens({ kind }: Fact, end: CaseEnd): boolean {
  return kind === 'caseReopened' || (end.kind === 'closed' && (isNews(kind) || isDanger(kind) || stirs.has(kind)));
}

/** News for which the law gives no number, and which the victim of a closed case must hear all the same; and a review that they ask for, whose window is longer than the case is open. */
const stirs: ReadonlySet<FactKind> = new Set<FactKind>([
  'escapeReported',
  'orderMade',
  'orderVaried',
  'orderDischarged',
  'paroleNotified',
  'courtMoneyDefaulted',
  'rightToReviewAsked',
  'independentReviewBegun',
]);

/** Somebody must answer for it within minutes or hours. */
export function isDanger(kind: FactKind): boolean {
  return kind === 'breachReported' || kind === 'fearReported' || kind === 'concernRaised' || kind === 'crimeDisclosed';
}
