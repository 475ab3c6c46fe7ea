import type { Rung } from '../../domain/code/duty';
import { trusted, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { within, type Page, type PageRequest } from '../store/pages';
import type { RungDocument } from './rungs';
import type { Scope } from '../store/scope';

export interface RungFilter {
  readonly team?: string | undefined;
  readonly rung?: Rung | undefined;
  readonly from?: Instant | undefined;
  readonly before?: Instant | undefined;
}

/** What was due soon, due today and missed, as staff were told of it. */
export interface Rungs {
  /** Newest first. */
  listRungs(filter: RungFilter, scope: Scope, page: PageRequest): Promise<Page<RungDocument>>;
}

export function rungsReader(model: Model<RungDocument>): Rungs {
  return {
    async listRungs({ team, rung, from = '', before = '~' }, scope, { cursor, limit }) {
      const seen = within(scope, { team });
      if (!seen || scope.kind === 'referrals') return { items: [] };
      const [at = '', id = ''] = (cursor ?? '').split('|');
      const earlier =
        cursor === undefined ? {} : { $or: [{ at: trusted({ $lt: at }) }, { at, _id: trusted({ $lt: id }) }] };
      const found = await model
        .find({
          at: trusted({ $gte: from, $lt: before }),
          ...(rung === undefined ? {} : { rung }),
          ...seen,
          ...earlier,
        } as never)
        .sort({ at: -1, _id: -1 })
        .limit(limit + 1)
        .lean<RungDocument[]>();
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, ...(last ? { next: `${last.at}|${last._id}` } : {}) };
    },
  };
}
