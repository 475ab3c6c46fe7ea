import type { CourtEvent, CourtEventKind, CourtSource, DefendantIds } from '../../domain/court/courtEvent';
import type { CalendarDay, Instant } from '../../domain/time/londonTime';

/** What a message comes with beside its body. */
export interface CourtEnvelope {
  /** What kind of message the sender says it is; found out where it does not. */
  readonly kind?: string | undefined;
  /** The court that a list is of, where the list does not name it. */
  readonly courtId?: string | undefined;
  /** The day that a list is of, where the list does not say. */
  readonly contentOn?: CalendarDay | undefined;
  /** The prosecution that was asked about, where the answer does not name it. */
  readonly urn?: string | undefined;
  /** When it was said, where the message does not say. */
  readonly occurredAt: Instant;
}

/** One thing that a message says: a court event without the message that it came in. */
export type Said<K extends CourtEventKind = CourtEventKind> = {
  [Kind in K]: Omit<CourtEvent<Kind>, 'messageId' | 'receivedAt'>;
}[K];

/** Something of the sender's own that stands for a prosecution: `cp:hearing:<id>`, `crown:<court>:<number>`. */
export interface KnownReference {
  readonly reference: string;
  /** Of an offence: who is charged with it. */
  readonly defendant?: DefendantIds | undefined;
}

/** A line of a list as a person compares it with a prosecution. Names as the court gives them. */
export interface ListLine {
  readonly court: string;
  readonly on?: CalendarDay | undefined;
  readonly caseNumber?: string | undefined;
  readonly names: readonly string[];
}

/** Conditions of bail in the court's own words: they leave the stored message for a note alone. */
export interface BailWords {
  readonly defendant: DefendantIds;
  readonly text: string;
}

/** What a message says about one prosecution, and how it names it. */
export interface AboutProsecution {
  readonly urn?: string | undefined;
  /** Where it gives no number: any of these, once it is known, stands for the prosecution. */
  readonly references?: readonly string[] | undefined;
  /** The reference whose defendant the events are about; they wait until it is known. */
  readonly defendantOf?: string | undefined;
  readonly events: readonly Said[];
  readonly makesKnown: readonly KnownReference[];
  readonly line?: ListLine | undefined;
  readonly bailWords?: readonly BailWords[] | undefined;
}

/** A list of hearings, and the courts and days of which it names every hearing. */
export interface ListHeader {
  /** Lists of one family take each other's place: Crown daily and firm lists; each magistrates' kind by itself. */
  readonly family: string;
  readonly publishedAt: Instant;
  /** Between lists that were published at one instant the higher is the later. */
  readonly version?: number | undefined;
  readonly covers: readonly { readonly court: string; readonly on: CalendarDay }[];
}

/** Numbers that were joined to one, or into which one was split. */
export interface NumberChange {
  readonly urn: string;
  readonly joined: readonly string[];
  readonly split: readonly string[];
}

export type Reading =
  | { readonly says: 'nothing'; readonly because: string }
  | {
      readonly says: 'something';
      readonly list?: ListHeader | undefined;
      readonly numbers?: NumberChange | undefined;
      readonly prosecutions: readonly AboutProsecution[];
    };

export const nothing = (because: string): Reading => ({ says: 'nothing', because });

/** What readers are given beside the message: the clock of its sender, and how names become ids. */
export interface Reader {
  readonly envelope: CourtEnvelope;
  /** When the message was issued, as far as its envelope tells. */
  readonly issuedAt: Instant;
  /** An id for a name or an arrest summons number that nobody without the key can guess. */
  idOf(kind: 'name' | 'asn', value: string): string;
}

/** Makes events of one source and instant. */
export function sayings(source: CourtSource, issuedAt: Instant, version?: number) {
  const issued = { source, issuedAt, ...(version === undefined ? {} : { version }) };
  return <K extends CourtEventKind>(kind: K, data: CourtEvent<K>['data']): Said<K> =>
    ({ kind, data, ...issued }) as unknown as Said<K>;
}

/** The number of a version as senders write it, `2`, `1.3` or `1_0`; undefined where they write words. */
export function versionIn(written: unknown): number | undefined {
  const [, major, minor = '0'] = /^(\d{1,5})(?:[._](\d{1,3}))?$/.exec(text(written) ?? '') ?? [];
  return major === undefined ? undefined : Number(major) * 1_000 + Number(minor);
}

/** One or several of a thing, however a format writes it: a list, one alone, or an element that wraps them. */
export function many<T>(value: unknown, wrapped?: string): T[] {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value))
    return wrapped
      ? value.flatMap((each) => (isWrap(each, wrapped) ? many<T>(each, wrapped) : [each as T]))
      : (value as T[]);
  if (wrapped && isWrap(value, wrapped)) return many<T>((value as Record<string, unknown>)[wrapped]);
  return wrapped && Object.keys(value).length === 0 ? [] : [value as T];
}

function isWrap(value: unknown, wrapped: string): boolean {
  return typeof value === 'object' && value !== null && wrapped in value;
}

export function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null && '#text' in value) return text(value['#text']);
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}
