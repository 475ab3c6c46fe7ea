import type { Duty, RungReached } from './code/duty';
import type { CareRecord } from './careRecord';
import { careState, type CareState } from './careState';
import { dutiesArising, reportHappening } from './code/arising';
import { ledger } from './code/ledger';
import { climb } from './code/rungs';
import { afterDeath } from './journey/answers/afterDeath';
import { dangerOwed } from './journey/answers/answersOwed';
import { orderEnds } from './journey/afterSentence/orderEnds';
import { claimAfterClose } from './journey/witnesses/expenses';
import { journey } from './journey/journey';
import type { Step } from './journey/step';
import { updateOwedSince } from './journey/updates/updateCount';
import type { Instant } from './time/londonTime';
import { roleOf, type Task, type WantedTask } from './task';

export interface Stock {
  readonly record: CareRecord;
  /** The next instant at which time alone changes what is wanted; undefined where only facts can. */
  readonly wakeAt?: Instant | undefined;
}

/**
 * Climbs the rungs that have come, asks every step of the journey what is due and brings the tasks in line: a wanted
 * one that is not open is opened with its due date, which changes only when its duty is judged again; an open one that
 * nothing wants any more is closed. A change counts as one version. Taking stock twice at the same instant changes
 * nothing.
 */
export function takeStock(before: CareRecord, now: Instant): Stock {
  const state = careState(before);
  const wanted = new Map<string, WantedTask>();
  const wakes: Instant[] = [];
  let record = before;
  let duties: readonly Duty[] = [];
  if (!state.end) {
    duties = ledger(record, state);
    const { reached, nextAt } = climb(record, duties, now);
    if (nextAt !== undefined) wakes.push(nextAt);
    if (reached.length > 0) record = { ...record, rungs: withRungs(record.rungs, reached) };
  }
  for (const step of stepsOf(state)) {
    const plan = step({ record, state, duties, now });
    for (const task of plan.tasks) wanted.set(task.key, task);
    for (const at of plan.wakeAt ?? []) if (at > now) wakes.push(at);
  }

  let changed = record !== before;
  let tasksOpened = record.tasksOpened;
  const tasks: Task[] = [];
  for (const task of record.tasks) {
    if (task.closed) {
      tasks.push(task);
    } else if (!wanted.has(task.key)) {
      tasks.push({ ...task, version: task.version + 1, closed: { as: 'notNeeded', at: now } });
      changed = true;
    } else {
      const kept = releasedFromHold(forWhom(dueAsJudged(task, wanted.get(task.key)), wanted.get(task.key)), now);
      wanted.delete(task.key);
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
  const wakeAt = earliest(wakes);
  if (!changed) return { record, wakeAt };
  return { record: { ...record, version: record.version + 1, tasks, tasksOpened }, wakeAt };
}

/** After an end danger alone is still asked for; of a case that was closed, the orders that outlive it and a late claim. */
function stepsOf({ end }: CareState): readonly Step[] {
  if (!end) return journey;
  switch (end.kind) {
    case 'closed':
      return [dangerOwed, orderEnds, claimAfterClose];
    case 'victimDied':
      return [dangerOwed, afterDeath];
    default:
      return [dangerOwed];
  }
}

function earliest(instants: readonly Instant[]): Instant | undefined {
  let first = instants[0];
  for (const at of instants) if (first === undefined || at < first) first = at;
  return first;
}

/**
 * The date and the reason of a duty that was judged again are the new ones; the earlier date stays in the reason. News that
 * turns out to be of somebody who is about is told by the victim's safety, and no longer by the days of the law.
 */
function dueAsJudged(task: Task, wanted: WantedTask | undefined): Task {
  const [was, is] = [task.why, wanted?.why];
  if (!wanted || !is || was.rule !== 'duty') return task;
  const isOfSame = is.rule === 'duty' ? was.duty === is.duty : task.kind === 'tellVictim';
  if (!isOfSame) return task;
  if (JSON.stringify(is) === JSON.stringify(was)) return task;
  return { ...task, version: task.version + 1, dueAt: wanted.dueAt, why: wanted.why };
}

/** Another voice was agreed, or the case has an officer now: the task goes to whom it is for, and nobody has it yet. */
function forWhom(task: Task, wanted: WantedTask | undefined): Task {
  if (!wanted || roleOf(wanted) === roleOf(task)) return task;
  return { ...task, version: task.version + 1, role: wanted.role, assignee: undefined };
}

function withRungs(known: CareRecord['rungs'], reached: readonly RungReached[]): CareRecord['rungs'] {
  const all = { ...known };
  for (const { duty, rung, at } of reached) all[duty] = [...(all[duty] ?? []), { rung, at }];
  return all;
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
    owedFromReport: [],
    judgedAgain: [],
    rungs: {},
    tasks: [],
    tasksOpened: 0,
    calendar,
    handled: [],
  } satisfies CareRecord;
  const state = careState(empty);
  const update = updateOwedSince(0, { record: empty, state, now });
  const arising = dutiesArising(reportHappening(opening), { record: empty, state, now });
  const { record } = takeStock({ ...empty, owedFromReport: update ? [...arising, update] : arising }, now);
  return record.version > 0 ? record : { ...record, version: 1 };
}
