import { newsDuties } from '../newsDuties';
import type { WantedTask } from '../task';
import { isOldNews, newsOwed } from './newsOwed';
import type { Step } from './step';

/**
 * News that the Victims' Code says must reach the victim, one task for each fact, due by the instant fixed when the
 * fact was recorded. Silence: the duty stays owed and shows as overdue; it never lapses.
 */
export const codeDuties: Step = (view) => {
  const tasks: WantedTask[] = [];
  for (const fact of newsOwed(view)) {
    const duty = newsDuties[fact.kind];
    if (!duty || fact.tellBy === undefined || isOldNews(view, fact)) continue;
    const days = fact.tellInDays ?? duty.workingDays.standard;
    const why = { rule: 'workingDays', days, from: fact.receivedAt, reference: duty.reference } as const;
    tasks.push({ key: `tellVictim:${fact.seq}`, kind: 'tellVictim', dueAt: fact.tellBy, why, about: [fact.seq] });
  }
  return { tasks };
};
