import type { DueReason } from '../task';
import { proposedTier } from '../rights/enhancedRights';
import { endOfWorkingDaysAfter } from '../time/workingDays';
import { isWitnessOnly, limitOfReport, nothing, oursSince, standardHours, type Step } from './step';

/**
 * First contact within so many clock hours of receipt, by the victim's preferred safe channel.
 * Silence: when the time passes, a supervisor is asked to look at once; the contact itself stays owed until somebody
 * reaches the victim or establishes that nobody can.
 */
export const firstContact: Step = (view) => {
  if (isWitnessOnly(view)) return nothing;
  const { record, state, now } = view;
  const hours = record.opening.standards.firstContactHours[proposedTier(record.opening)];
  const { dueAt, why } = limitOfReport(view, 'contactMade', (from) => standardHours(hours, from));

  const metAt = state.firstContact?.at;
  const missed = metAt === undefined ? now >= dueAt : metAt > dueAt && metAt > oursSince(view);
  const tasks = [];
  if (!state.firstContact) tasks.push({ key: 'makeFirstContact', kind: 'makeFirstContact', dueAt, why } as const);
  if (missed && !state.firstContactReviewed) {
    const reviewBy = endOfWorkingDaysAfter(dueAt, 1, record.calendar);
    const why: DueReason = { rule: 'missed', from: dueAt };
    tasks.push({ key: 'reviewMissedFirstContact', kind: 'reviewMissedFirstContact', dueAt: reviewBy, why } as const);
  }
  return { tasks, wakeAt: state.firstContact || state.firstContactReviewed ? [] : [dueAt] };
};
