import type { Fact } from '../fact';
import type { Instant } from '../time/londonTime';

/** What has become of messages, as far as a person must do something about it. */
export interface MessageState {
  /** Those that did not reach the victim, until somebody has looked. */
  unsentMessages: { readonly seq: number; readonly messageId: string; readonly at: Instant }[];
  /** All contact with the person is stopped. */
  contactStopped: boolean;
}

export function noMessagesYet(): MessageState {
  return { unsentMessages: [], contactStopped: false };
}

/** Takes in what a fact says of messages. What was stopped together with all contact is nothing to look at one by one. */
export function followMessages(known: MessageState, fact: Fact): void {
  switch (fact.kind) {
    case 'messageFailed':
    case 'messageStopped': {
      const { messageId, reason } = fact.data;
      if (reason === 'contactStopped' || reason === 'victimDied') break;
      known.unsentMessages.push({ seq: fact.seq, messageId, at: fact.happenedAt });
      break;
    }
    case 'messageReviewed': {
      const { messageId } = fact.data;
      known.unsentMessages = known.unsentMessages.filter((each) => each.messageId !== messageId);
      break;
    }
    case 'contactStopped':
      known.contactStopped = true;
      break;
    case 'contactStopLifted':
      known.contactStopped = false;
      break;
    default:
      break;
  }
}
