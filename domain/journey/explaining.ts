import { conversationOf } from '../forceStandards';
import type { WantedTask } from '../task';
import { nothing, ownLimit, standardWorkingDays, wantsNoContact, type Step } from './step';

/**
 * What was explained and not understood is explained again, one task for each conversation that left something open.
 * Silence: the task stays open; being told is not the same as understanding.
 */
export const explaining: Step = (view) => {
  if (wantsNoContact(view)) return nothing;
  const { explained, tier } = view.state;
  const days = conversationOf(view.record.opening.standards).explainAgainWorkingDays[tier.tier];
  const own = (from: string) => standardWorkingDays(view, days, from);
  const open = new Map<number, WantedTask>();
  for (const { seq, at, understood } of Object.values(explained)) {
    if (understood || open.has(seq)) continue;
    const limit = ownLimit(view, own, at);
    open.set(seq, { key: `explainAgain:${seq}`, kind: 'explainAgain', ...limit, about: [seq] });
  }
  return { tasks: [...open.values()] };
};
