import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { setTimeout as sleep } from 'node:timers/promises';
import { sweepsType } from '../workflows/messages';

const scheduleId = 'sweeps';
const retryMs = 5_000;

/**
 * Has the sweeps run every so many seconds, for as long as the namespace lives; one pass at a time. Any worker may ask,
 * the first makes it. It tries until Temporal answers or `signal` aborts, and nobody waits for it to be ready.
 */
export async function keepSweepSchedule(
  client: Client,
  { taskQueue, everySeconds }: { readonly taskQueue: string; readonly everySeconds: number },
  signal: AbortSignal
): Promise<void> {
  while (!signal.aborted) {
    try {
      await client.schedule.create({
        scheduleId,
        spec: { intervals: [{ every: everySeconds * 1_000 }] },
        policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
        action: { type: 'startWorkflow', workflowType: sweepsType, taskQueue, args: [] },
      });
      return;
    } catch (failure) {
      if (failure instanceof ScheduleAlreadyRunning) return;
      await sleep(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
