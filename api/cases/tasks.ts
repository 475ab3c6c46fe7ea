import { z } from 'zod';
import type { Tasks } from '../../database/cases/tasks';
import type { ProjectedTask } from '../../domain/projection/projection';
import { bands, roleOf, type Task } from '../../domain/task';
import { commandAnswerShape, pageOf } from '../http/answerShapes';
import { taskKindNames, taskShape } from './taskShape';
import type { CommandCalls, CommandOrder } from '../http/commandCalls';
import { cursorOf, paging } from '../http/cursor';
import { endpoint, type Answer, type Asked, type Endpoint } from '../http/endpoint';
import { Problem } from '../http/errors';
import { completionBody, newFact, type CompletionBody } from '../facts/factContracts';
import { taskIdValue } from '../facts/factShape';
import { sideOf } from '../facts/side';
import { tellingOf, toldInOneCall } from '../court/oneCall';
import type { ReferralChecks } from '../referrals/referralChecks';
import { taskAdvice, type AdviceStores } from '../contact/taskAdvice';
import { bandLimits, shownTask } from './shownTask';
import { etag, seenVersion } from '../http/preconditions';
import { roles } from '../../domain/vocabulary';
import { taskDoers } from '../access/taskDoers';
import { listScope, visible } from '../access/scopes';

import { codeName, instantValue, staffId } from '../http/values';

const taskPath = z.object({ taskId: taskIdValue });

const taskQuery = z.strictObject({
  force: codeName.optional(),
  team: codeName.optional(),
  assignee: staffId.optional().meta({ description: 'The id of an officer, `me`, or `none`.' }),
  kind: z.enum(taskKindNames).optional(),
  role: z.enum(roles).optional().meta({ description: 'Whom they are for.' }),
  band: z.enum(bands).optional(),
  caseId: z.uuid().optional(),
  ...paging,
});

const countQuery = z.strictObject({ team: codeName.optional() });
const counts = z.object(Object.fromEntries(bands.map((band) => [band, z.int()])));
const teamCounts = z.object({ items: z.array(z.object({ team: z.string(), counts })) });

const nothing = z.strictObject({});
const passOnBody = z.strictObject({ to: staffId });
const holdBody = z.strictObject({ until: instantValue });

const changed = { 200: { description: 'Done, and shown by every list.', schema: commandAnswerShape } };
const command = { idempotent: true, ifMatch: 'optional', etag: true, params: taskPath, answers: changed } as const;

