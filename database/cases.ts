// Written by: projections alone.
import { trusted, type Connection, type Model } from 'mongoose';
import type { CaseSummary } from '../domain/projection';
import { collection, whole } from './collection';
import type { Versioned } from './newestWins';
import { readPage, stretchesOf, within, type Page, type PageRequest } from './pages';
import type { Scope } from './scope';
import { scopeFields, scopeIndexes, scopeSchema, type ScopeFields } from './scopeFields';

export interface CaseDocument extends Versioned, ScopeFields {
  readonly stage: string;
  readonly tier: string;
  readonly ended: boolean;
  readonly personId: string;
  readonly summary: CaseSummary;
}

export interface CaseFilter {
  readonly stage?: string | undefined;
  readonly tier?: string | undefined;
  readonly ended?: boolean | undefined;
  readonly force?: string | undefined;
  readonly team?: string | undefined;
}

/** Cases as lists and pages read them. Every function sees what was acknowledged before it was called. */
export interface Cases {
  findCase(caseId: string): Promise<CaseSummary | undefined>;
  /** Those of the given cases that exist; none twice, in no order. */
  findCases(caseIds: readonly string[]): Promise<CaseSummary[]>;
  /** Newest first by when they were opened. */
  listCases(filter: CaseFilter, scope: Scope, page: PageRequest): Promise<Page<CaseSummary>>;
  casesOfPersons(personIds: readonly string[], limit: number): Promise<CaseSummary[]>;
}

export function cases(connection: Connection): Model<CaseDocument> {
  const fields = { version: Number, stage: String, tier: String, ended: Boolean, personId: String, summary: whole };
  return collection(connection, 'cases', { ...fields, ...scopeSchema }, [
    ...scopeIndexes,
    { key: { stage: 1, teamKey: 1 }, sparse: true },
    { key: { personId: 1 } },
  ]);
}

export function caseDocument(summary: CaseSummary): CaseDocument {
  const { caseId, version, stage, tier, ended, personId, openedAt } = summary;
  const scopes = scopeFields(summary, `${openedAt}|${caseId}`);
  return { _id: caseId, version, stage, tier, ended, personId, ...scopes, summary };
}

export function casesReader(model: Model<CaseDocument>): Cases {
  const summaries = (documents: readonly CaseDocument[]) => documents.map(({ summary }) => summary);
  return {
    async findCase(caseId) {
      return (await model.findById(caseId, { summary: 1 }).lean<CaseDocument>())?.summary;
    },
    async findCases(caseIds) {
      if (caseIds.length === 0) return [];
      return summaries(await model.find({ _id: trusted({ $in: caseIds }) }).lean<CaseDocument[]>());
    },
    async listCases({ force, team, ...given }, scope, request) {
      const seen = within(scope, { force, team });
      if (!seen || scope.kind === 'referrals') return { items: [] };
      const equal = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const reading = { stretches: stretchesOf(scope, team), filter: { ...equal, ...seen }, newestFirst: true };
      const { items, next } = await readPage(model, reading, request);
      return { items: summaries(items), next };
    },
    async casesOfPersons(personIds, limit) {
      if (personIds.length === 0) return [];
      const query = model.find({ personId: trusted({ $in: personIds }) });
      return summaries(await query.limit(limit).lean<CaseDocument[]>());
    },
  };
}
