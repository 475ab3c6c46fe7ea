import { columnsOf, type FileKind } from '../policeData/columns';
import { csvFile, csvRows } from '../policeData/csvFile';
import type { Outcome } from '../policeData/outcomeEvents';
import { crimeRow, outcomeRow, type BrokenRow, type CrimeRow } from '../policeData/policeRow';
import type { PoliceFiles } from './policeFiles';

/** A crime with a victim, and what the files say became of it, in the order of the rows. */
export interface ReportedCrime {
  readonly row: CrimeRow;
  readonly outcomes: readonly Outcome[];
}

/**
 * Every row is counted once: `withVictim + withoutVictim + repeated + broken` are all rows of street files, `ofACrime +
 * ofNoCrimeHere + broken` those of outcome files.
 */
export interface RowCounts {
  readonly crimes: { withVictim: number; withoutVictim: number; repeated: number; broken: number };
  readonly outcomes: { ofACrime: number; ofNoCrimeHere: number; broken: number };
}

/** Reads the crimes that get a case. `withLast`: the last outcome in a crime's own row counts as well. */
export async function readCrimes(
  files: PoliceFiles,
  withLast = false
): Promise<{ crimes: ReportedCrime[]; counts: RowCounts }> {
  const counts: RowCounts = {
    crimes: { withVictim: 0, withoutVictim: 0, repeated: 0, broken: 0 },
    outcomes: { ofACrime: 0, ofNoCrimeHere: 0, broken: 0 },
  };
  const crimes = new Map<string, { row: CrimeRow; outcomes: Outcome[] }>();
  for await (const row of rowsOf(files.street, 'crime-reports', crimeRow)) {
    if ('broken' in row) counts.crimes.broken += 1;
    else if (row.type.victim === 'none') counts.crimes.withoutVictim += 1;
    else if (crimes.has(row.crimeId)) counts.crimes.repeated += 1;
    else {
      const { crimeId, lastOutcome } = row;
      crimes.set(crimeId, { row, outcomes: withLast && lastOutcome ? [{ crimeId, outcome: lastOutcome }] : [] });
      counts.crimes.withVictim += 1;
    }
  }
  for await (const row of rowsOf(files.outcomes, 'outcomes', outcomeRow)) {
    if ('broken' in row) {
      counts.outcomes.broken += 1;
      continue;
    }
    const { crimeId, outcome, month } = row;
    const crime = crimes.get(crimeId);
    counts.outcomes[crime ? 'ofACrime' : 'ofNoCrimeHere'] += 1;
    crime?.outcomes.push({ crimeId, outcome, month });
  }
  return { crimes: [...crimes.values()], counts };
}

async function* rowsOf<Row>(
  paths: readonly string[],
  kind: FileKind,
  read: (...row: Parameters<typeof crimeRow>) => Row | BrokenRow
): AsyncGenerator<Row | BrokenRow> {
  for (const path of paths) {
    const file = await csvFile(path);
    const columns = await columnsOf(file, kind);
    let isHeader = true;
    for await (const row of csvRows(file)) {
      if (!isHeader) yield read(columns, row);
      isHeader = false;
    }
  }
}