/** Work that people are asked to do: listed, given out, done. */
export function tasks(
  stores: AdviceStores & { readonly tasks: Tasks },
  commands: CommandCalls,
  checks: ReferralChecks
): Endpoint[] {
  /** A force that is asked to take a case has its hand-over to acknowledge, and nothing else to do in it yet. */
  async function taskOf(asked: Asked<{ taskId: string }>): Promise<ProjectedTask> {
    const task = await stores.tasks.findTask(asked.params.taskId);
    return visible(asked, task && task.kind !== 'acknowledgeHandover' ? { ...task, offeredTo: undefined } : task);
  }

  async function checkedOutcome(asked: Asked<unknown, unknown, CompletionBody>, { caseId }: ProjectedTask) {
    const { kind, ...told } = asked.body.outcome;
    const { data, precondition } = await checks.check(caseId, kind, told, {
      at: asked.body.happenedAt ?? asked.now,
      pointer: '/outcome',
    });
    const outcome = (noteId: string | undefined) =>
      newFact(kind, data, asked.body, { source: sideOf(asked), now: asked.now, noteId });
    return { outcome, ...(precondition ? { precondition } : {}) };
  }

  async function assign(
    asked: Asked<{ taskId: string }, unknown, unknown>,
    assignment: CommandOrder<'assignTask'>['assignment']
  ): Promise<Answer> {
    const task = await taskOf(asked);
    const order = { taskId: task.taskId, assignment, seenVersion: seenVersion(asked, task.version) };
    return commands.carryOut(asked, { verb: 'assignTask', status: 200, about: task, order: () => order });
  }

  return [
    endpoint({
      method: 'get',
      path: '/tasks',
      summary: 'Open tasks, soonest due first',
      query: taskQuery,
      answers: { 200: { description: 'A page of tasks.', schema: pageOf(taskShape) } },
      async handle(asked) {
        const { limit, cursor, assignee, ...filter } = asked.query;
        const limits = bandLimits(asked.now);
        const who = assignee === 'me' ? asked.caller.id : assignee === 'none' ? null : assignee;
        const wanted = { ...filter, assignee: who };
        const { items, next } = await stores.tasks.listTasks(wanted, limits, listScope(asked), { limit, cursor });
        const body = { items: items.map((task) => shownTask(task, limits)), ...(next ? { next: cursorOf(next) } : {}) };
        return { status: 200, body };
      },
    }),
    endpoint({
      method: 'get',
      path: '/tasks/counts',
      summary: 'How many open tasks each team has, by band',
      query: countQuery,
      answers: { 200: { description: 'Teams in alphabetical order.', schema: teamCounts } },
      async handle(asked) {
        const limits = bandLimits(asked.now);
        const items = await stores.tasks.countTasks(asked.query.team, limits, listScope(asked));
        return { status: 200, body: { items } };
      },
    }),
    endpoint({
      method: 'get',
      path: '/tasks/{taskId}',
      summary: 'One task, open or closed',
      params: taskPath,
      etag: true,
      answers: { 200: { description: 'The task.', schema: taskShape } },
      async handle(asked) {
        const task = await taskOf(asked);
        const body = { ...shownTask(task, bandLimits(asked.now)), ...(await taskAdvice(stores, task, asked.now)) };
        return { status: 200, body, headers: etag(task.version) };
      },
    }),
    endpoint({
      ...command,
      method: 'post',
      path: '/tasks/{taskId}/completion',
      summary: 'Say that a task is done, and how',
      body: completionBody,
      async handle(asked) {
        const task = await taskOf(asked);
        mayDo(asked, task);
        mustSayWhoTookIt(asked, task);
        const { outcome, ...checked } = await checkedOutcome(asked, task);
        const news = await toldInOneCall(stores.timeline, task, outcome(undefined));
        return commands.carryOut(asked, {
          verb: 'completeTask',
          status: 200,
          about: task,
          note: asked.body.note,
          ...checked,
          order: ({ noteId }) => ({
            taskId: task.taskId,
            outcome: tellingOf(outcome(noteId), news),
            seenVersion: seenVersion(asked, task.version),
          }),
        });
      },
    }),
    endpoint({
      ...command,
      method: 'post',
      path: '/tasks/{taskId}/claim',
      summary: 'Take a task on',
      body: nothing,
      bodyOptional: true,
      handle: (asked) => assign(asked, { kind: 'claim' }),
    }),
    endpoint({
      ...command,
      method: 'post',
      path: '/tasks/{taskId}/release',
      summary: 'Give a task back, or end its hold',
      body: nothing,
      bodyOptional: true,
      handle: (asked) => assign(asked, { kind: 'release' }),
    }),
    endpoint({
      ...command,
      method: 'post',
      path: '/tasks/{taskId}/pass-on',
      summary: 'Give a task to somebody',
      body: passOnBody,
      handle: (asked) => assign(asked, { kind: 'passOn', to: asked.body.to }),
    }),
    endpoint({
      ...command,
      method: 'post',
      path: '/tasks/{taskId}/hold',
      summary: 'Let a task rest until an instant; its due date stays',
      body: holdBody,
      handle: (asked) => assign(asked, { kind: 'hold', until: asked.body.until }),
    }),
    endpoint({
      ...command,
      ifMatch: undefined,
      etag: false,
      method: 'post',
      path: '/tasks/{taskId}/correction',
      summary: 'Put another outcome in place of what was said of a completed task',
      body: completionBody,
      async handle(asked) {
        const task = await taskOf(asked);
        mayDo(asked, task);
        const { outcome, ...checked } = await checkedOutcome(asked, task);
        return commands.carryOut(asked, {
          verb: 'recordEvent',
          status: 200,
          about: task,
          note: asked.body.note,
          ...checked,
          order: ({ noteId }) => ({ fact: outcome(noteId), correctsTask: task.taskId }),
        });
      },
    }),
  ];
}

/** A task is for the people of its role, and for those who stand in for them. */
function mayDo({ roles: held }: Asked<unknown>, task: Task): void {
  const wanted = roleOf(task);
  const doers = taskDoers[wanted] ?? [];
  if (!held.some((role) => doers.includes(role))) {
    throw new Problem('notAllowed', `This ${task.kind} task is for the role ${wanted}.`);
  }
}

/** The force that takes a case acknowledges it here itself; for one that is not here somebody says who has taken it. */
function mustSayWhoTookIt({ caller, body }: Asked<unknown, unknown, CompletionBody>, task: ProjectedTask): void {
  if (body.outcome.kind !== 'handoverAcknowledged' || caller.force === task.offeredTo || body.note !== undefined)
    return;
  const message = `Write who of the force ${task.offeredTo ?? 'that takes it'} has acknowledged it, and how`;
  throw new Problem('invalidBody', 'The body is not as it should be.', { errors: [{ pointer: '/note', message }] });
}
