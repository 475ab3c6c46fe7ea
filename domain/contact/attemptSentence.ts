import { londonText } from '../time/londonTime';
import type { Channel } from '../vocabulary';
import type { AttemptReason, NextAttempt } from './nextAttempt';

const channelWords: Readonly<Record<Channel, string>> = {
  phone: 'Call',
  videoCall: 'Call by video',
  text: 'Send a text',
  email: 'Send an e-mail',
  letter: 'Send a letter',
  inPerson: 'Visit',
  viaRepresentative: 'Ask the representative',
};

const reasonWords: Readonly<Record<AttemptReason, string>> = {
  firstAttempt: 'nobody has tried yet, and it is the safe way that comes first',
  noAnswer: 'nobody answered, and calls in quick succession draw attention',
  messageLeft: 'a message was left and they need time to answer it',
  messageUnanswered: 'they have not answered the last message',
  someoneElseAnswered: 'somebody else answered, who must not notice a second call',
  notSafeToSpeak: 'they could not speak safely then',
  wrongNumber: 'the number was not theirs',
  callBackAgreed: 'that is when they asked to be tried again',
  anotherChannel: 'the way tried before has failed, and this one is safe too',
  noSafeChannelKnown: 'no way of contact is known to be safe',
  everySafeChannelFailed: 'every way that is known to be safe has failed',
  nothingMoreToTry: 'every safe way has failed and nobody knows another',
};

/** The next attempt in a sentence, with London times. */
export function attemptSentence(next: NextAttempt): string {
  const why = reasonWords[next.because];
  if (next.step === 'attempt') {
    return `${channelWords[next.channel]}, not before ${londonText(next.notBefore)}: ${why}.`;
  }
  return next.step === 'askForSafeChannel'
    ? `Ask for another safe way to reach them: ${why}.`
    : `Decide whether they are unreachable, unsafe to contact, or have declined: ${why}.`;
}
