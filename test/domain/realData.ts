import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const dataFolder = path.resolve(process.env.VICTIM_CASE_DATA ?? path.join(__dirname, '../../../shared/data'));

/** A JSON file of the folder of real data; undefined, and said aloud, where this machine has none. */
export function realJson<T>(...place: string[]): T | undefined {
  const file = path.join(dataFolder, ...place);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
  console.warn(`Skipped: there is no ${file}. Set VICTIM_CASE_DATA to the folder of real data.`);
  return undefined;
}
