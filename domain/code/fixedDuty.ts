import type { CalendarDay, Instant } from '../time/londonTime';
import type { Tier } from '../vocabulary';
import type { Limit } from './limit';

/** A duty as it was fixed when it arose. Nothing of this is worked out again; what changes later is said beside it. */
export interface FixedDuty {
  /** The obligation's id: a row of the reference table. */
  readonly obligation: string;
  readonly edition: string;
  /** The tier by which the limit was chosen. */
  readonly tier: Tier;
  /** Where the duty-holder's clock started. */
  readonly from: Instant;
  /** When the thing itself happened, where another duty-holder had it first: the time between is theirs. */
  readonly withOthersSince?: Instant | undefined;
  readonly limit?: Limit | undefined;
  /** The force's own target, where the law gives no number of days. */
  readonly target?: true | undefined;
  /** The victim has agreed this limit in the Victim Contract. */
  readonly agreed?: true | undefined;
  /** The last instant at which it is met in time. Without one no clock runs. */
  readonly dueBy?: Instant | undefined;
  /** Bank holidays that were left out of the count; weekends are not listed. */
  readonly leftOut?: readonly CalendarDay[] | undefined;
  /** The due date lies beyond the last published bank holiday and is judged again when more are published. */
  readonly provisional?: true | undefined;
  /** Its time had passed before the case came here: on record as such, without rung or task. */
  readonly missedBeforeIntake?: true | undefined;
}

/** `<number of the fact>.<obligation>`; 0 stands for the crime report. */
export type DutyId = string;

export const dutyIdPattern = /^\d{1,7}\.[a-z0-9-]{2,60}$/;

export function dutyIdOf(seq: number, { obligation }: Pick<FixedDuty, 'obligation'>): DutyId {
  return `${seq}.${obligation}`;
}
