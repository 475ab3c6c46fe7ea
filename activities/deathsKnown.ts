import { service } from '../commands/settleItem';
import type { KnownDeath } from '../commands/tellDeath';
import type { Projection } from '../domain/projection/projection';

/**
 * Has the other cases of a person told when a case learns that they died: by the fact itself, or by a supervisor's word on
 * one that was doubted. What the service told a case goes no further.
 */
export function deathsKnown(tell: (death: KnownDeath) => Promise<void>): (projection: Projection) => Promise<void> {
  return async ({ facts, summary: { caseId, personId, stage, endedAt: happenedAt } }) => {
    const isNew = facts.some(({ kind, by }) => (kind === 'victimDied' || kind === 'eventReviewed') && by !== service);
    if (isNew && stage === 'victimDied' && happenedAt !== undefined) await tell({ caseId, personId, happenedAt });
  };
}
