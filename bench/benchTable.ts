import type { Durations } from './durations';

/** What a run of the benchmark found. Times in milliseconds unless the name says seconds. */
export interface BenchResult {
  readonly cases: number;
  readonly concurrency: number;
  readonly seconds: number;
  readonly casesPerSecond: number;
  readonly durations: Readonly<Record<string, ReturnType<Durations['summary']>>>;
  readonly lateLists: number;
  /** Processor time for each case, by process. */
  readonly processorMsPerCase: Readonly<Record<string, number>>;
  readonly lostOrDoubled: readonly string[];
  readonly machine: Readonly<Record<string, string>>;
}

const names: Readonly<Record<string, string>> = {
  report: 'report a crime',
  reportShown: '… until its task is listed',
  completion: 'complete a task',
  completionShown: '… until it is listed no more',
  event: 'record "no crime"',
};

export function benchTable(result: BenchResult): string {
  const { cases, concurrency, seconds, casesPerSecond, lateLists, lostOrDoubled } = result;
  const durations = Object.entries(result.durations).map(([name, { count, p50, p99, most }]) => [
    names[name] ?? name,
    ...[count, p50, p99, most].map(String),
  ]);
  const processes = Object.entries(result.processorMsPerCase);
  const total = processes.reduce((sum, [, each]) => sum + each, 0);
  return [
    ...Object.entries(result.machine).map(([what, value]) => `${what}: ${value}`),
    '',
    `${cases} cases, ${concurrency} at a time, in ${seconds.toFixed(1)} s: ${casesPerSecond.toFixed(2)} cases/s`,
    '',
    ...columns([['milliseconds', 'calls', 'p50', 'p99', 'longest'], ...durations]),
    '',
    ...columns([
      ['processor time', 'ms per case'],
      ...processes.map(([name, each]) => [name, each.toFixed(1)]),
      ...(processes.length > 0 ? [['together', total.toFixed(1)]] : []),
    ]),
    '',
    `Lists that lagged behind a reply: ${lateLists}`,
    `Lost or doubled: ${lostOrDoubled.length === 0 ? 'nothing' : lostOrDoubled.length}`,
    ...lostOrDoubled.slice(0, 20),
  ].join('\n');
}

/** The first column to the left, numbers to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  );
}
