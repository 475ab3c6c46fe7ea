// Written by: projections alone. Closed tasks stay, so that a late write cannot bring one back.
import type { Connection, Model } from 'mongoose';
import type { ProjectedTask } from '../../domain/projection/projection';
import { roleOf, type Band, type BandLimits } from '../../domain/task';
import { collection, whole } from '../store/collection';
import type { Versioned } from '../store/newestWins';
import {
  addressOfRole,
  keyIn,
  readPage,
  stretchesOf,
  countedWithin,
  within,
  type Page,
  type PageRequest,
  type Stretch,
} from '../store/pages';
import type { Scope } from '../store/scope';
import { scopeFields, scopeIndexes, scopeSchema, type ScopeFields } from '../store/scopeFields';

export interface TaskDocument extends Versioned, ScopeFields {
  readonly caseId: string;
  readonly open: boolean;
  readonly kind: string;
  readonly role: string;
  readonly assignee?: string | undefined;
  readonly dueAt: string;
  /** Only while the task is open, like all keys of lists. */
  readonly caseKey?: string | undefined;
  readonly assigneeKey?: string | undefined;
  /** Only of tasks for an officer of their own cases, or for a role that sees what it is asked. */
  readonly addressKey?: string | undefined;
  readonly task: ProjectedTask;
}

export interface TaskFilter {
  readonly caseId?: string | undefined;
  readonly force?: string | undefined;
  readonly team?: string | undefined;
  /** An officer's id; null for tasks that nobody has. */
  readonly assignee?: string | null | undefined;
  readonly kind?: string | undefined;
  readonly role?: string | undefined;
  readonly band?: Band | undefined;
}

export interface TaskCount {
  readonly team: string;
  readonly counts: Readonly<Record<Band, number>>;
}

/** Tasks as lists and pages read them. Every function sees what was acknowledged before it was called. */
export interface Tasks {
  /** Closed ones too. */
  findTask(taskId: string): Promise<ProjectedTask | undefined>;
  /** Open tasks, soonest due first. Officers see what is asked of them, and of one of their cases all that is open. */
  listTasks(filter: TaskFilter, limits: BandLimits, scope: Scope, page: PageRequest): Promise<Page<ProjectedTask>>;
  /** Open tasks of every team in scope, or of one, by band; teams in alphabetical order. */
  countTasks(team: string | undefined, limits: BandLimits, scope: Scope): Promise<TaskCount[]>;
}

export function tasks(connection: Connection): Model<TaskDocument> {
  const fields = {
    version: Number,
    caseId: String,
    open: Boolean,
    kind: String,
    role: String,
    assignee: String,
    dueAt: String,
    caseKey: String,
    assigneeKey: String,
    addressKey: String,
    task: whole,
  };
  return collection(connection, 'tasks', { ...fields, ...scopeSchema }, [
    ...scopeIndexes,
    { key: { caseKey: 1 }, sparse: true },
    { key: { assigneeKey: 1 }, sparse: true },
    { key: { addressKey: 1 }, sparse: true },
  ]);
}

/**
 * A task as of this version of its case: a later projection of the case knows better even where the task itself has not
 * changed, since the team may have.
 */
export function taskDocument(task: ProjectedTask, caseVersion: number): TaskDocument {
  const { taskId, caseId, kind, assignee, dueAt } = task;
  const open = task.closed === undefined;
  const place = open ? `${dueAt}|${taskId}` : undefined;
  const keyOf = (of: string | undefined) => (of === undefined || place === undefined ? undefined : keyIn(of, place));
  return {
    _id: taskId,
    version: caseVersion,
    caseId,
    open,
    kind,
    role: roleOf(task),
    assignee,
    dueAt,
    addressKey: keyOf(addressOf(task)),
    caseKey: keyOf(caseId),
    assigneeKey: keyOf(assignee),
    // Of a case that another force is asked to take, that force has one thing to do.
    ...scopeFields(kind === 'acknowledgeHandover' ? task : { ...task, offeredTo: undefined }, place),
    task,
  };
}

