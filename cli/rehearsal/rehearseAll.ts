import type { Duty } from '../../domain/code/duty';
import { careState } from '../../domain/careState';
import { ledger } from '../../domain/code/ledger';
import type { Standing } from '../../domain/code/standing';
import { startOfLondonDay, type Instant } from '../../domain/time/londonTime';
import { monthAfter } from '../policeData/reportWindow';
import type { Months, PoliceFiles } from './policeFiles';
import { policeFiles } from './policeFiles';
import { readCrimes, type ReportedCrime, type RowCounts } from './readCrimes';
import { rehearse } from './rehearse';
import { sampleOf } from './sample';
import { Tally, type RightInMonth, type Standings } from './tally';

export interface RehearsalOptions {
  readonly from: string;
  readonly months?: Months | undefined;
  /** Only so many crimes, chosen by the seed. */
  readonly sample?: number | undefined;
  readonly seed: string;
  /** Cases wake whenever the workflow would, so that rungs come. */
  readonly live: boolean;
  readonly withLastOutcomes: boolean;
}

export interface Watching {
  begin(crimes: number): void;
  show(done: number): void;
  /** Each duty of each case at the end, in the order of the files. */
  duty?: (crime: ReportedCrime, duty: Duty, standing: Standing) => void;
}

export interface Rehearsal {
  readonly months: Months;
  readonly until: Instant;
  readonly rows: RowCounts;
  readonly cases: number;
  readonly events: number;
  readonly refused: number;
  readonly duties: Standings;
  readonly rungs?: Readonly<Record<string, number>> | undefined;
  readonly fingerprint: string;
  readonly byEdition: Readonly<Record<string, Standings>>;
  readonly byObligation: Readonly<Record<string, Standings>>;
  readonly byRightAndMonth: readonly RightInMonth[];
  /** By the clock; `processor` is the processor time of both, which other work on the machine does not lengthen. */
  readonly seconds: { readonly reading: number; readonly rehearsing: number; readonly processor: number };
  readonly casesASecond: number;
}

/** Leads a case for every crime of a folder from its report to the end of the last month, with nobody doing anything. */
export async function rehearseAll(options: RehearsalOptions, watching: Watching): Promise<Rehearsal> {
  const startedAt = performance.now();
  const processorBefore = process.cpuUsage();
  const files: PoliceFiles = policeFiles(options.from, options.months);
  const read = await readCrimes(files, options.withLastOutcomes);
  const { sample, seed } = options;
  const crimes = sample === undefined ? read.crimes : sampleOf(read.crimes, sample, seed);
  const until = startOfLondonDay(`${monthAfter(files.months.last)}-01`);
  const readAt = performance.now();
  const tally = new Tally();
  const total = { cases: 0, events: 0, refused: 0 };
  watching.begin(crimes.length);
  for (const crime of crimes) {
    const rehearsed = rehearse(crime, until, options.live);
    if (!rehearsed) continue;
    const { careRecord, refused } = rehearsed.life;
    total.cases += 1;
    total.events += rehearsed.told.length;
    total.refused += refused;
    for (const duty of ledger(careRecord, careState(careRecord))) {
      const standing = tally.add(rehearsed.opening.caseId, duty, until);
      watching.duty?.(crime, duty, standing);
    }
    for (const reached of Object.values(careRecord.rungs)) {
      for (const { rung } of reached) tally.rungs[rung] = (tally.rungs[rung] ?? 0) + 1;
    }
    watching.show(total.cases);
  }
  const rehearsing = (performance.now() - readAt) / 1000;
  const { user, system } = process.cpuUsage(processorBefore);
  return {
    months: files.months,
    until,
    rows: read.counts,
    ...total,
    duties: tally.all,
    ...(options.live ? { rungs: tally.rungs } : {}),
    fingerprint: tally.fingerprint(),
    byEdition: tally.byEdition(),
    byObligation: tally.byObligation(),
    byRightAndMonth: tally.byRightAndMonth(),
    seconds: { reading: (readAt - startedAt) / 1000, rehearsing, processor: (user + system) / 1e6 },
    casesASecond: total.cases / rehearsing,
  };
}
