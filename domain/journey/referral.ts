import type { Instant } from '../londonTime';
import type { WantedTask } from '../task';
import { isBusiness, isWitnessOnly, limitFromReceipt, nothing, workingDays, type CaseView, type Step } from './step';

const referralWorkingDays = 2;

/**
 * Referral to a support service within two working days of the report (Right 4), or signposting once support is
 * declined. Silence of the victim: the offer stays open. Silence of the service: somebody chases it.
 */
export const referral: Step = (view) => {
  if (isBusiness(view) || isWitnessOnly(view)) return nothing;
  const { tasks: chases, wakeAt } = chasing(view);
  const support = view.state.support;
  if (support.answer === 'declined') return { tasks: [...signposting(view, support.at), ...chases], wakeAt };
  return { tasks: [...offering(view), ...chases], wakeAt };
};

function offering(view: CaseView): WantedTask[] {
  const { state, record } = view;
  const referredByOfficer = record.opening.officerActions.some(({ action }) => action === 'referralMade');
  const standing = state.referrals.some(({ state: now }) => now !== 'declined');
  if (standing || (referredByOfficer && state.referrals.length === 0)) return [];
  const declined = state.referrals.at(-1);
  const days = referralWorkingDays;
  const limit = workingDays(view, days);
  const { dueAt, from } = declined
    ? { dueAt: limit(declined.changedAt), from: declined.changedAt }
    : limitFromReceipt(view, limit);
  const why = { rule: 'workingDays', days, from, reference: 'c20-r4-referral' } as const;
  return [{ key: `makeReferral:${state.referrals.length + 1}`, kind: 'makeReferral', dueAt, why }];
}

function signposting(view: CaseView, declinedAt: Instant | undefined): WantedTask[] {
  const from = declinedAt ?? view.record.opening.openedAt;
  if (view.state.signpostedAt !== undefined && view.state.signpostedAt >= from) return [];
  const days = referralWorkingDays;
  const dueAt = workingDays(view, days)(from);
  const why = { rule: 'workingDays', days, from, reference: 'c20-r4-referral' } as const;
  return [{ key: `signpost:${view.state.support.seq ?? 0}`, kind: 'signpost', dueAt, why }];
}

function chasing(view: CaseView): { tasks: WantedTask[]; wakeAt: Instant[] } {
  const days = view.record.opening.standards.referralAnswerWorkingDays;
  const tasks: WantedTask[] = [];
  const wakeAt: Instant[] = [];
  for (const { referralId, state, sentAt } of view.state.referrals) {
    if (state !== 'sent') continue;
    const chaseAt = workingDays(view, days)(sentAt);
    if (view.now < chaseAt) {
      wakeAt.push(chaseAt);
      continue;
    }
    const dueAt = workingDays(view, 1)(chaseAt);
    const why = { rule: 'forceWorkingDays', days, from: sentAt } as const;
    tasks.push({ key: `chaseReferral:${referralId}`, kind: 'chaseReferral', dueAt, why, referralId });
  }
  return { tasks, wakeAt };
}
