import type { Duty } from './code/duty';
import type { DutyId, FixedDuty } from './code/fixedDuty';
import type { ToldOfDeath } from './care/careWords';
import type { Limit } from './code/limit';
import type { FactKind } from './fact';
import type { AvailabilityRecipient } from './facts/availabilityFacts';
import type { CalendarDay, Instant } from './time/londonTime';
import { afterSentenceTasks } from './tasks/afterSentenceTasks';
import { careTasks } from './tasks/careTasks';
import { courtTasks } from './tasks/courtTasks';
import { witnessTasks } from './tasks/witnessTasks';
import type { Role } from './vocabulary';

/** Every kind of work the service asks a person to do: who does it, and the facts that are an answer to it. */
export const taskKinds = {
  makeFirstContact: { role: 'victim-care-officer', outcomes: ['contactMade', 'contactImpossible'] },
  reviewMissedFirstContact: { role: 'supervisor', outcomes: ['firstContactReviewed'] },
  assessNeeds: { role: 'victim-care-officer', outcomes: ['needsAssessed'] },
  choosePathway: { role: 'victim-care-officer', outcomes: ['pathwayChosen'] },
  makeReferral: { role: 'victim-care-officer', outcomes: ['referralMade', 'supportDeclined'] },
  chaseReferral: {
    role: 'victim-care-officer',
    outcomes: ['referralAccepted', 'referralDeclined', 'referralEnded', 'referralChased'],
  },
  passOnReferral: {
    role: 'victim-care-officer',
    outcomes: ['referralSent', 'referralAccepted', 'referralDeclined', 'referralEnded'],
  },
  referModernSlavery: { role: 'victim-care-officer', outcomes: ['referralMade'] },
  signpost: { role: 'victim-care-officer', outcomes: ['signposted'] },
  agreeVictimContract: {
    role: 'victim-care-officer',
    outcomes: ['victimContractAgreed', 'victimContractDefaultKept'],
  },
  findSafeChannel: { role: 'victim-care-officer', outcomes: ['safeChannelSought'] },
  acknowledgeReport: { role: 'victim-care-officer', outcomes: ['reportAcknowledged'] },
  explainAgain: { role: 'victim-care-officer', outcomes: ['explained'] },
  reassessNeeds: { role: 'victim-care-officer', outcomes: ['needsAssessed', 'needsUnchanged'] },
  assessRisk: { role: 'victim-care-officer', outcomes: ['riskAssessed', 'needsAssessed'] },
  assessEvidenceNeeds: { role: 'witness-care-officer', outcomes: ['evidenceNeedsAssessed'] },
  followUpPlanAction: {
    role: 'victim-care-officer',
    outcomes: ['planActionDone', 'planActionNotDone', 'planActionMoved'],
  },
  giveVictimUpdate: { role: 'victim-care-officer', outcomes: ['victimUpdateGiven', 'victimNotTold'] },
  reviewContactWish: { role: 'victim-care-officer', outcomes: ['stanceChanged'] },
  tellVictim: { role: 'victim-care-officer', outcomes: ['victimTold', 'victimNotTold'] },
  explainMissedDuty: { role: 'supervisor', outcomes: ['dutyReasonGiven'] },
  reviewUnsentMessage: { role: 'victim-care-officer', outcomes: ['messageReviewed'] },
  answerVictim: { role: 'victim-care-officer', outcomes: ['victimAnswered'] },
  reviewEvent: { role: 'supervisor', outcomes: ['eventReviewed'] },
  acknowledgeHandover: { role: 'supervisor', outcomes: ['handoverAcknowledged', 'handoverDeclined'] },
  closeCase: { role: 'victim-care-officer', outcomes: ['caseClosed'] },
  ...careTasks,
  ...courtTasks,
  ...afterSentenceTasks,
  ...witnessTasks,
} as const satisfies Record<string, { role: Role; outcomes: readonly FactKind[] }>;

export type TaskKind = keyof typeof taskKinds;

/** A limit that is the force's own promise, counted from this instant. */
export interface OwnStandard {
  readonly rule: 'forceStandard';
  readonly limit: Limit;
  readonly from: Instant;
  /** The limit from receipt had passed before the case came to us, or came back. */
  readonly passedBefore?: true;
}

/** Where a due date comes from; the sentence is made from it when it is read. */
export type DueReason =
  | OwnStandard
  | {
      readonly rule: 'duty';
      readonly duty: DutyId;
      /** The duty as it counts now. */
      readonly fixed: FixedDuty;
      readonly earlier?: Duty['earlier'];
      readonly pause?: Duty['pause'];
      readonly from: Instant;
    }
  | { readonly rule: 'missed'; readonly from: Instant }
  /** A day on record before which it is needed. */
  | { readonly rule: 'day'; readonly on: CalendarDay; readonly from: Instant };

/** What a step of the journey wants open. The key names the need, so that the same need never opens two tasks. */
export interface WantedTask {
  readonly key: string;
  readonly kind: TaskKind;
  readonly dueAt: Instant;
  readonly why: DueReason;
  /** Whom it is for, where that is not who usually does such a task. */
  readonly role?: Role | undefined;
  /** Sequence numbers of the facts that the task is about. */
  readonly about?: readonly number[] | undefined;
  readonly referralId?: string | undefined;
  readonly messageId?: string | undefined;
  readonly planActionId?: string | undefined;
  readonly arrangementId?: string | undefined;
  /** To whom dates to avoid are to be sent, or whose answer to them is waited for. */
  readonly recipient?: AvailabilityRecipient | undefined;
  /** Who is to be told of a death. */
  readonly told?: ToldOfDeath | undefined;
  /** The duty of the ledger that the task is about. */
  readonly duty?: DutyId | undefined;
}

export interface Task extends WantedTask {
  /** `<caseId>.<number>`: whoever has a task's id knows its case. */
  readonly taskId: string;
  readonly version: number;
  readonly openedAt: Instant;
  readonly assignee?: string | undefined;
  readonly heldUntil?: Instant | undefined;
  readonly closed?:
    { readonly as: 'completed' | 'notNeeded'; readonly at: Instant; readonly by?: string | undefined } | undefined;
}

/** Whom a task is for. */
export function roleOf({ kind, role }: Pick<Task, 'kind' | 'role'>): Role {
  return role ?? taskKinds[kind].role;
}

export const bands = ['overdue', 'dueToday', 'dueSoon', 'later'] as const;
export type Band = (typeof bands)[number];

/** The instants at which, seen from `now`, a task stops being overdue, due today and due soon (three more days). */
export interface BandLimits {
  readonly now: Instant;
  readonly endOfToday: Instant;
  readonly endOfSoon: Instant;
}

export function bandOf(dueAt: Instant, limits: BandLimits): Band {
  if (dueAt < limits.now) return 'overdue';
  if (dueAt <= limits.endOfToday) return 'dueToday';
  return dueAt <= limits.endOfSoon ? 'dueSoon' : 'later';
}

/** The case that a task belongs to, or undefined where the id has not the form of one. */
export function caseIdOfTask(taskId: string): string | undefined {
  const dot = taskId.lastIndexOf('.');
  return dot > 0 ? taskId.slice(0, dot) : undefined;
}
