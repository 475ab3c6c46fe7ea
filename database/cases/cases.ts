// Written by: projections alone.
import { trusted, type Connection, type Model } from 'mongoose';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import { collection, whole } from '../store/collection';
import type { Versioned } from '../store/newestWins';
import type { CalendarDay } from '../../domain/time/londonTime';
import type { Persons } from '../people/persons';
import { keyIn, readPage, stretchesOf, within, type Page, type PageRequest } from '../store/pages';
import type { Scope } from '../store/scope';
import { scopeFields, scopeIndexes, scopeSchema, type ScopeFields } from '../store/scopeFields';

export interface CaseDocument extends Versioned, ScopeFields {
  readonly officerKey?: string | undefined;
  /** Only while the case is open: whose it is, then its place in their list. */
  readonly openKey?: string | undefined;
  readonly stage: string;
  readonly tier: string;
  readonly ended: boolean;
  readonly firstContact?: string | undefined;
  /** The days on which the diary shows the case. */
  readonly hearingDays?: readonly string[] | undefined;
  /** The days for which something is arranged. */
  readonly arrangedDays?: readonly string[] | undefined;
  readonly summary: CaseSummary;
}

export interface CaseFilter {
  readonly stage?: string | undefined;
  readonly tier?: string | undefined;
  readonly ended?: boolean | undefined;
  readonly firstContact?: string | undefined;
  readonly force?: string | undefined;
  readonly team?: string | undefined;
}

export type ReadyCase = Pick<CaseSummary, 'caseId' | 'role' | 'urns' | 'trials'>;

export type ArrangedCase = Pick<CaseSummary, 'caseId' | 'investigatingForce' | 'arrangements'>;

/** Cases as lists and pages read them. Every function sees what was acknowledged before it was called. */
export interface Cases {
  findCase(caseId: string): Promise<CaseSummary | undefined>;
  /** Those of the given cases that exist; none twice, in no order. */
  findCases(caseIds: readonly string[]): Promise<CaseSummary[]>;
  /** Newest first by when they were opened. */
  listCases(filter: CaseFilter, scope: Scope, page: PageRequest): Promise<Page<CaseSummary>>;
  /** Cases with a hearing on one of these days, both included. */
  withHearings(
    days: { readonly from: CalendarDay; readonly to: CalendarDay },
    scope: Scope,
    filter: Pick<CaseFilter, 'team'> & { readonly caseIds?: readonly string[] | undefined },
    limit: number
  ): Promise<CaseSummary[]>;
  /** What of cases with a hearing on one of these days says how ready their witnesses are; each from its own document. */
  trialsWithin(
    days: { readonly from: CalendarDay; readonly to: CalendarDay },
    scope: Scope,
    filter: { readonly hearingId?: string | undefined; readonly court?: string | undefined },
    limit: number
  ): Promise<ReadyCase[]>;
  /** What was arranged for these days; of cases in scope alone, and nothing else of them. */
  arrangementsOn(
    days: { readonly from: CalendarDay; readonly to: CalendarDay },
    scope: Scope,
    filter: { readonly force?: string | undefined },
    limit: number
  ): Promise<ArrangedCase[]>;
  /** Every case of these persons that has started, up to `limit`. */
  casesOfPersons(personIds: readonly string[], limit: number): Promise<CaseSummary[]>;
}

export function cases(connection: Connection): Model<CaseDocument> {
  const fields = {
    version: Number,
    stage: String,
    tier: String,
    ended: Boolean,
    firstContact: String,
    officerKey: String,
    openKey: String,
    hearingDays: { type: [String], default: undefined },
    arrangedDays: { type: [String], default: undefined },
    summary: whole,
  };
  return collection(connection, 'cases', { ...fields, ...scopeSchema }, [
    ...scopeIndexes,
    { key: { officerKey: 1 }, sparse: true },
    { key: { openKey: 1 }, sparse: true },
    { key: { hearingDays: 1 }, sparse: true },
    { key: { arrangedDays: 1 }, sparse: true },
  ]);
}

