import { chasesOf } from '../forceStandards';
import type { Instant } from '../time/londonTime';
import { isAgreed, isGoingOn, type ReferralState } from '../referrals/support';
import type { WantedTask } from '../task';
import { isModernSlavery, isReportOfModernSlavery } from '../referrals/referralRules';
import {
  isBusiness,
  isWitnessOnly,
  later,
  limitOfReport,
  nothing,
  oursSince,
  standardWorkingDays,
  workingDays,
  type CaseView,
  type Step,
} from './step';

/** Who asks a silent service, in their order. */
const chasers = ['victim-care-officer', 'supervisor'] as const;

/** The Code's limit for the first referral is the force's own for what it owes no limit for: another one, signposting. */
const referralWorkingDays = 2;

/**
 * Referral to a support service within two working days of the report (Right 4), or signposting once support is
 * declined. Silence of the victim: the offer stays open. Silence of the service: somebody chases it.
 */
export const referral: Step = (view) => {
  if (isBusiness(view) || isWitnessOnly(view)) return nothing;
  const { tasks: chases, wakeAt } = chasing(view);
  const support = view.state.support;
  const always = [...chases, ...passingOn(view), ...owedByLaw(view)];
  if (support.answer === 'declined') return { tasks: [...signposting(view, support.at), ...always], wakeAt };
  return { tasks: [...offering(view), ...always], wakeAt };
};

/** What did not reach a service after its answer, or after the victim took consent back, was a change or the withdrawal. */
function isOwedToService(state: ReferralState['state'], notSentAt: Instant, changedAt: Instant): boolean {
  if (state === 'sent') return true;
  return (state === 'accepted' || state === 'withdrawn') && notSentAt > changedAt;
}

/** What could not be sent is passed on by hand, or elsewhere. Silence: it stays open, and the referral unsent. */
function passingOn(view: CaseView): WantedTask[] {
  return view.state.referrals.flatMap(({ referralId, state, notSent, changedAt }): WantedTask[] => {
    if (notSent === undefined || !isOwedToService(state, notSent.at, changedAt)) return [];
    const limit = standardWorkingDays(view, 1, later(notSent.at, oursSince(view)));
    return [{ key: `passOnReferral:${referralId}:${notSent.at}`, kind: 'passOnReferral', ...limit, referralId }];
  });
}

/**
 * Modern slavery is reported to the Home Office whatever the victim wants of support: a child, and an adult who agrees,
 * to the National Referral Mechanism, any other adult without a name (Modern Slavery Act 2015, section 52).
 * Silence: it stays owed.
 */
function owedByLaw(view: CaseView): WantedTask[] {
  const { state } = view;
  if (!isModernSlavery(state)) return [];
  const isMade = state.referrals.some((each) => isReportOfModernSlavery(each) && standsForTheLaw(each));
  if (isMade) return [];
  const limit = standardWorkingDays(view, referralWorkingDays, oursSince(view));
  return [{ key: 'referModernSlavery', kind: 'referModernSlavery', ...limit }];
}

/** An adult who takes back their consent is reported without a name in its place. */
function standsForTheLaw({ state }: ReferralState): boolean {
  return state !== 'withdrawn';
}

function offering(view: CaseView): WantedTask[] {
  const { support, supportResumedAt, referredByOfficer } = view.state;
  const referrals = view.state.referrals.filter(isAgreed);
  const last = referrals.at(-1);
  if (referrals.some((referral) => stands(referral, view)) || (referredByOfficer && !last)) return [];
  const own = (from: Instant) => standardWorkingDays(view, referralWorkingDays, from);
  const askedAt = last ? later(last.changedAt, support.at) : supportResumedAt;
  const from = askedAt && later(askedAt, oursSince(view));
  const limit = from === undefined ? limitOfReport(view, 'referralMade', own) : own(from);
  return [{ key: `makeReferral:${referrals.length + 1}`, kind: 'makeReferral', ...limit }];
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
  const limit = standardWorkingDays(view, referralWorkingDays, from);
  return [{ key: `signpost:${support.seq ?? 0}`, kind: 'signpost', ...limit }];
}

/**
 * A service that stays silent is asked again and again: first by the team; by the supervisor where the team has not asked
 * in time, or has asked in vain as often as the force lets it. Silence: both stay asked. The anonymous notification
 * expects no answer.
 */
function chasing(view: CaseView): { tasks: WantedTask[]; wakeAt: Instant[] } {
  const { standards } = view.record.opening;
  const { everyWorkingDays, timesByTeam } = chasesOf(standards);
  const tasks: WantedTask[] = [];
  const wakeAt: Instant[] = [];
  for (const { referralId, recipient, state, sentAt, chasedAt = [] } of view.state.referrals) {
    if (state !== 'sent' || recipient === 'dutyToNotify') continue;
    const round = chasedAt.length;
    const days = round === 0 ? standards.referralAnswerWorkingDays : everyWorkingDays;
    let askAt = workingDays(view, days)(later(chasedAt.at(-1) ?? sentAt, oursSince(view)));
    const key = `chaseReferral:${referralId}${round === 0 ? '' : `:${round}`}`;
    for (const role of round < timesByTeam ? chasers : chasers.slice(1)) {
      if (view.now < askAt) {
        wakeAt.push(askAt);
        break;
      }
      const why = { rule: 'missed', from: askAt } as const;
      const dueAt = workingDays(view, 1)(askAt);
      const to = role === 'supervisor' ? { key: `${key}:supervisor`, role } : { key };
      tasks.push({ kind: 'chaseReferral', dueAt, why, referralId, ...to });
      askAt = workingDays(view, everyWorkingDays)(askAt);
    }
  }
  return { tasks, wakeAt };
}
