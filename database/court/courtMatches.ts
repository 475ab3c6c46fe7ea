// Written by: the way of court messages in commands/court, and by those who decide.
import type { Connection, Model } from 'mongoose';
import type { CalendarDay, Instant } from '../../domain/time/londonTime';
import type { Sealer } from '../encryption/masterKey';
import { collection, whole } from '../store/collection';
import { isDuplicateKey } from '../store/connection';
import { keyIn, readPage, type Page, type PageRequest } from '../store/pages';

/** A line of a list that is likely of one of our prosecutions, as a person compares them. Sealed: it has names. */
export interface UnmatchedLine {
  readonly court: string;
  readonly on?: CalendarDay | undefined;
  readonly caseNumber?: string | undefined;
  readonly names: readonly string[];
  /** What the line will say of the prosecution that it is found to be of. */
  readonly events: readonly unknown[];
  readonly makesKnown: readonly string[];
}

export type MatchState = 'waiting' | 'thisProsecution' | 'noneOfOurs';

export interface CourtMatch {
  readonly matchId: string;
  readonly force: string;
  readonly messageId: string;
  readonly publishedAt: Instant;
  readonly receivedAt: Instant;
  /** The prosecutions that it may be of, the court's number or a defendant's name being the same. */
  readonly candidates: readonly string[];
  readonly line: UnmatchedLine;
}

interface MatchDocument extends Omit<CourtMatch, 'matchId' | 'line'> {
  readonly _id: string;
  readonly state: MatchState;
  readonly sealed: string;
  readonly urn?: string | undefined;
  readonly decided?: { readonly by: string; readonly at: Instant } | undefined;
  readonly waitsKey?: string | undefined;
}

export interface CourtMatches {
  /** Asks about a line, once for each that is the same on every list. Answers with what was decided before. */
  ask(match: CourtMatch): Promise<{ readonly state: MatchState; readonly urn?: string | undefined }>;
  find(matchId: string): Promise<(CourtMatch & { readonly state: MatchState }) | undefined>;
  /** undefined where somebody has decided already. */
  decide(
    matchId: string,
    decision: { readonly state: Exclude<MatchState, 'waiting'>; readonly urn?: string | undefined },
    decided: { readonly by: string; readonly at: Instant }
  ): Promise<boolean>;
  listWaiting(force: string, page: PageRequest): Promise<Page<CourtMatch>>;
}

export function courtMatches(connection: Connection): Model<MatchDocument> {
  const fields = {
    ...{ force: String, messageId: String, publishedAt: String, receivedAt: String, candidates: [String] },
    ...{ state: String, sealed: String, urn: String, decided: whole, waitsKey: String },
  };
  return collection<MatchDocument>(connection, 'courtMatches', fields, [{ key: { waitsKey: 1 }, sparse: true }]);
}

export function courtMatchesStore(model: Model<MatchDocument>, sealer: Sealer): CourtMatches {
  const shown = ({ _id, sealed, state, urn: _urn, decided: _decided, waitsKey: _key, ...rest }: MatchDocument) => ({
    matchId: _id,
    ...rest,
    state,
    line: sealer.unseal<UnmatchedLine>(_id, sealed),
  });

  return {
    async ask({ matchId, line, ...match }) {
      const waitsKey = keyIn(match.force, `${match.receivedAt}|${matchId}`);
      const document = { ...match, state: 'waiting', sealed: sealer.seal(matchId, line), waitsKey };
      try {
        await model.collection.insertOne({ _id: matchId, ...document } as never);
        return { state: 'waiting' };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      // A newer list says when it is now; its place in the queue stays.
      const { waitsKey: _key, receivedAt: _at, ...newer } = document;
      const filter = { _id: matchId, state: 'waiting', publishedAt: { $lt: match.publishedAt } };
      await model.collection.updateOne(filter as never, { $set: newer } as never);
      const known = await model.findById(matchId, { state: 1, urn: 1 }).lean<MatchDocument>();
      return { state: known?.state ?? 'waiting', urn: known?.urn };
    },
    async find(matchId) {
      const found = await model.findById(matchId).lean<MatchDocument>();
      return found ? shown(found) : undefined;
    },
    async decide(matchId, { state, urn }, decided) {
      const changes = { $set: { state, decided, ...(urn ? { urn } : {}) }, $unset: { waitsKey: '' } };
      const { matchedCount } = await model.updateOne({ _id: matchId, state: 'waiting' }, changes as never);
      return matchedCount > 0;
    },
    async listWaiting(force, request) {
      const stretches = [{ field: 'waitsKey', of: force }];
      const { items, next } = await readPage(model, { stretches, filter: {}, newestFirst: false }, request);
      return { items: items.map(shown), next };
    },
  };
}
