import type { FixedDuty } from './code/fixedDuty';
import type { CalendarDay, Instant } from './londonTime';
import type { TaskKind } from './task';
import type * as words from './vocabulary';
import type { Channel, EnhancedRightsGround, FactSource, SpecialMeasure, Stance, Tier } from './vocabulary';

/** What each kind of fact says beside who, when and about which suspects. Enums, ids and dates only: no free text. */
export interface FactData {
  // first contact and care
  contactAttempted: {
    channel: Channel;
    result: 'noAnswer' | 'messageLeft' | 'messageSent' | 'someoneElseAnswered' | 'notSafeToSpeak';
  };
  contactMade: { channel: Channel; with: 'victim' | 'representative' };
  contactImpossible: { reason: 'unreachable' | 'unsafeToContact' | 'declined' };
  firstContactReviewed: {
    cause: 'noSafeRoute' | 'noAnswer' | 'teamCapacity' | 'lateReport' | 'recordedLate' | 'other';
    goodReason: boolean;
  };
  needsAssessed: {
    needs: { category: words.NeedCategory; level: (typeof words.needLevels)[number] }[];
    riskLevel: (typeof words.riskLevels)[number];
    riskTool?: 'dash' | 'dara' | 'professionalJudgement' | undefined;
    enhancedRightsGrounds: EnhancedRightsGround[];
  };
  tierDecided: { tier: Tier; grounds: EnhancedRightsGround[] };
  pathwayChosen: {
    pathway: (typeof words.pathways)[number];
    support: (typeof words.supportAnswers)[number];
    plan: (typeof words.planActions)[number][];
  };
  referralMade: {
    recipient: (typeof words.referralRecipients)[number];
    supportService: string;
    basis: (typeof words.referralBases)[number];
  };
  referralAccepted: { referralId: string };
  referralDeclined: { referralId: string; reason: 'noCapacity' | 'notEligible' | 'notReachable' | 'other' };
  referralEnded: { referralId: string; reason: 'completed' | 'victimWithdrew' | 'lostContact' | 'other' };
  consentWithdrawn: { referralId: string };
  supportDeclined: Record<never, never>;
  signposted: { supportServices: string[]; format: 'spoken' | 'email' | 'text' | 'letter' | 'leaflet' };
  victimContractAgreed: {
    channel: Channel;
    everyDays: number;
    days?: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[] | undefined;
    from?: string | undefined;
    to?: string | undefined;
  };
  victimContractDefaultKept: Record<never, never>;
  victimUpdateGiven: { channel: Channel; about: number[] };
  victimTold: { channel: Channel; about: number[] };
  victimNotTold: { about: number[]; reason: 'declined' | 'unsafeToContact' | 'unreachable' | 'alreadyKnew' };
  stanceChanged: { stance: Stance; answer: 'yes' | 'no' };
  representativeAppointed: { representativeId: string };
  representativeEnded: { representativeId: string };
  personChanged: { changed: string[]; safeChannels: Channel[]; preferredChannel?: Channel | undefined };
  officerActed: { action: words.OfficerAction };
  reportAcknowledged: { channel: Channel; route: 'written' | 'safeAlternative' };
  personalStatementOffered: { answer: 'made' | 'declined' | 'later' };
  statementTaken: Record<never, never>;
  reportAmended: {
    amendment: number;
    changed: string[];
    offence?: Offence | undefined;
    circumstances?: words.Circumstance[] | undefined;
    officerInCase?: string | undefined;
    suspects?: string[] | undefined;
  };
  // investigation
  suspectIdentified: Record<never, never>;
  suspectArrested: Record<never, never>;
  suspectInterviewed: Record<never, never>;
  suspectBailed: { conditions: boolean; untilOn?: CalendarDay | undefined };
  bailChanged: {
    change: 'conditionsVaried' | 'extended' | 'cancelled' | 'breached';
    untilOn?: CalendarDay | undefined;
  };
  suspectReleasedUnderInvestigation: Record<never, never>;
  suspectReleasedWithoutCharge: Record<never, never>;
  suspectCharged: { how: 'charged' | 'summonsed'; urn?: string | undefined };
  chargedInAnotherCase: { urn?: string | undefined };
  noFurtherAction: {
    decidedBy: 'police' | 'prosecution';
    reason:
      | 'evidentialDifficulties'
      | 'victimDoesNotSupport'
      | 'notInPublicInterest'
      | 'preventedFromProsecuting'
      | 'notStated';
    rightToReview: boolean;
  };
  outOfCourtResolution: {
    resolution: 'caution' | 'conditionalCaution' | 'communityResolution' | 'penaltyNotice' | 'drugsPossessionWarning';
  };
  investigationClosed: {
    reason:
      | 'noSuspectIdentified'
      | 'furtherInvestigationNotInPublicInterest'
      | 'notInPublicInterest'
      | 'takenByOtherAgency'
      | 'unableToProsecute'
      | 'decidedNotToInvestigate';
  };
  investigationReopened: Record<never, never>;
  rightToReviewAsked: Record<never, never>;
  rightToReviewAcknowledged: Record<never, never>;
  rightToReviewDecided: { result: 'upheld' | 'overturned' };
  // court
  hearingListed: {
    hearingId: string;
    hearing: words.HearingKind;
    on: CalendarDay;
    at?: Instant | undefined;
    court?: string | undefined;
  };
  hearingMoved: { hearingId: string; on: CalendarDay; at?: Instant | undefined };
  hearingVacated: { hearingId: string };
  courtBailDecided: { decision: 'bailed' | 'bailVaried' | 'remanded' };
  pleaEntered: { plea: 'guilty' | 'notGuilty' | 'noPlea' };
  sentToCrownCourt: Record<never, never>;
  availabilityGiven: { datesToAvoid: { fromOn: CalendarDay; untilOn: CalendarDay }[] };
  specialMeasuresScreened: { wanted: boolean; measures: SpecialMeasure[] };
  specialMeasuresReferred: { measures: SpecialMeasure[] };
  specialMeasuresApplied: { decision: 'applied' | 'declined'; measures: SpecialMeasure[] };
  specialMeasuresDecided: { decision: 'granted' | 'partlyGranted' | 'refused'; measures: SpecialMeasure[] };
  verdictGiven: { verdict: 'guilty' | 'notGuilty' | 'juryDischarged' };
  warrantIssued: Record<never, never>;
  rearrestHeard: { decision: 'bailed' | 'remanded' | 'otherwiseDealtWith' };
  witnessRequired: { hearingId?: string | undefined };
  sentencePassed: {
    sentences: (typeof words.sentences)[number][];
    court?: 'crown' | 'magistrates' | 'youth' | undefined;
    /** The Victim Contact Scheme takes the case: a specified offence with twelve months or more, or a hospital order. */
    victimContactScheme?: boolean | undefined;
    /** The sentence can be reviewed as unduly lenient. */
    undulyLenientScope?: boolean | undefined;
  };
  victimContactSchemeReferred: Record<never, never>;
  victimLiaisonMade: Record<never, never>;
  releasePlanned: { releaseOn: CalendarDay };
  expensesClaimed: Record<never, never>;
  expensesPaid: Record<never, never>;
  prosecutionStopped: { reason: 'discontinued' | 'noEvidenceOffered' | 'unableToProceed' };
  appealLodged: { against: 'conviction' | 'sentence' | 'both' };
  appealDecided: { result: 'dismissed' | 'abandoned' | 'convictionQuashed' | 'sentenceChanged' | 'retrialOrdered' };
  // rights
  complaintMade: { about: 'police' | 'witnessCareUnit' | 'prosecution' | 'courts' | 'other' };
  complaintAnswered: Record<never, never>;
  /** What became of a duty otherwise than by what the service sees for itself. `duty` is its id in the ledger. */
  dutySettled: { duty: string; as: (typeof words.dutySettlements)[number]; channel?: Channel | undefined };
  dutyReasonGiven: { duty: string; cause: (typeof words.missedDutyCauses)[number]; goodReason: boolean };
  standardsPaused: { reason: (typeof words.pauseReasons)[number]; untilOn: CalendarDay };
  standardsResumed: Record<never, never>;
  // order and ends
  eventReviewed: { about: number; decision: 'accepted' | 'discarded' };
  teamChanged: { team: string };
  transferAsked: { force: string; team: string };
  handoverAcknowledged: Record<never, never>;
  noCrime: { reason: 'notACrime' | 'recordedInError' | 'duplicate' };
  victimDied: Record<never, never>;
  merged: { intoCaseId: string };
  caseClosed: {
    reason: 'supportEnded' | 'justiceProcessEnded' | 'victimAskedUsTo' | 'noFurtherContact';
    leftUndone: { taskId: string; reason: 'notNeeded' | 'declinedByVictim' | 'passedToOthers' | 'notPossible' }[];
  };
  caseReopened: { reason: 'newInformation' | 'victimAskedUsTo' | 'closedInError' };
}

