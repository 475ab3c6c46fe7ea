import { ActivityFailure } from '@temporalio/workflow';
import { packed } from '../domain/projection/packedProjection';
import { projectedBy, projectionOf, withoutClosedTasks } from '../domain/projection/projection';
import { saveProjection } from './activityProxies';
import type { Instant } from '../domain/time/londonTime';
import type { AwakeCase } from './awakeCase';

/**
 * Has the record as it is now written to MongoDB, in one combined write: what changes meanwhile goes into the next.
 * False where MongoDB did not answer in time; the replies that wait are then given as not visible yet.
 */
export async function project(awake: AwakeCase, nextLookAt: Instant | undefined): Promise<boolean> {
  const written = awake.record;
  try {
    await saveProjection(packed(projectionOf(written, awake.projected, nextLookAt)));
  } catch (failure) {
    if (!(failure instanceof ActivityFailure)) throw failure;
    awake.triedVersion = written.version;
    return false;
  }
  awake.projected = projectedBy(written);
  awake.triedVersion = written.version;
  awake.record = withoutClosedTasks(awake.record, written);
  return true;
}
