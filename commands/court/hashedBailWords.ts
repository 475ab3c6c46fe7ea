import type { DefendantIds } from '../../domain/court/courtEvent';
import type { AboutProsecution, Said } from '../../gateways/courts/reading';
import type { Engine } from '../engine';

const longestWords = 4_000;
const withConditions: ReadonlySet<string> = new Set(['bailedWithConditions', 'varied']);

/**
 * Every decision with conditions beside a hash of its words, under a key, by which a prosecution knows other words without
 * holding any. Where the message gives none the hash is empty.
 */
export function withWordsHashed(
  { database }: Pick<Engine, 'database'>,
  prosecutions: readonly AboutProsecution[]
): AboutProsecution[] {
  const hashed = (event: Said): Said => {
    if (event.kind !== 'bailDecided' || !withConditions.has(event.data.decision)) return event;
    const words = wordsOn(prosecutions, event.data.defendant) ?? '';
    return { ...event, data: { ...event.data, wordsHash: database.hash('bailWords', words) ?? '' } };
  };
  return prosecutions.map((about) => ({ ...about, events: about.events.map(hashed) }));
}

/** What a message says of the conditions of one defendant, each sentence once; undefined where it says nothing. */
export function wordsOn(prosecutions: readonly AboutProsecution[], defendant: DefendantIds): string | undefined {
  const words = prosecutions.flatMap(({ bailWords = [] }) => bailWords);
  const theirs = words.filter((each) => each.defendant.some((id) => defendant.includes(id)));
  const said = [...new Set(theirs.map(({ text }) => text))].join('\n');
  return said === '' ? undefined : said.slice(0, longestWords);
}
