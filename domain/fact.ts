import type { FixedDuty } from './code/fixedDuty';
import type { AfterSentenceFacts } from './facts/afterSentenceFacts';
import type { AvailabilityFacts } from './facts/availabilityFacts';
import type { CareFacts } from './facts/careFacts';
import type { CorporateFacts } from './facts/corporateFacts';
import type { ChangeFacts } from './facts/changeFacts';
import type { ConversationFacts } from './facts/conversationFacts';
import type { CourtFacts } from './facts/courtFacts';
import type { CourtPartnerFacts } from './facts/courtPartnerFacts';
import type { CourtSafetyFacts } from './facts/courtSafetyFacts';
import type { InvestigationFacts } from './facts/investigationFacts';
import type { JoinFacts } from './facts/joinFacts';
import type { ReferralFacts } from './facts/referralFacts';
import type { MessageFacts } from './facts/messageFacts';
import type { MatterFacts } from './facts/matterFacts';
import type { OrderFacts } from './facts/orderFacts';
import type { RightsFacts } from './facts/rightsFacts';
import type { SafetyFacts } from './facts/safetyFacts';
import type { SpecialMeasureFacts } from './facts/specialMeasureFacts';
import type { VoiceFacts } from './facts/voiceFacts';
import type { WitnessFacts } from './facts/witnessFacts';
import type { Instant } from './time/londonTime';
import type { TaskKind } from './task';
import type { FactSource } from './vocabulary';

/** What each kind of fact says beside who, when and about which suspects. Enums, ids and dates only: no free text. */
export interface FactData
  extends
    CareFacts,
    MessageFacts,
    ConversationFacts,
    InvestigationFacts,
    CourtFacts,
    CourtSafetyFacts,
    AfterSentenceFacts,
    CourtPartnerFacts,
    SpecialMeasureFacts,
    AvailabilityFacts,
    RightsFacts,
    OrderFacts,
    ReferralFacts,
    CorporateFacts,
    VoiceFacts,
    SafetyFacts,
    ChangeFacts,
    MatterFacts,
    JoinFacts,
    WitnessFacts {}

export type FactKind = keyof FactData;

interface Told {
  readonly source: FactSource;
  /** Ids of the suspects that the fact is about; a suspect id is the reporting system's opaque one. */
  readonly suspects?: readonly string[] | undefined;
  /** Free text about the fact, kept encrypted under this id. */
  readonly noteId?: string | undefined;
  /** Of the words of that note, under a key, where it matters whether a later fact has others. */
  readonly wordsHash?: string | undefined;
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
  /** Where it skips a step: what has to come first, for the person who decides whether it stands. */
  readonly missing?: string | undefined;
  readonly supersedes?: number | undefined;
  supersededBy?: number | undefined;
};
