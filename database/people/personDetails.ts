import type { CalendarDay } from '../../domain/time/londonTime';
import type { ContactSafety } from '../../domain/contact/safeContact';
import type { Channel, PersonKind } from '../../domain/vocabulary';
import type { KeyedHash } from '../encryption/searchHashes';

/** One way to reach a person, and what is known about its safety. Times are London's, `HH:MM`. */
export interface ContactPoint extends ContactSafety {
  /** Opaque; made from the number or address itself, so that another one has another id. Not stored. */
  readonly contactPointId?: string | undefined;
  readonly value: string;
  /** In words: "her sister, not her husband". */
  readonly whoMayAnswer?: string | undefined;
  readonly mayLeaveMessage?: boolean | undefined;
  readonly instruction?: string | undefined;
  readonly preferred?: boolean | undefined;
}

/** Someone who receives rights for the person. */
export interface Representative {
  readonly representativeId: string;
  readonly name: string;
  readonly relation: 'parent' | 'guardian' | 'spokesperson' | 'businessContact' | 'other';
  readonly contactPoints: readonly ContactPoint[];
}

/** What is known about a person beside their part in a case: all of it personal, all of it stored sealed. */
export interface PersonDetails {
  readonly name: string;
  readonly dateOfBirth?: CalendarDay | undefined;
  readonly under18?: boolean | undefined;
  readonly language?: string | undefined;
  readonly interpreterNeeded?: boolean | undefined;
  readonly contactPoints: readonly ContactPoint[];
  readonly representatives: readonly Representative[];
  /** What the person has said that they need, in words. */
  readonly needs: readonly string[];
}

/** The ways by which it is safe to reach the person, or who receives for them. Unknown is not safe. */
export function safeChannels({
  contactPoints,
  representatives,
}: {
  readonly contactPoints: readonly ContactPoint[];
  readonly representatives: readonly { readonly contactPoints: readonly ContactPoint[] }[];
}): Channel[] {
  const isSafe = ({ safe, undeliverable }: ContactPoint) => safe === 'yes' && !undeliverable;
  const own = contactPoints.filter(isSafe).map(({ channel }) => channel);
  const theirs = representatives.some((each) => each.contactPoints.some(isSafe));
  return [...new Set<Channel>([...own, ...(theirs ? (['viaRepresentative'] as const) : [])])];
}

export function preferredChannel(points: readonly ContactPoint[]): Channel | undefined {
  return points.find(({ preferred, safe }) => preferred && safe !== 'no')?.channel;
}

/** What a person is found by: their own names, numbers and addresses, and those of who speaks for them. */
export interface PersonHashes {
  readonly surnames: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** By which records that may be of the same person are found: their own names, days and numbers, taken together. */
  readonly likeness: readonly string[];
}

export function personHashes(hash: KeyedHash, kind: PersonKind, person: PersonDetails): PersonHashes {
  const points = [person, ...person.representatives].flatMap(({ contactPoints }) => contactPoints);
  const representatives = person.representatives.map(({ name }) => hash('surname', name));
  return {
    surnames: distinct([hash(kind === 'business' ? 'businessName' : 'surname', person.name), ...representatives]),
    phones: distinct(points.map(({ channel, value }) => (channel === 'letter' ? undefined : hash('phone', value)))),
    emails: distinct(points.map(({ channel, value }) => (channel === 'letter' ? undefined : hash('email', value)))),
    likeness: likeness(hash, kind, person),
  };
}

/** What a likeness begins with: whole name and date of birth, or surname and a number or address. */
export const byBirth = 'b:';
export const byContact = 'c:';

function likeness(hash: KeyedHash, kind: PersonKind, { name, dateOfBirth, contactPoints }: PersonDetails): string[] {
  const surname = hash(kind === 'business' ? 'businessName' : 'surname', name);
  const whole = hash('personName', name);
  const together = (prefix: string, one: string | undefined, other: string | undefined) => {
    const hashed = one && other ? hash('likeness', `${one} ${other}`) : undefined;
    return hashed && `${prefix}${hashed}`;
  };
  const byNumber = contactPoints.map(({ channel, value }) => {
    if (channel === 'letter') return undefined;
    return together(byContact, surname, hash('phone', value) ?? hash('email', value));
  });
  return distinct([together(byBirth, whole, dateOfBirth), ...byNumber]);
}

/** Whose number or address it is, however it was typed; undefined for what is neither. */
export function sameContact(hash: KeyedHash, one: ContactPoint, other: ContactPoint): boolean {
  return contactKey(hash, one) === contactKey(hash, other);
}

/** What stays the same however a number or address is typed. */
export function contactKey(hash: KeyedHash, { channel, value }: Pick<ContactPoint, 'channel' | 'value'>): string {
  return `${channel} ${hash('phone', value) ?? hash('email', value) ?? value.trim()}`;
}

function distinct(hashes: readonly (string | undefined)[]): string[] {
  return [...new Set(hashes.filter((hash) => hash !== undefined))];
}
