import type { Fact } from '../fact';
import { inOrderOfHappening } from '../happening';
import type { CalendarDay } from '../time/londonTime';

/** A day of trial that will not take place as somebody knew it. */
export interface DateOff {
  readonly fact: Fact<'hearingVacated' | 'hearingMoved'>;
  readonly hearingId: string;
  /** The day on which they would travel in vain. */
  readonly on: CalendarDay;
  readonly template: 'date-off' | 'date-moved';
}

/**
 * Days of trial that are off, from today on, by the facts that count. A trial that stands again on such a day takes it
 * off the list, also under another id of it, and another room or hour is no other day. Of a trial that moves twice both days are off: nobody knows
 * which of them they have heard of.
 */
export function datesOff(counted: readonly Fact[], today: CalendarDay): DateOff[] {
  const trials = new Map<string, CalendarDay>();
  const standing = new Map<string, CalendarDay>();
  const off = new Map<string, readonly DateOff[]>();
  const stands = (hearingId: string, on: CalendarDay) => {
    trials.set(hearingId, on);
    standing.set(hearingId, on);
    const left = off.get(hearingId)?.filter((each) => each.on !== on);
    if (left) off.set(hearingId, left);
  };
  for (const fact of inOrderOfHappening(counted)) {
    if (fact.kind === 'hearingListed' && fact.data.hearing === 'trial') stands(fact.data.hearingId, fact.data.on);
    if (fact.kind !== 'hearingVacated' && fact.kind !== 'hearingMoved') continue;
    const { hearingId } = fact.data;
    const on = trials.get(hearingId);
    const to = fact.kind === 'hearingMoved' ? fact.data.on : undefined;
    if (on === undefined) continue;
    if (to === on) {
      stands(hearingId, on);
      continue;
    }
    standing.delete(hearingId);
    const template = to === undefined ? 'date-off' : 'date-moved';
    const others = (off.get(hearingId) ?? []).filter((each) => each.on !== on);
    off.set(hearingId, [...others, { fact, hearingId, on, template }]);
    if (to !== undefined) stands(hearingId, to);
  }
  const days = new Set(standing.values());
  return [...off.values()].flat().filter(({ on }) => on >= today && !days.has(on));
}
