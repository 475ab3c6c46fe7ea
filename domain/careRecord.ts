import type { AnswerTimes } from './answers/answerTimes';
import type { JudgedAgain, RungReached } from './code/duty';
import type { DutyId, FixedDuty } from './code/fixedDuty';
import type { Limit } from './code/limit';
import type { Fact } from './fact';
import type { Offence } from './offences/offence';
import type { CalendarDay, Instant } from './time/londonTime';
import type { QuietHours } from './time/staffHours';
import type { Task } from './task';
import type { CaseRole, Channel, Circumstance, OfficerAction, PersonKind, ReportSource, Tier } from './vocabulary';
import type { WorkingCalendar } from './time/workingDays';

/** What was known of a case when its crime report arrived. Ids, enums and dates only. */
export interface CaseOpening {
  readonly caseId: string;
  readonly reportId: string;
  readonly personId: string;
  readonly role: CaseRole;
  readonly personKind: PersonKind;
  readonly source: ReportSource;
  readonly investigatingForce: string;
  readonly homeForce: string;
  readonly owningTeam: string;
  readonly officerInCase?: string | undefined;
  readonly offence: Offence;
  readonly circumstances: readonly Circumstance[];
  readonly occurredAt: Instant;
  readonly reportedAt: Instant;
  /** When the force learnt of the crime: its clocks start here. */
  readonly receivedAt: Instant;
  /** When the case began here; later than `receivedAt` by as much as the report was late. */
  readonly openedAt: Instant;
  readonly safeChannels: readonly Channel[];
  readonly preferredChannel?: Channel | undefined;
  readonly suspects: readonly string[];
  readonly officerActions: readonly { readonly action: OfficerAction; readonly at: Instant }[];
  /** Keyed hashes, for lists; nobody can read the reference from them. */
  readonly crimeReferenceHash?: string | undefined;
  readonly operationHash?: string | undefined;
  readonly standards: ForceStandards;
  /** Under 18 when the crime happened. */
  readonly wasChild?: true | undefined;
  /** The day on which a child victim turns 18. */
  readonly eighteenOn?: CalendarDay | undefined;
  /** Only these callers see the case from its beginning. */
  readonly visibleTo?: readonly string[] | undefined;
  /** The case in which the victim disclosed this crime. */
  readonly disclosedInCaseId?: string | undefined;
}

/** A force's own promises, beside the law's: data, set per force, fixed for a case when it begins. */
export interface ForceStandards {
  readonly firstContactHours: Readonly<Record<Tier, number>>;
  readonly needsAssessmentDays: number;
  readonly victimContractDays: number;
  readonly updateEveryDays: number;
  /** How long before an update is due its task appears. */
  readonly updateLeadDays: number;
  /** How long a wish for no contact stands before somebody looks whether it still does. */
  readonly noContactReviewDays: number;
  readonly referralAnswerWorkingDays: number;
  /** How a support service that stays silent is asked again; the default, unless set. */
  readonly referralChases?: ReferralChases | undefined;
  readonly closureDays: number;
  /**
   * No closing is asked for before so many days after a sentence, within which it may be appealed against or reviewed, nor
   * while compensation is owed to the victim. Cases that began before a force could set any do not wait.
   */
  readonly closesAfterSentenceDays?: number | undefined;
  /** How the prosecution is asked for its answer to a review; a case that began before there was such a promise asks nothing. */
  readonly prosecutionReviews?: ProsecutionReviewStandards | undefined;
  /** Within how many working days a message of the victim is answered; one, unless set. */
  readonly answerVictimWorkingDays?: number | undefined;
  /** The force's own targets for what the law owes without a number, by obligation. */
  readonly targets?: Readonly<Record<string, Readonly<Record<Tier, Limit>>>> | undefined;
  /** When rungs are held back, on London's clock. */
  readonly quietHours: QuietHours;
  /** How long people have for the answers that are demanded of them; what is not named goes by the default. */
  readonly answerTimes?: Partial<AnswerTimes> | undefined;
  /** What a death asks of people; a case that began before there was such a promise asks nothing. */
  readonly afterDeath?: AfterDeathStandards | undefined;
  /** Only where the force has set its own. */
  readonly conversation?: ConversationStandards | undefined;
}

