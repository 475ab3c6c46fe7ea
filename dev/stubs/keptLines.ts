import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a stub was sent, in the order of arrival, kept in a file so that it survives a restart. */
export interface KeptLines<Line> {
  readonly all: readonly Line[];
  add(line: Line): void;
}

/** One JSON document a line. A last line that a kill cut short is left out. */
export function keptLines<Line>(file: string): KeptLines<Line> {
  mkdirSync(path.dirname(file), { recursive: true });
  const all: Line[] = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .flatMap(parsed<Line>)
    : [];
  return {
    all,
    add(line) {
      appendFileSync(file, `${JSON.stringify(line)}\n`);
      all.push(line);
    },
  };
}

function parsed<Line>(line: string): Line[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as Line];
  } catch {
    return [];
  }
}
