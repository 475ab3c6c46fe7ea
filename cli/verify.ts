import path from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../config/config';
import { CommandStopped } from './commandStopped';
import { withComplianceOptions, type ComplianceOptions } from './complianceOptions';
import { serviceReader } from './service/readOnly';
import { verifyCompliance } from './verify/verifyCompliance';

const program = new Command('npm run --silent verify --')
  .description('Recount what the service reports, from the facts of its cases alone')
  .showHelpAfterError('Add --help for the options.');

withComplianceOptions(
  program
    .command('compliance')
    .description('Recompute every number of the compliance report; exit code 1 if any differs')
)
  .addHelpText('after', '\nCases that change while it reads may differ: run it again, or at a quiet time.')
  .action(async (options: ComplianceOptions) => {
    const { dataDir, port } = readConfig();
    const reader = serviceReader(options, { dataDir: path.resolve(dataDir), port });
    const verified = await verifyCompliance(reader, options);
    const { cases, duties, numbers, dueInRestrictedCases, differences, dutiesThatDiffer } = verified;
    for (const sentence of differences) console.log(sentence);
    for (const sentence of dutiesThatDiffer) console.log(sentence);
    console.log(
      `${cases} cases, ${duties} duties, ${numbers} numbers compared: ` +
        (differences.length === 0 ? 'all agree' : `${differences.length} differ`)
    );
    if (dueInRestrictedCases > 0) {
      console.log(`${dueInRestrictedCases} more are due in restricted cases that you may not open: not recounted`);
    }
    if (differences.length > 0) process.exitCode = 1;
  });

program.parseAsync().catch((error: unknown) => {
  const isExplained = error instanceof CommandStopped || (error instanceof Error && error.name === 'ConfigError');
  console.error(isExplained ? (error as Error).message : error);
  process.exitCode = 1;
});
