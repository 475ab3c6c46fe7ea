import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../dev/projectRoot';
import { startService } from '../../dev/service';
import { tryThis } from '../../dev/tryThis';
import { temporaryFolder } from '../support/temporaryFolder';

const dataDir = path.join(temporaryFolder(), 'data');

it('the lines that npm start prints take a victim from a crime report past first contact', async () => {
  const service = startService({ env: { ...process.env, PORT: '0', DATA_DIR: dataDir } });
  let output = '';
  try {
    const { apiUrl } = await service.ready;
    const lines = `set -euo pipefail\n${tryThis(apiUrl, `DATA_DIR=${dataDir} `)}`;
    const { stdout } = await promisify(execFile)('bash', ['-c', lines], { cwd: projectRoot, timeout: 80_000 });
    output = stdout;
  } finally {
    await service.stop();
  }

  const [shown, list, completion, after] = output
    .trim()
    .split(/\n(?=\{)/)
    .map((text) => JSON.parse(text));
  expect(shown).toMatchObject({ stage: 'firstContact' });
  expect(list.items).toContainEqual(expect.objectContaining({ kind: 'makeFirstContact', caseId: shown.caseId }));
  expect(completion).toMatchObject({ caseId: shown.caseId });
  const kinds = (after.items as { kind: string }[]).map(({ kind }) => kind);
  expect(kinds.length).toBeGreaterThan(0);
  expect(kinds).not.toContain('makeFirstContact');
}, 120_000);
