import { counted, type Row } from './sums';
import { groupName } from './groupName';

interface SpreadSaid {
  readonly count: number;
  readonly medianHours?: number;
  readonly percentile90Hours?: number;
  readonly totalHours?: number;
}

type FiguresSaid = Readonly<Record<(typeof counted)[number], number>> & {
  readonly timeTaken: SpreadSaid;
  readonly waitedOnOthers: SpreadSaid;
};

/** What `GET /api/v1/compliance` answers. */
export interface ComplianceFiguresSaid {
  readonly from: string;
  readonly to: string;
  readonly by: readonly string[];
  readonly asOf: string;
  readonly total: FiguresSaid;
  readonly groups: readonly (FiguresSaid & Readonly<Record<string, unknown>>)[];
  readonly areas: readonly (FiguresSaid & {
    readonly area: string;
    readonly obligations: readonly string[];
    readonly byBasis: readonly (FiguresSaid & { readonly basis: string })[];
  })[];
}

/** Every number of the report, row by row. */
export function rowsSaid({ by, total, groups, areas }: ComplianceFiguresSaid): Map<string, Row> {
  const rows = new Map<string, Row>([['total', rowOf(total)]]);
  for (const group of groups) rows.set(groupName(by, group), rowOf(group));
  for (const { area, byBasis, ...all } of areas) {
    rows.set(`area ${area}`, rowOf(all));
    for (const each of byBasis) rows.set(`area ${area} basis=${each.basis}`, rowOf(each));
  }
  return rows;
}

function rowOf(figures: FiguresSaid): Row {
  const row: Row = new Map(counted.map((name) => [name, figures[name]]));
  for (const name of ['timeTaken', 'waitedOnOthers'] as const) {
    for (const [part, value] of Object.entries(figures[name])) row.set(`${name}.${part}`, value);
  }
  return row;
}

/** Hours are told to a hundredth. */
const leastDifference = 0.006;

/** A sentence for each number in which the report and the facts differ. A row that is missing is one of noughts. */
export function differences(said: ReadonlyMap<string, Row>, found: ReadonlyMap<string, Row>): string[] {
  const sentences: string[] = [];
  for (const name of new Set([...said.keys(), ...found.keys()])) {
    const [told, fact] = [said.get(name) ?? new Map(), found.get(name) ?? new Map()];
    for (const figure of new Set<string>([...told.keys(), ...fact.keys()])) {
      const [one, other] = [told.get(figure) ?? 0, fact.get(figure) ?? 0];
      if (Math.abs(one - other) < leastDifference) continue;
      sentences.push(`${name}: ${figure} is ${one} in the report, ${Math.round(other * 100) / 100} by the facts`);
    }
  }
  return sentences;
}

/** How many numbers were compared. */
export function numbersIn(rows: ReadonlyMap<string, Row>): number {
  return [...rows.values()].reduce((sum, row) => sum + row.size, 0);
}
