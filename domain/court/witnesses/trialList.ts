import type { CaseSummary } from '../../projection/caseSummary';
import type { CalendarDay } from '../../time/londonTime';
import type { Owes } from './readiness';
import { readinessItems, type ReadinessItem } from './witnessWords';

type Seen = Pick<CaseSummary, 'caseId' | 'role' | 'urns' | 'trials'>;

export interface ListedTrial {
  readonly hearingId: string;
  readonly on: CalendarDay;
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

/** The trials of these cases from one day to another, the worst first: most missing for each day that is left. */
export function trialList(cases: readonly Seen[], from: CalendarDay, until: CalendarDay): ListedTrial[] {
  const byHearing = new Map<string, { each: Seen; trial: NonNullable<Seen['trials']>[number] }[]>();
  for (const each of cases) {
    for (const trial of each.trials ?? []) {
      if (trial.on < from || trial.on > until) continue;
      const key = `${trial.hearingId}|${trial.on}`;
      const witnesses = byHearing.get(key);
      if (witnesses) witnesses.push({ each, trial });
      else byHearing.set(key, [{ each, trial }]);
    }
  }
  return [...byHearing.values()].flatMap((witnesses) => listed(witnesses, from)).sort(worstFirst);
}

function listed(
  witnesses: readonly { each: Seen; trial: NonNullable<Seen['trials']>[number] }[],
  today: CalendarDay
): ListedTrial[] {
  const [first] = witnesses;
  if (!first) return [];
  const { hearingId, on, court } = first.trial;
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
      daysLeft: daysBetween(today, on),
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
