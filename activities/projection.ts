import { ApplicationFailure } from '@temporalio/activity';
import type { CareRecord } from '../domain/careRecord';
import { unpacked, type PackedProjection } from '../domain/projection/packedProjection';
import type { Projection } from '../domain/projection/projection';

export type ProjectionActivities = ReturnType<typeof projectionActivities>;

/** Where projections go: the case's own documents in MongoDB. */
export interface ProjectionStore {
  saveProjection(projection: Projection): Promise<void>;
  loadEndedRecord(caseId: string): Promise<CareRecord | undefined>;
}

export const projectionActivities = (
  store: ProjectionStore,
  afterwards: readonly ((projection: Projection) => Promise<void>)[] = []
) => ({
  /**
   * Twice is harmless: each document is written whole, an older version never overwrites a newer one, and what the new
   * facts cause to be sent is queued under ids of its own.
   */
  async saveProjection(projection: PackedProjection): Promise<void> {
    const written = unpacked(projection);
    await store.saveProjection(written);
    for (const follow of afterwards) await follow(written);
  },

  /** It only reads. A case that no end has written cannot be resumed, and trying again would not help. */
  async loadEndedRecord({ caseId }: { caseId: string }): Promise<CareRecord> {
    const record = await store.loadEndedRecord(caseId);
    if (!record) throw ApplicationFailure.nonRetryable('No record of an ended case', 'caseUnknown');
    return record;
  },
});
