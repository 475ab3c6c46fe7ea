import { cell, type Columns } from './columns';
import { crimeTypeNamed, type CrimeType } from './crimeTypes';
import type { CsvRow } from './csvFile';
import { outcomeNamed } from './outcomeMeanings';
import { forceIdOf } from './policeForce';

/** A row that cannot be imported, and why; the reason quotes nothing of the row. */
export interface BrokenRow {
  readonly broken: string;
}

interface PoliceRow {
  readonly crimeId: string;
  /** `2021-06`. */
  readonly month: string;
  readonly force: string;
}

export interface CrimeRow extends PoliceRow {
  readonly type: CrimeType;
  /** Empty where the file says nothing. */
  readonly lastOutcome: string;
}

export interface OutcomeRow extends PoliceRow {
  readonly outcome: string;
}

const firstMonth = '2010-12';

/** A row of a street file. Rows of types without a victim need no id: anti-social behaviour has none. */
export function crimeRow(columns: Columns, row: CsvRow): CrimeRow | BrokenRow {
  const common = policeRow(columns, row);
  if ('broken' in common) return common;
  const cells = row.cells ?? [];
  const type = crimeTypeNamed(cell(columns, cells, 'Crime type'));
  if (!type) return { broken: 'has a crime type that data.police.uk does not use' };
  const lastOutcome = cell(columns, cells, 'Last outcome category');
  if (lastOutcome && !outcomeNamed(lastOutcome)) return { broken: 'has an outcome that data.police.uk does not use' };
  if (type.victim !== 'none') {
    const wrong = wrongId(common.crimeId);
    if (wrong) return { broken: wrong };
  }
  return { ...common, type, lastOutcome };
}

export function outcomeRow(columns: Columns, row: CsvRow): OutcomeRow | BrokenRow {
  const common = policeRow(columns, row);
  if ('broken' in common) return common;
  const outcome = cell(columns, row.cells ?? [], 'Outcome type');
  if (!outcomeNamed(outcome)) return { broken: 'has an outcome that data.police.uk does not use' };
  const wrong = wrongId(common.crimeId);
  return wrong ? { broken: wrong } : { ...common, outcome };
}

function policeRow(columns: Columns, { cells, broken }: CsvRow): PoliceRow | BrokenRow {
  if (!cells) return { broken: broken ?? 'cannot be read' };
  if (cells.length !== columns.count) {
    return { broken: `has ${cells.length} columns in place of ${columns.count}` };
  }
  const month = cell(columns, cells, 'Month');
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || month < firstMonth) {
    return { broken: `has no month from ${firstMonth} on` };
  }
  const force = forceIdOf(cell(columns, cells, 'Reported by'));
  if (!force) return { broken: 'is reported by no police force' };
  return { crimeId: cell(columns, cells, 'Crime ID'), month, force };
}

function wrongId(crimeId: string): string | undefined {
  if (!crimeId) return 'has no crime id';
  return /^[A-Za-z0-9-]{1,100}$/.test(crimeId) ? undefined : 'has an id that is not one';
}
