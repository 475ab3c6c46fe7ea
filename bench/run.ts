import { availableParallelism, cpus, loadavg } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { benchTable, type BenchResult } from './benchTable';
import { runningService, startedService, type BenchedService } from './benchedService';
import { closedLoop } from './closedLoop';
import { httpClient } from './httpClient';
import { lostOrDoubled } from './nothingLost';
import type { Role } from '../domain/vocabulary';
import { processorTimes } from './processorTime';
import { vacatedTrial } from './vacatedTrial';

interface Options {
  readonly cases: number;
  readonly concurrency: number;
  readonly warmUp: number;
  readonly url?: string;
  readonly token?: string;
  readonly bare: boolean;
  readonly json: boolean;
}

const wholeNumber = (value: string): number => {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError('It must be a whole number from 1.');
};

/** `npm run bench`: how many cases a second the service carries, and what each costs. */
const program = new Command('npm run bench --')
  .description('Take cases from report to end over HTTP, several at a time, and measure: rate, times, processor time')
  .option('--cases <n>', 'cases that are measured', wholeNumber, 400)
  .option('--concurrency <n>', 'cases at a time', wholeNumber, 8)
  .option('--warm-up <n>', 'cases before the measuring starts', wholeNumber, 100)
  .option('--url <url>', 'measure this running service (default: one of its own in a temporary data folder)')
  .option('--token <token>', 'bearer token for it (default: signed by the key in DATA_DIR)')
  .option('--bare', 'measure a bare Temporal application in the place of the service: one update, one activity', false)
  .option('--json', 'print the result as JSON, and nothing else', false)
  .action(bench);

program
  .command('vacated-trial')
  .description(
    'Vacate the trial of tomorrow by the message of the court, and measure until every witness is told or to be called'
  )
  .option('--witnesses <n>', 'witnesses of the trial', wholeNumber, 40)
  .option('--runs <n>', 'trials, one after another', wholeNumber, 5)
  .action(vacatedTrials);

async function vacatedTrials({
  witnesses,
  runs,
}: {
  readonly witnesses: number;
  readonly runs: number;
}): Promise<void> {
  const service = await startedService({ otherSystems: true });
  const client = async (role: Role) => httpClient(service.url, await service.token({ roles: [role] }));
  const clients = { system: await client('reporting-system'), officer: await client('witness-care-officer') };
  try {
    console.log(`${witnesses} witnesses, ${Object.values(machine(service, loadavg()[0] ?? 0)).join('; ')}`);
    for (let run = 1; run <= runs; run += 1) {
      const { seconds, counts, bookings, messages } = await vacatedTrial(clients, witnesses);
      const found = [counts, bookings].map((each) => JSON.stringify(each)).join(' ');
      console.log(`${run}: ${seconds.toFixed(1)} s, ${messages} messages, ${found}`);
    }
  } finally {
    clients.system.close();
    clients.officer.close();
    await service.stop();
  }
}

async function bench(options: Options): Promise<void> {
  const { url, token, bare, json } = options;
  const service = url === undefined ? await startedService({ bare }) : runningService(url, token);
  try {
    const result = await measured(service, options);
    console.log(json ? JSON.stringify(result, undefined, 2) : benchTable(result));
    if (result.lostOrDoubled.length > 0) process.exitCode = 1;
  } finally {
    await service.stop();
  }
}

async function measured(service: BenchedService, { cases, concurrency, warmUp, bare }: Options): Promise<BenchResult> {
  const { url, pids } = service;
  const [reporter, officer] = [
    httpClient(url, await service.token({ roles: ['reporting-system'] })),
    httpClient(url, await service.token({ roles: ['victim-care-officer', 'supervisor'] })),
  ];
  const clients = { reporter, officer };
  try {
    const first = await closedLoop(clients, { cases: warmUp, concurrency });
    const load = loadavg()[0] ?? 0;
    const before = processorTimes(pids);
    const { caseIds, seconds, measures } = await closedLoop(clients, { cases, concurrency });
    const after = processorTimes(pids);
    const { lateLists, ...durations } = measures;
    return {
      cases,
      concurrency,
      seconds,
      casesPerSecond: cases / seconds,
      durations: Object.fromEntries(Object.entries(durations).map(([name, each]) => [name, each.summary()])),
      lateLists,
      processorMsPerCase: Object.fromEntries(
        Object.entries(after).map(([name, time]) => [name, (time - (before[name] ?? 0)) / cases])
      ),
      lostOrDoubled: bare ? [] : await lostOrDoubled(officer, [...first.caseIds, ...caseIds]),
      machine: machine(service, load),
    };
  } finally {
    reporter.close();
    officer.close();
  }
}

function machine({ ways }: BenchedService, load: number): Record<string, string> {
  const model = cpus()[0]?.model ?? 'unknown';
  const processors = `${availableParallelism()} of ${model}, load before measuring ${load.toFixed(1)}`;
  return { processors, node: process.version, ...ways };
}

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
