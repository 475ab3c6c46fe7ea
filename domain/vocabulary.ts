/** The words that the API, the record and the documents share. Each list is data: the type is read off it. */

export const channels = ['phone', 'text', 'email', 'letter', 'inPerson', 'videoCall', 'viaRepresentative'] as const;
export type Channel = (typeof channels)[number];

export const caseRoles = ['victim', 'witness', 'victimAndWitness'] as const;
export type CaseRole = (typeof caseRoles)[number];

export const personKinds = ['person', 'business', 'bereavedRelative'] as const;
export type PersonKind = (typeof personKinds)[number];

export const reportSources = [
  'policeRecordsSystem',
  'singleOnlineHome',
  'reportFraud',
  'trackMyCrime',
  'otherAgency',
] as const;
export type ReportSource = (typeof reportSources)[number];

/** Where a fact comes from: a system that reports, or the people who record it. */
export const factSources = [...reportSources, 'court', 'prosecution', 'officer', 'victim', 'partner', 'team'] as const;
export type FactSource = (typeof factSources)[number];

export const offenceCategories = [
  'violenceAgainstThePerson',
  'sexualOffence',
  'robbery',
  'burglary',
  'vehicleOffence',
  'theft',
  'shoplifting',
  'arsonAndCriminalDamage',
  'publicOrder',
  'fraud',
  'homicide',
  'modernSlavery',
  'stalkingAndHarassment',
  'drugs',
  'possessionOfWeapons',
  'antiSocialBehaviour',
  'other',
] as const;
export type OffenceCategory = (typeof offenceCategories)[number];

export const circumstances = [
  'domesticAbuse',
  'hateCrime',
  'modernSlavery',
  'sexualOffence',
  'childVictim',
  'stalking',
  'elderlyVictim',
  'repeatVictim',
  'terrorism',
  'death',
  'seriousInjury',
  'cyber',
  'gangRelated',
  'gunOrKnifeOffence',
] as const;
export type Circumstance = (typeof circumstances)[number];

export const tiers = ['standard', 'enhanced'] as const;
/** Enhanced Rights, or the rights that everyone has. */
export type Tier = (typeof tiers)[number];

export const enhancedRightsGrounds = ['mostSeriousCrime', 'persistentlyTargeted', 'vulnerable', 'intimidated'] as const;
export type EnhancedRightsGround = (typeof enhancedRightsGrounds)[number];

export const needCategories = [
  'mentalAndPhysicalHealth',
  'shelterAndAccommodation',
  'familyFriendsAndChildren',
  'educationSkillsAndEmployment',
  'drugsAndAlcohol',
  'financeAndBenefits',
  'outlookAndAttitudes',
  'socialInteractions',
  'safety',
  'justiceProcess',
] as const;
export type NeedCategory = (typeof needCategories)[number];

export const needLevels = ['none', 'low', 'medium', 'high'] as const;
export const riskLevels = ['standard', 'medium', 'high', 'notAssessed'] as const;
export const pathways = ['universal', 'enhanced', 'specialist'] as const;
export const supportAnswers = ['accepted', 'declined', 'undecided'] as const;
/** To whom a victim is referred: general support first, then those for some victims only, then those that the law asks for. */
export const referralRecipients = [
  'serviceProvider',
  'vulnerableVictimCaseManager',
  'independentSexualViolenceAdviser',
  'independentDomesticViolenceAdviser',
  'homicideService',
  'childHouse',
  'multiAgencyRiskAssessmentConference',
  'safeguarding',
  'nationalReferralMechanism',
  'dutyToNotify',
] as const;
export type ReferralRecipient = (typeof referralRecipients)[number];
export const referralBases = ['consent', 'toldAndDidNotObject', 'lawfulBasisWithoutConsent'] as const;
export type ReferralBasis = (typeof referralBases)[number];
/** What a referral can tell a support service about the victim, each agreed to or not. */
export const referralShares = ['name', 'contact', 'dateOfBirth', 'language', 'needs', 'risk', 'offence'] as const;
export type ReferralShare = (typeof referralShares)[number];
export const planActions = [
  'safetyPlanning',
  'emotionalSupport',
  'practicalHelp',
  'homeSecurity',
  'financialAdvice',
  'healthReferral',
  'childrenServices',
  'interpreter',
  'advocacy',
  'courtSupport',
] as const;

