import { inLeadOf, later, nothing, oursSince, standardDays, type Step } from './step';

/**
 * Whether somebody who wants no contact still wants none: once in half a year a person looks, without having to ask.
 * Silence: the wish stands, and the look stays open.
 */
export const contactWish: Step = (view) => {
  const wish = view.state.stances.wantsContact;
  if (wish?.answer !== 'no') return nothing;
  const from = later(wish.at, oursSince(view));
  const limit = standardDays(view.record.opening.standards.noContactReviewDays, from);
  const opensAt = inLeadOf(view, limit.dueAt);
  if (view.now < opensAt) return { tasks: [], wakeAt: [opensAt] };
  return { tasks: [{ key: `reviewContactWish:${from}`, kind: 'reviewContactWish', ...limit }] };
};
