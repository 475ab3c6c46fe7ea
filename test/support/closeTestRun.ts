import { rmSync } from 'node:fs';
import path from 'node:path';
import { endOrphans } from '../../dev/dataFolder';

/** After all test files: ends the shared servers, if any test asked for them, and removes their data. */
export default async function closeTestRun(): Promise<void> {
  const folder = process.env.VICTIM_CASE_TEST_RUN;
  if (folder) await closeTestRunIn(folder);
}

export async function closeTestRunIn(folder: string): Promise<void> {
  await endOrphans(path.join(folder, 'servers'), () => undefined);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
