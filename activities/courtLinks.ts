import { factsOf } from '../database/cases/factsOf';
import type { Timeline } from '../database/cases/caseEvents';
import { mayTie, tiesOf } from '../domain/court/caseTies';
import type { LinkedCase } from '../domain/court/courtRecord';
import type { Projection } from '../domain/projection/projection';

/**
 * Ties a case to the prosecutions that its facts name, and unties it from those that they name no longer. All of its
 * facts are read again, so that twice is harmless, and so is an older projection that comes late.
 */
export function courtLinks(
  timeline: Timeline,
  tie: (urn: string, linked: LinkedCase) => Promise<unknown>
): (projection: Projection) => Promise<void> {
  return async ({ facts, summary }) => {
    if (!mayTie(facts)) return;
    for (const { urn, linked } of tiesOf(summary, await factsOf(timeline, summary.caseId))) await tie(urn, linked);
  };
}
