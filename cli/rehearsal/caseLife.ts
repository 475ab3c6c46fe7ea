import type { CareRecord, CaseOpening } from '../../domain/careRecord';
import { record } from '../../domain/carryOut';
import { mayRecord } from '../../domain/mayCarryOut';
import type { RecordEvent } from '../../domain/command';
import type { Instant } from '../../domain/time/londonTime';
import { openRecord, takeStock } from '../../domain/takeStock';
import type { WorkingCalendar } from '../../domain/time/workingDays';

/** Something told to a case, and when. */
export interface Told {
  readonly command: RecordEvent;
  readonly at: Instant;
}

/**
 * A case that goes through its life in the domain alone, as the workflow leads it through: with neither server nor clock.
 * `live`: it wakes at every instant at which the workflow would; otherwise only what is told moves it.
 */
export class CaseLife {
  careRecord: CareRecord;
  refused = 0;
  private wakeAt: Instant | undefined;

  constructor(
    opening: CaseOpening,
    calendar: WorkingCalendar,
    private readonly live = false
  ) {
    this.careRecord = openRecord(opening, calendar, opening.openedAt);
    if (live) this.takeStock(opening.openedAt);
  }

  /** A command that the case may refuse, as the inbox of the workflow does, changes nothing. */
  tell({ command, at }: Told): void {
    this.pass(at);
    if (mayRecord(this.careRecord, command)) {
      this.refused += 1;
      return;
    }
    this.careRecord = record(this.careRecord, command, at).record;
    this.takeStock(at);
  }

  /** Lets time pass without its waking, as where no worker is there until then. */
  oversleep(until: Instant): void {
    this.takeStock(until);
  }

  /** Lets time pass until an instant. */
  pass(until: Instant): void {
    while (this.live && this.wakeAt !== undefined && this.wakeAt <= until) this.takeStock(this.wakeAt);
  }

  private takeStock(now: Instant): void {
    const { record, wakeAt } = takeStock(this.careRecord, now);
    const closed = record.tasks.some((task) => task.closed);
    // What is closed has been shown, and leaves the record.
    this.careRecord = closed ? { ...record, tasks: record.tasks.filter((task) => !task.closed) } : record;
    this.wakeAt = wakeAt;
  }
}
