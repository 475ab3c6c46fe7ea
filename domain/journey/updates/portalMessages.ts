import { later, nothing, oursSince, standardHours, standardWorkingDays, type Step } from '../step';

/** Where a force has set nothing of its own. */
const answerWithinWorkingDays = 1;
/** What may speak of danger is looked at within this, at any hour. */
const lookWithinHours = 1;

/**
 * What a victim wrote is answered, by whichever way is safe.
 * Silence: the message stays unanswered and its task overdue; nothing is ever sent by itself.
 */
export const portalMessages: Step = (view) => {
  const { unanswered } = view.state;
  if (unanswered.length === 0) return nothing;
  const days = view.record.opening.standards.answerVictimWorkingDays ?? answerWithinWorkingDays;
  const tasks = unanswered.map(({ seq }) => {
    const fact = view.record.facts[seq - 1];
    const from = later(oursSince(view), fact?.receivedAt);
    const isUrgent = fact?.kind === 'victimWrote' && fact.data.mayBeDanger === true;
    const limit = isUrgent ? standardHours(lookWithinHours, from) : standardWorkingDays(view, days, from);
    return { key: `answerVictim:${seq}`, kind: 'answerVictim' as const, ...limit, about: [seq] };
  });
  return { tasks };
};