export const stances = ['wantsContact', 'wantsSupport', 'supportsProsecution'] as const;
export type Stance = (typeof stances)[number];

export const roles = [
  'reporting-system',
  'victim-care-officer',
  'victim-coordinator',
  'witness-care-officer',
  'officer-in-case',
  'supervisor',
  'family-liaison-officer',
  'sexual-offence-officer',
  'domestic-abuse-officer',
  'safeguarding-officer',
  'emergency-queue',
  'duty-inspector',
  'partner',
  'administrator',
  'regional-hub-coordinator',
] as const;
export type Role = (typeof roles)[number];

export const specialMeasures = [
  'screens',
  'liveLink',
  'evidenceInPrivate',
  'removalOfWigsAndGowns',
  'prerecordedInterview',
  'prerecordedCrossExamination',
  'intermediary',
  'communicationAids',
] as const;
export type SpecialMeasure = (typeof specialMeasures)[number];

export const hearingKinds = [
  'firstHearing',
  'bailHearing',
  'pleaAndTrialPreparation',
  'trial',
  'sentence',
  'appeal',
  'other',
] as const;
export type HearingKind = (typeof hearingKinds)[number];

/** How sure a hearing's day is. A case in a warned list has no day: it is heard in some week, or not at all. */
export const dateCertainties = ['fixed', 'warnedWeek', 'toBeFixed'] as const;
export type DateCertainty = (typeof dateCertainties)[number];

export const verdicts = ['guilty', 'notGuilty', 'juryDischarged', 'setAside'] as const;
export const prosecutionStops = ['discontinued', 'noEvidenceOffered', 'unableToProceed'] as const;

export const appealLeaves = ['sought', 'soughtOutOfTime', 'granted'] as const;
export const appealResults = [
  'dismissed',
  'abandoned',
  'leaveRefused',
  'convictionQuashed',
  'sentenceChanged',
  'retrialOrdered',
] as const;

/** How a day of trial went: cracked is ended by a plea or the prosecution, ineffective could not go ahead. */
export const trialDays = ['effective', 'cracked', 'ineffective', 'partHeard'] as const;
export type TrialDay = (typeof trialDays)[number];

export const sentences = [
  'imprisonment',
  'lifeImprisonment',
  'extendedImprisonment',
  'detentionAndTraining',
  'suspendedImprisonment',
  'communityOrder',
  'fine',
  'compensation',
  'conditionalDischarge',
  'absoluteDischarge',
  'hospitalOrder',
  'hospitalOrderWithRestriction',
  'referralOrder',
  'youthRehabilitationOrder',
  'restrainingOrder',
  'criminalBehaviourOrder',
  'sexualHarmPreventionOrder',
  'confiscation',
  'drivingDisqualification',
  'deprivationOfProperty',
  'otherwiseDealtWith',
] as const;

export const officerActions = [
  'acknowledgementGiven',
  'informationGiven',
  'victimContacted',
  'needsAsked',
  'referralMade',
  'statementTaken',
] as const;
export type OfficerAction = (typeof officerActions)[number];

export const messageFailures = ['permanent', 'temporary', 'technical', 'returned', 'refused'] as const;

/** Why somebody reached a victim otherwise than was agreed. */
export const overrideReasons = ['riskToLife', 'victimAskedForIt', 'newsOfRelease', 'courtDateAtRisk', 'other'] as const;

export const contactStopReasons = ['unsafe', 'routeCompromised', 'victimAsked', 'victimDied', 'other'] as const;

export const dutySettlements = ['met', 'metBySafeAlternative', 'declinedByVictim', 'notApplicable'] as const;

/** Why a duty was not met in time; whether that is a good reason, a supervisor decides. */
export const missedDutyCauses = [
  'noSafeRoute',
  'noAnswer',
  'victimAskedToWait',
  'toldLateByOthers',
  'recordedLate',
  'riskToInvestigation',
  'teamCapacity',
  'overlooked',
  'other',
] as const;

/** Why a force's own standards rest for a time. The Victims' Code knows no pause. */
export const pauseReasons = ['victimAway', 'victimAsked', 'otherForceActs', 'operation', 'other'] as const;
