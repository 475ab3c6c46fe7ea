import type { FactData, NewFact } from '../fact';
import { londonDay, type CalendarDay, type Instant } from '../time/londonTime';
import { newsFor } from './courtNews';
import type { CourtRecord, Told } from './courtRecord';
import { mayBeSameCourt } from './listLines';
import type { News, WordsIn } from './news';
import { asHeard, type Found } from './recognised';

/** One fact to be told to one case. Its heading and count make the id of the command: told twice, it is known. */
export interface Telling {
  readonly caseId: string;
  readonly heading: string;
  readonly times: number;
  /** The earlier telling under this heading that it takes the place of. */
  readonly corrects?: number | undefined;
  /** The day that it is about, where it is about one. */
  readonly on?: CalendarDay | undefined;
  /** Where the activity that tells it finds words for a note. */
  readonly wordsIn?: WordsIn | undefined;
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

/** Days that are off before all else: nobody travels in vain because a hundred cases are told of pleas first. */
export function datesOffFirst(owed: readonly Telling[]): Telling[] {
  const isOff = ({ fact }: Telling) => fact.kind === 'hearingVacated' || fact.kind === 'hearingMoved';
  return [...owed.filter(isOff), ...owed.filter((telling) => !isOff(telling))];
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
      ...(said.wordsIn === undefined ? {} : { wordsIn: said.wordsIn }),
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

/** What there is to say, given what was said: a hearing that a case knows has moved, one that it does not is listed. */
function fresh(news: News, told: Told | undefined): News | undefined {
  if (news.kind === 'hearingVacated' && (told === undefined || told.kind === 'hearingVacated')) return undefined;
  if (news.isOver && !isAwaited(told, news)) return undefined;
  if (takesBackConviction(news.data) && (!told || !('verdict' in told.said) || told.said.verdict === 'notGuilty')) {
    return undefined;
  }
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
  const isSame = told?.kind === news.kind && same(news.data, told.said) && same(news.suspects, told.suspects);
  const isSameDay = news.on === told?.on || (told?.on !== undefined && news.alsoOn?.includes(told.on));
  return isSame && isSameDay && !hasOtherWords(news, told) ? undefined : news;
}

/** A decision in other words than the case was told. Another message about it that gives none says nothing new. */
function hasOtherWords({ wordsIn }: News, told: Told): boolean {
  return Boolean(wordsIn?.hash) && told.wordsHash !== undefined && wordsIn?.hash !== told.wordsHash;
}

/** It is no news to a case that has heard of no conviction. */
function takesBackConviction(data: News['data']): boolean {
  return 'verdict' in data && data.verdict === 'setAside';
}

/** Whether a case still waits for a hearing that has been: it was brought forward, and nobody told. */
function isAwaited(told: Told | undefined, { receivedAt }: News): boolean {
  if (!told || !('on' in told.said)) return false;
  return String(told.said.on) > londonDay(receivedAt);
}

function factOf({ kind, data, suspects, happenedAt, receivedAt, wordsIn }: News, now: Instant): NewFact {
  const at = happenedAt > now ? now : happenedAt;
  const heard = receivedAt < at ? at : receivedAt;
  return {
    ...({ kind, data } as NewFact),
    source: 'court',
    happenedAt: at,
    receivedAt: heard,
    ...(suspects.length > 0 ? { suspects } : {}),
    ...(wordsIn?.hash ? { wordsHash: wordsIn.hash } : {}),
  } as NewFact;
}

/** The record once a case has been told, or has refused to hear. */
export function toldTo(record: CourtRecord, telling: Telling, refused?: string): CourtRecord {
  const { caseId, heading, times, fact, on, wordsIn } = telling;
  const standsFor = record.told[caseId]?.[heading]?.standsFor;
  const entry: Told = {
    ...(standsFor === undefined ? {} : { standsFor }),
    times,
    kind: fact.kind,
    said: fact.data,
    suspects: fact.suspects ?? [],
    ...(on === undefined ? {} : { on }),
    ...(wordsIn?.hash === undefined ? {} : { wordsHash: wordsIn.hash }),
    ...(refused === undefined ? {} : { refused }),
  };
  const told = { ...record.told, [caseId]: { ...record.told[caseId], [heading]: entry } };
  return { ...record, told, version: record.version + 1 };
}

function same(one: object, other: object): boolean {
  return one === other || textOf(one) === textOf(other);
}

const texts = new WeakMap<object, string>();

/** The same for the same fields in another order. */
function textOf(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const sorted = Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  const text = JSON.stringify(sorted);
  texts.set(value, text);
  return text;
}
