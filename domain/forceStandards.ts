import type { ForceStandards } from './careRecord';

/** What a force promises where it has set nothing of its own. */
export const defaultStandards: ForceStandards = {
  firstContactHours: { standard: 24, enhanced: 24 },
  needsAssessmentDays: 10,
  victimContractDays: 10,
  updateEveryDays: 28,
  updateLeadDays: 3,
  noContactReviewDays: 182,
  referralAnswerWorkingDays: 5,
  closureDays: 28,
};

/** Forces whose promises differ from the default; each names only what differs. */
const ownStandards: Readonly<Record<string, Partial<ForceStandards>>> = {};

export function standardsOf(force: string): ForceStandards {
  return { ...defaultStandards, ...ownStandards[force] };
}
