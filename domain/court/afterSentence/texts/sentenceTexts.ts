import type { MessageLanguage } from '../../../messages/template';
import type { Sentence } from '../../courtEvent';
import type { SentenceText, SentenceTexts } from './sentenceText';
import { sentenceTexts1 } from './sentenceTexts1';

/** Every version of the texts, oldest first. */
export const sentenceTexts: readonly [SentenceTexts, ...SentenceTexts[]] = [sentenceTexts1];

export interface SentenceMeaning extends Readonly<Record<MessageLanguage, SentenceText>> {
  readonly sentence: Sentence;
  readonly version: number;
}

/** What sentences mean, by the newest texts, in the order in which they are named. */
export function meaningsOf(sentences: readonly Sentence[]): SentenceMeaning[] {
  const { version, texts } = sentenceTexts.at(-1) ?? sentenceTexts[0];
  return sentences.map((sentence) => ({ sentence, version, ...texts[sentence] }));
}
