import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { msToNumber, msToTs, optionalTsToMs } from '@temporalio/common/lib/time';
import type { DataFolder } from '../dataFolder';
import { freePort, reachPort } from '../processes/freePort';
import type { EmbeddedServer } from './embeddedServer';
import { findProgram, type ProgramSource } from './ways';
import { temporalCliWheel } from './wheel';

const temporalCli: ProgramSource = {
  server: 'Temporal server',
  addressVariable: 'TEMPORAL_ADDRESS',
  programVariable: 'TEMPORAL_CLI',
  program: 'temporal',
  download: 'temporal',
  downloadSite: 'temporal.download',
  wheel: temporalCliWheel,
};

/** Closed workflows stay readable in the engine for this long; the server's own default is a day. */
const retention = '30 days';

const searchAttributes = ['ForceId=Keyword', 'CaseStage=Keyword'];

const dynamicConfig = ['system.forceSearchAttributesCacheRefreshOnRead=true'];

export interface TemporalOptions {
  readonly namespace: string;
  /** More settings of the server as KEY=VALUE, for tests. */
  readonly dynamicConfig?: readonly string[];
}

export async function temporalServer(
  folder: DataFolder,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
  options: TemporalOptions
): Promise<EmbeddedServer> {
  const { found: program, way } = await findProgram(temporalCli, env, say);
  const [version, port, uiPort] = await Promise.all([temporalVersion(program), freePort(), freePort()]);
  const address = `127.0.0.1:${port}`;
  mkdirSync(folder.file('temporal'), { recursive: true });
  const args = [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)],
    ...['--db-filename', folder.file('temporal', 'temporal.db'), '--log-level', 'error', '--log-format', 'json'],
    ...['journal_mode=wal', 'synchronous=2'].flatMap((pragma) => ['--sqlite-pragma', pragma]),
    ...(options.namespace === 'default' ? [] : ['--namespace', options.namespace]),
    ...searchAttributes.flatMap((attribute) => ['--search-attribute', attribute]),
    ...[...dynamicConfig, ...(options.dynamicConfig ?? [])].flatMap((value) => ['--dynamic-config-value', value]),
  ];
  return {
    command: {
      name: 'temporal',
      command: program,
      args,
      logFile: folder.logFile('temporal'),
      env: withoutClientSettings(env),
      cwd: folder.path,
    },
    engine: { engine: 'temporal-cli', version, program },
    address,
    uiAddress: `http://127.0.0.1:${uiPort}`,
    way,
    probe: async () => {
      // A gRPC connection that is refused once tries again only after a second.
      await reachPort(port);
      await answersAndKeeps(address, options.namespace);
    },
  };
}

/** The CLI takes flags from TEMPORAL_* variables too; those are meant for our own processes. */
function withoutClientSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')));
}

async function temporalVersion(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, ['--version'], { timeout: 20_000 });
  return /version (\S+)/.exec(stdout)?.[1] ?? 'unknown';
}

/** Asks for the namespace, and raises how long it keeps closed workflows. */
async function answersAndKeeps(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '1 second' });
  try {
    const { config } = await connection.workflowService.describeNamespace({ namespace });
    if ((optionalTsToMs(config?.workflowExecutionRetentionTtl) ?? 0) >= msToNumber(retention)) return;
    await connection.workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: msToTs(retention) },
    });
  } finally {
    await connection.close();
  }
}
