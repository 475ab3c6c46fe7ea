import type { CareRecord } from './careRecord';
import { careState } from './careState';
import { journey } from './journey/journey';
import type { Instant } from './londonTime';
import type { Task, WantedTask } from './task';

export interface Stock {
  readonly record: CareRecord;
  /** The next instant at which time alone changes what is wanted; undefined where only facts can. */
  readonly wakeAt?: Instant | undefined;
}

/**
 * Asks every step of the journey what is due and brings the tasks in line: a wanted one that is not open is opened with
 * its due date, which stays as it was fixed; an open one that nothing wants any more is closed. A change counts as one
 * version. Taking stock twice at the same instant changes nothing.
 */
export function takeStock(record: CareRecord, now: Instant): Stock {
  const state = careState(record);
  const wanted = new Map<string, WantedTask>();
  const wakes: Instant[] = [];
  if (!state.end) {
    for (const step of journey) {
      const plan = step({ record, state, now });
      for (const task of plan.tasks) wanted.set(task.key, task);
      for (const at of plan.wakeAt ?? []) if (at > now) wakes.push(at);
    }
  }

  let changed = false;
  let tasksOpened = record.tasksOpened;
  const tasks: Task[] = [];
  for (const task of record.tasks) {
    if (task.closed) {
      tasks.push(task);
    } else if (!wanted.has(task.key)) {
      tasks.push({ ...task, version: task.version + 1, closed: { as: 'notNeeded', at: now } });
      changed = true;
    } else {
      wanted.delete(task.key);
      const kept = releasedFromHold(task, now);
      changed ||= kept !== task;
      if (kept.heldUntil !== undefined) wakes.push(kept.heldUntil);
      tasks.push(kept);
    }
  }
  for (const task of wanted.values()) {
    tasksOpened += 1;
    tasks.push({ ...task, taskId: `${record.opening.caseId}.${tasksOpened}`, version: 1, openedAt: now });
    changed = true;
  }
  const wakeAt = wakes.sort()[0];
  if (!changed) return { record, wakeAt };
  return { record: { ...record, version: record.version + 1, tasks, tasksOpened }, wakeAt };
}

function releasedFromHold(task: Task, now: Instant): Task {
  if (task.heldUntil === undefined || task.heldUntil > now) return task;
  return { ...task, version: task.version + 1, heldUntil: undefined };
}

/** A case as its crime report opens it, with its first tasks. */
export function openRecord(opening: CareRecord['opening'], calendar: CareRecord['calendar'], now: Instant): CareRecord {
  const empty = {
    schema: 1,
    opening,
    version: 0,
    facts: [],
    tasks: [],
    tasksOpened: 0,
    calendar,
    handled: [],
  } as const;
  const { record } = takeStock(empty, now);
  return record.version > 0 ? record : { ...record, version: 1 };
}