/** How long people have for what a death leaves to them, before the next rung is asked. */
export interface AfterDeathStandards {
  readonly nameFamilyLiaison: Limit;
  readonly tell: Limit;
  readonly considerRelatives: Limit;
}

/** How long the prosecution has for a review, in working days, and whoever asks it for the answer. */
export interface ProsecutionReviewStandards {
  readonly local: number;
  readonly independent: number;
  readonly chase: number;
}

/** How a support service is asked again and again for its answer to a referral. */
export interface ReferralChases {
  /** Working days from one time to the next. */
  readonly everyWorkingDays: number;
  /** After so many times in vain the supervisor asks. */
  readonly timesByTeam: number;
}

/** What a force promises of its conversation with a victim. */
export interface ConversationStandards {
  readonly attempts: Readonly<Record<Tier, AttemptSpacing>>;
  /** How long the officer in the case has for the written acknowledgement before the team is asked to give it. */
  readonly acknowledgementAskedAfterWorkingDays: number;
  readonly findSafeChannelWorkingDays: Readonly<Record<Tier, number>>;
  readonly explainAgainWorkingDays: Readonly<Record<Tier, number>>;
  readonly reassessWorkingDays: Readonly<Record<Tier, number>>;
  readonly evidenceNeedsWorkingDays: number;
  /** A risk that nobody assessed, where the victim has Enhanced Rights. */
  readonly assessRiskHours: number;
  readonly planActionOverdueWorkingDays: number;
}

/** How attempts to reach somebody are spaced: often enough to reach them, seldom enough not to draw attention to them. */
export interface AttemptSpacing {
  /** Calls in a row that failed, after which another safe way is asked for. */
  readonly failedCalls: number;
  readonly mostADay: number;
  readonly hoursApart: number;
  /** Messages in a row that nobody answered, after which another safe way is asked for. */
  readonly messages: number;
  readonly hoursAfterMessage: number;
  readonly hoursAfterLetter: number;
  readonly hoursAfterSomeoneElse: number;
  readonly hoursAfterNotSafe: number;
}

/** A command that was carried out, kept so that the same command gets the same answer in a later run. */
export interface HandledCommand {
  readonly commandId: string;
  readonly answer: CommandAnswer;
}

export interface CommandAnswer {
  readonly caseId: string;
  readonly version: number;
  readonly stage: Stage;
  /** Sequence numbers of the facts that the command put on the record. */
  readonly facts: readonly number[];
  readonly task?: { readonly taskId: string; readonly version: number } | undefined;
  /** Ids of the tasks that the command opened. */
  readonly opened: readonly string[];
}

export const stages = [
  'firstContact',
  'needsAssessment',
  'carePathway',
  'referral',
  'victimContract',
  'investigation',
  'court',
  'closure',
  'closed',
  'cancelled',
  'transferred',
  'merged',
  'victimDied',
] as const;
export type Stage = (typeof stages)[number];

/** All that a case needs to go on: it survives continue-as-new, the end of the case, and a reopening years later. */
export interface CareRecord {
  readonly schema: 1;
  readonly opening: CaseOpening;
  /** Counts every accepted change; the projection is guarded by it. */
  readonly version: number;
  readonly facts: readonly Fact[];
  /** The duties that arose from the crime report itself, fixed when the case began. */
  readonly owedFromReport: readonly FixedDuty[];
  /** Due dates that took the place of earlier ones, in the order of judging. */
  readonly judgedAgain: readonly JudgedAgain[];
  /** The rungs that each duty has reached: none is ever reached twice. */
  readonly rungs: Readonly<Record<DutyId, readonly Pick<RungReached, 'rung' | 'at'>[]>>;
  /** Open tasks, and those that closed since the last projection. */
  readonly tasks: readonly Task[];
  readonly tasksOpened: number;
  readonly calendar: WorkingCalendar;
  readonly handled: readonly HandledCommand[];
}

/** How many carried-out commands a case remembers; older ones are known to the commands collection alone. */
export const handledCommandsKept = 200;

export function openTasks(record: CareRecord): readonly Task[] {
  return record.tasks.filter((task) => !task.closed);
}
