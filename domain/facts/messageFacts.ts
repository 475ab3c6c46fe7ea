import type * as words from '../vocabulary';
import type { Channel } from '../vocabulary';

interface AboutMessage {
  messageId: string;
  template: string;
  channel: Channel;
}

/** Facts of messages that were sent, of calls outside what was agreed, and of stopped contact. Enums and ids only. */
export interface MessageFacts {
  /** Somebody else has it: a network, a mail server, the post. */
  messageSent: AboutMessage;
  messageFailed: AboutMessage & { reason: (typeof words.messageFailures)[number] };
  /** It left, and nobody has said in time that it arrived: it may not count as news. */
  messageUnconfirmed: AboutMessage;
  /** It did arrive, after all. */
  messageArrived: AboutMessage;
  /** It was not sent, since it must not be. */
  messageStopped: AboutMessage & { reason: string };
  messageReviewed: { messageId: string; decision: 'sentAnotherWay' | 'toldOtherwise' | 'notNeeded' };
  safeContactOverridden: { contactPointId: string; channel: Channel; reason: (typeof words.overrideReasons)[number] };
  contactStopped: { reason: (typeof words.contactStopReasons)[number] };
  contactStopLifted: { reason: 'safeAgain' | 'stoppedInError' | 'victimAsked' };
}
