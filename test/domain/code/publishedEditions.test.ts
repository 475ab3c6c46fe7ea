import { readFileSync } from 'node:fs';
import path from 'node:path';
import { editions } from '../../../domain/code/editions';
import { contentHash } from '../../../published/publishedCode';

const pinned = JSON.parse(readFileSync(path.join(__dirname, 'publishedEditions.json'), 'utf8')) as {
  readonly howTo: string;
  readonly hashes: Readonly<Record<string, string>>;
};
const published = editions.filter(({ status }) => status !== 'draft');

describe('a published edition', () => {
  it.each(published.map((edition) => [edition.id, edition] as const))('%s is as it was published', (id, edition) => {
    const hash = contentHash(edition);
    if (pinned.hashes[id] === undefined) throw new Error(`Pin it in publishedEditions.json: "${id}": "${hash}"`);
    if (pinned.hashes[id] !== hash) throw new Error(`${id} was edited (now ${hash}). ${pinned.howTo}`);
  });

  it('is never removed', () => {
    expect(Object.keys(pinned.hashes).sort()).toEqual(published.map(({ id }) => id).sort());
  });
});
