import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { CommandStopped } from './commandStopped';
import { progressBar } from './importing/progressBar';
import { wholeNumber } from './optionValues';
import { dutyList } from './rehearsal/dutyList';
import type { Months } from './rehearsal/policeFiles';
import { profiled } from './rehearsal/profile';
import { rehearsalText } from './rehearsal/rehearsalText';
import { rehearseAll } from './rehearsal/rehearseAll';

interface Options {
  readonly from: string;
  readonly months?: Months;
  readonly sample?: number;
  readonly seed: string;
  readonly live: boolean;
  readonly withOutcomes: boolean;
  readonly duties?: string;
  readonly profile?: string;
  readonly json: boolean;
}

const month = '\\d{4}-(?:0[1-9]|1[0-2])';
const months = (value: string): Months => {
  const [, first, last = first] = new RegExp(`^(${month})(?:\\.\\.(${month}))?$`).exec(value) ?? [];
  if (first !== undefined && last !== undefined && first <= last) return { first, last };
  throw new InvalidArgumentError('It must be a month or two, such as 2021-06 or 2021-01..2022-01.');
};

const usualFolder = path.join(process.env.VICTIM_CASE_DATA ?? '../shared/data', 'crime-reports', 'hertfordshire');

new Command('npm run rehearse --')
  .description(
    'Replay the crimes and outcomes of data.police.uk through the rules alone: every duty that would have arisen'
  )
  .option('--from <folder>', 'where the street and outcome files are, plain or .gz', usualFolder)
  .option('--months <months>', 'such as 2021-01..2022-01 (default: all that the folder has)', months)
  .option('--sample <n>', 'only so many crimes, rare courses among them', wholeNumber(1, 10_000_000))
  .option('--seed <text>', 'which crimes a sample takes', '1')
  .option('--live', 'wake each case whenever the workflow would, so that rungs are counted too', false)
  .option('--with-outcomes', 'the last outcome of each street row counts too (where there are no outcome files)', false)
  .option('--duties <file>', 'write every duty to this file, as CSV')
  .option('--profile <file>', 'write where the processor time went to this .cpuprofile file')
  .option('--json', 'print the counts as JSON, and nothing else', false)
  .addHelpText('after', '\nNothing is sent anywhere. What is invented is what the import invents: docs/import.md.')
  .showHelpAfterError('Add --help for the options.')
  .action(async (options: Options) => {
    const { withOutcomes: withLastOutcomes, ...rest } = options;
    const bar = progressBar(process.stderr, !options.json);
    const list = options.duties === undefined ? undefined : dutyList(options.duties);
    const watching = {
      begin: bar.begin,
      show: (done: number) => bar.show(done, done),
      ...(list ? { duty: list.add } : {}),
    };
    const work = () => rehearseAll({ ...rest, withLastOutcomes }, watching);
    const rehearsal = await (options.profile === undefined ? work() : profiled(options.profile, work)).finally(bar.end);
    list?.close();
    console.log(options.json ? JSON.stringify(rehearsal) : rehearsalText(rehearsal));
  })
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error instanceof CommandStopped ? error.message : error);
    process.exitCode = 1;
  });
