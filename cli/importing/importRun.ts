import type { ReadStream } from 'node:fs';
import type { Instant } from '../../domain/time/londonTime';
import { columnsOf, type Columns, type FileKind } from '../policeData/columns';
import { csvFile, csvRows, type CsvFile, type CsvRow } from '../policeData/csvFile';
import { stopped, type ServiceClient } from '../service/serviceClient';
import type { Counts, FileProgress, ImportState } from './importState';
import { inOrder } from './inOrder';
import type { KeptOutcome, KeptOutcomes } from './keptOutcomes';
import type { Rejects } from './rejects';

/** What one run of the import works with. */
export interface ImportRun {
  readonly client: ServiceClient;
  readonly state: ImportState;
  readonly rejects: Rejects;
  readonly kept: KeptOutcomes;
  readonly atATime: number;
  readonly stop?: AbortSignal | undefined;
  readonly progress: {
    begin(totalBytes: number): void;
    /** `bytesRead` of all files together, `rows` of this run. */
    show(bytesRead: number, rows: number): void;
    end(): void;
  };
}

/** What became of a row: the counts that it adds one to, and what is to be written down about it. */
export interface Settled {
  readonly counts: readonly string[];
  readonly rejected?: readonly string[];
  readonly kept?: Pick<KeptOutcome, 'crimeId' | 'outcome' | 'month' | 'force'>;
}

export interface OpenFile extends CsvFile {
  readonly columns: Columns;
  readonly key: string;
  readonly progress: FileProgress;
  /** An earlier run had begun with it and was stopped. */
  readonly isResumed: boolean;
  readonly until: Instant;
}

const saveEveryMs = 1_000;

/** Looks at all files before the first row is sent. `settings` is all that the requests made from a row depend on. */
export async function openFiles(
  run: Pick<ImportRun, 'state'>,
  kind: FileKind,
  paths: readonly string[],
  settings: readonly unknown[],
  until: { given?: Instant | undefined; now: Instant }
): Promise<OpenFile[]> {
  const looked: (CsvFile & { columns: Columns })[] = [];
  for (const path of paths) {
    const file = await csvFile(path);
    looked.push({ ...file, columns: await columnsOf(file, kind) });
  }
  return looked.map((file) => {
    const key = [kind, file.fingerprint, ...settings, until.given ?? ''].join('|');
    const earlier = run.state.progressOf(key);
    return {
      ...file,
      key,
      progress: earlier ?? run.state.begin(key),
      isResumed: earlier !== undefined,
      until: until.given ?? run.state.untilOf(key, until.now),
    };
  });
}

/** Imports the files one after the other, rows side by side; whatever stops it, a later run goes on from there. */
export async function importRows(
  run: ImportRun,
  files: readonly OpenFile[],
  settle: (file: OpenFile, row: CsvRow) => Promise<Settled>
): Promise<void> {
  let bytesBefore = 0;
  let rows = 0;
  run.progress.begin(files.reduce((sum, { bytes }) => sum + bytes, 0));
  try {
    for (const file of files) {
      if (!file.progress.isFinished) {
        for await (const bytes of importFile(run, file, settle)) run.progress.show(bytesBefore + bytes, ++rows);
        if (run.stop?.aborted) throw stopped();
        file.progress.isFinished = true;
        saveNow(run);
      }
      bytesBefore += file.bytes;
    }
  } finally {
    run.progress.end();
    saveNow(run);
  }
}

async function* importFile(
  run: ImportRun,
  file: OpenFile,
  settle: (file: OpenFile, row: CsvRow) => Promise<Settled>
): AsyncGenerator<number> {
  const { progress } = file;
  let raw: ReadStream | undefined;
  const rows = rowsAfter(
    progress.line,
    csvRows(file, (stream) => (raw = stream))
  );
  let savedAt = performance.now();
  for await (const { item, result } of inOrder(rows, run.atATime, (row) => settle(file, row), run.stop)) {
    for (const count of result.counts) progress.counts[count] = (progress.counts[count] ?? 0) + 1;
    for (const reason of result.rejected ?? []) run.rejects.reject(file.name, item.line, reason);
    if (result.kept) {
      const { name, fingerprint } = file;
      run.kept.keep({ ...result.kept, file: name, fingerprint, line: item.line, reading: progress.reading });
    }
    progress.line = item.line;
    if (performance.now() - savedAt > saveEveryMs) {
      saveNow(run);
      savedAt = performance.now();
    }
    yield raw?.bytesRead ?? 0;
  }
}

async function* rowsAfter(line: number, rows: AsyncIterable<CsvRow>): AsyncGenerator<CsvRow> {
  for await (const row of rows) if (row.line > line) yield row;
}

/** What was written down is on the disk before the state says so: a kill between the two repeats rows, and loses none. */
export function saveNow({ state, rejects, kept }: Pick<ImportRun, 'state' | 'rejects' | 'kept'>): void {
  state.save({ path: rejects.path, bytes: rejects.flush() }, kept.flush());
}

/** The sum over all files, those read by an earlier, stopped run among them. */
export function totals(files: readonly OpenFile[], names: readonly string[]): Counts {
  const sum = (name: string): number => files.reduce((total, { progress }) => total + (progress.counts[name] ?? 0), 0);
  return Object.fromEntries(names.map((name) => [name.slice(name.indexOf('.') + 1), sum(name)]));
}
