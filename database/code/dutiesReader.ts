import { trusted, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import type { ProjectedDuty } from '../../domain/projection/projection';
import type { DutyDocument } from './duties';
import { countedWithin, within, type Page, type PageRequest } from '../store/pages';
import type { Scope } from '../store/scope';

/** Duties as the ledger, the lists and the reports read them. How one stands is not stored: it depends on the time. */
export interface Duties {
  /** Every duty that has arisen in a case, in the order in which they arose. */
  dutiesOfCase(caseId: string): Promise<ProjectedDuty[]>;
  /**
   * Calls `take`, to count it, with each duty in scope that counts from `from` on and before `before`; windows are not duties, and are
   * left out. One batch is in memory at a time, however many there are.
   */
  eachDuty(period: Period, scope: Scope, take: (duty: ProjectedDuty) => void): Promise<void>;
  /** Open duties whose due date waits for bank holidays that are not published yet, soonest due first. */
  provisionalDuties(scope: Scope, page: PageRequest): Promise<Page<ProjectedDuty>>;
}

export interface Period {
  readonly from: Instant;
  readonly before: Instant;
  readonly team?: string | undefined;
  /** Only duties of cases that the caller may open. */
  readonly onlyCasesSeen?: boolean;
}

const atOnce = 1_000;

export function dutiesReader(model: Model<DutyDocument>): Duties {
  return {
    async dutiesOfCase(caseId) {
      const found = await model.find({ caseId }, { duty: 1 }).lean<DutyDocument[]>();
      return found.map(({ duty }) => duty).sort((one, other) => one.seq - other.seq || (one.id < other.id ? -1 : 1));
    },
    async eachDuty({ from, before, team, onlyCasesSeen = false }, scope, take) {
      const seen = onlyCasesSeen ? within(scope, { team }) : countedWithin(scope, { team });
      if (!seen || scope.kind === 'referrals') return;
      const filter = { countsAt: { $gte: from, $lt: before }, isWindow: false, ...seen };
      // The driver's own cursor: what mongoose adds costs more than the reading.
      const cursor = model.collection.find<DutyDocument>(filter as never, { projection: { duty: 1 } });
      for await (const { duty } of cursor.batchSize(atOnce)) take(duty);
    },
    async provisionalDuties(scope, { cursor, limit }) {
      const seen = within(scope);
      if (!seen || scope.kind === 'referrals') return { items: [] };
      const [countsAt = '', id = ''] = (cursor ?? '').split('|');
      const later =
        cursor === undefined
          ? {}
          : { $or: [{ countsAt: trusted({ $gt: countsAt }) }, { countsAt, _id: trusted({ $gt: id }) }] };
      const open = { 'duty.provisional': true, 'duty.settled': trusted({ $exists: false }) };
      const found = await model
        .find({ ...open, ...seen, ...later } as never)
        .sort({ countsAt: 1, _id: 1 })
        .limit(limit + 1)
        .lean<DutyDocument[]>();
      const last = found.length > limit ? found[limit - 1] : undefined;
      const items = found.slice(0, limit).map(({ duty }) => duty);
      return { items, ...(last ? { next: `${last.countsAt}|${last._id}` } : {}) };
    },
  };
}
