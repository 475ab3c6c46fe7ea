import type { Context } from '@temporalio/activity';
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import type { Logger } from 'pino';
import { correlationHeader } from '../workflows/messages';

/** From this attempt on an activity counts as stuck: what heals by itself has healed by then. */
const stuckFromAttempt = 3;

export interface StuckActivity {
  readonly workflowId: string;
  readonly activityType: string;
  readonly attempt: number;
  /** The type of the failure; its message may hold anything and is not kept. */
  readonly why: string;
}

/** Where operators look for activities that keep failing. */
export interface StuckActivities {
  noteStuck(stuck: StuckActivity): Promise<void>;
  clearStuck(activity: Pick<StuckActivity, 'workflowId' | 'activityType'>): Promise<void>;
}

/** Logs each activity with the correlation id of the call behind it, and notes those that keep failing. */
export function watched(
  { info }: Context,
  log: Logger,
  stuck: StuckActivities
): { inbound: ActivityInboundCallsInterceptor } {
  const { activityType, attempt } = info;
  const workflowId = info.workflowExecution?.workflowId ?? '';
  return {
    inbound: {
      async execute(input, next) {
        const began = performance.now();
        const id = input.headers[correlationHeader];
        const line = log.child({
          ...(id ? { correlationId: defaultPayloadConverter.fromPayload<string>(id) } : {}),
          activityType,
          workflowId,
          attempt,
        });
        try {
          const result = await next(input);
          line.info({ ms: Math.round(performance.now() - began) }, 'activity done');
          if (attempt >= stuckFromAttempt) await unnoticed(stuck.clearStuck({ workflowId, activityType }));
          return result;
        } catch (failure) {
          const why = typeOf(failure);
          line.warn({ why }, 'activity failed');
          if (attempt >= stuckFromAttempt) {
            await unnoticed(stuck.noteStuck({ workflowId, activityType, attempt, why }));
          }
          throw failure;
        }
      },
    },
  };
}

function typeOf(failure: unknown): string {
  if (failure instanceof ApplicationFailure) return failure.type ?? 'ApplicationFailure';
  return failure instanceof Error ? failure.name : 'unknown';
}

/** A note that cannot be written must not hide the failure it is about. */
async function unnoticed(note: Promise<void>): Promise<void> {
  await note.catch(() => undefined);
}
