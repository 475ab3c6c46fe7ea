import { effectiveFacts, eventsReviewed } from '../effectiveFacts';
import type { Fact } from '../fact';
import type { Instant } from '../time/londonTime';
import type { CaseRole } from '../vocabulary';
import type { LinkedCase } from './courtRecord';

/** Facts that name the prosecution to which a case belongs. */
type Naming = Extract<
  Fact,
  { kind: 'suspectCharged' | 'chargedInAnotherCase' | 'courtCaseLinked' | 'courtCaseUnlinked' }
>;

/** How a case is tied to one prosecution, or that it is not, or not any more. */
export interface Tie {
  readonly urn: string;
  readonly linked: LinkedCase;
}

/** Whether new facts can change to which prosecutions their case is tied. */
export function mayTie(facts: readonly Fact[]): boolean {
  return facts.some(
    (fact) => urnIn(fact) !== undefined || fact.kind === 'eventReviewed' || fact.supersedes !== undefined
  );
}

/**
 * Every prosecution that a case was ever said to belong to, and whether it does by all of its facts: a charge, a charge
 * as part of another case, or somebody's word. A number that was corrected, or whose fact was discarded, unties.
 */
export function tiesOf({ caseId, role }: { caseId: string; role: CaseRole }, facts: readonly Fact[]): Tie[] {
  const counted = effectiveFacts(facts, eventsReviewed(facts));
  const urns = new Set(facts.flatMap((fact) => urnIn(fact) ?? []));
  return [...urns].sort().map((urn) => {
    const naming = counted.filter((fact): fact is Naming => urnIn(fact) === urn);
    const isTied = naming.length > 0 && naming.at(-1)?.kind !== 'courtCaseUnlinked';
    const since = lastSaid(urn, facts);
    if (!isTied) return { urn, linked: { caseId, role, suspects: [], matched: {}, since, ended: true } };
    const matched = naming.flatMap((fact) => (fact.kind === 'courtCaseLinked' ? (fact.data.matched ?? []) : []));
    const suspects = [...naming.flatMap((fact) => fact.suspects ?? []), ...matched.map(({ suspectId }) => suspectId)];
    return {
      urn,
      linked: {
        ...{ caseId, role, since },
        suspects: [...new Set(suspects)].sort(),
        matched: Object.fromEntries(matched.map(({ suspectId, defendantId }) => [suspectId, defendantId])),
      },
    };
  });
}

/** When the last word on it was recorded: that it belongs, that this was wrong, or that a person let it stand. */
function lastSaid(urn: string, facts: readonly Fact[]): Instant {
  const naming = facts.filter((fact) => urnIn(fact) === urn);
  const numbers = new Set(naming.map(({ seq }) => seq));
  const about = facts.filter(
    (fact) =>
      (fact.supersedes !== undefined && numbers.has(fact.supersedes)) ||
      (fact.kind === 'eventReviewed' && numbers.has(fact.data.about))
  );
  return (
    [...naming, ...about]
      .map(({ recordedAt }) => recordedAt)
      .sort()
      .at(-1) ?? ''
  );
}

function urnIn(fact: Fact): string | undefined {
  switch (fact.kind) {
    case 'suspectCharged':
    case 'chargedInAnotherCase':
    case 'courtCaseLinked':
    case 'courtCaseUnlinked':
      return fact.data.urn;
    default:
      return undefined;
  }
}
