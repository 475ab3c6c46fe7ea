import { isAnswered, noticesIn } from '../../court/afterSentence/notices';
import { contactSchemeIn, isInScheme } from '../../court/afterSentence/contactScheme';
import type { WantedTask } from '../../task';
import { addCalendarDays, londonDay } from '../../time/londonTime';
import {
  answers,
  isWitnessOnly,
  later,
  limitOf,
  notPassed,
  nothing,
  oursSince,
  standardHours,
  standardWorkingDays,
  workingDays,
  type CaseView,
  type Step,
  type StepPlan,
} from '../step';

const receiptWorkingDays = 5;
const chaseWorkingDays = 1;
const handOverWorkingDays = 1;
/** A release so near that the scheme must know it within hours. */
const nearDays = 2;
const nearHours = 4;

/**
 * The Victim Contact Scheme: the referral that the law owes, its receipt, and every notice of release or parole handed
 * on. Silence: the referral stays owed; a scheme that has not answered, or that something did not reach, is asked for its
 * receipt; a notice stays in hand.
 */
export const contactScheme: Step = (view) => {
  if (isWitnessOnly(view)) return nothing;
  const receipt = receiptOwed(view);
  return { ...receipt, tasks: [...referrals(view), ...receipt.tasks, ...handOvers(view)] };
};

function referrals({ duties }: CaseView): WantedTask[] {
  // An appeal that changes the sentence asks for no second referral while the first is still to be made.
  const owed = duties.filter((duty) => answers('victimContactSchemeReferred', duty) && !duty.settled);
  return owed.flatMap((duty) => {
    const limit = limitOf(duty);
    if (!limit) return [];
    const key = `referToContactScheme:${duty.seq}`;
    return [{ key, kind: 'referToContactScheme' as const, ...limit, about: [duty.seq], duty: duty.id }];
  });
}

function receiptOwed(view: CaseView): StepPlan {
  const standing = contactSchemeIn(view.state.counted);
  const isMissed = standing?.state === 'notReached' || standing?.state === 'outOfDate';
  if (standing?.state !== 'referred' && !isMissed) return nothing;
  const from = later(standing.at, oursSince(view));
  const asksAt = isMissed ? from : workingDays(view, receiptWorkingDays)(from);
  if (view.now < asksAt) return { tasks: [], wakeAt: [asksAt] };
  const limit = standardWorkingDays(view, chaseWorkingDays, asksAt);
  const key = `chaseContactScheme:${standing.seq}`;
  return { tasks: [{ key, kind: 'chaseContactScheme', ...limit, about: [standing.seq] }] };
}

function handOvers(view: CaseView): WantedTask[] {
  const { counted } = view.state;
  if (!isInScheme(contactSchemeIn(counted))) return [];
  return noticesIn(counted)
    .filter((notice) => !isAnswered(notice, view))
    .map((notice) => {
      const { seq, recordedAt } = notice;
      const from = later(recordedAt, oursSince(view));
      const isNear =
        notice.kind === 'releasePlanned' && notice.data.releaseOn <= addCalendarDays(londonDay(from), nearDays);
      const own = (at: string) =>
        isNear ? standardHours(nearHours, at) : standardWorkingDays(view, handOverWorkingDays, at);
      return {
        key: `handToContactScheme:${seq}`,
        kind: 'handToContactScheme',
        ...notPassed(own, from, view),
        about: [seq],
      };
    });
}
