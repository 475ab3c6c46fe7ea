import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { calendarActivities } from '../../activities/calendar';
import { projectionActivities } from '../../activities/projection';
import type { CareRecord, CaseOpening } from '../../domain/careRecord';
import type { FactData, FactKind, NewFact } from '../../domain/fact';
import { instant, type Instant } from '../../domain/time/londonTime';
import type { CaseSummary } from '../../domain/projection/caseSummary';
import type { ProjectedTask } from '../../domain/projection/projection';
import { openRecord } from '../../domain/takeStock';
import type { TaskKind } from '../../domain/task';
import {
  assignTask,
  completeTask,
  liveCaseQuery,
  recordEvent,
  victimCaseId,
  victimCaseType,
  type CaseSettings,
  type CaseStart,
  type UpdateAnswer,
} from '../../workflows/messages';
import type { Assignment, RecordEvent } from '../../domain/command';
import { atRest } from './atRest';
import { anOpening, calendar } from './caseBuilder';
import type { MemoryProjections } from './memoryProjections';
import { takeOffServer } from './takeOffServer';
import { workflowBundle } from './workflowBundle';

/** A query that meets the end of a run stops the server's clock: tests of continuing say how often themselves. */
const neverContinued: CaseSettings = { historyEvents: 100_000 };

/** A real case on a real server: the workflow as it runs in production, its projections kept in memory. */
export class RunningCase {
  private constructor(
    private readonly env: TestWorkflowEnvironment,
    readonly projections: MemoryProjections,
    private readonly taskQueue: string,
    readonly caseId: string,
    private readonly settings: CaseSettings
  ) {}

  static async start(
    env: TestWorkflowEnvironment,
    projections: MemoryProjections,
    taskQueue: string,
    changes: (now: Instant) => Partial<CaseOpening> = () => ({}),
    settings: CaseSettings = neverContinued
  ): Promise<RunningCase> {
    const now = instant(await env.currentTimeMs());
    const opening = anOpening({ receivedAt: now, openedAt: now, ...changes(now), caseId: randomUUID() });
    return RunningCase.startWith(
      env,
      projections,
      taskQueue,
      openRecord(opening, calendar, opening.openedAt),
      settings
    );
  }

  /** A case with a first record of one's own. */
  static async startWith(
    env: TestWorkflowEnvironment,
    projections: MemoryProjections,
    taskQueue: string,
    record: CareRecord,
    settings: CaseSettings = neverContinued
  ): Promise<RunningCase> {
    const running = new RunningCase(env, projections, taskQueue, record.opening.caseId, settings);
    await running.run({ record, settings });
    await running.settled();
    return running;
  }

  private async run(start: CaseStart): Promise<void> {
    await this.env.client.workflow.start(victimCaseType, {
      taskQueue: this.taskQueue,
      workflowId: victimCaseId(this.caseId),
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [start],
    });
  }

  /** Waits until MongoDB's stand-in has what the workflow knows. */
  async settled(): Promise<CaseSummary> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const shown = this.projections.summaries.get(this.caseId);
      if (shown?.ended) return shown;
      await atRest(this.handle());
      const live = await this.handle()
        .query(liveCaseQuery)
        .catch(() => undefined);
      if (live && shown && shown.version >= live.summary.version) return shown;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('The case did not settle');
  }

  handle() {
    return this.env.client.workflow.getHandle(victimCaseId(this.caseId));
  }

  async now(): Promise<Instant> {
    return instant(await this.env.currentTimeMs());
  }

  open(): ProjectedTask[] {
    const mine = [...this.projections.tasks.values()].filter(({ caseId, closed }) => caseId === this.caseId && !closed);
    return mine.sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  }

  openKinds(): TaskKind[] {
    return this.open().map(({ kind }) => kind);
  }

  task(kind: TaskKind): ProjectedTask {
    const task = this.open().find((each) => each.kind === kind);
    if (!task) throw new Error(`No open ${kind}; open are ${this.openKinds().join(', ')}`);
    return task;
  }

  summary(): CaseSummary {
    const summary = this.projections.summaries.get(this.caseId);
    if (!summary) throw new Error('The case has not been projected');
    return summary;
  }

  async complete<K extends FactKind>(
    kind: TaskKind,
    outcome: K,
    data: FactData[K],
    task: ProjectedTask = this.task(kind)
  ): Promise<UpdateAnswer> {
    const fact = { kind: outcome, data, happenedAt: await this.now(), source: 'team' } as NewFact;
    const commandId = randomUUID();
    const command = { commandId, by: 'officer-1', taskId: task.taskId, outcome: fact };
    return this.handle().executeUpdate(completeTask, { updateId: commandId, args: [command] });
  }

  async assign(kind: TaskKind, assignment: Assignment): Promise<UpdateAnswer> {
    const commandId = randomUUID();
    const command = { commandId, by: 'officer-1', taskId: this.task(kind).taskId, assignment };
    return this.handle().executeUpdate(assignTask, { updateId: commandId, args: [command] });
  }

  async record<K extends FactKind>(
    kind: K,
    data: FactData[K],
    more: Partial<Pick<NewFact, 'source' | 'suspects' | 'happenedAt' | 'receivedAt'>> & {
      corrects?: number;
      commandId?: string;
    } = {}
  ): Promise<UpdateAnswer> {
    const { corrects, commandId = randomUUID(), ...told } = more;
    const fact = { source: 'officer', happenedAt: await this.now(), ...told, kind, data } as NewFact;
    return this.tell({ commandId, by: 'officer-1', fact, ...(corrects === undefined ? {} : { corrects }) });
  }

  /** Records an event by a command of one's own. */
  async tell(command: RecordEvent): Promise<UpdateAnswer> {
    return this.handle().executeUpdate(recordEvent, { updateId: command.commandId, args: [command] });
  }

  /** Lets time pass, and the case act on it. */
  async passes(time: string | number): Promise<void> {
    await this.env.sleep(time as '1 day');
    await this.settled();
  }

  /** Takes the case off the server; one that has ended is off already. */
  async abandon(): Promise<void> {
    await takeOffServer(this.handle()).catch(() => undefined);
  }

  /** What the API does when a case has ended: a new run of the same id, from what the end wrote. */
  async resume(): Promise<void> {
    await this.run({ resume: this.caseId, settings: this.settings });
  }
}

/** Runs `story` beside a worker with the production workflow bundle. */
export async function withWorker<T>(
  env: TestWorkflowEnvironment,
  projections: MemoryProjections,
  story: (taskQueue: string) => Promise<T>,
  options: { maxCachedWorkflows?: number } = {}
): Promise<T> {
  const taskQueue = `cases-${randomUUID()}`;
  const worker = await Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: { ...calendarActivities, ...projectionActivities(projections) },
    ...options,
  });
  return worker.runUntil(() => story(taskQueue));
}
