import { conversationOf } from '../forceStandards';
import { addCalendarDays, atLondonClock } from '../time/londonTime';
import type { WantedTask } from '../task';
import { later, oursSince, workingDays, type Step } from './step';

/**
 * An action of the care plan whose day has passed: done, not done with a reason, or moved to another day.
 * Silence: the task stays open, and the plan shows the action as overdue.
 */
export const planActions: Step = (view) => {
  const tasks: WantedTask[] = [];
  const wakeAt: string[] = [];
  const days = conversationOf(view.record.opening.standards).planActionOverdueWorkingDays;
  for (const { planActionId, state, dueOn } of view.state.planActions) {
    if (state !== 'planned') continue;
    const passedAt = atLondonClock(addCalendarDays(dueOn, 1), '00:00');
    if (view.now < passedAt) {
      wakeAt.push(passedAt);
      continue;
    }
    const from = later(passedAt, oursSince(view));
    const own = (at: string) => ({
      dueAt: workingDays(view, days)(at),
      why: { rule: 'missed', from: passedAt } as const,
    });
    const limit = own(from).dueAt >= view.now ? own(from) : own(view.now);
    tasks.push({ key: `planAction:${planActionId}:${dueOn}`, kind: 'followUpPlanAction', ...limit, planActionId });
  }
  return { tasks, wakeAt };
};
