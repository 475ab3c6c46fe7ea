import type { MessageLanguage } from '../../../messages/template';
import type { Sentence } from '../../courtEvent';

/** What a sentence or an order is called, and what it means for the victim, in words that a child can follow. */
export interface SentenceText {
  readonly name: string;
  readonly means: string;
}

/**
 * The texts of one version. A published one is not changed; another wording is another version in a file of its own.
 * They speak of a court: nobody but a person gives them to a victim, and no message that the service sends holds them.
 */
export interface SentenceTexts {
  readonly version: number;
  readonly texts: Readonly<Record<Sentence, Readonly<Record<MessageLanguage, SentenceText>>>>;
}
