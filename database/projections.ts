import type { Model } from 'mongoose';
import type { Projection } from '../domain/projection';
import { addFacts, type CaseEventDocument } from './caseEvents';
import type { CaseRecordDocument, RecordSealer } from './caseRecords';
import { caseDocument, type CaseDocument } from './cases';
import { writeNewest } from './newestWins';
import { referralDocument, type ReferralDocument } from './referrals';
import { taskDocument, type TaskDocument } from './tasks';

/** What the workers write of a case: nothing else writes these collections. */
export interface Projections {
  /**
   * Writes what a step of the case changed. Twice is harmless, and an older projection that arrives late changes
   * nothing. The case's own document is written last: its version says that all the rest is there.
   */
  saveProjection(projection: Projection): Promise<void>;
}

export interface ProjectedCollections {
  readonly cases: Model<CaseDocument>;
  readonly tasks: Model<TaskDocument>;
  readonly caseEvents: Model<CaseEventDocument>;
  readonly referrals: Model<ReferralDocument>;
  readonly caseRecords: Model<CaseRecordDocument>;
}

export function projections(collections: ProjectedCollections, sealer: RecordSealer): Projections {
  return {
    async saveProjection({ summary, tasks, facts, referrals, endedRecord }) {
      const { caseId, version } = summary;
      await Promise.all([
        writeNewest(
          collections.tasks,
          tasks.map((task) => taskDocument(task, version))
        ),
        addFacts(collections.caseEvents, caseId, facts),
        writeNewest(collections.referrals, referrals.map(referralDocument)),
        endedRecord && writeNewest(collections.caseRecords, [sealer.document(endedRecord)]),
      ]);
      await writeNewest(collections.cases, [caseDocument(summary)]);
    },
  };
}
