import type { NewFact } from '../fact';
import type { CalendarDay, Instant } from '../time/londonTime';
import type { CaseRole } from '../vocabulary';
import type { CourtEvent, CourtEventKind } from './courtEvent';
import { isNewer, registerOf } from './register';

/** A case of ours that a prosecution concerns: a victim's, a witness's, or both in one. */
export interface LinkedCase {
  readonly caseId: string;
  readonly role: CaseRole;
  /** The case's suspects who are charged in it; empty where nobody was named. */
  readonly suspects: readonly string[];
  /** Which defendant a suspect is, as a person or the police said: suspect id to defendant id. */
  readonly matched: Readonly<Record<string, string>>;
  /** Since when, by the fact that said so; the later word counts. */
  readonly since: Instant;
  /** The fact was taken back: the case hears nothing more, and what it heard stays. */
  readonly ended?: boolean | undefined;
}

/** What a case was told under one heading of the news, the last time. */
export interface Told {
  /** How often the case was told under this heading; the first is 1. */
  readonly times: number;
  readonly said: NewFact['data'];
  readonly kind: NewFact['kind'];
  readonly suspects: readonly string[];
  /** The day that the news is about: another word about the same day corrects it. */
  readonly on?: CalendarDay | undefined;
  /** Of the court's own words that went with it. Empty where there were none, absent where nobody looked. */
  readonly wordsHash?: string | undefined;
  /** The heading that took the place of this one: a hearing known from a list has got an id of the court's own. */
  readonly standsFor?: string | undefined;
  /** The case refused it, with this code: somebody has to look. */
  readonly refused?: string | undefined;
}

/** All that a prosecution needs to go on. Ids, enums and dates only. */
export interface CourtRecord {
  readonly schema: 1;
  readonly courtCaseId: string;
  readonly urn: string;
  readonly version: number;
  /** The newest word on each thing that messages spoke of. */
  readonly words: Readonly<Record<string, CourtEvent>>;
  /** Every combination of ids under which a defendant was named, each written `id,id`; sorted. */
  readonly namedAs: readonly string[];
  readonly linked: Readonly<Record<string, LinkedCase>>;
  /** By case, then by heading of the news. */
  readonly told: Readonly<Record<string, Readonly<Record<string, Told>>>>;
}

export function newCourtRecord(courtCaseId: string, urn: string): CourtRecord {
  return { schema: 1, courtCaseId, urn, version: 0, words: {}, namedAs: [], linked: {}, told: {} };
}

/** Takes in what a message said. What is older than what is known changes nothing, nor does the same again. */
export function takeIn(record: CourtRecord, events: readonly CourtEvent[]): CourtRecord {
  const words = { ...record.words };
  const namedAs = new Set(record.namedAs);
  let changed = false;
  for (const event of events) {
    for (const ids of defendantsNamedBy(event)) {
      const combination = [...ids].sort().join();
      if (combination && !namedAs.has(combination)) {
        namedAs.add(combination);
        changed = true;
      }
    }
    const register = registerOf(event);
    const known = words[register];
    if (known && !isNewer(event, known)) continue;
    words[register] = event;
    changed = true;
  }
  return changed ? { ...record, words, namedAs: [...namedAs].sort(), version: record.version + 1 } : record;
}

/** Ties a case to the prosecution, or unties it: each word says all that is known, and the later one counts. */
export function link(record: CourtRecord, linked: LinkedCase): CourtRecord {
  const known = record.linked[linked.caseId];
  if (known && wordOf(known) >= wordOf(linked)) return record;
  return { ...record, linked: { ...record.linked, [linked.caseId]: linked }, version: record.version + 1 };
}

/** Two words of one instant count alike on every machine. */
function wordOf({ since, ended = false, suspects, matched }: LinkedCase): string {
  return JSON.stringify([since, ended, suspects, Object.entries(matched).sort()]);
}

/** Looked through once for each set of words: a prosecution of many defendants and cases asks thousands of times. */
const sortedWords = new WeakMap<CourtRecord['words'], ReadonlyMap<CourtEventKind, readonly CourtEvent[]>>();

/** The newest words of one kind, in an order that does not depend on when they arrived. */
export function wordsOn<K extends CourtEventKind>({ words }: CourtRecord, kind: K): readonly CourtEvent<K>[] {
  const known = sortedWords.get(words) ?? byKind(words);
  sortedWords.set(words, known);
  return (known.get(kind) ?? []) as readonly CourtEvent<K>[];
}

function byKind(words: CourtRecord['words']): ReadonlyMap<CourtEventKind, readonly CourtEvent[]> {
  const found = new Map<CourtEventKind, CourtEvent[]>();
  for (const register of Object.keys(words).sort()) {
    const event = words[register];
    if (!event) continue;
    const sameKind = found.get(event.kind);
    if (sameKind) sameKind.push(event);
    else found.set(event.kind, [event]);
  }
  return found;
}

function defendantsNamedBy(event: CourtEvent): readonly (readonly string[])[] {
  if ('defendants' in event.data) return event.data.defendants ?? [];
  return 'defendant' in event.data ? [event.data.defendant] : [];
}
