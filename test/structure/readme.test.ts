import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('the README', () => {
  const config = ['config', 'temporal', 'keys', 'systems'].map((part) => read(`config/${part}.ts`)).join('\n');
  const variables = [...config.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name as string);

  it('knows where the settings are read', () => {
    expect(variables.length).toBeGreaterThan(20);
  });

  it.each(variables)('tells an engineer about %s', (variable) => {
    expect(read('README.md')).toContain(`\`${variable}\``);
  });

  it('names only commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read('README.md').matchAll(/npm run (?:--silent )?([a-z-]+)/g)].map(([, name]) => name as string);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links to pages that are there', () => {
    const linked = [...read('README.md').matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, file]) => file as string);
    for (const file of linked) expect(() => readFileSync(path.join(root, file))).not.toThrow(/ENOENT/);
  });
});