export function caseDocument(summary: CaseSummary): CaseDocument {
  const { caseId, version, stage, tier, ended, firstContact, openedAt, officerInCase } = summary;
  const place = `${openedAt}|${caseId}`;
  const officerKey = officerInCase === undefined ? undefined : keyIn(officerInCase, place);
  const openKey = ended ? undefined : keyIn(summary.owningTeam, place);
  const keys = { ...scopeFields(summary, place), officerKey, openKey };
  const days = [...new Set(summary.hearings.map(({ on }) => on))];
  const hearingDays = days.length === 0 ? {} : { hearingDays: days };
  const arranged = [...new Set(summary.arrangements?.map(({ on }) => on))];
  const arrangedDays = arranged.length === 0 ? {} : { arrangedDays: arranged };
  return { _id: caseId, version, stage, tier, ended, firstContact, ...keys, ...hearingDays, ...arrangedDays, summary };
}

export function casesReader(model: Model<CaseDocument>, persons: Pick<Persons, 'caseIdsOf'>): Cases {
  const summaries = (documents: readonly CaseDocument[]) => documents.map(({ summary }) => summary);
  async function findCases(caseIds: readonly string[]): Promise<CaseSummary[]> {
    if (caseIds.length === 0) return [];
    return summaries(await model.find({ _id: trusted({ $in: caseIds }) }).lean<CaseDocument[]>());
  }

  return {
    async findCase(caseId) {
      return (await model.findById(caseId, { summary: 1 }).lean<CaseDocument>())?.summary;
    },
    findCases,
    async listCases({ force, team, ...given }, scope, request) {
      const seen = within(scope, { force, team });
      if (!seen || scope.kind === 'referrals') return { items: [] };
      const equal = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const reading = { stretches: stretchesOf(scope, team), filter: { ...equal, ...seen }, newestFirst: true };
      const { items, next } = await readPage(model, reading, request);
      return { items: summaries(items), next };
    },
    async withHearings({ from, to }, scope, { team, caseIds }, limit) {
      const seen = within(scope, { team });
      if (!seen || scope.kind === 'referrals') return [];
      const named = caseIds === undefined ? {} : { _id: trusted({ $in: caseIds }) };
      const hearingDays = trusted({ $elemMatch: { $gte: from, $lte: to } });
      return summaries(
        await model
          .find({ ...seen, ...named, hearingDays })
          .limit(limit)
          .lean<CaseDocument[]>()
      );
    },
    async trialsWithin({ from, to }, scope, { hearingId, court }, limit) {
      const seen = within(scope, {});
      if (!seen || scope.kind === 'referrals') return [];
      const hearingDays = trusted({ $elemMatch: { $gte: from, $lte: to } });
      const named = { ...(hearingId === undefined ? {} : { hearingId }), ...(court === undefined ? {} : { court }) };
      const isNeeded = {
        'summary.trials': trusted(Object.keys(named).length > 0 ? { $elemMatch: named } : { $exists: true }),
      };
      const fields = { 'summary.caseId': 1, 'summary.role': 1, 'summary.urns': 1, 'summary.trials': 1 };
      const found = model.find({ ...seen, hearingDays, ...isNeeded }, fields).limit(limit);
      return (await found.lean<{ summary: ReadyCase }[]>()).map(({ summary }) => summary);
    },
    async arrangementsOn({ from, to }, scope, filter, limit) {
      const seen = within(scope, filter);
      if (!seen || scope.kind === 'referrals') return [];
      const days = trusted({ $elemMatch: { $gte: from, $lte: to } });
      const fields = { 'summary.caseId': 1, 'summary.investigatingForce': 1, 'summary.arrangements': 1 };
      const found = model.find({ ...seen, arrangedDays: days }, fields).limit(limit);
      return (await found.lean<{ summary: ArrangedCase }[]>()).map(({ summary }) => summary);
    },
    async casesOfPersons(personIds, limit) {
      return findCases((await persons.caseIdsOf(personIds)).slice(0, limit));
    },
  };
}
