import type { CaseSummary } from '../../projection/caseSummary';
import type { CalendarDay } from '../../time/londonTime';
import type { Owes } from './readiness';
import { readinessItems, type ReadinessItem } from './witnessWords';

type Seen = Pick<CaseSummary, 'caseId' | 'role' | 'urns' | 'trials'>;

export interface ListedTrial {
  readonly hearingId: string;
  readonly on: CalendarDay;
  /** The last day, of a trial of several days or of a warned week. */
  readonly untilOn?: CalendarDay | undefined;
  /** Until the first day; 0 once it has come. */
  readonly daysLeft: number;
  readonly court?: string | undefined;
  readonly urns: readonly string[];
  readonly witnesses: number;
  readonly ready: number;
  readonly missing: readonly {
    readonly item: ReadinessItem;
    readonly owes: Owes;
    readonly caseIds: readonly string[];
  }[];
}

/**
 * The trials of these cases from one day to another, those that have begun and go on among them; the worst first: most
 * missing for each day that is left.
 */
export function trialList(cases: readonly Seen[], from: CalendarDay, until: CalendarDay): ListedTrial[] {
  const byHearing = new Map<string, { each: Seen; trial: NonNullable<Seen['trials']>[number] }[]>();
  for (const each of cases) {
    for (const trial of each.trials ?? []) {
      if ((trial.untilOn ?? trial.on) < from || trial.on > until) continue;
      const key = `${trial.hearingId}|${trial.on}`;
      const witnesses = byHearing.get(key);
      if (witnesses) witnesses.push({ each, trial });
      else byHearing.set(key, [{ each, trial }]);
    }
  }
  return [...byHearing.values()].flatMap((witnesses) => listed(calledIn(witnesses), from)).sort(worstFirst);
}

/** Once the list of witnesses has come for one of them, whoever is not on it is not called. */
function calledIn<Of extends { trial: NonNullable<Seen['trials']>[number] }>(witnesses: readonly Of[]): readonly Of[] {
  const called = witnesses.filter(({ trial }) => !trial.missing.some(({ item }) => item === 'witnessList'));
  return called.length > 0 ? called : witnesses;
}

function listed(
  witnesses: readonly { each: Seen; trial: NonNullable<Seen['trials']>[number] }[],
  today: CalendarDay
): ListedTrial[] {
  const [first] = witnesses;
  if (!first) return [];
  const { hearingId, on, untilOn, court } = first.trial;
  const owed = new Map<ReadinessItem, Map<Owes, string[]>>();
  for (const { each, trial } of witnesses) {
    for (const { item, owes } of trial.missing) {
      const byOwner = owed.get(item) ?? new Map<Owes, string[]>();
      owed.set(item, byOwner.set(owes, [...(byOwner.get(owes) ?? []), each.caseId]));
    }
  }
  const missing = readinessItems.flatMap((item) => {
    return [...(owed.get(item) ?? [])].map(([owes, caseIds]) => ({ item, owes, caseIds: caseIds.sort() }));
  });
  return [
    {
      hearingId,
      on,
      ...(untilOn === undefined ? {} : { untilOn }),
      daysLeft: Math.max(daysBetween(today, on), 0),
      ...(court === undefined ? {} : { court }),
      urns: [...new Set(witnesses.flatMap(({ each }) => each.urns))].sort(),
      witnesses: witnesses.length,
      ready: witnesses.filter(({ trial }) => trial.missing.length === 0).length,
      missing,
    },
  ];
}

function worstFirst(one: ListedTrial, other: ListedTrial): number {
  const difference = urgency(other) - urgency(one);
  if (difference !== 0) return difference;
  return `${one.on}|${one.hearingId}` < `${other.on}|${other.hearingId}` ? -1 : 1;
}

function urgency({ missing, daysLeft }: ListedTrial): number {
  const open = missing.reduce((sum, { caseIds }) => sum + caseIds.length, 0);
  return open / Math.max(daysLeft, 1);
}

const dayMs = 86_400_000;

function daysBetween(from: CalendarDay, until: CalendarDay): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / dayMs);
}
