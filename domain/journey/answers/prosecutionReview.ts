import { prosecutionReviews } from '../../rights/prosecutionReviews';
import type { WantedTask } from '../../task';
import { justAfter, type Instant } from '../../time/londonTime';
import { isWitnessOnly, later, nothing, notPassed, oursSince, standardWorkingDays, type Step } from '../step';

const asksInTurn = ['witness-care-officer', 'supervisor'] as const;

/**
 * The prosecution's answer to a review that the victim asked for: the local look first, the independent review where that
 * settled nothing. Silence: once each has had its time, somebody is asked to find out, then the supervisor; the prosecution
 * owes the answer, so nothing ends it but the answer.
 */
export const prosecutionReview: Step = (view) => {
  const { record, state } = view;
  const standards = record.opening.standards.prosecutionReviews;
  if (standards === undefined || isWitnessOnly(view)) return nothing;
  const own = (at: Instant) => standardWorkingDays(view, standards.chase, at);
  const tasks: WantedTask[] = [];
  const wakeAt: Instant[] = [];
  for (const { asked, stage, answerBy, answeredAt } of prosecutionReviews(record, state.counted)) {
    if (answerBy === undefined || answeredAt !== undefined) continue;
    let from = later(later(justAfter(answerBy), record.facts[asked - 1]?.recordedAt), oursSince(view));
    for (const role of asksInTurn) {
      wakeAt.push(from);
      if (view.now < from) break;
      const key = `chaseProsecutionReview:${asked}:${stage}:${role}`;
      // Whose decision it was, or that there is no answer after all, may be heard of long after.
      tasks.push({ key, kind: 'chaseProsecutionReview', role, ...notPassed(own, from, view), about: [asked] });
      from = justAfter(own(from).dueAt);
    }
  }
  return { tasks, wakeAt };
};
