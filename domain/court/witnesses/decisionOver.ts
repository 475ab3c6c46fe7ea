import type { CareState } from '../../careState';
import type { Fact } from '../../fact';
import { londonDay, type Instant } from '../../time/londonTime';
import { isTrialOver } from '../../tracks/suspectTracks';
import { isOfTrial, standing } from './attendance';
import type { ReadinessItem } from './witnessWords';

/** Expenses are paid back, and a Personal Statement goes before the judge, also where nobody is tried. */
const wantedAllTheSame: readonly ReadinessItem[] = ['expenses', 'personalStatement'];

/**
 * Whether nothing is left to do of what a readiness meeting decided for a witness: the trial was taken out of the list or
 * is over, nobody is to be tried any more, or the witness need not come.
 */
export function isDecisionOver(fact: Fact, state: CareState, now: Instant): boolean {
  if (!isDecision(fact)) return false;
  const { hearingId, item, dueOn } = fact.data;
  if (wantedAllTheSame.includes(item)) return false;
  const hearing = state.hearings.get(hearingId);
  if (hearing?.vacated || isTrialOver(state.tracks)) return true;
  const lastDay = hearing?.untilOn ?? hearing?.on;
  if (lastDay !== undefined && lastDay < londonDay(now) && dueOn <= lastDay) return true;
  const isNeeded = standing(state.attendance).some(
    (each) => each.hearingId === undefined || each.hearingId === hearingId
  );
  return state.attendance.required.length > 0 && !isNeeded && isOfTrial(hearingId, state.hearings);
}

function isDecision(fact: Fact): fact is Fact<'readinessDecided'> {
  return fact.kind === 'readinessDecided';
}
