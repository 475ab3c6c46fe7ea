import type { Offence } from '../offence';
import type * as words from '../vocabulary';
import type { Channel, EnhancedRightsGround, Stance, Tier } from '../vocabulary';

/** Facts of first contact and care. Enums, ids and dates only. */
export interface CareFacts {
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
}
