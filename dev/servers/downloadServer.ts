import { readdirSync } from 'node:fs';
import path from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { MongoBinary } from 'mongodb-memory-server-core';
import { messageOf } from '../failure';
import type { Downloadable } from './ownDownload';

/** Downloads by the tool that owns the server. `@temporalio/testing` has no download alone: it starts the server and ends it. */
async function download(server: Downloadable, downloadDir: string): Promise<string> {
  if (server === 'mongod') return MongoBinary.getPath({ downloadDir });
  const executable = { type: 'cached-download', downloadDir, ttl: '3650 days' } as const;
  const environment =
    server === 'temporal'
      ? await TestWorkflowEnvironment.createLocal({ server: { executable } })
      : await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  await environment.teardown();
  const program = readdirSync(downloadDir).find((name) => name.startsWith(server) && !name.endsWith('.downloading'));
  if (!program) throw new Error(`nothing named ${server} arrived in ${downloadDir}`);
  return path.join(downloadDir, program);
}

const [, , server, downloadDir] = process.argv;
download(server as Downloadable, downloadDir ?? '').then(
  (program) => console.log(program),
  (error: unknown) => {
    console.error(messageOf(error).split('\n').join(' ').slice(0, 160));
    process.exitCode = 1;
  }
);
