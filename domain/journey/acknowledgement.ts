import { conversationOf } from '../forceStandards';
import { obligationById } from '../code/editions';
import {
  isWitnessOnly,
  later,
  limitOfReport,
  nothing,
  oursSince,
  standardWorkingDays,
  wantsNoContact,
  workingDays,
  type Step,
} from './step';

/** What the force's own limit is where neither the law nor the force has set one. */
const otherwiseWorkingDays = 5;

/**
 * The written acknowledgement of the report (Right 3). The officer gives it as a rule: no evidence does not mean not
 * done, so the team is asked only once the officer has had some days. Silence: the duty stays owed and shows as missed.
 */
export const acknowledgement: Step = (view) => {
  if (isWitnessOnly(view) || wantsNoContact(view)) return nothing;
  const owed = view.duties.find(({ seq, obligation }) => {
    const metBy = obligationById(obligation).arises?.metBy;
    return seq === 0 && Array.isArray(metBy) && metBy.includes('reportAcknowledged');
  });
  if (!owed || owed.settled || owed.missedBeforeIntake) return nothing;
  const { opening } = view.record;
  const { acknowledgementAskedAfterWorkingDays: days } = conversationOf(opening.standards);
  const resumedAt = view.state.contactResumed?.at;
  const since = later(later(opening.receivedAt, view.state.reopened && oursSince(view)), resumedAt);
  const own = (from: string) => standardWorkingDays(view, otherwiseWorkingDays, from);
  const limit = limitOfReport(view, 'reportAcknowledged', own, later(oursSince(view), resumedAt));
  const officerHasUntil = workingDays(view, days)(since);
  const opensAt = officerHasUntil < limit.dueAt ? officerHasUntil : since;
  if (view.now < opensAt) return { tasks: [], wakeAt: [opensAt] };
  return { tasks: [{ key: 'acknowledgeReport', kind: 'acknowledgeReport', ...limit, duty: owed.id }] };
};
