import type { newsTopics } from '../care/conversationWords';
import type { FactKind } from '../fact';
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

/** What the Victim Contract says of this news; without kinds it is an update in which nothing is new. */
export function newsWish(hearAbout: readonly Topic[] | undefined, kinds: readonly FactKind[]): NewsWish {
  if (hearAbout === undefined) return 'wanted';
  if (kinds.length === 0) return hearAbout.includes('noNewsToo') ? 'wanted' : 'notWanted';
  const topics = kinds.map(topicOf);
  if (topics.some((topic) => topic === undefined || hearAbout.includes(topic))) return 'wanted';
  return topics.includes('bailAndRelease') ? 'decideHow' : 'notWanted';
}

export const wishSentences: Readonly<Record<Exclude<NewsWish, 'wanted'>, string>> = {
  notWanted:
    'The victim said that they do not want to hear about this. Decide whether it is told, and record what they want.',
  decideHow:
    'The victim said that they do not want to hear about this. It is about their safety: decide how it reaches them.',
};
