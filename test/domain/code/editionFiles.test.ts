import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as editionsModule from '../../../domain/code/editions';

const root = path.join(__dirname, '..', '..', '..');
const listFor = (folder: string): string =>
  execFileSync(process.execPath, [path.join(root, 'editionFiles.mjs'), '--print', folder], { encoding: 'utf8' });

const draft = `import type { Edition } from '../../../domain/code/obligation';

export const codeOfTomorrow: Edition = {
  id: 'code-of-tomorrow',
  scheme: 'victimsCode',
  title: 'a draft of the next Code',
  status: 'draft',
  obligations: [],
};
`;

describe('the list of edition files', () => {
  it('is up to date', () => {
    const list = readFileSync(path.join(root, 'domain', 'code', 'editionFiles.ts'), 'utf8');
    const isFresh = list === listFor(path.join(root, 'domain', 'code', 'editions'));
    expect(isFresh ? 'up to date' : 'stale: run "node editionFiles.mjs"').toBe('up to date');
  });

  it('takes up a draft of the next Code that is added as one file, and no case is held to it', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'victim-case-editions-'));
    try {
      cpSync(path.join(root, 'domain'), path.join(folder, 'domain'), { recursive: true });
      const code = path.join(folder, 'domain', 'code');
      writeFileSync(path.join(code, 'editions', 'codeOfTomorrow.ts'), draft);
      writeFileSync(path.join(code, 'editionFiles.ts'), listFor(path.join(code, 'editions')));
      const added = jest.requireActual<typeof editionsModule>(path.join(code, 'editions.ts'));
      expect(added.editionById('code-of-tomorrow').status).toBe('draft');
      expect(added.editionInForce('victimsCode', '2999-12-31', '2999-12-31')?.id).toBe('victims-code-2020');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
