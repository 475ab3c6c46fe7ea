import type { OffenceCategory } from '../../domain/vocabulary';
import { inventedVictim, type InventedVictim } from './inventedVictim';
import type { CrimeRow } from './policeRow';
import { reportTimes, type ReportTimes } from './reportTimes';
import type { ReportWindow } from './reportWindow';

/** A report as `POST /crime-reports` takes it. */
export interface CrimeReport extends ReportTimes {
  readonly source: 'policeRecordsSystem';
  readonly sourceReference: string;
  readonly crimeReference: string;
  readonly offence: { readonly category: OffenceCategory; readonly title: string };
  readonly investigatingForce: string;
  readonly owningTeam: string;
  readonly people: readonly [InventedVictim];
}

/** The report of a crime: the same row, window and team give the same report, byte for byte. */
export function crimeReport(row: CrimeRow, window: ReportWindow, owningTeam: string): CrimeReport {
  const { crimeId, force, type } = row;
  if (type.victim === 'none') throw new RangeError('A crime without a victim has no report');
  return {
    source: 'policeRecordsSystem',
    sourceReference: crimeId,
    crimeReference: crimeId,
    ...reportTimes(crimeId, window),
    offence: { category: type.category, title: type.name },
    investigatingForce: force,
    owningTeam,
    people: [inventedVictim(crimeId, type.victim)],
  };
}
