import type { CourtRecord } from './courtRecord';

/** One person who is prosecuted, under all the ids by which senders call them; the first id stands for them. */
export interface Defendant {
  readonly defendantId: string;
  readonly ids: readonly string[];
}

/** Ids that one sender gives to one defendant alone: two of a kind are two people. */
const exact = /^(cp|master)-/;

/**
 * Who is prosecuted. Ids that were named together are one defendant; but a name that two defendants of the court's own
 * ids bear (father and son) joins nobody: it stands for a defendant whom somebody has to tell apart.
 */
export function defendantsOf({ namedAs }: Pick<CourtRecord, 'namedAs'>): Defendant[] {
  const combinations = namedAs.map((ids) => ids.split(','));
  const exactOf = new Map<string, Set<string>>();
  for (const ids of combinations) {
    const own = ids.find((id) => id.startsWith('cp-'));
    if (own === undefined) continue;
    for (const id of ids) exactOf.set(id, (exactOf.get(id) ?? new Set()).add(own));
  }
  const groups: Set<string>[] = [];
  for (const ids of combinations) {
    const certain = ids.filter((id) => exact.test(id) || (exactOf.get(id)?.size ?? 0) < 2);
    const joining = groups.filter((group) => certain.some((id) => group.has(id)));
    const joined = new Set([...certain, ...joining.flatMap((group) => [...group])]);
    if (joined.size === 0) continue;
    for (const group of joining) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups
    .map((group) => [...group].sort(byExactness))
    .map((ids) => ({ defendantId: ids[0] ?? '', ids }))
    .sort((one, other) => (one.defendantId < other.defendantId ? -1 : 1));
}

/** The defendant whom these ids name; undefined where they name nobody for certain. */
export function defendantNamed(defendants: readonly Defendant[], ids: readonly string[]): Defendant | undefined {
  return defendants.find((defendant) => ids.some((id) => defendant.ids.includes(id)));
}

const kinds = ['cp-', 'master-', 'asn-', 'name-'];

function byExactness(one: string, other: string): number {
  const place = (id: string) => kinds.findIndex((kind) => id.startsWith(kind));
  return place(one) - place(other) || (one < other ? -1 : 1);
}
