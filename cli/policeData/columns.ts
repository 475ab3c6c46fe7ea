import { CommandStopped } from '../commandStopped';
import { csvRows, type CsvFile, type CsvRow } from './csvFile';

/** What the importer reads of a row. Places are not read: who a case is about does not depend on them. */
export type Column = 'Crime ID' | 'Month' | 'Reported by' | 'Crime type' | 'Last outcome category' | 'Outcome type';

/** Where the columns stand in one file. */
export interface Columns {
  readonly count: number;
  readonly at: ReadonlyMap<Column, number>;
}

export type FileKind = 'crime-reports' | 'outcomes';

const needed: Readonly<Record<FileKind, readonly Column[]>> = {
  'crime-reports': ['Crime ID', 'Month', 'Reported by', 'Crime type', 'Last outcome category'],
  outcomes: ['Crime ID', 'Month', 'Reported by', 'Outcome type'],
};

/** Reads the header of a file. Throws a sentence where it is not the header of such a file. */
export async function columnsOf(file: CsvFile, kind: FileKind): Promise<Columns> {
  let header: CsvRow | undefined;
  for await (const row of csvRows(file)) {
    header = row;
    break;
  }
  const names = header?.cells?.map((cell) => cell.trim()) ?? [];
  const at = new Map(names.map((name, index) => [name as Column, index]));
  const missing = needed[kind].filter((column) => !at.has(column));
  if (missing.length === 0) return { count: names.length, at };
  const other = (['crime-reports', 'outcomes'] as const).find((each) => needed[each].every((column) => at.has(column)));
  const hint = other ? `It is one for: npm run import -- ${other}` : `Missing: ${missing.join(', ')}`;
  throw new CommandStopped(`${file.path} is not a data.police.uk ${fileWords[kind]} file. ${hint}.`, 1);
}

const fileWords: Readonly<Record<FileKind, string>> = { 'crime-reports': 'street', outcomes: 'outcomes' };

/** One cell of a row, trimmed; empty where the column or the cell is missing. */
export function cell(columns: Columns, cells: readonly string[], column: Column): string {
  const index = columns.at.get(column);
  return index === undefined ? '' : (cells[index]?.trim() ?? '');
}
