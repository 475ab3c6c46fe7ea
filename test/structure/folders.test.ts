import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /^[a-z]/.test(entry.name) && !['node_modules', 'dist'].includes(entry.name))
  .map(({ name }) => name);
const files = [
  ...readdirSync(root).filter((name) => name.includes('.')),
  ...folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file))
  ),
];
const exists = (file: string): boolean => existsSync(path.join(root, file));
const mostFiles = 25;

/** `config/config.ts`, `dev/stubs/`: what stands between back quotes in a page and begins with a folder of ours. */
function pathsIn(page: string): string[] {
  const names = [...read(page).matchAll(/`([a-z]\w*\/[\w./-]*)`/gi)].map(([, name]) => name as string);
  return names.filter((name) => folders.includes(name.split('/')[0] as string));
}

describe('the folders', () => {
  it(`hold no more than ${mostFiles} sources each, so that a newcomer finds a thing by its name`, () => {
    const counts = new Map<string, number>();
    for (const file of files.filter((each) => each.endsWith('.ts'))) {
      counts.set(path.dirname(file), (counts.get(path.dirname(file)) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > mostFiles)).toEqual([]);
  });

  it('are each told of in the README', () => {
    const [, after = ''] = read('README.md').split('## Where things are');
    const rows = (after.split('## ')[0] ?? '').split('\n').map((row) => /^- (.*?): /.exec(row)?.[1] ?? '');
    expect(folders.filter((folder) => !rows.some((row) => row.includes(`\`${folder}/\``)))).toEqual([]);
  });

  it('leave at the root one source, the worker', () => {
    expect(files.filter((file) => /^\w+\.ts$/.test(file))).toEqual(['worker.ts']);
  });
});

describe('the pages', () => {
  const pages = files.filter((file) => file.endsWith('.md'));

  it.each(pages)('%s names files and folders that are there', (page) => {
    expect(pathsIn(page).filter((name) => !exists(name) && !exists(`${name}.ts`))).toEqual([]);
  });

  it('name some', () => {
    expect(pages.flatMap(pathsIn).length).toBeGreaterThan(15);
  });
});
