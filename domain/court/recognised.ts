import type { CalendarDay } from '../time/londonTime';
import { newsFor } from './courtNews';
import type { CourtRecord, Told } from './courtRecord';
import { defendantNamed, defendantsOf, type Defendant } from './defendants';
import type { News } from './news';

/** News, and what its case was told under that heading before. */
export interface Found {
  readonly news: News;
  readonly told: Told | undefined;
}

/**
 * A case knows a thing by the heading under which it first heard of it. A hearing that was known from a list, and has got
 * an id of the court's own since, is the same if it is on the same day; and a defendant who was known by name, and has
 * got an id since, is the same person.
 */
export function recognised(record: CourtRecord): CourtRecord {
  const defendants = defendantsOf(record);
  let told = record.told;
  for (const linked of Object.values(record.linked)) {
    const heard = told[linked.caseId];
    if (!heard) continue;
    const news = newsFor(record, linked);
    const headings = new Set(news.map((each) => asHeard(each, heard).news.heading));
    const taken = new Set(Object.values(heard).map(({ standsFor }) => standsFor));
    for (const [heading, entry] of Object.entries(heard)) {
      if (headings.has(heading) || entry.standsFor !== undefined) continue;
      const open = news.filter((each) => !(each.heading in heard) && !taken.has(each.heading));
      const same =
        open.find((each) => isSameThing(heading, entry, each, defendants)) ??
        open.find((each) => isTheTrial(heading, entry, each));
      if (!same) continue;
      taken.add(same.heading);
      told = { ...told, [linked.caseId]: { ...told[linked.caseId], [heading]: { ...entry, standsFor: same.heading } } };
    }
  }
  return told === record.told ? record : { ...record, told, version: record.version + 1 };
}

function isSameThing(heading: string, entry: Told, news: News, defendants: readonly Defendant[]): boolean {
  if (heading.startsWith('hearing|listed-')) {
    return 'on' in entry.said && 'on' in news.data && isOnDayOf(news.data.on as CalendarDay, entry.said);
  }
  const [kind, id = '', ...rest] = heading.split('|');
  const own = defendantNamed(defendants, [id])?.defendantId;
  return own !== undefined && [kind, own, ...rest].join('|') === news.heading;
}

/** A prosecution has one trial: a list that was printed before the court said otherwise spoke of that one. */
function isTheTrial(heading: string, { said }: Told, news: News): boolean {
  if (!heading.startsWith('hearing|listed-') || news.kind !== 'hearingListed') return false;
  return 'hearing' in said && said.hearing === 'trial' && (news.data as { hearing?: unknown }).hearing === 'trial';
}

/** A day in the week for which a case was warned is the day of that hearing. */
function isOnDayOf(
  on: CalendarDay,
  said: { readonly on?: unknown; readonly untilOn?: unknown; readonly certainty?: unknown }
): boolean {
  if (said.certainty !== 'warnedWeek') return said.on === on;
  return String(said.on) <= on && on <= String(said.untilOn ?? said.on);
}

/** The news under the heading by which the case knows it. An old line of a list that stands again is another hearing. */
export function asHeard(news: News, heard: Readonly<Record<string, Told>>): Found {
  const known = standingFor(heard).get(news.heading);
  let heading = known ?? news.heading;
  while (known === undefined && heard[heading]?.standsFor !== undefined) heading += '-again';
  const told = heard[heading];
  if (heading === news.heading || !('hearingId' in news.data)) return { news: { ...news, heading }, told };
  const hearingId = heading.slice(heading.indexOf('|') + 1);
  return { news: { ...news, heading, data: { ...news.data, hearingId } as News['data'] }, told };
}

const placesTaken = new WeakMap<Readonly<Record<string, Told>>, ReadonlyMap<string, string>>();

/** Of what a case has heard: the heading that it knows for each that has taken the place of one. */
function standingFor(heard: Readonly<Record<string, Told>>): ReadonlyMap<string, string> {
  const known = placesTaken.get(heard);
  if (known) return known;
  const taken = new Map<string, string>();
  for (const [heading, { standsFor }] of Object.entries(heard)) {
    if (standsFor !== undefined && !taken.has(standsFor)) taken.set(standsFor, heading);
  }
  placesTaken.set(heard, taken);
  return taken;
}
