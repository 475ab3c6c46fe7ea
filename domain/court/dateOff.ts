import type { Fact } from '../fact';
import { inOrderOfHappening } from '../happening';
import type { CalendarDay } from '../time/londonTime';
import { mayBeSameCourt } from './listLines';

/** A day of trial that will not take place as somebody knew it, or not where they would have gone. */
export interface DateOff {
  readonly fact: Fact<'hearingVacated' | 'hearingMoved'>;
  readonly hearingId: string;
  /** The day on which they would travel in vain, and the court to which. */
  readonly on: CalendarDay;
  readonly court?: string | undefined;
  readonly template: 'date-off' | 'date-moved' | 'place-moved';
}

/** A day of trial that was off and stands again: who heard that it was off will not come. */
export interface StandsAgain {
  readonly fact: Fact<'hearingListed' | 'hearingMoved'>;
  readonly on: CalendarDay;
  /** What took it off. */
  readonly after: readonly DateOff[];
}

interface Place {
  readonly on: CalendarDay;
  readonly court?: string | undefined;
}

/**
 * Days of trial that are off, from today on, by the facts that count. A trial that stands again on such a day takes it
 * off the list, also under another id of it, and another room or hour is no other day; another court is a way in vain.
 * Of a trial that moves twice both days are off, and both courts: nobody knows of which they have heard.
 */
export function datesOff(counted: readonly Fact[], today: CalendarDay): DateOff[] {
  return trialDays(counted, today).off;
}

/** Days of trial from today on that were off and stand again, in the same court. */
export function daysStandingAgain(counted: readonly Fact[], today: CalendarDay): StandsAgain[] {
  return trialDays(counted, today).again;
}

function trialDays(counted: readonly Fact[], today: CalendarDay): { off: DateOff[]; again: StandsAgain[] } {
  const trials = new Map<string, Place>();
  const standing = new Map<string, Place>();
  const off = new Map<string, readonly DateOff[]>();
  const again = new Map<string, StandsAgain>();
  const stands = (fact: Fact<'hearingListed' | 'hearingMoved'>) => {
    const { hearingId, on, court = trials.get(hearingId)?.court } = fact.data;
    trials.set(hearingId, { on, court });
    standing.set(hearingId, { on, court });
    const after = [...off.values()].flat().filter((each) => each.on === on && !isElsewhere(each.court, court));
    if (after.length > 0) again.set(hearingId, { fact, on, after });
    const left = off.get(hearingId)?.filter((each) => each.on !== on || isElsewhere(each.court, court));
    if (left) off.set(hearingId, left);
  };
  for (const fact of inOrderOfHappening(counted)) {
    if (fact.kind === 'hearingListed' && fact.data.hearing === 'trial') stands(fact);
    if (fact.kind !== 'hearingVacated' && fact.kind !== 'hearingMoved') continue;
    const { hearingId } = fact.data;
    const known = trials.get(hearingId);
    if (known === undefined) continue;
    const isSameDay = fact.kind === 'hearingMoved' && fact.data.on === known.on;
    if (!isSameDay || isElsewhere(known.court, fact.data.court)) {
      const isAnotherPlace = ({ court }: Place) => isSameDay && isElsewhere(court, known.court);
      const others = (off.get(hearingId) ?? []).filter((each) => each.on !== known.on || isAnotherPlace(each));
      const template = fact.kind === 'hearingMoved' ? 'date-moved' : 'date-off';
      off.set(hearingId, [...others, { fact, hearingId, ...known, template }]);
    }
    if (!isSameDay) again.delete(hearingId);
    if (fact.kind === 'hearingMoved') stands(fact);
    else standing.delete(hearingId);
  }
  const notPassed = [...off.values()].flat().flatMap((each): DateOff[] => {
    const thatDay = [...standing.values()].filter(({ on }) => on === each.on);
    if (each.on < today || thatDay.some(({ court }) => !isElsewhere(each.court, court))) return [];
    return [thatDay.length === 0 ? each : { ...each, template: 'place-moved' }];
  });
  return { off: notPassed, again: [...again.values()].filter(({ on }) => on >= today) };
}

/** Whether somebody who set out for the one court would not be at the other. What people and courts call it may differ by a word. */
export function isElsewhere(before: string | undefined, now: string | undefined): boolean {
  if (before === undefined || now === undefined || mayBeSameCourt(before, now)) return false;
  const name = (court: string) => court.replace(/-court$/, '');
  return name(before) !== name(now);
}
