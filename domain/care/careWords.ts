/** The words of updates, safety, changes of life, matters and advice, beside those of `vocabulary.ts`. */

/** Kinds of news, each of which has one voice. */
export const newsKinds = [
  'investigation',
  'bailAndRelease',
  'chargingDecision',
  'court',
  'sentenceAndAfter',
  'updates',
] as const;
export type NewsKind = (typeof newsKinds)[number];

/** Who may be the voice for a kind of news; each is a role of the people who do tasks. */
export const voices = [
  'victim-care-officer',
  'officer-in-case',
  'family-liaison-officer',
  'sexual-offence-officer',
  'domestic-abuse-officer',
] as const;
export type Voice = (typeof voices)[number];

/** Decisions before which the victim's views are sought. */
export const viewMatters = ['bailConditions', 'outOfCourtResolution'] as const;
export type ViewMatter = (typeof viewMatters)[number];

export const concernLevels = ['immediate', 'high', 'medium'] as const;
export type ConcernLevel = (typeof concernLevels)[number];

export const concerns = [
  'domesticAbuse',
  'childAtRisk',
  'adultAtRisk',
  'selfHarm',
  'honourBasedAbuse',
  'forcedMarriage',
  'stalking',
  'exploitation',
  'missing',
  'witnessIntimidation',
  'other',
] as const;

/** Whom a safeguarding concern is escalated to first. */
export const concernRecipients = [
  'safeguarding-officer',
  'officer-in-case',
  'domestic-abuse-officer',
  'sexual-offence-officer',
  'family-liaison-officer',
] as const;

export const dangers = ['immediate', 'notImmediate'] as const;

export const perishableEvidence = ['cctv', 'witnesses', 'forensics', 'digitalRecords', 'other'] as const;

export const linesOfEnquiry = [
  'cctv',
  'witnessStatements',
  'forensics',
  'digitalRecords',
  'houseToHouse',
  'suspectInterview',
  'victimStatement',
  'financialRecords',
  'noneProportionate',
] as const;

export const withdrawalReasons = [
  'fear',
  'reconciled',
  'wantsToMoveOn',
  'processTooLong',
  'healthOrWellbeing',
  'onlyWantedItRecorded',
  'noConfidence',
  'other',
  'notGiven',
] as const;

/** Who must hear that a victim has died. */
export const toldOfDeath = [
  'officerInCase',
  'supportServices',
  'familyLiaison',
  'witnessCareUnit',
  'prosecution',
  'representatives',
] as const;
/** Why a force that was asked to take a case has not taken it. */
export const handoverDeclines = ['notOfThatForce', 'informationMissing', 'takenBack', 'other'] as const;
/** Why relatives of a victim who died have no case of their own. */
export const relativesResults = ['deathNotByTheCrime', 'noneKnown', 'noneWantsOne', 'haveTheirOwn'] as const;
export type ToldOfDeath = (typeof toldOfDeath)[number];

export const adviceAskers = ['officer', 'victim', 'partner'] as const;
export const challengedBodies = ['officerInCase', 'prosecution', 'court'] as const;
export const challengeOutcomes = ['changed', 'partlyChanged', 'unchanged', 'withdrawn'] as const;
