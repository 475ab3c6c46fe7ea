import type { Reference } from '../../database/court/courtReferences';
import type { DefendantIds } from '../../domain/court/courtEvent';
import type { AboutProsecution, Said } from '../../gateways/courts/reading';

/** What a message says about a prosecution that it is certainly about. */
export interface Placed {
  readonly urn: string;
  readonly about: AboutProsecution;
  readonly events: readonly Said[];
}

/** Everything by which a message names prosecutions other than by their number. */
export function referencesIn(prosecutions: readonly AboutProsecution[]): string[] {
  const all = prosecutions.flatMap(({ urn, references = [], defendantOf }) => [
    ...(urn === undefined ? references : []),
    ...(defendantOf === undefined ? [] : [defendantOf]),
  ]);
  return [...new Set(all)];
}

/**
 * Where a message belongs: by the number that it gives, else by its references. Empty where none of them is known yet, or
 * where the defendant is not.
 */
export function placesOf(about: AboutProsecution, known: ReadonlyMap<string, Reference>): Placed[] {
  const { urn, references = [], defendantOf, events } = about;
  const urns = urn === undefined ? firstKnown(references, known) : [urn];
  const defendants = defendantOf === undefined ? undefined : (known.get(defendantOf)?.defendants ?? []);
  const said = defendants === undefined ? events : defendants.flatMap((each) => events.map((event) => of(event, each)));
  if (defendants?.length === 0) return [];
  return urns.map((each) => ({ urn: each, about, events: said }));
}

/** The first reference that is known tells: those that say more stand before those that say less. */
function firstKnown(references: readonly string[], known: ReadonlyMap<string, Reference>): readonly string[] {
  for (const reference of references) {
    const found = known.get(reference);
    if (found && found.urns.length > 0) return found.urns;
  }
  return [];
}

function of(event: Said, defendant: DefendantIds): Said {
  return { ...event, data: { ...event.data, defendant } } as Said;
}
