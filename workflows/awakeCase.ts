import type { CareRecord } from '../domain/careRecord';
import type { Projected } from '../domain/projection/projection';
import type { CalendarDay, Instant } from '../domain/time/londonTime';

/** A case while a run of it is awake: its record, and what MongoDB has acknowledged of it. */
export interface AwakeCase {
  record: CareRecord;
  projected: Projected;
  /** The last version that a write was tried for: replies stop waiting for a MongoDB that is away. */
  triedVersion: number;
  /** The day on which this run last asked for bank holidays. */
  calendarAskedOn?: CalendarDay;
}

/** Workflow time as an instant of the domain: the same on every replay. */
export function now(): Instant {
  return new Date().toISOString();
}
