import { QueryNotRegisteredError, WorkflowNotFoundError } from '@temporalio/client';
import type { Engine } from '../../commands/engine';
import { askTemporal } from '../../commands/temporalFailures';
import { liveCase, type LiveCase } from '../../domain/projection/liveCase';
import type { Instant } from '../../domain/time/londonTime';
import { liveCaseQuery, victimCaseId } from '../../workflows/messages';
import { away } from '../http/errors';

/** Cases as they answer for themselves. It wakes a sleeping case, so nothing on a hot path asks. */
export interface LiveCases {
  /** Undefined for a case that the engine does not know, or has forgotten. */
  ask(caseId: string): Promise<LiveCase | undefined>;
  /** A case that has ended, from what its end wrote; undefined for one that never ended. */
  askEnded(caseId: string, now: Instant): Promise<LiveCase | undefined>;
}

export function liveCases({ client, database, callTimeoutMs }: Engine): LiveCases {
  return {
    async ask(caseId) {
      const handle = client.workflow.getHandle(victimCaseId(caseId));
      try {
        return await client.withDeadline(Date.now() + callTimeoutMs, () =>
          askTemporal(() => handle.query(liveCaseQuery))
        );
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return undefined;
        // It is being read back after an end.
        if (error instanceof QueryNotRegisteredError) throw away('caseBusy');
        throw error;
      }
    },
    async askEnded(caseId, now) {
      const record = await database.caseRecords.loadEndedRecord(caseId);
      return record && liveCase(record, now);
    },
  };
}
