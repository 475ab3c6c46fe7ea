import type { WantedTask } from '../task';
import { later, oursSince, standardWorkingDays, type Step } from './step';

const workingDays = 1;

/**
 * A message that did not arrive, or that must not be sent: somebody decides how the victim hears of it instead.
 * Silence: the task stays open; nothing is sent by another way by itself.
 */
export const unsentMessages: Step = (view) => {
  const tasks: WantedTask[] = [];
  for (const { seq, messageId, at } of view.state.unsentMessages) {
    const key = `reviewUnsentMessage:${messageId}`;
    tasks.push({
      key,
      kind: 'reviewUnsentMessage',
      ...standardWorkingDays(view, workingDays, later(oursSince(view), at)),
      about: [seq],
      messageId,
    });
  }
  return { tasks };
};
