import type { IdentityGround } from '../care/identity';
import type * as care from '../care/conversationWords';
import type { Instant } from '../time/londonTime';
import type { Offence } from '../offences/offence';
import type * as words from '../vocabulary';
import type { Channel, EnhancedRightsGround, Stance, Tier } from '../vocabulary';

/** Facts of first contact and care. Enums, ids and dates only. */
export interface CareFacts {
  contactAttempted: {
    channel: Channel;
    result: 'noAnswer' | 'messageLeft' | 'messageSent' | 'someoneElseAnswered' | 'notSafeToSpeak' | 'wrongNumber';
    /** Whom the attempt reached, where it was not the one it was meant for. */
    reached?: 'nobody' | 'someoneElse' | 'victim' | undefined;
    /** When whoever answered said to try again. */
    callBackAt?: Instant | undefined;
  };
  contactMade: {
    channel: Channel;
    with: 'victim' | 'representative';
    direction?: 'outbound' | 'inbound' | undefined;
    outcome?: 'spoke' | 'callBackAgreed' | 'didNotWantToTalk' | undefined;
    callBackAt?: Instant | undefined;
  };
  contactImpossible: { reason: 'unreachable' | 'unsafeToContact' | 'declined' };
  firstContactReviewed: {
    cause: 'noSafeRoute' | 'noAnswer' | 'teamCapacity' | 'lateReport' | 'recordedLate' | 'other';
    goodReason: boolean;
  };
  needsAssessed: {
    needs: { category: words.NeedCategory; level: (typeof words.needLevels)[number] }[];
    riskLevel: (typeof words.riskLevels)[number];
    riskTool?: (typeof care.riskTools)[number] | undefined;
    riskToolVersion?: string | undefined;
    riskAssessedBy?: (typeof care.riskAssessors)[number] | undefined;
    riskReviewedBy?: (typeof care.riskAssessors)[number] | undefined;
    riskOverride?: care.RiskAssessment['override'];
    /** Undefined where nobody looked for them: what the report proposes stands. */
    enhancedRightsGrounds?: EnhancedRightsGround[] | undefined;
    strengths?: (typeof care.strengths)[number][] | undefined;
    interpreter?: care.Interpreter | undefined;
    accessibility?: (typeof care.accessibilityNeeds)[number][] | undefined;
  };
  tierDecided: { tier: Tier; grounds: EnhancedRightsGround[] };
  pathwayChosen: {
    pathway: (typeof words.pathways)[number];
    support: (typeof words.supportAnswers)[number];
    plan: (typeof words.planActions)[number][];
    /** What the rules of the force proposed when it was decided; the service writes it. */
    proposed?: (typeof words.pathways)[number] | undefined;
    /** Why a person decided otherwise than proposed. */
    differsBecause?: (typeof care.pathwayDifferences)[number] | undefined;
  };
  referralMade: {
    recipient: (typeof words.referralRecipients)[number];
    supportService: string;
    basis: (typeof words.referralBases)[number];
    /** How old the victim was on that day, where it is known better than from the report. */
    victimIs?: 'child' | 'adult' | undefined;
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
    hearAbout?: (typeof care.newsTopics)[number][] | undefined;
    /** What the victim wants while nothing happens: to hear all the same, or only when there is news. */
    inQuietTimes?: (typeof care.quietTimes)[number] | undefined;
    /** Ids of representatives who may be told too. */
    mayAlsoTell?: string[] | undefined;
    agreedWith?: 'victim' | 'representative' | undefined;
  };
  victimContractDefaultKept: Record<never, never>;
  victimUpdateGiven: { channel: Channel; about: number[]; identityKnownBy?: IdentityGround | undefined };
  victimTold: { channel: Channel; about: number[]; identityKnownBy?: IdentityGround | undefined };
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
}
