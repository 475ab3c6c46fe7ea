import type { Fact } from '../domain/fact';
import type { LinkedCase } from '../domain/court/courtRecord';
import type { Projection } from '../domain/projection/projection';

/**
 * Ties a case to the prosecutions that its new facts name: a charge, a charge as part of another case, or somebody's
 * word. Twice is harmless, and an older fact that comes late changes nothing.
 */
export function courtLinks(
  tie: (urn: string, linked: LinkedCase) => Promise<unknown>
): (projection: Projection) => Promise<void> {
  return async ({ facts, summary }) => {
    for (const fact of facts) {
      const urn = urnIn(fact);
      if (urn === undefined || fact.parked !== undefined) continue;
      const { caseId, role } = summary;
      const matched = fact.kind === 'courtCaseLinked' ? (fact.data.matched ?? []) : [];
      await tie(urn, {
        caseId,
        role,
        suspects: [...(fact.suspects ?? []), ...matched.map(({ suspectId }) => suspectId)],
        matched: Object.fromEntries(matched.map(({ suspectId, defendantId }) => [suspectId, defendantId])),
        since: fact.recordedAt,
        ...(fact.kind === 'courtCaseUnlinked' ? { ended: true } : {}),
      });
    }
  };
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
