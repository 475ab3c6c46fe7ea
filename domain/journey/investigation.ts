import type { WantedTask } from '../task';
import { workingDays, type Step } from './step';

/**
 * Facts that cannot be as they were told wait here for a person, and count for nothing until then.
 * Silence: the fact stays parked, in sight of the supervisor.
 */
export const investigation: Step = (view) => {
  const tasks: WantedTask[] = [];
  for (const fact of view.record.facts) {
    if (!fact.parked || fact.supersededBy !== undefined || view.state.eventsReviewed.has(fact.seq)) continue;
    const dueAt = workingDays(view, 1)(fact.recordedAt);
    const why = { rule: 'forceStandard', days: 1, from: fact.recordedAt } as const;
    tasks.push({ key: `reviewEvent:${fact.seq}`, kind: 'reviewEvent', dueAt, why, about: [fact.seq] });
  }
  return { tasks };
};
