import type { AttemptSpacing, CaseOpening } from '../careRecord';
import type { Fact, FactData } from '../fact';
import { addCalendarDays, addHours, atLondonClock, londonDay, londonText, type Instant } from '../time/londonTime';
import { afterQuietHours, type QuietHours } from '../time/staffHours';
import type { Channel } from '../vocabulary';

export interface Try {
  readonly seq: number;
  readonly at: Instant;
  readonly channel: Channel;
  readonly result: FactData['contactAttempted']['result'];
  readonly callBackAt?: Instant | undefined;
}

/** How a person has been tried since somebody last reached them, and by which ways it is safe to try. */
export interface Attempts {
  routes: { readonly safe: readonly Channel[]; readonly preferred?: Channel | undefined };
  tries: readonly Try[];
  /** When they were last reached, and whether they asked to be called again. */
  reached?: {
    readonly at: Instant;
    readonly channel?: Channel | undefined;
    readonly callBackAt?: Instant | undefined;
  };
  /** A person has decided that nobody can reach them, and nobody has tried since. */
  given?: FactData['contactImpossible']['reason'];
  /** Somebody asked around for another safe way since the last try. */
  sought?: { readonly seq: number; readonly result: FactData['safeChannelSought']['result'] };
}

export function noAttemptsYet({ safeChannels: safe, preferredChannel: preferred, officerActions }: Arrival): Attempts {
  const at = officerActions.find(({ action }) => action === 'victimContacted')?.at;
  return { routes: { safe, preferred }, tries: [], ...(at === undefined ? {} : { reached: { at } }) };
}

type Arrival = Pick<CaseOpening, 'safeChannels' | 'preferredChannel' | 'officerActions'>;

/** Takes in what a fact says of attempts; facts come in the order in which they happened. */
export function followAttempts(known: Attempts, fact: Fact): void {
  const { seq, happenedAt: at } = fact;
  switch (fact.kind) {
    case 'contactAttempted': {
      const { channel, result, callBackAt } = fact.data;
      known.tries = [...known.tries, { seq, at, channel, result, ...(callBackAt ? { callBackAt } : {}) }];
      delete known.sought;
      delete known.given;
      break;
    }
    case 'contactMade':
      reach(known, { at, channel: fact.data.channel, callBackAt: fact.data.callBackAt });
      break;
    case 'officerActed':
      if (fact.data.action === 'victimContacted') reach(known, { at });
      break;
    case 'contactImpossible':
      known.tries = [];
      known.given = fact.data.reason;
      break;
    case 'personChanged': {
      const { safeChannels: safe, preferredChannel: preferred, changed } = fact.data;
      known.routes = { safe, preferred };
      // Another number is another way: the count starts afresh.
      if (changed.includes('contactPoints')) known.tries = [];
      delete known.sought;
      break;
    }
    case 'safeChannelSought':
      known.sought = { seq, result: fact.data.result };
      break;
    default:
      break;
  }
}

function reach(known: Attempts, reached: NonNullable<Attempts['reached']>): void {
  known.reached = reached;
  known.tries = [];
  delete known.sought;
  delete known.given;
}

export const attemptReasons = [
  'firstAttempt',
  'noAnswer',
  'messageLeft',
  'messageUnanswered',
  'someoneElseAnswered',
  'notSafeToSpeak',
  'wrongNumber',
  'callBackAgreed',
  'anotherChannel',
  'noSafeChannelKnown',
  'everySafeChannelFailed',
  'nothingMoreToTry',
] as const;
export type AttemptReason = (typeof attemptReasons)[number];

/**
 * What to do next to reach somebody: try a safe way, not before an instant; ask around for another safe way; or decide
 * that nobody can reach them, since everything was tried.
 */
export type NextAttempt =
  | {
      readonly step: 'attempt';
      readonly channel: Channel;
      readonly notBefore: Instant;
      readonly because: AttemptReason;
    }
  | { readonly step: 'askForSafeChannel' | 'decide'; readonly because: AttemptReason };

interface Rules {
  readonly spacing: AttemptSpacing;
  readonly quietHours: QuietHours;
  /** No attempt is made before the case is here. */
  readonly since: Instant;
}

