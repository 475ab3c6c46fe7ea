// Written by: projections alone.
import type { Connection, Model } from 'mongoose';
import type { ProjectedReferral } from '../../domain/projection/projection';
import { collection, whole } from '../store/collection';
import type { Versioned } from '../store/newestWins';
import { keyIn, readPage, stretchesOf, within, type Page, type PageRequest } from '../store/pages';
import type { Scope } from '../store/scope';
import { scopeFields, scopeIndexes, scopeSchema, type ScopeFields } from '../store/scopeFields';

export interface ReferralDocument extends Versioned, ScopeFields {
  readonly caseId: string;
  readonly supportService: string;
  readonly serviceKey: string;
  readonly state: string;
  readonly referral: ProjectedReferral;
}

export interface ReferralFilter {
  readonly team?: string | undefined;
  readonly supportService?: string | undefined;
  readonly state?: string | undefined;
}

export interface Referrals {
  findReferral(referralId: string): Promise<ProjectedReferral | undefined>;
  /** Newest first by when they were sent. A support service's scope shows its own. */
  listReferrals(filter: ReferralFilter, scope: Scope, page: PageRequest): Promise<Page<ProjectedReferral>>;
  /** In the order in which they were sent. */
  referralsOfCase(caseId: string): Promise<ProjectedReferral[]>;
}

export function referrals(connection: Connection): Model<ReferralDocument> {
  const fields = {
    version: Number,
    caseId: String,
    supportService: String,
    serviceKey: String,
    state: String,
    referral: whole,
  };
  return collection(connection, 'referrals', { ...fields, ...scopeSchema }, [
    ...scopeIndexes,
    { key: { serviceKey: 1 } },
    { key: { caseId: 1 } },
  ]);
}

export function referralDocument(referral: ProjectedReferral): ReferralDocument {
  const { referralId, caseId, caseVersion, supportService, state, sentAt } = referral;
  const place = `${sentAt}|${referralId}`;
  return {
    _id: referralId,
    version: caseVersion,
    caseId,
    supportService,
    serviceKey: keyIn(supportService, place),
    state,
    ...scopeFields(referral, place),
    referral,
  };
}

export function referralsReader(model: Model<ReferralDocument>): Referrals {
  return {
    async findReferral(referralId) {
      return (await model.findById(referralId).lean<ReferralDocument>())?.referral;
    },
    async listReferrals({ team, supportService, state }, scope, request) {
      const seen = within(scope, { team });
      const isOwn =
        scope.kind === 'referrals' && supportService !== undefined && scope.services.includes(supportService);
      if (!seen || scope.kind === 'own' || (scope.kind === 'referrals' && supportService !== undefined && !isOwn))
        return { items: [] };
      const byState = state === undefined ? {} : { state };
      const byService = supportService === undefined ? {} : { supportService };
      const stretches =
        supportService === undefined ? stretchesOf(scope, team) : [{ field: 'serviceKey', of: supportService }];
      const filter = { ...byState, ...seen, ...byService };
      const { items, next } = await readPage(model, { stretches, filter, newestFirst: true }, request);
      return { items: items.map(({ referral }) => referral), next };
    },
    async referralsOfCase(caseId) {
      const found = await model.find({ caseId }).lean<ReferralDocument[]>();
      return found.map(({ referral }) => referral).sort((one, other) => (one.sentAt < other.sentAt ? -1 : 1));
    },
  };
}
