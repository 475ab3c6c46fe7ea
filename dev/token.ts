import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config/config';
import { roles, type Role } from '../domain/vocabulary';
import { leaveWith } from './failure';
import { signToken } from './signToken';

const collect = (value: string, earlier: string[] = []): string[] => [...earlier, value];

const positive = (value: string): number => {
  if (!(Number(value) > 0)) throw new InvalidArgumentError('It must be a number above 0.');
  return Number(value);
};

/** `npm run token`: prints a token for the embedded service, and nothing else. */
const program = new Command('npm run --silent token --')
  .description('Print a bearer token for the service in DATA_DIR. It is signed by the key of that folder.')
  .addOption(new Option('--role <role...>', 'what the caller may do').choices(roles).makeOptionMandatory())
  .option('--sub <sub>', 'who the caller is (default: example- and the role)')
  .option('--force <force>', 'police force of the caller', 'hertfordshire')
  .option('--also-force <force>', 'another force of a regional coordinator; may be given several times', collect)
  .option('--team <team>', 'team of the caller; may be given several times (default: north-victim-care)', collect)
  .option('--hours <hours>', 'how long the token is good for', positive, 8)
  .action(
    async (options: {
      role: Role[];
      sub?: string;
      force: string;
      alsoForce?: string[];
      team?: string[];
      hours: number;
    }) => {
      const { role, sub, force, alsoForce, team, hours } = options;
      const { dataDir, oidcAudience } = readConfig();
      const caller = {
        roles: role,
        force,
        hours,
        audience: oidcAudience,
        ...(sub ? { sub } : {}),
        ...(alsoForce ? { forces: [force, ...alsoForce] } : {}),
        ...(team ? { teams: team } : {}),
      };
      console.log(await signToken(path.resolve(dataDir), caller));
    }
  );

program.parseAsync().catch(leaveWith);
