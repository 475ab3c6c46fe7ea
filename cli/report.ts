import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import { readConfig } from '../config/config';
import { CommandStopped } from './commandStopped';
import { compliancePath, withComplianceOptions, type ComplianceOptions } from './complianceOptions';
import { reportText, type ComplianceReport } from './reportText';
import { serviceReader } from './service/readOnly';

interface Options extends ComplianceOptions {
  readonly csv?: boolean;
  readonly json?: boolean;
  readonly out?: string;
}

const program = new Command('npm run --silent report --')
  .description('Reports from the running service')
  .showHelpAfterError('Add --help for the options.');

withComplianceOptions(program.command('compliance').description('How far the duties of the Code were met'))
  .addOption(new Option('--csv', 'as a table for spreadsheets').conflicts('json'))
  .addOption(new Option('--json', 'as the API answers'))
  .option('--out <file>', 'write to a file in place of the terminal')
  .action(async (options: Options) => {
    const { dataDir, port } = readConfig();
    const reader = serviceReader(options, { dataDir: path.resolve(dataDir), port });
    const found = await reader.text(compliancePath(options), options.csv ? 'text/csv' : 'application/json');
    const text = options.csv || options.json ? found : reportText(JSON.parse(found) as ComplianceReport);
    if (options.out === undefined) process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    else writeFileSync(options.out, text);
  });

program.parseAsync().catch((error: unknown) => {
  const isExplained = error instanceof CommandStopped || (error instanceof Error && error.name === 'ConfigError');
  console.error(isExplained ? (error as Error).message : error);
  process.exitCode = 1;
});
