import type { newsTopics } from '../care/conversationWords';
import type { FactData, FactKind } from '../fact';
import { newsKindOf } from './voice';

type Topic = (typeof newsTopics)[number];

/** Whether the victim wants to hear a piece of news: `decideHow` is news of their safety, whatever they said. */
export type NewsWish = 'wanted' | 'notWanted' | 'decideHow';

const investigation: ReadonlySet<FactKind> = new Set(['suspectIdentified', 'suspectArrested', 'suspectInterviewed']);
const dates: ReadonlySet<FactKind> = new Set(['hearingListed', 'hearingMoved', 'hearingVacated', 'witnessRequired']);

/** The topic of the Victim Contract that a fact belongs to; undefined where the contract names none for it. */
function topicOf(kind: FactKind): Topic | undefined {
  if (investigation.has(kind)) return 'arrestAndInterview';
  if (dates.has(kind)) return 'courtDates';
  switch (newsKindOf(kind)) {
    case 'bailAndRelease':
      return 'bailAndRelease';
    case 'chargingDecision':
      return 'chargeDecision';
    case 'court':
    case 'sentenceAndAfter':
      return 'courtOutcomes';
    default:
      return undefined;
  }
}

/** What a Victim Contract says of hearing; without any of it the victim wants to hear everything. */
export type WishToHear = Pick<FactData['victimContractAgreed'], 'hearAbout' | 'inQuietTimes'>;

/** Whether the victim is left in peace while nothing happens: as they said, or since they named news alone. */
export function wantsOnlyNews({ hearAbout, inQuietTimes }: WishToHear): boolean {
  if (inQuietTimes !== undefined) return inQuietTimes === 'onlyNews';
  return hearAbout !== undefined && !hearAbout.includes('noNewsToo');
}

/** What the Victim Contract says of this news; without kinds it is an update in which nothing is new. */
export function newsWish(wish: WishToHear, kinds: readonly FactKind[]): NewsWish {
  if (kinds.length === 0) return wantsOnlyNews(wish) ? 'notWanted' : 'wanted';
  const { hearAbout } = wish;
  if (hearAbout === undefined) return 'wanted';
  const topics = kinds.map(topicOf);
  if (topics.some((topic) => topic === undefined || hearAbout.includes(topic))) return 'wanted';
  return topics.includes('bailAndRelease') ? 'decideHow' : 'notWanted';
}

export const noContactSentence =
  'The victim wants no contact. It is about their safety: decide how it reaches them, and whether they hear it themselves.';

export const wishSentences: Readonly<Record<Exclude<NewsWish, 'wanted'>, string>> = {
  notWanted:
    'The victim said that they do not want to hear about this. Decide whether it is told, and record what they want.',
  decideHow:
    'The victim said that they do not want to hear about this. It is about their safety: decide how it reaches them.',
};
