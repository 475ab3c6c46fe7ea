import type { DutyHolder } from '../code/obligation';
import type { Instant } from '../time/londonTime';
import type { Tier } from '../vocabulary';

/** One line of the morning: ids and times, never a name. */
export interface MorningItem {
  readonly caseId: string;
  readonly taskId?: string | undefined;
  readonly dueAt?: Instant | undefined;
  /** To the tenth; below zero it is over by so much. */
  readonly hoursLeft?: number | undefined;
  readonly tier?: Tier | undefined;
  readonly dutyHolder?: DutyHolder | undefined;
  /** When it was first found so, where a check found it. */
  readonly since?: Instant | undefined;
  /** A sentence, or words for what is missing. */
  readonly why: string;
}

export interface Section {
  /** Of all, whether they are shown or not. */
  readonly count: number;
  readonly items: readonly MorningItem[];
  /** By whose clock. */
  readonly byDutyHolder?: Readonly<Partial<Record<DutyHolder, number>>> | undefined;
  /** Of victims: hours since the report of the one who has waited longest was received. */
  readonly oldestHours?: number | undefined;
  /** The service cannot know this yet: the zero says nothing. */
  readonly notYet?: true | undefined;
}

export const mostItems = 50;

/** Cases that count, and that the reader may not see. */
export type Hidden = ReadonlySet<string>;

/**
 * A section of what is given in its order, counting all of it; sentences are made for what is shown alone, and nothing is
 * shown of a case that is hidden.
 */
export function section<Thing extends { readonly caseId: string }>(
  hidden: Hidden,
  things: readonly Thing[],
  show: (thing: Thing) => MorningItem
): Section {
  const seen = hidden.size === 0 ? things : things.filter(({ caseId }) => !hidden.has(caseId));
  return { count: things.length, items: seen.slice(0, mostItems).map(show) };
}

export function hoursBetween(from: Instant, to: Instant): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 360_000) / 10;
}

/** Sorts by what is said first, then by the next; texts and instants compare as they are. */
export function by<Thing>(...keys: ((thing: Thing) => string)[]): (one: Thing, other: Thing) => number {
  return (one, other) => {
    for (const key of keys) {
      const [first, second] = [key(one), key(other)];
      if (first !== second) return first < second ? -1 : 1;
    }
    return 0;
  };
}