/** In whose own list a task stands, beside those of its team and force. */
function addressOf(task: ProjectedTask): string | undefined {
  const role = roleOf(task);
  if (role === 'officer-in-case') return task.officerInCase && addressOfRole(role, task.officerInCase);
  return task.askedRoles?.includes(role) ? addressOfRole(role, task.investigatingForce) : undefined;
}

export function tasksReader(model: Model<TaskDocument>): Tasks {
  return {
    async findTask(taskId) {
      return (await model.findById(taskId, { task: 1 }).lean<TaskDocument>())?.task;
    },
    async listTasks(wanted, limits, scope, request) {
      const { team, kind, assignee, role } = wanted;
      const seen = within(scope, wanted);
      const stretches = stretchOf(wanted) ?? addressedTo(scope) ?? stretchesOf(scope, team);
      if (!seen || scope.kind === 'referrals') return { items: [] };
      const filter = {
        ...(role === undefined ? {} : { role }),
        ...(kind === undefined ? {} : { kind }),
        ...(assignee === undefined ? {} : { assignee }),
        ...seen,
      };
      const places = wanted.band === undefined ? {} : placesOf(wanted.band, limits);
      const { items, next } = await readPage(model, { stretches, filter, newestFirst: false, ...places }, request);
      return { items: items.map(({ task }) => task), next };
    },
    async countTasks(team, limits, scope) {
      const seen = countedWithin(scope, { team });
      if (!seen || scope.kind === 'referrals' || scope.kind === 'own' || scope.kind === 'asked') return [];
      const counted = stretchesOf(scope, team).map(({ field, of }) =>
        model.aggregate<Counted>([
          { $match: { [field]: { $gte: keyIn(of, ''), $lt: keyIn(of, '~') }, ...seen } },
          { $group: { _id: { team: '$owningTeam', band: bandExpression(limits) }, count: { $sum: 1 } } },
        ])
      );
      return byTeam((await Promise.all(counted)).flat());
    },
  };
}

/** An officer's own list holds what is asked of them as the officer in the case. */
function addressedTo(scope: Scope): Stretch[] | undefined {
  if (scope.kind !== 'own') return undefined;
  return [{ field: 'addressKey', of: addressOfRole('officer-in-case', scope.officer) }];
}

/** The narrowest list that holds what is wanted. */
function stretchOf({ caseId, assignee }: TaskFilter): Stretch[] | undefined {
  if (caseId !== undefined) return [{ field: 'caseKey', of: caseId }];
  return typeof assignee === 'string' ? [{ field: 'assigneeKey', of: assignee }] : undefined;
}

/** Where a band begins and ends among places, which begin with the due instant. `~` sorts after everything in a place. */
function placesOf(band: Band, { now, endOfToday, endOfSoon }: BandLimits): { from?: string; before?: string } {
  switch (band) {
    case 'overdue':
      return { before: now };
    case 'dueToday':
      return { from: now, before: `${endOfToday}~` };
    case 'dueSoon':
      return { from: `${endOfToday}~`, before: `${endOfSoon}~` };
    case 'later':
      return { from: `${endOfSoon}~` };
  }
}

/** `bandOf` of the domain, as the database works it out. */
function bandExpression({ now, endOfToday, endOfSoon }: BandLimits): object {
  const orLater = { $cond: [{ $lte: ['$dueAt', endOfSoon] }, 'dueSoon', 'later'] };
  const orSoon = { $cond: [{ $lte: ['$dueAt', endOfToday] }, 'dueToday', orLater] };
  return { $cond: [{ $lt: ['$dueAt', now] }, 'overdue', orSoon] };
}

interface Counted {
  readonly _id: { readonly team: string; readonly band: Band };
  readonly count: number;
}

function byTeam(counted: readonly Counted[]): TaskCount[] {
  const teams = new Map<string, Record<Band, number>>();
  for (const { _id, count } of counted) {
    const counts = teams.get(_id.team) ?? { overdue: 0, dueToday: 0, dueSoon: 0, later: 0 };
    counts[_id.band] += count;
    teams.set(_id.team, counts);
  }
  return [...teams].map(([team, counts]) => ({ team, counts })).sort((one, other) => (one.team < other.team ? -1 : 1));
}
