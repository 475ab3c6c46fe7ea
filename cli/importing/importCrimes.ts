import { instant } from '../../domain/time/londonTime';
import { crimeReport } from '../policeData/crimeReport';
import type { CsvRow } from '../policeData/csvFile';
import { crimeRow, type CrimeRow } from '../policeData/policeRow';
import { monthWindow, recentWindow, type ReportWindow } from '../policeData/reportWindow';
import { codeOf, objection } from '../service/serviceClient';
import { importRows, saveNow, totals, type ImportRun, type OpenFile, type Settled } from './importRun';
import type { Counts } from './importState';
import { crimeMark } from './keptOutcomes';
import { oneAfterAnother } from './oneAfterAnother';
import { tellKeptOutcomes } from './tellKeptOutcomes';
import { tellOutcome } from './tellOutcome';

export interface CrimeImport {
  readonly owningTeam: string;
  /** Spread over so many days before `until` in place of the month. */
  readonly recentDays?: number | undefined;
  /** Tell the `Last outcome category` of each row as well. */
  readonly withOutcomes: boolean;
}

/** `started + alreadyKnown + noVictimKnown + rejected = rowsRead`, and the like for outcomes. */
export interface CrimeImportCounts {
  readonly crimes: Counts;
  readonly outcomes?: Counts;
  readonly keptOutcomes?: Counts;
}

const crimeCounts = [
  'crimes.rowsRead',
  'crimes.casesStarted',
  'crimes.alreadyKnown',
  'crimes.noVictimKnown',
  'crimes.rejected',
];
const outcomeCounts = ['outcomes.rowsRead', 'outcomes.applied', 'outcomes.alreadyKnown', 'outcomes.rejected'];

/** Reports the crimes of street files, then tells the outcomes that waited for one of them. */
export async function importCrimes(
  run: ImportRun,
  files: readonly OpenFile[],
  { owningTeam, recentDays, withOutcomes }: CrimeImport
): Promise<CrimeImportCounts> {
  const forOneCrime = oneAfterAnother();
  const windowOf = windows(recentDays);
  const awaited = new Set<number>();
  for await (const { crimeId } of run.kept.all()) awaited.add(crimeMark(crimeId));
  const arrived = new Set<number>();

  const settle = async (file: OpenFile, row: CsvRow): Promise<Settled> => {
    const crime = crimeRow(file.columns, row);
    if ('broken' in crime) return rejected(crime.broken);
    if (crime.type.victim === 'none') return { counts: ['crimes.rowsRead', 'crimes.noVictimKnown'] };
    const window = windowOf(crime.month, file.until);
    if (!window) return rejected('has a month that has not begun');
    return forOneCrime(crime.crimeId, () => report(crime, window, file));
  };

  const report = async (crime: CrimeRow, window: ReportWindow, file: OpenFile): Promise<Settled> => {
    const { crimeId, force } = crime;
    const body = crimeReport(crime, window, owningTeam);
    const reply = await run.client.post('/crime-reports', body, { force });
    if (codeOf(reply) === 'reportDiffers') {
      return rejected(
        'was imported before with other content: another --team, --until or --recent, or a changed crime'
      );
    }
    if (reply.status < 200 || reply.status > 299) return rejected(objection(reply));
    const mark = crimeMark(crimeId);
    if (awaited.has(mark)) arrived.add(mark);
    const isKnown = reply.body.alreadyKnown === true;
    const settled: Settled = { counts: ['crimes.rowsRead', isKnown ? 'crimes.alreadyKnown' : 'crimes.casesStarted'] };
    if (!withOutcomes || !crime.lastOutcome) return settled;
    const receivedAt = instant(body.receivedAt);
    const started = (reply.body.cases as { caseId: string }[]).map(({ caseId }) => ({
      caseId,
      receivedAt,
      suspects: [],
    }));
    const told = await tellOutcome(run.client, {
      outcome: { crimeId, outcome: crime.lastOutcome },
      force,
      until: file.until,
      justStarted: isKnown ? undefined : started,
    });
    if (typeof told === 'string') {
      // A case that is known but not to be found yet was started a moment ago, by somebody else.
      const count = told === 'applied' ? 'outcomes.applied' : 'outcomes.alreadyKnown';
      if (told !== 'crimeUnknown') return { counts: [...settled.counts, 'outcomes.rowsRead', count] };
    }
    const reason = typeof told === 'string' ? 'has a crime whose case cannot be found yet' : told.broken;
    return {
      counts: [...settled.counts, 'outcomes.rowsRead', 'outcomes.rejected'],
      rejected: [`was reported, but its outcome ${reason}`],
    };
  };

  await importRows(run, files, settle);
  const tryAll = files.some(({ isResumed }) => isResumed);
  const keptOutcomes = await tellKeptOutcomes(run, ({ crimeId }) => tryAll || arrived.has(crimeMark(crimeId)));
  const counts = {
    crimes: totals(files, crimeCounts),
    ...(withOutcomes ? { outcomes: totals(files, outcomeCounts) } : {}),
    ...(keptOutcomes ? { keptOutcomes } : {}),
  };
  run.state.forget(files.map(({ key }) => key));
  saveNow(run);
  return counts;
}

function rejected(reason: string): Settled {
  return { counts: ['crimes.rowsRead', 'crimes.rejected'], rejected: [reason] };
}

function windows(recentDays: number | undefined): (month: string, until: string) => ReportWindow | undefined {
  const made = new Map<string, ReportWindow | undefined>();
  return (month, until) => {
    const key = recentDays === undefined ? `${month} ${until}` : until;
    if (!made.has(key)) {
      made.set(key, recentDays === undefined ? monthWindow(month, until) : recentWindow(recentDays, until));
    }
    return made.get(key);
  };
}
