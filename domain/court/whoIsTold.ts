import type { Fact } from '../fact';
import { inOrderOfHappening } from '../happening';
import type { CalendarDay, Instant } from '../time/londonTime';
import type { Channel } from '../vocabulary';
import type { CourtRecord } from './courtRecord';

type HearingFact = Fact<'hearingListed' | 'hearingMoved' | 'hearingVacated'>;

/** A message of the outbox that is about one fact of the case. */
export interface DateMessage {
  readonly about: number;
  readonly state: string;
  readonly channel: string;
  readonly because?: string | undefined;
  readonly changedAt: Instant;
}

/** Where one case stands with the last word on a hearing, from who knows nothing yet to who was told by a person. */
export const toldStates = ['notHeard', 'toCall', 'messageWaits', 'messageSent', 'couldNotBeTold', 'told'] as const;

export interface ToldOfHearing {
  readonly state: (typeof toldStates)[number];
  readonly news?: { readonly kind: HearingFact['kind']; readonly fact: number; readonly on?: CalendarDay | undefined };
  /** When the case itself heard it. */
  readonly heardAt?: Instant | undefined;
  readonly channel?: string | undefined;
  readonly at?: Instant | undefined;
  readonly because?: string | undefined;
}

/** The ids under which a case knows a hearing: one known from a list has got an id of the court's own since. */
export function knownAs({ told }: Pick<CourtRecord, 'told'>, caseId: string, hearingId: string): string[] {
  const headings = Object.entries(told[caseId] ?? {});
  const same = headings.filter(([, { standsFor }]) => standsFor === `hearing|${hearingId}`);
  return [hearingId, ...same.map(([heading]) => heading.slice(heading.indexOf('|') + 1))];
}

/**
 * What has become of the last word on a hearing in one case, by its facts that count and its messages. Who has died is
 * not called: a ring would reach those who mourn.
 */
export function toldOfHearing(
  counted: readonly Fact[],
  hearingIds: readonly string[],
  messages: readonly DateMessage[]
): ToldOfHearing {
  const told = toldWhileAlive(counted, hearingIds, messages);
  const death = counted.findLast(({ kind }) => kind === 'victimDied');
  if (!death || (told.state !== 'toCall' && told.state !== 'messageWaits')) return told;
  return { ...told, state: 'couldNotBeTold', at: death.happenedAt, because: 'died' };
}

function toldWhileAlive(
  counted: readonly Fact[],
  hearingIds: readonly string[],
  messages: readonly DateMessage[]
): ToldOfHearing {
  const last = inOrderOfHappening(counted).findLast((fact) => isAbout(fact, hearingIds)) as HearingFact | undefined;
  if (!last) return { state: 'notHeard' };
  const on = 'on' in last.data ? last.data.on : undefined;
  const news = { kind: last.kind, fact: last.seq, ...(on === undefined ? {} : { on }) };
  const known = { news, heardAt: last.recordedAt };
  const answer = counted.findLast(
    (fact): fact is Fact<'victimTold' | 'victimNotTold'> =>
      (fact.kind === 'victimTold' || fact.kind === 'victimNotTold') && fact.data.about.includes(last.seq)
  );
  if (answer?.kind === 'victimTold') {
    const channel: Channel = answer.data.channel;
    return { ...known, state: 'told', channel, at: answer.happenedAt };
  }
  if (answer?.kind === 'victimNotTold') {
    const isKnown = answer.data.reason === 'alreadyKnew';
    const { happenedAt: at, data } = answer;
    return { ...known, state: isKnown ? 'told' : 'couldNotBeTold', at, because: data.reason };
  }
  const message = messages.find(({ about }) => about === last.seq);
  if (!message) return { ...known, state: 'toCall' };
  const { state, channel, because, changedAt: at } = message;
  const sent = { ...known, channel, at, ...(because === undefined ? {} : { because }) };
  // Nobody knows whether it arrived.
  if (state === 'sent' && because === 'noReceipt') return { ...sent, state: 'toCall' };
  if (state === 'sent' || state === 'delivered') return { ...sent, state: 'messageSent' };
  return { ...sent, state: state === 'queued' ? 'messageWaits' : 'toCall' };
}

function isAbout(fact: Fact, hearingIds: readonly string[]): boolean {
  const isHearing = fact.kind === 'hearingListed' || fact.kind === 'hearingMoved' || fact.kind === 'hearingVacated';
  return isHearing && hearingIds.includes(fact.data.hearingId);
}
