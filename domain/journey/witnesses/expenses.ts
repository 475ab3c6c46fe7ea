import type { WantedTask } from '../../task';
import { ownLimit, standardWorkingDays, type CaseView, type Step } from '../step';

const sendWorkingDays = 1;

/** A claim goes to the prosecution, unless it was paid without that. */
export function claimToSend(view: CaseView): WantedTask[] {
  const { claimed, sent, paid } = view.state.attendance.expenses;
  if (!claimed || sent || (paid && paid.at >= claimed.at)) return [];
  const limit = ownLimit(view, (from) => standardWorkingDays(view, sendWorkingDays, from), claimed.at);
  return [{ key: `sendExpenses:${claimed.seq}`, kind: 'sendExpenses', ...limit, about: [claimed.seq] }];
}

/**
 * Witnesses claim when they have been to court, and some cases are closed by then: a claim that comes after the close is
 * sent all the same. One that was open at the close was looked at when it was closed.
 */
export const claimAfterClose: Step = (view) => {
  const { counted, attendance } = view.state;
  const closedBy = counted.findLast(({ kind }) => kind === 'caseClosed')?.seq;
  const isLater = closedBy !== undefined && (attendance.expenses.claimed?.seq ?? 0) > closedBy;
  return { tasks: isLater ? claimToSend(view) : [] };
};
