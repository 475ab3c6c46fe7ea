import type { FactKind } from '../domain/fact';
import type { Projection } from '../domain/projection/projection';

/** Facts by which it may have become wrong, or right, to send what is queued for or about the person. */
const kinds: ReadonlySet<FactKind> = new Set([
  'victimDied',
  'contactStopped',
  'contactStopLifted',
  'stanceChanged',
  'contactImpossible',
  'personChanged',
  'personJoined',
  'personParted',
  'consentWithdrawn',
  'consentRefused',
]);

/** Has what is queued for a person look again when a case of theirs learns what changes whether it may be sent. */
export function contactChanges(
  wake: (personId: string) => Promise<unknown>
): (projection: Projection) => Promise<void> {
  return async ({ facts, summary }) => {
    if (facts.some(({ kind }) => kinds.has(kind))) await wake(summary.personId);
  };
}
