import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../config/config';
import { holderOf, openDataFolder } from './dataFolder';
import { SetUpError, leaveWith } from './failure';

/** What a service writes into its data folder. Anything else in there is not ours to remove. */
const contents = [
  'temporal',
  'mongodb',
  'logs',
  'keys',
  'engine.json',
  'endpoints.json',
  'children.json',
  'secantusd.toml',
];

async function clean(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return console.log(`Nothing to remove: ${dataDir} does not exist.`);
  const holder = holderOf(dataDir);
  if (holder) {
    throw new SetUpError(
      `The service is running on ${dataDir} (process ${holder.pid}): stop it before its data is removed.`
    );
  }
  const folder = await openDataFolder(dataDir, (line) => console.log(line));
  for (const name of contents) rmSync(folder.file(name), { recursive: true, force: true });
  folder.close();
  console.log(`Removed the data, keys and logs in ${dataDir}.`);
}

function show(dataDir: string): void {
  const holder = holderOf(dataDir);
  if (!holder) return console.log(`Nothing is running on ${dataDir}.`);
  console.log(`Process ${holder.pid} runs the service on ${dataDir}:`);
  const endpoints = path.join(dataDir, 'endpoints.json');
  if (existsSync(endpoints)) console.log(readFileSync(endpoints, 'utf8').trim());
}

const program = new Command('npm run stack --')
  .description('Say what runs on DATA_DIR, or remove what the embedded servers keep there.')
  .option('--clean', 'remove all data, keys and logs; refused while the service runs')
  .action(async (options: { clean?: boolean }) => {
    const dataDir = path.resolve(readConfig().dataDir);
    if (options.clean) await clean(dataDir);
    else show(dataDir);
  });

program.parseAsync().catch(leaveWith);
