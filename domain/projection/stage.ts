import type { CareRecord, Stage } from '../careRecord';
import type { CareState } from '../careState';
import { isAgreed } from '../referrals/support';
import { isAtCourt, tracksEnded } from '../tracks/suspectTracks';

/** Where a case stands: the first step of the default order that is not done. It tells; it gates nothing. */
export function stageOf(record: CareRecord, state: CareState): Stage {
  if (state.end) return state.end.kind;
  if (isAtCourt(state.tracks)) return 'court';
  if (tracksEnded(state.tracks)) return 'closure';
  const { role, personKind } = record.opening;
  const victim = role !== 'witness';
  const business = personKind === 'business';
  if (victim && !state.firstContact) return 'firstContact';
  if (!business && !state.needs) return 'needsAssessment';
  if (victim && !business && !state.pathway) return 'carePathway';
  if (victim && !business && !isReferred(state) && state.support.answer !== 'declined') return 'referral';
  if (victim && !state.contract && state.stances.wantsContact?.answer !== 'no') return 'victimContract';
  return 'investigation';
}

function isReferred({ referrals, referredByOfficer }: CareState): boolean {
  return referredByOfficer || referrals.some(isAgreed);
}

const careStages: ReadonlySet<Stage> = new Set([
  'firstContact',
  'needsAssessment',
  'carePathway',
  'referral',
  'victimContract',
  'investigation',
]);

/**
 * The stage as engineers look for it in the engine's own list: care (until charge), court, closure, or how the case
 * ended. The steps of care are told apart in MongoDB alone, since each change here costs the engine a write.
 */
export function shownStage(stage: Stage): Stage | 'care' {
  return careStages.has(stage) ? 'care' : stage;
}
