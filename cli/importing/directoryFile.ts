import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { CommandStopped } from '../commandStopped';

/** The columns of a directory file; the two that must be there, and those that may. */
export const directoryColumns = [
  ...(['code', 'name', 'open', 'recipients', 'needs', 'areas', 'languages'] as const),
  ...(['phone', 'email', 'website', 'route', 'partners'] as const),
];
const needed = ['code', 'name'];
const lists: readonly string[] = ['recipients', 'needs', 'areas', 'languages', 'partners'];

/** A row of the file as the API takes a service, and the line that it stood on. */
export interface DirectoryRow {
  readonly line: number;
  readonly service: Readonly<Record<string, unknown>>;
}

/** Something that is wrong with a row: where it stands, and in which column. */
export interface RowFault {
  readonly line: number;
  readonly field: string;
  readonly message: string;
}

/** Reads the rows of a directory file. Throws CommandStopped where it is no such file. */
export function directoryRows(file: string): { readonly rows: DirectoryRow[]; readonly faults: RowFault[] } {
  const records = parsed(file, contentOf(file));
  const [header, ...rest] = records;
  if (!header) throw new CommandStopped(`${file} is empty.`, 1);
  const columns = header.cells.map((cell) => cell.trim().toLowerCase());
  const strange = columns.filter((column) => !(directoryColumns as readonly string[]).includes(column));
  const missing = needed.filter((column) => !columns.includes(column));
  if (strange.length > 0 || missing.length > 0 || new Set(columns).size < columns.length) {
    const said = missing.length > 0 ? `lacks the column ${missing.join(' and ')}` : 'has a column that is not known';
    throw new CommandStopped(`${file} ${said}. Its columns are: ${directoryColumns.join(', ')}.`, 1);
  }
  const faults = rest
    .filter(({ cells }) => cells.length !== columns.length)
    .map(({ line, cells }) => {
      const message = `The row has ${cells.length} cells and the header ${columns.length}`;
      return { line, field: '', message };
    });
  const rows = rest
    .filter(({ cells }) => cells.length === columns.length)
    .map(({ line, cells }) => ({ line, service: serviceOf(columns, cells) }));
  return { rows, faults };
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : 'it cannot be read';
    throw new CommandStopped(`Cannot read ${file}: ${why}.`, 1);
  }
}

function parsed(file: string, content: Buffer): { line: number; cells: string[] }[] {
  if (content.includes('\uFFFD') || !Buffer.from(content.toString('utf8')).equals(content)) {
    throw new CommandStopped(`${file} is not UTF-8 text.`, 1);
  }
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    const read = parse(content, options) as unknown as { record: string[]; info: { lines: number } }[];
    return read.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    const { lines } = error as { lines?: number };
    const at = lines === undefined ? '' : ` near line ${lines}`;
    throw new CommandStopped(`${file} cannot be read as CSV${at}: a quotation mark is not closed, or stands amiss.`, 1);
  }
}

function serviceOf(columns: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const service: Record<string, unknown> = {};
  columns.forEach((column, index) => {
    const cell = (cells[index] ?? '').trim();
    if (lists.includes(column)) service[column] = cell.split(';').map(trimmed).filter(Boolean);
    else if (cell === '') return;
    else if (column === 'open') service.open = openOf(cell);
    else if (column === 'route') service.route = routeOf(cell);
    else service[column] = cell;
  });
  return service;
}

function trimmed(text: string): string {
  return text.trim();
}

/** What is neither yes nor no goes as it is, for the service to refuse. */
function openOf(cell: string): unknown {
  const known = { yes: true, true: true, no: false, false: false }[cell.toLowerCase()];
  return known ?? cell;
}

function routeOf(cell: string): object {
  return /^https?:/i.test(cell) ? { kind: 'http', url: cell } : { kind: 'secureEmail', address: cell };
}
