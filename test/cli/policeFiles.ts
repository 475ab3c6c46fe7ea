import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export const streetHeader =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context';
export const outcomesHeader =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type';

const force = 'Hertfordshire Constabulary';

/** An id of the shape that the files have, for a number. */
export const crimeId = (number: number): string => number.toString(16).padStart(64, '0');

/** A row of a street file, invented. */
export function crime(id: string, type = 'Burglary', outcome = '', month = '2021-06', reportedBy = force): string {
  return `${id},${month},${reportedBy},${reportedBy},-0.1,51.8,On or near Invented Lane,E00000000,Nowhere 001A,${type},${outcome},`;
}

export function outcome(id: string, name: string, month = '2021-07', reportedBy = force): string {
  return `${id},${month},${reportedBy},${reportedBy},,,No location,,,${name}`;
}

/** Writes a file of police data, compressed where its name ends in .gz; answers its path. */
export function policeFile(folder: string, name: string, lines: readonly string[] | Buffer): string {
  const content = Buffer.isBuffer(lines) ? lines : Buffer.from(`${lines.join('\n')}\n`);
  const file = path.join(folder, name);
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(content) : content);
  return file;
}
