import type { CourtEvent } from '../../domain/court/courtEvent';
import { registerOf } from '../../domain/court/register';
import type { Said } from './reading';

/**
 * What one message says of a thing several times, as a list does of a hearing with two defendants or in two rooms, said
 * once: everybody who is named counts, and the earliest start.
 */
export function withoutRepeats(events: readonly Said[]): Said[] {
  const once = new Map<string, Said>();
  for (const event of events) {
    const register = registerOf(event as unknown as CourtEvent);
    const known = once.get(register);
    once.set(register, known ? together(known, event) : event);
  }
  return [...once.values()];
}

function together(one: Said, other: Said): Said {
  if (!('defendants' in one.data) || !('defendants' in other.data)) return other;
  const [first, second] = startOf(one) <= startOf(other) ? [one.data, other.data] : [other.data, one.data];
  const all = new Map([...(first.defendants ?? []), ...(second.defendants ?? [])].map((ids) => [ids.join(), ids]));
  // Nobody named means everybody.
  const isEverybody = !first.defendants?.length || !second.defendants?.length;
  return { ...one, data: { ...first, defendants: isEverybody ? [] : [...all.values()] } } as Said;
}

function startOf({ data }: Said): string {
  return ('at' in data && data.at) || '~';
}
