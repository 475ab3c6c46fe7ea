import { bundleWorkflowCode } from '@temporalio/worker';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from '../../dev/processes/lockFile';

/** The workflow bundle of this test run, made from the sources by the first test file that asks. */
export async function workflowBundle(): Promise<{ codePath: string }> {
  const run = process.env.VICTIM_CASE_TEST_RUN;
  if (!run) throw new Error('Only jest with the configuration of this repository opens a test run.');
  const codePath = path.join(run, 'workflow-bundle.js');
  await withLock(
    path.join(run, 'bundle-lock.json'),
    () => undefined,
    async () => {
      if (existsSync(codePath)) return;
      const root = path.join(__dirname, '..', '..');
      const { code } = await bundleWorkflowCode({
        workflowsPath: path.join(root, 'workflows', 'index.ts'),
        workflowInterceptorModules: [path.join(root, 'workflows', 'correlation.ts')],
        failureConverterPath: path.join(root, 'temporal', 'failureConverter.ts'),
        logger: quiet,
      });
      writeFileSync(codePath, code);
    }
  );
  return { codePath };
}

const silent = () => undefined;
const quiet = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: console.error };
