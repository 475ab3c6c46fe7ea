import { obligationById } from '../code/editions';
import { londonDay, type Instant } from '../time/londonTime';
import type { ProjectedDuty } from '../projection/projection';
import { areaNames, areas, areasOf, type AreaName } from './areas';
import { bases, basisOf, type Basis } from './basis';
import { Tally, type Figures } from './tally';

export const groupings = ['basis', 'right', 'tier', 'team', 'dutyHolder', 'month'] as const;
/** What duties can be grouped by. */
export type Grouping = (typeof groupings)[number];

/** What the duties of a group share; the right is null for what belongs to none. */
export type GroupKey = Readonly<Partial<Record<Grouping, string | number | null>>>;

export interface ComplianceFigures {
  readonly total: Figures;
  readonly groups: readonly (GroupKey & Figures)[];
  readonly areas: readonly (Figures & {
    readonly area: AreaName;
    readonly obligations: readonly string[];
    readonly byBasis: readonly (Figures & { readonly basis: Basis })[];
  })[];
}

export interface Counting {
  take(duty: ProjectedDuty): void;
  figures(): ComplianceFigures;
}

/** Counts duties one after the other as they stand at `now`. It keeps numbers alone, so that any number can pass. */
export function counting(by: readonly Grouping[], now: Instant): Counting {
  const total = new Tally(now);
  const groups = new Map<string, Tally>();
  const ofAreas = new Map<string, Tally>();
  const tallyOf = (tallies: Map<string, Tally>, key: string): Tally => {
    const known = tallies.get(key) ?? new Tally(now);
    tallies.set(key, known);
    return known;
  };
  return {
    take(duty) {
      total.add(duty);
      tallyOf(groups, JSON.stringify(by.map((grouping) => valueOf(grouping, duty)))).add(duty);
      for (const area of areasOf(duty.obligation)) {
        tallyOf(ofAreas, area).add(duty);
        tallyOf(ofAreas, `${area} ${basisOf(duty)}`).add(duty);
      }
    },
    figures: () => ({
      total: total.figures(),
      groups: [...groups]
        .map(([key, tally]) => ({ values: JSON.parse(key) as Value[], tally }))
        .sort((one, other) => inOrder(one.values, other.values))
        .map(({ values, tally }) => ({ ...keyOf(by, values), ...tally.figures() })),
      areas: areaNames.map((area) => ({
        area,
        obligations: areas[area],
        ...(ofAreas.get(area) ?? new Tally(now)).figures(),
        byBasis: bases.flatMap((basis) => {
          const tally = ofAreas.get(`${area} ${basis}`);
          return tally ? [{ basis, ...tally.figures() }] : [];
        }),
      })),
    }),
  };
}

type Value = string | number | null;

function valueOf(grouping: Grouping, duty: ProjectedDuty): Value {
  const { right, dutyHolder } = obligationById(duty.obligation);
  switch (grouping) {
    case 'basis':
      return basisOf(duty);
    case 'right':
      return right ?? null;
    case 'tier':
      return duty.tier;
    case 'team':
      return duty.owningTeam;
    case 'dutyHolder':
      return dutyHolder;
    case 'month':
      return londonDay(duty.dueBy ?? duty.from).slice(0, 7);
  }
}

function keyOf(by: readonly Grouping[], values: readonly Value[]): GroupKey {
  return Object.fromEntries(by.map((grouping, index) => [grouping, values[index] ?? null]));
}

/** Numbers by size, words by their letters, and what belongs to nothing last. */
function inOrder(one: readonly Value[], other: readonly Value[]): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? null;
    if (value === against) continue;
    if (value === null || against === null) return value === null ? 1 : -1;
    return value < against ? -1 : 1;
  }
  return 0;
}
