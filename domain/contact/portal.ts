import type { Fact } from '../fact';
import type { Instant } from '../time/londonTime';

/** What the victim wrote in a portal and nobody has answered yet, in the order of happening. */
export interface Portal {
  unanswered: { seq: number; at: Instant }[];
}

export function nothingWritten(): Portal {
  return { unanswered: [] };
}

/** Takes in what a fact says of messages in a portal. An answer that names no message answers all that came before it. */
export function followPortal(known: Portal, fact: Fact): void {
  const { seq, happenedAt: at } = fact;
  if (fact.kind === 'victimWrote') known.unanswered.push({ seq, at });
  if (fact.kind !== 'victimAnswered') return;
  const { about } = fact.data;
  known.unanswered = known.unanswered.filter((written) => about.length > 0 && !about.includes(written.seq));
}
