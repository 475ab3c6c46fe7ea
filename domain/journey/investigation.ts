import type { WantedTask } from '../task';
import { standardWorkingDays, type Step } from './step';

/**
 * Facts that cannot be as they were told wait here for a person, and count for nothing until then.
 * Silence: the fact stays parked, in sight of the supervisor.
 */
export const investigation: Step = (view) => {
  const tasks: WantedTask[] = [];
  for (const fact of view.record.facts) {
    if (!fact.parked || fact.supersededBy !== undefined || view.state.eventsReviewed.has(fact.seq)) continue;
    const limit = standardWorkingDays(view, 1, fact.recordedAt);
    tasks.push({ key: `reviewEvent:${fact.seq}`, kind: 'reviewEvent', ...limit, about: [fact.seq] });
  }
  return { tasks };
};
