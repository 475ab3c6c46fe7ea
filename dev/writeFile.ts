import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Replaces a file as a whole: a reader, or a crash, sees the old content or the new, never half of it. */
export function writeWhole(file: string, content: string, mode = 0o644): void {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  writeFileSync(part, content, { mode, flush: true });
  renameSync(part, file);
}

export function writeJson(file: string, value: unknown): void {
  writeWhole(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** What a JSON file holds; undefined where it is absent or torn. */
export function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
