import type { FactData } from '../fact';
import type { Instant } from '../time/londonTime';
import type { Channel } from '../vocabulary';
import { isSafeTime, nextSafeTime, type SafeTimes, type Weekday } from './safeTimes';

/** What was agreed with the victim about hearing from us. */
export type AgreedTerms = FactData['victimContractAgreed'];

/** How a text stands to the Victim Contract: news never waits for another day, what says that nothing is new does. */
export type Occasion = 'nothingNew' | 'news';

const channelWords: Readonly<Record<Channel, string>> = {
  phone: 'by phone',
  videoCall: 'by video call',
  text: 'by text',
  email: 'by e-mail',
  letter: 'by letter',
  inPerson: 'in person',
  viaRepresentative: 'through their representative',
};

const dayWords: Readonly<Record<Weekday, string>> = {
  mon: 'Mondays',
  tue: 'Tuesdays',
  wed: 'Wednesdays',
  thu: 'Thursdays',
  fri: 'Fridays',
  sat: 'Saturdays',
  sun: 'Sundays',
};

/** When the victim agreed to hear, on London's clocks. News keeps to the hours alone, so that it is late by a day at most. */
export function agreedTimes({ days, from, to }: AgreedTerms, occasion: Occasion): SafeTimes {
  return { ...(occasion === 'nothingNew' ? { safeDays: days } : {}), safeFrom: from, safeTo: to };
}

/**
 * The first instant at or after `at` that is safe and also as agreed. Where the two never meet within a fortnight safety
 * alone counts; undefined where nothing is safe.
 */
export function nextAgreedTime(agreed: SafeTimes, safe: SafeTimes, at: Instant): Instant | undefined {
  let from: Instant | undefined = at;
  for (let step = 0; step < 60 && from !== undefined; step += 1) {
    const wanted = nextSafeTime(agreed, from);
    from = wanted === undefined ? undefined : nextSafeTime(safe, wanted);
    if (from !== undefined && isSafeTime(agreed, from)) return from;
  }
  return nextSafeTime(safe, at);
}

/** Whether somebody who stands in for the victim is told: where the contract names who may be, nobody else is. */
export function mayBeTold({ mayAlsoTell, channel, agreedWith }: AgreedTerms, representativeId: string): boolean {
  if (mayAlsoTell === undefined || channel === 'viaRepresentative' || agreedWith === 'representative') return true;
  return mayAlsoTell.includes(representativeId);
}

/** Whether a way of contact is the one that the victim agreed to hear by. */
export function isAgreedChannel(
  { channel }: AgreedTerms,
  route: Channel,
  representativeId: string | undefined
): boolean {
  return channel === (representativeId === undefined ? route : 'viaRepresentative');
}

/** What was agreed about channel, days and hours, in a sentence. */
export function agreedSentence({ channel, days, from, to }: AgreedTerms): string {
  const on = days === undefined ? '' : `, on ${days.map((day) => dayWords[day]).join(' and ')}`;
  const since = from === undefined ? '' : `, from ${from}`;
  const until = to === undefined ? '' : `${since === '' ? ',' : ''} until ${to}`;
  return `The victim agreed to hear ${channelWords[channel]}${on}${since}${until}.`;
}
