import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from '@temporalio/client';
import { setTimeout as sleep } from 'node:timers/promises';
import { nightlySilenceCheckType, sweepsType } from '../workflows/messages';

const retryMs = 5_000;

/** A workflow that the engine starts by the clock: never two runs at once; a run missed is made up for within `catchUp`. */
export interface Timetable {
  readonly scheduleId: string;
  readonly workflowType: string;
  readonly spec: ScheduleOptions['spec'];
  readonly catchUp: '1 minute' | '20 hours';
}

export function sweepTimetable(everySeconds: number): Timetable {
  const spec = { intervals: [{ every: everySeconds * 1_000 }] };
  return { scheduleId: 'sweeps', workflowType: sweepsType, spec, catchUp: '1 minute' };
}

/** Two in the morning comes once a night in London, also when the clocks change. */
export const silenceTimetable: Timetable = {
  scheduleId: 'nightly-silence-check',
  workflowType: nightlySilenceCheckType,
  spec: { calendars: [{ hour: 2, minute: 0 }], timezone: 'Europe/London' },
  catchUp: '20 hours',
};

/**
 * Has workflows run by their timetables, for as long as the namespace lives. Any worker may ask, the first makes the
 * schedule. It tries until Temporal answers or `signal` aborts, and nobody waits for it to be ready.
 */
export async function keepSchedules(
  client: Client,
  { taskQueue, timetables }: { readonly taskQueue: string; readonly timetables: readonly Timetable[] },
  signal: AbortSignal
): Promise<void> {
  await Promise.all(timetables.map((timetable) => keepSchedule(client, taskQueue, timetable, signal)));
}

async function keepSchedule(
  client: Client,
  taskQueue: string,
  { scheduleId, spec, catchUp, workflowType }: Timetable,
  signal: AbortSignal
): Promise<void> {
  while (!signal.aborted) {
    try {
      await client.schedule.create({
        scheduleId,
        spec,
        policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: catchUp },
        action: { type: 'startWorkflow', workflowType, taskQueue, args: [] },
      });
      return;
    } catch (failure) {
      if (failure instanceof ScheduleAlreadyRunning) return;
      await sleep(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