export type FactKind = keyof FactData;

export interface Offence {
  category: words.OffenceCategory;
  homeOfficeCode?: string | undefined;
  cjsCode?: string | undefined;
}

interface Told {
  readonly source: FactSource;
  /** Ids of the suspects that the fact is about; a suspect id is the reporting system's opaque one. */
  readonly suspects?: readonly string[] | undefined;
  /** Free text about the fact, kept encrypted under this id. */
  readonly noteId?: string | undefined;
}

/** A fact as somebody tells it. `receivedAt` is when the duty-holder learnt of it; without one, when it is recorded. */
export type NewFact<K extends FactKind = FactKind> = {
  [Kind in K]: Told & {
    readonly kind: Kind;
    readonly data: FactData[Kind];
    readonly happenedAt: Instant;
    readonly receivedAt?: Instant | undefined;
  };
}[K];

/** A fact on the record: never changed but for the mark of what superseded it, never deleted. */
export type Fact<K extends FactKind = FactKind> = NewFact<K> & {
  /** Its place in the case, from 1. */
  readonly seq: number;
  readonly receivedAt: Instant;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly commandId: string;
  /** The task that this fact is the outcome of. */
  readonly taskId?: string | undefined;
  readonly taskKind?: TaskKind | undefined;
  /** The duties that arose from it, fixed here once and never worked out again. */
  readonly owes?: readonly FixedDuty[] | undefined;
  /** Implausible: waits for a person, and counts for nothing until then. */
  readonly parked?: string | undefined;
  readonly supersedes?: number | undefined;
  supersededBy?: number | undefined;
};
