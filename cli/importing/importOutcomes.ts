import { startOfLondonDay } from '../../domain/time/londonTime';
import type { CsvRow } from '../policeData/csvFile';
import { outcomeRow } from '../policeData/policeRow';
import { importRows, saveNow, totals, type ImportRun, type OpenFile, type Settled } from './importRun';
import type { Counts } from './importState';
import { oneAfterAnother } from './oneAfterAnother';
import { tellKeptOutcomes } from './tellKeptOutcomes';
import { tellOutcome } from './tellOutcome';

/** `applied + alreadyKnown + keptUntilTheirCrimeArrives + rejected = rowsRead`. */
export interface OutcomeImportCounts {
  readonly outcomes: Counts;
  readonly keptOutcomes?: Counts;
}

const names = ['rowsRead', 'applied', 'alreadyKnown', 'keptUntilTheirCrimeArrives', 'rejected'];

/** Tells the cases the outcomes of outcome files, after those that an earlier run had to keep. */
export async function importOutcomes(run: ImportRun, files: readonly OpenFile[]): Promise<OutcomeImportCounts> {
  const forOneCrime = oneAfterAnother();
  const readAgain = new Set(files.filter(({ isResumed }) => !isResumed).map(({ fingerprint }) => fingerprint));
  let hasOlderReading = false;
  const keptOutcomes = await tellKeptOutcomes(run, ({ fingerprint }) => {
    if (!readAgain.has(fingerprint)) return true;
    hasOlderReading = true;
    return false;
  });

  await importRows(run, files, async (file: OpenFile, row: CsvRow): Promise<Settled> => {
    const outcome = outcomeRow(file.columns, row);
    if ('broken' in outcome) return { counts: ['rowsRead', 'rejected'], rejected: [outcome.broken] };
    const { crimeId, month, force, outcome: name } = outcome;
    if (startOfLondonDay(`${month}-01`) > file.until) {
      return { counts: ['rowsRead', 'rejected'], rejected: ['has a month that has not begun'] };
    }
    const telling = { outcome: { crimeId, month, outcome: name }, force, until: file.until };
    const told = await forOneCrime(crimeId, () => tellOutcome(run.client, telling));
    if (typeof told !== 'string') return { counts: ['rowsRead', 'rejected'], rejected: [told.broken] };
    if (told !== 'crimeUnknown') return { counts: ['rowsRead', told] };
    return {
      counts: ['rowsRead', 'keptUntilTheirCrimeArrives'],
      kept: { crimeId, month, outcome: name, force },
    };
  });

  if (hasOlderReading) {
    const readings = new Map(files.map(({ fingerprint, progress }) => [fingerprint, progress.reading]));
    const isCurrent = (reading: string, of: string): boolean => (readings.get(of) ?? reading) === reading;
    await run.kept.sift(1, ({ reading, fingerprint }) => Promise.resolve(isCurrent(reading, fingerprint)));
  }
  const counts = { outcomes: totals(files, names), ...(keptOutcomes ? { keptOutcomes } : {}) };
  run.state.forget(files.map(({ key }) => key));
  saveNow(run);
  return counts;
}
