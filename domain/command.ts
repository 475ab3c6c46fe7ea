import type { NewFact } from './fact';
import type { Instant } from './time/londonTime';

/** What every command carries: its id is the Temporal update id, the same however often it is sent. */
export interface CommandEnvelope {
  readonly commandId: string;
  /** The caller's id at the identity provider. */
  readonly by: string;
}

/** Work that was asked for is done: the outcome is the fact that answers the task. */
export interface CompleteTask extends CommandEnvelope {
  readonly taskId: string;
  /** The version of the task that the caller saw; refused when it has changed since. */
  readonly seenVersion?: number | undefined;
  readonly outcome: NewFact;
}

export type Assignment =
  | { readonly kind: 'claim' }
  | { readonly kind: 'release' }
  | { readonly kind: 'passOn'; readonly to: string }
  | { readonly kind: 'hold'; readonly until: Instant };

export interface AssignTask extends CommandEnvelope {
  readonly taskId: string;
  readonly seenVersion?: number | undefined;
  readonly assignment: Assignment;
}

/** A fact or a decision; with `corrects`, in place of the fact of that number, or of a completed task's outcome. */
export interface RecordEvent extends CommandEnvelope {
  readonly fact: NewFact;
  readonly corrects?: number | undefined;
  readonly correctsTask?: string | undefined;
  /** The fact that an earlier command put on the record; where it put none, this one corrects nothing. */
  readonly correctsCommand?: string | undefined;
}
