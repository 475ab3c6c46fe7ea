import type { FactData, NewFact } from '../fact';
import type { CalendarDay, Instant } from '../time/londonTime';
import type { CourtEvent, DefendantIds } from './courtEvent';
import { happenedOn } from './register';

/** One thing that a case should know of its prosecution, as it stands now. Under one heading only the newest counts. */
export interface News {
  readonly heading: string;
  readonly kind: NewFact['kind'];
  readonly data: FactData[NewFact['kind']];
  readonly suspects: readonly string[];
  readonly happenedAt: Instant;
  readonly receivedAt: Instant;
  /** The day that it is about. */
  readonly on?: CalendarDay | undefined;
  /** Other days under which a case may have heard the same. */
  readonly alsoOn?: readonly CalendarDay[] | undefined;
  /** It has been: its date is no news any more to whom it was not told before. */
  readonly isOver?: true | undefined;
  readonly wordsIn?: WordsIn | undefined;
}

/** The stored message in which a court says more than a fact can hold, and of whom. */
export interface WordsIn {
  readonly messageId: string;
  readonly defendant: DefendantIds;
  /** Of the words themselves, under a key: others are told of. Empty where it gave none. */
  readonly hash?: string | undefined;
}

/** News as it stands for every case, and of whom it is; of nobody means of all. */
export interface NewsOfAll extends Omit<News, 'suspects'> {
  readonly of: readonly string[];
  /** A decision about one defendant, who is named even where the case calls them nothing. */
  readonly isOfOne?: true | undefined;
}

/** News as the event that settles it says: from the day that it is about, where it is about one. */
export function toldBy(
  { issuedAt, receivedAt }: CourtEvent,
  news: Pick<NewsOfAll, 'heading' | 'kind' | 'data' | 'of' | 'isOfOne'>,
  on?: CalendarDay
): NewsOfAll {
  const happenedAt = on === undefined ? issuedAt : happenedOn(on, issuedAt);
  return { ...news, happenedAt, receivedAt, ...(on === undefined ? {} : { on }) };
}

/** Only the fields that are known. */
export function some<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
