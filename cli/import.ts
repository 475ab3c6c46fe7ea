import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../config/config';
import { instant, startOfLondonDay, type Instant } from '../domain/time/londonTime';
import { CommandStopped } from './commandStopped';
import { courtHelp, crimeHelp, directoryHelp, outcomeHelp } from './importHelp';
import { importSummary } from './importSummary';
import { importCourtMessages } from './importing/importCourtMessages';
import { importCrimes } from './importing/importCrimes';
import { importDirectory } from './importing/importDirectory';
import { importOutcomes } from './importing/importOutcomes';
import { openFiles } from './importing/importRun';
import { openRun, type RunOptions } from './importing/openRun';
import type { Counts } from './importing/importState';
import { progressBar } from './importing/progressBar';
import { wholeNumber } from './optionValues';
import { givenToken, signedTokens } from './service/accessTokens';
import { jsonPoster } from './service/httpCall';
import { serviceClient } from './service/serviceClient';
import { serviceAddress } from './service/serviceAddress';

interface CrimeOptions extends RunOptions {
  readonly recent?: number;
  readonly team: string;
  readonly withOutcomes: boolean;
}

/** A day in London, whose start is meant, or an instant. */
const moment = (value: string): Instant => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const at = Date.parse(isDay ? `${value}T00:00:00Z` : value);
  if (Number.isNaN(at)) throw new InvalidArgumentError('It must be a day such as 2026-11-22.');
  if (at > Date.now()) throw new InvalidArgumentError('It must not lie in the future.');
  return isDay ? startOfLondonDay(value) : instant(at);
};

const program = new Command('npm run import --')
  .description(
    'Import files of data.police.uk (plain or .gz), or a directory of support services, into the running service'
  )
  .showHelpAfterError('Add --help for the options.');

function fileCommand(name: string, description: string, help: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('<file...>', 'CSV files, as they are or compressed by gzip')
    .option('--url <url>', 'address of the service (default: where DATA_DIR says it runs)')
    .option('--token <token>', 'bearer token, also VICTIM_CASE_TOKEN (default: signed by the key in DATA_DIR)')
    .option('--concurrency <n>', 'rows at a time', wholeNumber(1, 64), 12)
    .option('--until <day>', 'nothing is dated later than the start of this day (default: now)', moment)
    .option('--state <file>', 'where to remember how far it came (default: DATA_DIR/import/state.json)')
    .option('--rejects <file>', 'where to list rejected rows (default: DATA_DIR/import/rejects.csv)')
    .option('--patience <seconds>', 'how long to wait for a service that is away', wholeNumber(1, 86_400), 60)
    .option('--from-start', 'read all rows again, even where an earlier run was stopped', false)
    .option('--json', 'print the counts as JSON, and nothing else', false)
    .addHelpText('after', help);
}

fileCommand('crime-reports', 'Report the crimes of street files: each starts the case of its victim', crimeHelp)
  .option('--recent <days>', 'spread the reports over the last days in place of their month', wholeNumber(1, 3650))
  .option('--team <team>', 'the team that gets the cases', 'north-victim-care')
  .option('--with-outcomes', 'tell the last outcome of each row too (where a force has no outcomes file)', false)
  .action((files: string[], options: CrimeOptions) =>
    perform(options, async (run, url) => {
      const { team: owningTeam, recent: recentDays, withOutcomes } = options;
      const settings = [url, recentDays, owningTeam, withOutcomes];
      const opened = await openFiles(run, 'crime-reports', files, settings, { given: options.until, now: thisHour() });
      run.start(opened);
      return { ...(await importCrimes(run, opened, { owningTeam, recentDays, withOutcomes })) };
    })
  );

fileCommand('outcomes', 'Tell the cases what outcome files say became of their crimes', outcomeHelp).action(
  (files: string[], options: RunOptions) =>
    perform(options, async (run, url) => {
      const opened = await openFiles(run, 'outcomes', files, [url], { given: options.until, now: thisHour() });
      run.start(opened);
      return { ...(await importOutcomes(run, opened)) };
    })
);

