import { isSuperseded } from '../effectiveFacts';
import type { WantedTask } from '../task';
import { standardWorkingDays, type Step } from './step';

/**
 * Facts that cannot be as they were told wait here for a person, and count for nothing until then.
 * Silence: the fact stays parked, in sight of the supervisor.
 */
export const investigation: Step = (view) => {
  const tasks: WantedTask[] = [];
  const { facts } = view.record;
  const { eventsReviewed } = view.state;
  for (const fact of facts) {
    if (!fact.parked || eventsReviewed.has(fact.seq) || isSuperseded(fact, facts, eventsReviewed)) continue;
    const limit = standardWorkingDays(view, 1, fact.recordedAt);
    tasks.push({ key: `reviewEvent:${fact.seq}`, kind: 'reviewEvent', ...limit, about: [fact.seq] });
  }
  return { tasks };
};
