import type { NewOutboxItem } from '../database/outbox';
import { Forgotten } from '../database/encryption/personalData';
import type { Projection } from '../domain/projection/projection';

/**
 * What the new facts and tasks of a case cause to leave the service. Ids are made from the case's id and the fact's number, so that
 * a projection written twice posts once.
 */
export type Posting = (projection: Projection) => readonly NewOutboxItem[] | Promise<readonly NewOutboxItem[]>;

/** Shows each projection, once it is written, to all of them, and hands what they want sent to `queue`. */
export function posted(
  postings: readonly Posting[],
  queue: (item: NewOutboxItem) => Promise<void>
): (projection: Projection) => Promise<void> {
  return async (projection) => {
    if (projection.facts.length === 0 && projection.tasks.length === 0) return;
    for (const posting of postings) {
      for (const item of await posting(projection)) await queue(item).catch(unlessForgotten);
    }
  };
}

/** Nothing is sent about somebody who was erased; their case goes on without a name. */
function unlessForgotten(error: unknown): void {
  if (!(error instanceof Forgotten)) throw error;
}
