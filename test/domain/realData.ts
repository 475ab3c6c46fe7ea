import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const dataFolder = path.resolve(process.env.VICTIM_CASE_DATA ?? path.join(__dirname, '../../../shared/data'));

/** A JSON file of the folder of real data; undefined, and said aloud, where this machine has none. */
export function realJson<T>(...place: string[]): T | undefined {
  const text = realText(place);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

/** The rows of a CSV file of the folder of real data, by the names in its header; none, and said aloud, without it. */
export function realRows(...place: string[]): readonly Readonly<Record<string, string>>[] {
  return parse(realText(place) ?? '', { columns: true, bom: true });
}

/** A folder of real data; undefined, and said aloud, where this machine has none. */
export function realFolder(...place: string[]): string | undefined {
  const folder = path.join(dataFolder, ...place);
  if (existsSync(folder)) return folder;
  sayAbsent(folder);
  return undefined;
}

function realText(place: readonly string[]): string | undefined {
  const file = path.join(dataFolder, ...place);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  sayAbsent(file);
  return undefined;
}

function sayAbsent(place: string): void {
  console.warn(`Skipped: there is no ${place}. Set VICTIM_CASE_DATA to the folder of real data.`);
}
