import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '../../domain/time/londonTime';
import { CommandStopped } from '../commandStopped';

export type Counts = Record<string, number>;

/** How far one file has come. */
export interface FileProgress {
  /** The last line of which everything up to it is imported or accounted for. */
  line: number;
  counts: Counts;
  isFinished: boolean;
  /** Tells this reading of the file from another one. */
  reading: string;
}

interface Remembered {
  version: 1;
  /** Files that an unfinished import has read, wholly or in part. */
  files: Record<string, FileProgress>;
  /** The moment that reports of a file were spread up to; kept, so that the same import makes the same reports. */
  until: Record<string, Instant>;
  rejects: { path: string; bytes: number };
  keptBytes?: number;
}

const empty: Remembered = { version: 1, files: {}, until: {}, rejects: { path: '', bytes: 0 } };

/** What an import remembers from run to run. A lost file costs time only: every request may be sent again. */
export class ImportState {
  #remembered: Remembered;

  /** `fromStart`: no file counts as begun; the rest is remembered. Throws a sentence where the file is not a state. */
  constructor(
    readonly path: string,
    fromStart = false
  ) {
    this.#remembered = { ...structuredClone(empty), ...readState(path), ...(fromStart ? { files: {} } : {}) };
  }

  progressOf(key: string): FileProgress | undefined {
    return this.#remembered.files[key];
  }

  begin(key: string): FileProgress {
    return (this.#remembered.files[key] = { line: 1, counts: {}, isFinished: false, reading: `${Date.now()}` });
  }

  forget(keys: readonly string[]): void {
    for (const key of keys) delete this.#remembered.files[key];
  }

  untilOf(key: string, otherwise: Instant): Instant {
    return (this.#remembered.until[key] ??= otherwise);
  }

  rejectBytes(rejectsPath: string): number {
    const { path: written, bytes } = this.#remembered.rejects;
    return written === rejectsPath ? bytes : 0;
  }

  keptBytes(): number | undefined {
    return this.#remembered.keptBytes;
  }

  /** Replaces the file as a whole, so that a kill leaves the old state or the new. */
  save(rejects: { path: string; bytes: number }, keptBytes: number): void {
    Object.assign(this.#remembered, { rejects, keptBytes });
    mkdirSync(path.dirname(this.path), { recursive: true });
    const part = `${this.path}.part`;
    writeFileSync(part, `${JSON.stringify(this.#remembered, null, 2)}\n`, { flush: true });
    renameSync(part, this.path);
  }
}

function readState(file: string): Partial<Remembered> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  try {
    const state = JSON.parse(text) as Partial<Remembered>;
    if (state.version === 1) return state;
  } catch {
    // Told below.
  }
  throw new CommandStopped(`${file} is not the state of an import: name another by --state, or remove it.`, 1);
}
