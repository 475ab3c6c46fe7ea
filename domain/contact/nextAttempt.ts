import type { AttemptSpacing } from '../careRecord';
import { addCalendarDays, addHours, atLondonClock, londonDay, type Instant } from '../time/londonTime';
import { afterQuietHours, type QuietHours } from '../time/staffHours';
import type { Channel } from '../vocabulary';
import type { Attempts, Try } from './attempts';

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
