import type { CalendarDay } from '../time/londonTime';
import type { needLevels, riskLevels } from '../vocabulary';

/** The words of the conversation with a person. Each list is data: the type is read off it. */

export const safeChannelSources = [
  'officerInCase',
  'recordsSystem',
  'supportService',
  'representative',
  'otherAgency',
] as const;

export const explainedTopics = [
  'rights',
  'justiceProcess',
  'investigation',
  'whoIsWho',
  'supportServices',
  'howWeKeepInTouch',
  'informationSharing',
  'safety',
  'statements',
  'victimPersonalStatement',
  'specialMeasures',
  'givingEvidence',
  'bailAndRelease',
  'outcomesAndReview',
  'compensationAndExpenses',
  'property',
  'restorativeJustice',
  'complaints',
  'otherConcern',
] as const;
export type ExplainedTopic = (typeof explainedTopics)[number];

export const explainedFormats = [
  'spoken',
  'writtenPlain',
  'easyRead',
  'largePrint',
  'braille',
  'audio',
  'video',
  'signLanguage',
] as const;
export const interpreterKinds = ['none', 'vetted', 'signLanguage', 'intermediary'] as const;
export const understandings = ['understood', 'partly', 'notUnderstood'] as const;

export const changedCircumstances = [
  'moved',
  'health',
  'household',
  'childrenOrPregnancy',
  'work',
  'immigration',
  'suspectMadeContact',
  'fear',
  'furtherIncident',
  'supportEnded',
  'other',
] as const;

export type NeedLevel = (typeof needLevels)[number];
export type RiskLevel = (typeof riskLevels)[number];

export const strengths = [
  'familySupport',
  'friendsAndCommunity',
  'safeHome',
  'stableWorkOrEducation',
  'goodHealth',
  'moneyEnough',
  'faith',
  'servicesAlreadyHelping',
  'copesWell',
  'knowsRights',
] as const;

export const riskTools = ['dash', 'dara', 'stalkingScreening', 'professionalJudgement'] as const;
export const riskAssessors = [
  'victimCareOfficer',
  'officerInCase',
  'domesticAbuseOfficer',
  'sexualOffencesOfficer',
  'supervisor',
  'partner',
] as const;
export const overrideReasons = [
  'professionalJudgement',
  'newInformation',
  'escalation',
  'victimMinimises',
  'safeguardsInPlace',
] as const;

/** How great the risk is, by which tool, and who said so; apart from needs. The tool's questions stay with it. */
export interface RiskAssessment {
  level: RiskLevel;
  tool?: (typeof riskTools)[number] | undefined;
  toolVersion?: string | undefined;
  assessedBy?: (typeof riskAssessors)[number] | undefined;
  reviewedBy?: (typeof riskAssessors)[number] | undefined;
  /** What the tool said, where whoever assessed or reviewed it says otherwise. */
  override?: { toolLevel: RiskLevel; reason: (typeof overrideReasons)[number] } | undefined;
}

/** Whoever interprets is vetted and does not know the suspect: anything else is refused before it is recorded. */
export interface Interpreter {
  language: string;
  vetted: true;
  fromSuspectsCircle: false;
  vettedOn?: CalendarDay | undefined;
}

export const accessibilityNeeds = [
  'largePrint',
  'easyRead',
  'braille',
  'audio',
  'hearingLoop',
  'signLanguage',
  'stepFreeAccess',
  'carer',
  'assistanceDog',
  'moreTime',
  'quietRoom',
  'intermediary',
] as const;

export const evidenceNeeds = [
  'courtFamiliarisationVisit',
  'separateEntrance',
  'separateWaitingRoom',
  'travel',
  'childcare',
  'timeOffWork',
  'readingHelp',
  'supporterInCourt',
  'homeCircumstances',
  'religiousOath',
  'medicalBreaks',
  'evidenceByLink',
] as const;

export const offerAnswers = ['accepted', 'declined', 'undecided', 'askAgainLater'] as const;

export const notDoneReasons = [
  'victimDeclined',
  'notNeededAnyMore',
  'serviceNotAvailable',
  'notSafe',
  'passedToOthers',
  'other',
] as const;

export const pathwayDifferences = [
  'victimsWish',
  'professionalJudgement',
  'serviceNotAvailable',
  'alreadySupported',
  'newInformation',
] as const;

export const newsTopics = [
  'arrestAndInterview',
  'bailAndRelease',
  'chargeDecision',
  'courtDates',
  'courtOutcomes',
  'noNewsToo',
] as const;
export const quietTimes = ['asAgreed', 'onlyNews'] as const;
