import { addCalendarDays, type CalendarDay } from '../time/londonTime';
import { editionFiles } from './editionFiles';
import { schemes, type Edition, type Obligation, type Scheme } from './obligation';

type PublishedEdition = Edition & { readonly inForceFrom: CalendarDay };

const firstDay = ({ inForceFrom }: Edition): string => inForceFrom ?? '9999-12-31';

/** Every edition, scheme by scheme, the oldest first and drafts last. */
export const editions: readonly Edition[] = [...editionFiles].sort(
  (one, other) =>
    schemes.indexOf(one.scheme) - schemes.indexOf(other.scheme) || firstDay(one).localeCompare(firstDay(other))
);

const isPublished = (edition: Edition): edition is PublishedEdition =>
  edition.status !== 'draft' && edition.inForceFrom !== undefined;

const latestFirst = new Map<Scheme, readonly PublishedEdition[]>(
  schemes.map((scheme) => [
    scheme,
    editions
      .filter((edition) => edition.scheme === scheme)
      .filter(isPublished)
      .reverse(),
  ])
);
const editionsById = new Map(editions.map((edition) => [edition.id, edition]));
const obligationsById = new Map(
  editions.flatMap((edition) =>
    edition.obligations.map((obligation) => [obligation.id, { obligation, edition }] as const)
  )
);

/** Throws for an id that no edition has, a draft included. */
export function editionById(id: string): Edition {
  const edition = editionsById.get(id);
  if (!edition) throw new Error(`There is no edition ${id}.`);
  return edition;
}

/** Throws for an id that no edition has. */
export function obligationById(id: string): Obligation {
  return placeOf(id).obligation;
}

/** The one edition that has this obligation: an id is used once across all editions. */
export function editionOf(obligationId: string): Edition {
  return placeOf(obligationId).edition;
}

/** The editions of a scheme that are or were in force, the oldest first; drafts are not among them. */
export function publishedEditions(scheme: Scheme): readonly Edition[] {
  return [...(latestFirst.get(scheme) ?? [])].reverse();
}

/**
 * The edition of a scheme that counts on a day, for what is recorded on another: an edition that was added here only
 * later is passed over, so that the one before it goes on. None before a scheme began or after it ended; never a draft.
 */
export function editionInForce(scheme: Scheme, on: CalendarDay, recordedOn: CalendarDay): Edition | undefined {
  for (const edition of latestFirst.get(scheme) ?? []) {
    if (edition.inForceFrom > on || (edition.adoptedOn !== undefined && edition.adoptedOn > recordedOn)) continue;
    return edition.inForceUntil !== undefined && edition.inForceUntil < on ? undefined : edition;
  }
  return undefined;
}

/** The last day of an edition: the eve of the next of its scheme, or its own; undefined while it is open or a draft. */
export function lastDayOf({ id, scheme, inForceUntil }: Edition): CalendarDay | undefined {
  const following = publishedEditions(scheme);
  const place = following.findIndex((edition) => edition.id === id);
  const next = place < 0 ? undefined : following[place + 1]?.inForceFrom;
  return next === undefined ? inForceUntil : addCalendarDays(next, -1);
}

function placeOf(obligationId: string): { obligation: Obligation; edition: Edition } {
  const place = obligationsById.get(obligationId);
  if (!place) throw new Error(`There is no obligation ${obligationId}.`);
  return place;
}
