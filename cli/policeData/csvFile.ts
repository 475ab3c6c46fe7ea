import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import { CommandStopped } from '../commandStopped';

/** A row of a file: its cells, or why it has none. */
export interface CsvRow {
  /** Counted from 1, the header. */
  readonly line: number;
  readonly cells: readonly string[] | undefined;
  readonly broken?: string;
}

export interface CsvFile {
  readonly path: string;
  readonly name: string;
  /** Of name, size and first megabyte: the same file is known again wherever it lies. */
  readonly fingerprint: string;
  readonly bytes: number;
  readonly isGzip: boolean;
}

const firstMegabyte = 1_048_576;
/** No row of data.police.uk has a tenth of this; a file without line ends is not read into memory as a whole. */
const longestLine = 65_536;

/** Looks at a file without reading it whole. Throws a sentence where it cannot be read. */
export async function csvFile(file: string): Promise<CsvFile> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const head = Buffer.alloc(Math.min(size, firstMegabyte));
      await handle.read(head, 0, head.length, 0);
      const name = path.basename(file);
      const fingerprint = createHash('sha256').update(`${name}\n${size}\n`).update(head).digest('hex').slice(0, 24);
      return { path: file, name, fingerprint, bytes: size, isGzip: head[0] === 0x1f && head[1] === 0x8b };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(file, error);
  }
}

/**
 * The rows of a file, header first, one per line of it: a stray quotation mark spoils its own row and no other. Blank
 * lines are not rows. `follow` is given the stream of the file, to see how far it has been read.
 */
export async function* csvRows(file: CsvFile, follow?: (raw: ReadStream) => void): AsyncGenerator<CsvRow> {
  const raw = createReadStream(file.path, { highWaterMark: 262_144 });
  follow?.(raw);
  const parser = parse({
    bom: true,
    quote: null,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: longestLine,
  });
  const streams: [Readable, ...NodeJS.ReadWriteStream[]] = file.isGzip ? [raw, createGunzip(), parser] : [raw, parser];
  pipeline(streams, () => undefined);
  let line = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      line += 1;
      if (cells.length === 1 && cells[0] === '') continue;
      yield rowOf(line, cells);
    }
  } catch (error) {
    throw unreadable(file.path, error, line);
  } finally {
    raw.destroy();
  }
}

function rowOf(line: number, cells: string[]): CsvRow {
  const text = cells.join(',');
  if (text.includes('\uFFFD')) return { line, cells: undefined, broken: 'is not UTF-8 text' };
  if (!text.includes('"')) return { line, cells };
  try {
    const [unquoted] = parseNow(text, { relax_column_count: true }) as string[][];
    return { line, cells: unquoted };
  } catch {
    return { line, cells: undefined, broken: 'has an unbalanced quotation mark' };
  }
}

function unreadable(file: string, error: unknown, line?: number): CommandStopped {
  if (error instanceof CommandStopped) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const why =
    {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'it may not be read',
      Z_BUF_ERROR: 'its compressed data breaks off',
      Z_DATA_ERROR: 'its compressed data is damaged',
      CSV_MAX_RECORD_SIZE: `line ${(line ?? 0) + 1} is longer than any row of such a file`,
    }[code] ?? (error instanceof Error ? error.message : String(error));
  return new CommandStopped(`Cannot read ${file}: ${why}.`, 1);
}
