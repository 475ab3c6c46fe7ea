import type { ConversationStandards, ForceStandards, ReferralChases } from './careRecord';

const fiveWorkingDays = { n: 5, unit: 'workingDays' } as const;
const oneWorkingDay = { n: 1, unit: 'workingDays' } as const;

/** What a force promises of its conversation with a victim where it has set nothing of its own. */
export const defaultConversation: ConversationStandards = {
  attempts: {
    standard: {
      failedCalls: 3,
      mostADay: 3,
      hoursApart: 3,
      messages: 2,
      hoursAfterMessage: 24,
      hoursAfterLetter: 120,
      hoursAfterSomeoneElse: 24,
      hoursAfterNotSafe: 24,
    },
    enhanced: {
      failedCalls: 3,
      mostADay: 2,
      hoursApart: 4,
      messages: 1,
      hoursAfterMessage: 24,
      hoursAfterLetter: 120,
      hoursAfterSomeoneElse: 48,
      hoursAfterNotSafe: 48,
    },
  },
  acknowledgementAskedAfterWorkingDays: 2,
  findSafeChannelWorkingDays: { standard: 2, enhanced: 1 },
  explainAgainWorkingDays: { standard: 5, enhanced: 2 },
  reassessWorkingDays: { standard: 5, enhanced: 1 },
  evidenceNeedsWorkingDays: 10,
  assessRiskHours: 24,
  planActionOverdueWorkingDays: 1,
};

/** How a silent support service is asked again where the force has set nothing of its own. */
const defaultChases: ReferralChases = { everyWorkingDays: 5, timesByTeam: 2 };

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
  closesAfterSentenceDays: 28,
  // The figures of the prosecution's guidance (Annex B), as far as they are known.
  prosecutionReviews: { local: 10, independent: 30, chase: 1 },
  targets: {
    'c20-r3-ack': { standard: fiveWorkingDays, enhanced: fiveWorkingDays },
    'c20-r6-reopen': { standard: fiveWorkingDays, enhanced: oneWorkingDay },
    'c20-r8-sm-outcome': { standard: fiveWorkingDays, enhanced: oneWorkingDay },
    'c20-r11-stages': { standard: fiveWorkingDays, enhanced: oneWorkingDay },
  },
  afterDeath: {
    nameFamilyLiaison: { n: 4, unit: 'hours' },
    tell: { n: 24, unit: 'hours' },
    considerRelatives: { n: 5, unit: 'workingDays' },
  },
  quietHours: { from: '20:00', to: '07:00' },
};

/** Forces whose promises differ from the default; each names only what differs. */
const ownStandards: Readonly<Record<string, Partial<ForceStandards>>> = {};

/** The default where the force has set nothing of its own: it does not travel with every case. */
export function conversationOf({ conversation }: Pick<ForceStandards, 'conversation'>): ConversationStandards {
  return conversation ?? defaultConversation;
}

/** Cases that began before a force could set any go by the default. */
export function chasesOf({ referralChases }: Pick<ForceStandards, 'referralChases'>): ReferralChases {
  return referralChases ?? defaultChases;
}

export function standardsOf(force: string): ForceStandards {
  return { ...defaultStandards, ...ownStandards[force] };
}
