import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { mongo } from 'mongoose';
import type { DataFolder } from '../dataFolder';
import { freePort } from '../processes/freePort';
import type { EmbeddedServer } from './embeddedServer';
import type { Engine } from './engineRecord';
import { findProgram, type ProgramSource } from './ways';
import { secantusWheel } from './wheel';

const mongod: ProgramSource = {
  server: 'MongoDB-compatible server',
  addressVariable: 'MONGODB_URI',
  programVariable: 'MONGOD',
  program: 'mongod',
  download: 'mongod',
  downloadSite: 'fastdl.mongodb.org',
  wheel: secantusWheel,
};

export const databaseName = 'victim-cases';

export async function mongodbServer(
  folder: DataFolder,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void
): Promise<EmbeddedServer> {
  const { found: program, way } = await findProgram(mongod, env, say);
  const [engine, port] = await Promise.all([engineOf(program), freePort()]);
  const data = folder.file('mongodb');
  mkdirSync(data, { recursive: true });
  const address = `mongodb://127.0.0.1:${port}/${databaseName}?directConnection=true`;
  return {
    command: {
      name: 'mongodb',
      command: program,
      args: engine.engine === 'secantusdb' ? secantusArgs(folder, data, port) : mongodArgs(data, port),
      logFile: folder.logFile('mongodb'),
      env,
      cwd: folder.path,
    },
    engine,
    address,
    way,
    probe: () => answers(address),
  };
}

function mongodArgs(data: string, port: number): string[] {
  return ['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1'];
}

/** An empty settings file is named, since the server would else look for one in the working folder and in /etc. */
function secantusArgs(folder: DataFolder, data: string, port: number): string[] {
  const settings = folder.file('secantusd.toml');
  writeFileSync(settings, '');
  const listen = ['--host', '127.0.0.1', '--port', String(port)];
  return [
    '--config',
    settings,
    ...listen,
    '--storage-path',
    data,
    '--standalone',
    '--sync-on-commit',
    '--log-level',
    'WARNING',
  ];
}

async function engineOf(program: string): Promise<Engine> {
  const run = promisify(execFile);
  if (path.basename(program).startsWith('secantusd')) {
    const ask = 'import importlib.metadata; print(importlib.metadata.version("SecantusDB"))';
    const python = path.join(path.dirname(program), 'python');
    const { stdout } = await run(python, ['-c', ask], { timeout: 20_000 });
    return { engine: 'secantusdb', version: stdout.trim(), program };
  }
  const { stdout } = await run(program, ['--version'], { timeout: 20_000 });
  return { engine: 'mongod', version: /db version v(\S+)/.exec(stdout)?.[1] ?? 'unknown', program };
}

async function answers(address: string): Promise<void> {
  const client = new mongo.MongoClient(address, { serverSelectionTimeoutMS: 500, connectTimeoutMS: 500 });
  try {
    await client.db().command({ ping: 1 });
  } finally {
    await client.close();
  }
}
