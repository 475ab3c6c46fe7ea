import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Sealer } from '../../database/encryption/masterKey';

/** Where a stub keeps what it was sent. Sealed, since it may be about real people. */
export interface StubFile {
  readonly path: string;
  readonly sealer?: Sealer | undefined;
}

/** What a stub was sent, in the order of arrival, kept in a file so that it survives a restart. */
export interface KeptLines<Line> {
  readonly all: readonly Line[];
  add(line: Line): void;
}

const context = 'line of a stub';

/** One JSON document a line. A last line that a kill cut short is left out. */
export function keptLines<Line>({ path: file, sealer }: StubFile): KeptLines<Line> {
  mkdirSync(path.dirname(file), { recursive: true });
  const read = (line: string): Line[] => {
    try {
      if (line === '') return [];
      return [sealer ? sealer.unseal<Line>(context, line) : (JSON.parse(line) as Line)];
    } catch {
      return [];
    }
  };
  const all: Line[] = existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(read) : [];
  return {
    all,
    add(line) {
      appendFileSync(file, `${sealer ? sealer.seal(context, line) : JSON.stringify(line)}\n`);
      all.push(line);
    },
  };
}
