import type { ForceStandards } from './careRecord';

const fiveWorkingDays = { n: 5, unit: 'workingDays' } as const;
const oneWorkingDay = { n: 1, unit: 'workingDays' } as const;

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
  targets: {
    'c20-r3-ack': { standard: fiveWorkingDays, enhanced: fiveWorkingDays },
    'c20-r6-reopen': { standard: fiveWorkingDays, enhanced: oneWorkingDay },
    'c20-r8-sm-outcome': { standard: fiveWorkingDays, enhanced: oneWorkingDay },
    'c20-r11-stages': { standard: fiveWorkingDays, enhanced: oneWorkingDay },
  },
  quietHours: { from: '20:00', to: '07:00' },
};

/** Forces whose promises differ from the default; each names only what differs. */
const ownStandards: Readonly<Record<string, Partial<ForceStandards>>> = {};

export function standardsOf(force: string): ForceStandards {
  return { ...defaultStandards, ...ownStandards[force] };
}
