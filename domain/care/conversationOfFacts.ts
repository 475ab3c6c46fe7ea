import { followConversation, noConversationYet, type Conversation } from './conversation';
import { effectiveFacts, eventsReviewed, originOf } from '../effectiveFacts';
import type { Fact } from '../fact';
import { inOrderOfHappening } from '../happening';

/** What all facts of a case, in the order of recording, say of the conversation: for readers who have no record at hand. */
export function conversationOfFacts(caseId: string, facts: readonly Fact[]): Conversation {
  const known = noConversationYet({ routes: { safe: [] }, tries: [] });
  for (const fact of inOrderOfHappening(effectiveFacts(facts, eventsReviewed(facts)))) {
    followConversation(known, fact, `${caseId}.p${originOf(fact, facts)}`);
  }
  return known;
}