const calls: ReadonlySet<Channel> = new Set(['phone', 'videoCall']);
const inOrder: readonly Channel[] = ['phone', 'videoCall', 'text', 'email', 'letter', 'inPerson', 'viaRepresentative'];

/**
 * The next attempt, from what was tried and which ways are safe alone. Undefined once they have been reached, or a
 * person has decided that nobody can reach them.
 */
export function nextAttempt(known: Attempts, rules: Rules): NextAttempt | undefined {
  const { tries, routes, reached } = known;
  const last = tries.at(-1);
  const noOtherWay = known.sought?.result === 'noneFound';
  if (!last && known.given) return undefined;
  if (!last && reached) {
    if (reached.callBackAt === undefined) return undefined;
    const before = routes.safe.find((each) => each === reached.channel);
    const channel = before ?? bestOf(routes.safe, routes.preferred);
    if (!channel) return { step: 'askForSafeChannel', because: 'noSafeChannelKnown' };
    return { step: 'attempt', channel, notBefore: reached.callBackAt, because: 'callBackAgreed' };
  }
  if (routes.safe.length === 0) {
    return { step: noOtherWay ? 'decide' : 'askForSafeChannel', because: 'noSafeChannelKnown' };
  }
  const channel = bestOf(
    routes.safe.filter((each) => !isExhausted(each, tries, rules.spacing)),
    routes.preferred
  );
  if (!channel) {
    return noOtherWay
      ? { step: 'decide', because: 'nothingMoreToTry' }
      : { step: 'askForSafeChannel', because: 'everySafeChannelFailed' };
  }
  if (!last) {
    return {
      step: 'attempt',
      channel,
      notBefore: afterQuietHours(rules.since, rules.quietHours),
      because: 'firstAttempt',
    };
  }
  const because = channel === last.channel || last.callBackAt ? reasonAfter(last) : 'anotherChannel';
  return { step: 'attempt', channel, notBefore: spaced(tries, last, rules), because };
}

function bestOf(safe: readonly Channel[], preferred: Channel | undefined): Channel | undefined {
  if (preferred !== undefined && safe.includes(preferred)) return preferred;
  return inOrder.find((channel) => safe.includes(channel));
}

/** Calls count together: whoever does not answer the phone is asked for in another way, not by another ring. */
function isExhausted(channel: Channel, tries: readonly Try[], { failedCalls, messages }: AttemptSpacing): boolean {
  if (tries.some((each) => each.channel === channel && each.result === 'wrongNumber')) return true;
  if (calls.has(channel)) return tries.filter((each) => calls.has(each.channel)).length >= failedCalls;
  return tries.filter((each) => each.channel === channel).length >= messages;
}

function reasonAfter({ result, callBackAt }: Try): AttemptReason {
  if (callBackAt !== undefined) return 'callBackAgreed';
  return result === 'messageSent' ? 'messageUnanswered' : result;
}

function spaced(tries: readonly Try[], last: Try, { spacing, quietHours }: Rules): Instant {
  if (last.callBackAt !== undefined && last.callBackAt > last.at) return last.callBackAt;
  let notBefore = afterQuietHours(addHours(last.at, hoursAfter(last, spacing)), quietHours);
  while (triesOn(londonDay(notBefore), tries) >= spacing.mostADay) {
    const tomorrow = addCalendarDays(londonDay(notBefore), 1);
    notBefore = afterQuietHours(atLondonClock(tomorrow, '00:00'), quietHours);
  }
  return notBefore;
}

function hoursAfter({ channel, result }: Try, spacing: AttemptSpacing): number {
  switch (result) {
    case 'someoneElseAnswered':
      return spacing.hoursAfterSomeoneElse;
    case 'notSafeToSpeak':
      return spacing.hoursAfterNotSafe;
    case 'messageLeft':
      return spacing.hoursAfterMessage;
    case 'messageSent':
      return channel === 'letter' ? spacing.hoursAfterLetter : spacing.hoursAfterMessage;
    case 'noAnswer':
      return spacing.hoursApart;
    case 'wrongNumber':
      return 0;
  }
}

function triesOn(day: string, tries: readonly Try[]): number {
  return tries.filter(({ at }) => londonDay(at) === day).length;
}

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
