import { Command, InvalidArgumentError, Option } from 'commander';
import { editions } from '../domain/code/editions';
import { schemes, type Scheme } from '../domain/code/obligation';
import { instant, londonDay, type CalendarDay } from '../domain/time/londonTime';
import { publishedCode } from '../published/publishedCode';
import { codeTable } from './codeTable';

interface Options {
  readonly edition?: string;
  readonly scheme?: Scheme;
  readonly on?: CalendarDay;
  readonly json: boolean;
}

const day = (value: string): CalendarDay => {
  const at = Date.parse(`${value}T00:00:00Z`);
  if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(value) && value.length === 10) return value;
  throw new InvalidArgumentError('It must be a day such as 2026-11-22.');
};

const ids = editions.map(({ id }) => id);

new Command('npm run code --')
  .description('Show the law and the promises that cases are held to, as this release applies them')
  .addOption(new Option('--edition <id>', 'only this edition').choices(ids))
  .addOption(new Option('--scheme <scheme>', 'only this family of law or promises').choices(schemes))
  .option('--on <day>', 'only the editions in force on this day', day)
  .option('--json', 'print what GET /api/v1/code answers, and nothing else', false)
  .showHelpAfterError('Add --help for the options.')
  .action(({ json, ...filter }: Options) => {
    const shown = publishedCode(filter, londonDay(instant(Date.now())));
    console.log(json ? JSON.stringify({ editions: shown }, undefined, 2) : codeTable(shown));
  })
  .parse();
