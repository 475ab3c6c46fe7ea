import type { Instant } from '../time/londonTime';
import type { pauseReasons, Tier } from '../vocabulary';
import type { DutyId, FixedDuty } from './fixedDuty';
import type { Limit } from './limit';

export interface Pause {
  readonly seq: number;
  readonly from: Instant;
  /** The last instant of it. */
  readonly until: Instant;
  readonly reason: (typeof pauseReasons)[number];
}

/** A due date put in the place of an earlier one: by Enhanced Rights, a pause, or bank holidays published later. */
export interface JudgedAgain {
  readonly duty: DutyId;
  readonly because: 'tier' | 'calendar' | 'pause';
  readonly at: Instant;
  readonly dueBy: Instant;
  /** Where the new count starts, when not where the duty's own clock did. */
  readonly countedFrom?: Instant | undefined;
  /** The tier that the new limit is of, where Enhanced Rights changed it. */
  readonly tier?: Tier | undefined;
  readonly limit?: Limit | undefined;
  readonly leftOut?: FixedDuty['leftOut'];
  readonly provisional?: true | undefined;
}

export const settlements = [
  'met',
  'metBySafeAlternative',
  'couldNotBeTold',
  'declinedByVictim',
  'superseded',
  'notApplicable',
] as const;

export interface Settled {
  readonly as: (typeof settlements)[number];
  readonly at: Instant;
  /** The fact that settled it; 0 is what the reporting officer had done before. */
  readonly by?: number | undefined;
  /** Why nobody could be told; that somebody declined is a settlement of its own. */
  readonly because?: 'unreachable' | 'unsafeToContact' | undefined;
}

/** A duty of a case with what has become of it. It is read off the facts each time; only what was fixed is stored. */
export interface Duty extends FixedDuty {
  readonly id: DutyId;
  /** The fact that it arose from; 0 is the crime report. */
  readonly seq: number;
  /** When the case learnt that it had arisen. */
  readonly knownAt: Instant;
  /** The due dates that it had before, oldest first, each with why it was judged again. */
  readonly earlier?:
    readonly { readonly dueBy: Instant; readonly because: JudgedAgain['because']; readonly at: Instant }[] | undefined;
  /** When the force's standards rested, for a duty that rests with them. */
  readonly pause?: Omit<Pause, 'seq'> | undefined;
  readonly settled?: Settled | undefined;
  readonly reason?: { readonly cause: string; readonly good: boolean; readonly at: Instant } | undefined;
}

export const rungs = ['dueSoon', 'dueToday', 'missed'] as const;
/** The steps of the ladder: staff hear of a duty that is due soon, due today, and missed, each once. */
export type Rung = (typeof rungs)[number];

export interface RungReached {
  readonly duty: DutyId;
  readonly rung: Rung;
  readonly at: Instant;
}