program
  .command('court-messages')
  .description('Send what courts, police and prosecution sent: lists, events, hearings, results, one message a file')
  .argument('<file...>', 'files in JSON or XML, as they came')
  .option('--url <url>', 'address of the service (default: where DATA_DIR says it runs)')
  .option('--token <token>', 'bearer token, also VICTIM_CASE_TOKEN (default: signed by the key in DATA_DIR)')
  .option('--force <force>', 'whose messages they are', 'hertfordshire')
  .option('--kind <kind>', 'what the files are, where neither they nor their names say')
  .option('--urn <urn>', 'the prosecution that they are an answer about, where they do not name it')
  .option('--concurrency <n>', 'messages at a time', wholeNumber(1, 64), 4)
  .option('--patience <seconds>', 'how long to wait for a service that is away', wholeNumber(1, 86_400), 60)
  .option('--json', 'print the counts as JSON, and nothing else', false)
  .addHelpText('after', courtHelp)
  .action(sendCourtMessages);

program
  .command('directory')
  .description('Take over a directory of support services, whole or not at all')
  .argument('<file>', 'CSV file of support services')
  .option('--url <url>', 'address of the service (default: where DATA_DIR says it runs)')
  .option('--token <token>', 'bearer token, also VICTIM_CASE_TOKEN (default: signed by the key in DATA_DIR)')
  .option('--force <force>', 'whose directory it is', 'hertfordshire')
  .addHelpText('after', directoryHelp)
  .action(async (file: string, options: { url?: string; token?: string; force: string }) => {
    const { dataDir: folder, port } = readConfig();
    const dataDir = path.resolve(folder);
    const given = options.token ?? process.env.VICTIM_CASE_TOKEN;
    const signing = { role: 'supervisor', sub: 'directory-import' } as const;
    const tokens = given ? givenToken(given) : signedTokens(dataDir, signing);
    const url = (options.url ?? serviceAddress({ dataDir, port })).replace(/\/+$/, '');
    const imported = await importDirectory(file, { url, force: options.force, tokens });
    if ('faults' in imported) {
      for (const { line, field, message } of imported.faults) {
        console.error([`line ${line}`, field, message].filter(Boolean).join(': '));
      }
      throw new CommandStopped('Nothing was taken over. Mend the file and run it again.', 1);
    }
    console.log(`${imported.added} added, ${imported.changed} known and taken over`);
  });

interface CourtOptions {
  readonly url?: string;
  readonly token?: string;
  readonly force: string;
  readonly kind?: string;
  readonly urn?: string;
  readonly concurrency: number;
  readonly patience: number;
  readonly json: boolean;
}

async function sendCourtMessages(files: string[], options: CourtOptions): Promise<void> {
  const { dataDir: folder, port } = readConfig();
  const dataDir = path.resolve(folder);
  const given = options.token ?? process.env.VICTIM_CASE_TOKEN;
  const url = (options.url ?? serviceAddress({ dataDir, port })).replace(/\/+$/, '');
  const { force, kind, urn, concurrency: atATime } = options;
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort()).once('SIGTERM', () => stopping.abort());
  const client = serviceClient({
    url,
    post: jsonPoster(url, atATime),
    tokens: given ? givenToken(given) : signedTokens(dataDir, { sub: 'court-messages-import' }),
    patienceMs: options.patience * 1000,
    stop: stopping.signal,
  });
  const progress = progressBar(process.stderr, !options.json);
  const work = { client, progress, atATime, force, kind, urn, stop: stopping.signal };
  const { counts, parked } = await importCourtMessages(files, work);
  console.log(options.json ? JSON.stringify(counts) : importSummary(counts));
  for (const { file, because } of parked) console.error(`${file}: ${because}`);
  if (parked.length > 0) process.exitCode = 1;
}

function thisHour(): Instant {
  return instant(Math.floor(Date.now() / 3_600_000) * 3_600_000);
}

async function perform(
  options: RunOptions,
  work: (run: ReturnType<typeof openRun>, url: string) => Promise<Readonly<Record<string, Counts>>>
): Promise<void> {
  const { dataDir, port } = readConfig();
  const run = openRun(options, { dataDir: path.resolve(dataDir), port });
  const startedAt = performance.now();
  try {
    const counts = await work(run, run.url);
    if (options.json) {
      console.log(JSON.stringify(counts));
      return;
    }
    console.log(importSummary(counts));
    if (run.rejects.bytes() > 0) console.log(`The rejected rows are listed in ${run.rejects.path}`);
    console.log(`${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  } finally {
    run.close();
  }
}

program.parseAsync().catch((error: unknown) => {
  const isExplained = error instanceof CommandStopped || (error instanceof Error && error.name === 'ConfigError');
  console.error(isExplained ? (error as Error).message : error);
  process.exitCode = error instanceof CommandStopped ? error.exitCode : 1;
});
