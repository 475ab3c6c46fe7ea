// Written by: the workers' activity interceptor alone.
import type { Connection, Model } from 'mongoose';
import { collection } from '../store/collection';

/** An activity that keeps failing. `why` is the failure's type alone: messages may quote what must not be repeated. */
export interface StuckActivity {
  readonly workflowId: string;
  readonly activityType: string;
  readonly attempt: number;
  readonly why: string;
  /** When it was first noted. */
  readonly since: string;
}

type StuckActivityDocument = StuckActivity & { readonly _id: string };

export interface StuckActivities {
  noteStuck(stuck: Omit<StuckActivity, 'since'>): Promise<void>;
  /** After the activity has succeeded, or was given up. */
  clearStuck(activity: Pick<StuckActivity, 'workflowId' | 'activityType'>): Promise<void>;
  /** Longest stuck first. */
  listStuck(limit: number): Promise<StuckActivity[]>;
}

export function stuckActivities(connection: Connection): Model<StuckActivityDocument> {
  const fields = { workflowId: String, activityType: String, attempt: Number, why: String, since: String };
  return collection(connection, 'stuckActivities', fields, [{ key: { since: 1 } }]);
}

export function stuckActivitiesStore(model: Model<StuckActivityDocument>): StuckActivities {
  const idOf = ({ workflowId, activityType }: Pick<StuckActivity, 'workflowId' | 'activityType'>) =>
    `${workflowId}:${activityType}`;
  return {
    async noteStuck(stuck) {
      const since = new Date().toISOString();
      await model.updateOne({ _id: idOf(stuck) }, { $set: stuck, $setOnInsert: { since } }, { upsert: true });
    },
    async clearStuck(activity) {
      await model.deleteOne({ _id: idOf(activity) });
    },
    async listStuck(limit) {
      const found = await model.find().sort({ since: 1 }).limit(limit).lean<StuckActivityDocument[]>();
      return found.map(({ _id, ...stuck }) => stuck);
    },
  };
}
