import type { Instant } from '../time/londonTime';
import type { overrideReasons } from '../vocabulary';
import type { MessageChannel, MessageLanguage } from './template';

/** A message to a person, as it was written when it was queued; it is kept sealed, and sent as it is. */
export interface Message {
  readonly template: string;
  readonly templateVersion: number;
  readonly channel: MessageChannel;
  readonly language: MessageLanguage;
  readonly contactPointId: string;
  readonly subject: string;
  readonly body: string;
  readonly isSafetyNews: boolean;
  /** Not before this instant, whatever is safe. */
  readonly notBefore?: Instant | undefined;
  /** Somebody took it on themself that it goes outside what was agreed. */
  readonly override?: { readonly by: string; readonly reason: (typeof overrideReasons)[number] } | undefined;
}
