import { newsDuties } from '../newsDuties';
import type { DueReason, WantedTask } from '../task';
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
    const from = fact.receivedAt;
    const why: DueReason = duty.ownLimit
      ? { rule: 'forceWorkingDays', days, from }
      : { rule: 'workingDays', days, from, reference: duty.reference };
    tasks.push({ key: `tellVictim:${fact.seq}`, kind: 'tellVictim', dueAt: fact.tellBy, why, about: [fact.seq] });
  }
  return { tasks };
};
