import type { Instant } from '../londonTime';
import { isGoingOn, type ReferralState } from '../support';
import type { WantedTask } from '../task';
import {
  isBusiness,
  isWitnessOnly,
  later,
  limitFromReceipt,
  nothing,
  oursSince,
  workingDays,
  type CaseView,
  type Step,
} from './step';

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
  const { referrals, support, supportResumedAt, referredByOfficer } = view.state;
  const last = referrals.at(-1);
  if (referrals.some((referral) => stands(referral, view)) || (referredByOfficer && !last)) return [];
  const days = referralWorkingDays;
  const limit = workingDays(view, days);
  const askedAt = last ? later(last.changedAt, support.at) : supportResumedAt;
  const from = askedAt && later(askedAt, oursSince(view));
  const due = from === undefined ? limitFromReceipt(view, limit) : { dueAt: limit(from), from };
  const why = { rule: 'workingDays', days, from: due.from, reference: 'c20-r4-referral' } as const;
  return [{ key: `makeReferral:${referrals.length + 1}`, kind: 'makeReferral', dueAt: due.dueAt, why }];
}

/** A referral is tried elsewhere when the service declines it, and made anew when it is over and help is wanted again. */
function stands(referral: ReferralState, { state: { support } }: CaseView): boolean {
  if (isGoingOn(referral)) return true;
  const wantedAgain = support.at !== undefined && support.at > referral.changedAt;
  return referral.state !== 'declined' && !wantedAgain;
}

function signposting(view: CaseView, declinedAt: Instant | undefined): WantedTask[] {
  const { signpostedAt, support } = view.state;
  if (signpostedAt !== undefined && (declinedAt === undefined || signpostedAt >= declinedAt)) return [];
  const from = later(oursSince(view), declinedAt);
  const days = referralWorkingDays;
  const dueAt = workingDays(view, days)(from);
  const why = { rule: 'workingDays', days, from, reference: 'c20-r4-referral' } as const;
  return [{ key: `signpost:${support.seq ?? 0}`, kind: 'signpost', dueAt, why }];
}

function chasing(view: CaseView): { tasks: WantedTask[]; wakeAt: Instant[] } {
  const days = view.record.opening.standards.referralAnswerWorkingDays;
  const tasks: WantedTask[] = [];
  const wakeAt: Instant[] = [];
  for (const { referralId, state, sentAt } of view.state.referrals) {
    if (state !== 'sent') continue;
    const from = later(sentAt, oursSince(view));
    const chaseAt = workingDays(view, days)(from);
    if (view.now < chaseAt) {
      wakeAt.push(chaseAt);
      continue;
    }
    const dueAt = workingDays(view, 1)(chaseAt);
    const why = { rule: 'forceWorkingDays', days, from } as const;
    tasks.push({ key: `chaseReferral:${referralId}`, kind: 'chaseReferral', dueAt, why, referralId });
  }
  return { tasks, wakeAt };
}
