import type { FactData, NewFact } from '../fact';
import { londonDay, type CalendarDay, type Instant } from '../time/londonTime';
import { mayBeSameCourt } from './listLines';
import { newsFor, type News } from './courtNews';
import type { CourtRecord, Told } from './courtRecord';
import { defendantNamed, defendantsOf, type Defendant } from './defendants';

/** One fact to be told to one case. Its heading and count make the id of the command: told twice, it is known. */
export interface Telling {
  readonly caseId: string;
  readonly heading: string;
  readonly times: number;
  /** The earlier telling under this heading that it takes the place of. */
  readonly corrects?: number | undefined;
  /** The day that it is about, where it is about one. */
  readonly on?: CalendarDay | undefined;
  readonly fact: NewFact;
}

/** What linked cases have not heard yet, for each case in the order in which it happened. */
export function tellingsOwed(record: CourtRecord, now: Instant): Telling[] {
  return Object.values(record.linked)
    .filter(({ ended }) => !ended)
    .flatMap((linked) => {
      const heard = record.told[linked.caseId] ?? {};
      const found = newsFor(record, linked).map((each) => asHeard(each, heard));
      return [...found, ...nowhereAnyMore(found, heard, now)].flatMap((each) => tellingOf(each, linked.caseId, now));
    });
}

interface Found {
  readonly news: News;
  readonly told: Told | undefined;
}

function tellingOf({ news, told }: Found, caseId: string, now: Instant): Telling[] {
  const said = fresh(news, told);
  if (!said) return [];
  const corrects = told && told.kind === said.kind && said.on !== undefined && told.on === said.on;
  return [
    {
      caseId,
      heading: news.heading,
      times: (told?.times ?? 0) + 1,
      ...(corrects && !told.refused ? { corrects: told.times } : {}),
      ...(said.on === undefined ? {} : { on: said.on }),
      fact: factOf(said, now),
    },
  ];
}

/**
 * Hearings that a case was told of and that are in no word any more: a list that was printed before the court said
 * otherwise, or a hearing that is of other defendants now. Nobody is to come to them.
 */
function nowhereAnyMore(found: readonly Found[], heard: Readonly<Record<string, Told>>, now: Instant): Found[] {
  const known = new Set(found.map(({ news: { heading } }) => heading));
  return Object.entries(heard).flatMap(([heading, told]): Found[] => {
    const { kind, suspects } = told;
    if ((kind !== 'hearingListed' && kind !== 'hearingMoved') || known.has(heading)) return [];
    const data = { hearingId: heading.slice(heading.indexOf('|') + 1) };
    return [{ news: { heading, kind: 'hearingVacated', data, suspects, happenedAt: now, receivedAt: now }, told }];
  });
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
function asHeard(news: News, heard: Readonly<Record<string, Told>>): Found {
  const [known] = Object.entries(heard).find(([, { standsFor }]) => standsFor === news.heading) ?? [];
  let heading = known ?? news.heading;
  while (known === undefined && heard[heading]?.standsFor !== undefined) heading += '-again';
  const told = heard[heading];
  if (heading === news.heading || !('hearingId' in news.data)) return { news: { ...news, heading }, told };
  const hearingId = heading.slice(heading.indexOf('|') + 1);
  return { news: { ...news, heading, data: { ...news.data, hearingId } as News['data'] }, told };
}

/** What there is to say, given what was said: a hearing that a case knows has moved, one that it does not is listed. */
function fresh(news: News, told: Told | undefined): News | undefined {
  if (news.kind === 'hearingVacated' && (told === undefined || told.kind === 'hearingVacated')) return undefined;
  if (news.isOver && !isAwaited(told, news)) return undefined;
  // The court writes another day beside the same plea when it hears it again: it is the same plea.
  const isSamePlea = news.kind === 'pleaEntered' && told !== undefined && same(news.data, told.said);
  if (isSamePlea && same(news.suspects, told.suspects)) return undefined;
  if (news.kind === 'hearingListed' && told !== undefined) {
    const { hearing, ...moved } = news.data as FactData['hearingListed'];
    if (told.kind === 'hearingVacated') return { ...news, kind: 'hearingMoved', data: moved };
    const known = told.said as Partial<FactData['hearingListed']>;
    const otherKind = 'hearing' in known && known.hearing !== hearing;
    if (otherKind) return news;
    const { hearing: _kind, ...asTold } = known;
    // A name in place of an id is no news.
    const isHere = moved.court !== undefined && asTold.court !== undefined && mayBeSameCourt(moved.court, asTold.court);
    return same(moved, isHere ? { ...asTold, court: moved.court } : asTold)
      ? undefined
      : { ...news, kind: 'hearingMoved', data: moved };
  }
  if (told && same(news.data, told.said) && same(news.suspects, told.suspects) && news.on === told.on) return undefined;
  return news;
}

/** Whether a case still waits for a hearing that has been: it was brought forward, and nobody told. */
function isAwaited(told: Told | undefined, { receivedAt }: News): boolean {
  if (!told || !('on' in told.said)) return false;
  return String(told.said.on) > londonDay(receivedAt);
}

function factOf({ kind, data, suspects, happenedAt, receivedAt }: News, now: Instant): NewFact {
  const at = happenedAt > now ? now : happenedAt;
  const heard = receivedAt < at ? at : receivedAt;
  return {
    ...({ kind, data } as NewFact),
    source: 'court',
    happenedAt: at,
    receivedAt: heard,
    ...(suspects.length > 0 ? { suspects } : {}),
  } as NewFact;
}

/** The record once a case has been told, or has refused to hear. */
export function toldTo(record: CourtRecord, telling: Telling, refused?: string): CourtRecord {
  const { caseId, heading, times, fact, on } = telling;
  const standsFor = record.told[caseId]?.[heading]?.standsFor;
  const entry: Told = {
    ...(standsFor === undefined ? {} : { standsFor }),
    times,
    kind: fact.kind,
    said: fact.data,
    suspects: fact.suspects ?? [],
    ...(on === undefined ? {} : { on }),
    ...(refused === undefined ? {} : { refused }),
  };
  const told = { ...record.told, [caseId]: { ...record.told[caseId], [heading]: entry } };
  return { ...record, told, version: record.version + 1 };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
