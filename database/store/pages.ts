import { trusted, type Model } from 'mongoose';
import type { Scope } from './scope';

/** One page of a list. `next` is the key of the last item where more follow: the cursor for the next page. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
}

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A part of a list that one index holds in order: the documents whose `field` says `of`, then the key they sort by. */
export interface Stretch {
  readonly field: string;
  readonly of: string;
}

/** A field that an index sorts by: whose list it is, then the document's place in it. */
export function keyIn(of: string, place: string): string {
  return `${encodeURIComponent(of)}|${place}`;
}

interface Reading {
  readonly stretches: readonly Stretch[];
  /** What else must hold of the documents. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly newestFirst: boolean;
  /** Places from here on, and before there. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
}

/**
 * Reads the next page of a list that lies in one or several stretches. Each is read along its index from the cursor on,
 * so that the page costs what it shows and not what the list holds; then they are merged.
 */
export async function readPage<Document extends { readonly _id: string }>(
  model: Model<Document>,
  { stretches, filter, newestFirst, from = '', before = '~' }: Reading,
  { cursor, limit }: PageRequest
): Promise<Page<Document>> {
  const read = stretches.map(async ({ field, of }) => {
    const least =
      newestFirst || cursor === undefined || cursor < from ? { $gte: keyIn(of, from) } : { $gt: keyIn(of, cursor) };
    const most = { $lt: keyIn(of, newestFirst && cursor !== undefined && cursor < before ? cursor : before) };
    const range = { [field]: trusted({ ...least, ...most }) };
    const query = model.find({ ...range, ...filter } as never);
    const found = await query
      .sort({ [field]: newestFirst ? -1 : 1 })
      .limit(limit + 1)
      .lean<Document[]>();
    const start = keyIn(of, '').length;
    return found.map((document) => ({ document, place: String(document[field as keyof Document]).slice(start) }));
  });
  const places = new Map<string, { document: Document; place: string }>();
  for (const each of (await Promise.all(read)).flat()) places.set(each.document._id, each);
  const inOrder = [...places.values()].sort((one, other) => (one.place < other.place === newestFirst ? 1 : -1));
  const shown = inOrder.slice(0, limit);
  const last = inOrder.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(({ document }) => document), ...(last ? { next: last.place } : {}) };
}

/** The stretches in which a scope's documents lie. An officer's own are kept of cases alone. */
export function stretchesOf(scope: Scope, team: string | undefined): Stretch[] {
  switch (scope.kind) {
    case 'force':
      if (team !== undefined) return [{ field: 'teamKey', of: team }];
      return ['forceKey', 'homeForceKey', 'offeredKey'].map((field) => ({ field, of: scope.force }));
    case 'forces':
      return scope.forces.flatMap((of) => ['forceKey', 'homeForceKey'].map((field) => ({ field, of })));
    case 'teams':
      return [...new Set(scope.teams)]
        .filter((own) => team === undefined || own === team)
        .map((of) => ({ field: 'teamKey', of }));
    case 'own':
      return [{ field: 'officerKey', of: scope.officer }];
    case 'asked':
      return scope.roles.map((role) => ({ field: 'addressKey', of: addressOfRole(role, scope.force) }));
    case 'referrals':
      return scope.services.map((of) => ({ field: 'serviceKey', of }));
  }
}

export interface Narrowing {
  readonly team?: string | undefined;
  readonly force?: string | undefined;
}

/** The list of the tasks that are for a role in a force, and of those that are for an officer of their own cases. */
export function addressOfRole(role: string, force: string): string {
  return `${role} ${force}`;
}

/** What is kept from the caller: cases they are barred from, and restricted ones that do not name them. */
function keptFrom({ kind, caller }: Scope): Record<string, unknown> {
  const barred = caller === undefined ? {} : { barred: trusted({ $ne: caller }) };
  if (kind === 'asked') return barred;
  return { ...barred, visibleTo: trusted({ $in: caller === undefined ? [null] : [null, caller] }) };
}

/**
 * What is counted for whoever answers for a force: restricted cases too, so that the figures of the law are whole. What
 * is kept from the caller is never shown by it, but for its part in a number (docs/decisions/0012).
 */
export function countedWithin(scope: Scope, narrowing: Narrowing = {}): Record<string, unknown> | undefined {
  const seen = within(scope, narrowing);
  if (scope.kind !== 'force' || !seen) return seen;
  const { barred: _barred, visibleTo: _visibleTo, ...counted } = seen;
  return counted;
}

/** What a scope demands of a document, whichever stretch it was found in; undefined where nothing can meet it. */
export function within(scope: Scope, { team, force }: Narrowing = {}): Record<string, unknown> | undefined {
  const ownForce = scope.kind === 'force' || scope.kind === 'teams' || scope.kind === 'asked' ? [scope.force] : [];
  const forces = [...new Set([...ownForce, ...(force === undefined ? [] : [force])])];
  const byForce = forces.length === 0 ? {} : { forces: trusted({ $all: forces }) };
  const byTeam = team === undefined ? {} : { owningTeam: team };
  const kept = keptFrom(scope);
  switch (scope.kind) {
    case 'force':
      return { ...byForce, ...byTeam, ...kept };
    case 'teams':
      if (team !== undefined && !scope.teams.includes(team)) return undefined;
      return { ...byForce, owningTeam: team ?? trusted({ $in: scope.teams }), ...kept };
    case 'forces':
      return { $and: [{ forces: trusted({ $in: scope.forces }) }, byForce], ...byTeam, ...kept };
    case 'own':
      return { ...byForce, ...byTeam, officerInCase: scope.officer, ...kept };
    case 'asked':
      return { ...byForce, ...byTeam, role: trusted({ $in: scope.roles }), ...kept };
    case 'referrals':
      return { ...byForce, ...byTeam, supportService: trusted({ $in: scope.services }) };
  }
}
