import { startOfLondonDay } from '../time/londonTime';
import type { CourtEvent, CourtEventKind } from './courtEvent';

/**
 * What an event is the newest word on. Two events with one register are versions of one statement: the later issued
 * takes the place of the earlier, so that the order of arrival, repeats and losses repaired later make no difference.
 */
export function registerOf(event: CourtEvent): string {
  switch (event.kind) {
    case 'hearingSet':
    case 'hearingDays':
    case 'hearingKind':
    case 'hearingPlace':
    case 'hearingVacated':
    case 'hearingConfirmed':
      return `${event.kind}|${event.data.hearingId}`;
    case 'hearingDayOff':
    case 'hearingHeld':
      return `${event.kind}|${event.data.hearingId}|${event.data.on}`;
    case 'listed':
      return `${event.kind}|${event.data.court}|${event.data.on ?? 'toBeFixed'}`;
    case 'missingFromList':
      return `${event.kind}|${event.data.court}|${event.data.on}`;
    case 'verdictGiven': {
      const { defendant, offenceId, dayUnknown, on } = event.data;
      return [event.kind, defendantIn(defendant), offenceId, ...(dayUnknown ? [on] : [])].join('|');
    }
    case 'offenceCharged':
    case 'sentencePassed':
    case 'offenceEnded':
    case 'pleaEntered':
      return `${event.kind}|${defendantIn(event.data.defendant)}|${event.data.offenceId}`;
    case 'bailDecided':
    case 'sentToCrownCourt':
    case 'warrantIssued':
    case 'rearrestHeard':
    case 'appealLodged':
    case 'appealDecided':
      return `${event.kind}|${defendantIn(event.data.defendant)}|${event.data.on}`;
    case 'orderDecided':
      return `${event.kind}|${defendantIn(event.data.defendant)}|${event.data.order}|${event.data.on}`;
    case 'witnessRequired':
      return `${event.kind}|${event.data.witness}|${event.data.hearingId ?? ''}`;
  }
}

const defendantIn = (ids: readonly string[]): string => ids[0] ?? '';

/** Which of two words counts: the one issued later; at the same instant the same one on every machine. */
export function isNewer(one: Word, other: Word): boolean {
  return rank(one) > rank(other);
}

function rank({ issuedAt, source, version = 0, messageId, data }: Word): string {
  const sender = source === 'person' ? 'z' : 'a';
  return [issuedAt, sender, String(version).padStart(9, '0'), messageId, JSON.stringify(data)].join('|');
}

/** Whether one was issued after the other: later, or at the same instant with a higher number of its sender's. */
export function isLaterIssue(one: Issued, other: Issued): boolean {
  return one.issuedAt === other.issuedAt ? (one.version ?? 0) > (other.version ?? 0) : one.issuedAt > other.issuedAt;
}

type Issued = Pick<CourtEvent, 'issuedAt' | 'version'>;
type Word = Pick<CourtEvent, 'issuedAt' | 'version' | 'source' | 'messageId' | 'data'>;

/** In the order in which they were issued; at the same instant alike on every machine. */
export function byIssue(one: CourtEvent, other: CourtEvent): number {
  return rank(one) < rank(other) ? -1 : 1;
}

/** When something that a court did on a day is taken to have happened: never later than it was said. */
export function happenedOn(on: string, issuedAt: string): string {
  const start = startOfLondonDay(on);
  return start > issuedAt ? issuedAt : start;
}

/** Of words on one thing, which their registers hold apart since its defendant was named in several ways, the newest. */
export function newestOfEach<Kind extends CourtEventKind>(
  words: readonly CourtEvent<Kind>[],
  thing: (word: CourtEvent<Kind>) => string
): CourtEvent<Kind>[] {
  const newest = new Map<string, CourtEvent<Kind>>();
  for (const word of words) {
    const known = newest.get(thing(word));
    if (known === undefined || isNewer(word, known)) newest.set(thing(word), word);
  }
  return [...newest.values()];
}
