import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { calendarActivities } from '../../activities/calendar';
import { courtCaseActivities } from '../../activities/courtCase';
import { courtLinks } from '../../activities/courtLinks';
import { projectionActivities } from '../../activities/projection';
import { englandAndWalesCalendar } from '../../published/bankHolidays';
import { courtCaseIdOf, tellCourtCase, tieCase } from '../../commands/court/courtCaseCalls';
import { letListsGoAgain } from '../../commands/court/courtMessages';
import { tellLinkedCase } from '../../commands/court/tellLinkedCase';
import type { Engine } from '../../commands/engine';
import { takeIn } from '../../commands/inbound/takeIn';
import type { InboundMessage } from '../../database/corporate/inboundMessage';
import type { CaseOpening } from '../../domain/careRecord';
import type { CourtEvent } from '../../domain/court/courtEvent';
import type { Fact, FactData, FactKind, NewFact } from '../../domain/fact';
import { addHours, instant, type Instant } from '../../domain/time/londonTime';
import { openRecord } from '../../domain/takeStock';
import type { TaskKind } from '../../domain/task';
import {
  completeTask,
  courtCaseWorkflowId,
  liveCaseQuery,
  recordEvent,
  victimCaseId,
  victimCaseType,
} from '../../workflows/messages';
import { anOpening, calendar } from './caseBuilder';
import { quietRuntime } from './quietRuntime';
import { testDatabase, type TestDatabase } from './testDatabase';
import { startTimeSkipping } from './timeSkippingServer';
import { workflowBundle } from './workflowBundle';
import { atRest } from './atRest';
import { takeOffServer } from './takeOffServer';

/** A query that meets the end of a run stops the server's clock: tests of continuing say how often themselves. */
const neverContinued = 100_000;

/** Prosecutions and the cases they concern on a server whose time is skipped, with the real activities and a real database. */
export class CourtWorld {
  private constructor(
    readonly env: TestWorkflowEnvironment,
    readonly engine: Engine,
    readonly database: TestDatabase,
    readonly close: () => Promise<void>
  ) {}

  static async open(taskQueue = `court-${randomUUID()}`, historyEvents = neverContinued): Promise<CourtWorld> {
    quietRuntime();
    const [env, database] = await Promise.all([startTimeSkipping(), testDatabase()]);
    const common = { taskQueue, calendar: englandAndWalesCalendar, settings: { historyEvents } };
    const engine: Engine = {
      ...common,
      client: env.client,
      database,
      workflowTaskTimeoutMs: 10_000,
      callTimeoutMs: 20_000,
    };
    const worker = await Worker.create({
      connection: env.nativeConnection,
      namespace: env.namespace ?? 'default',
      taskQueue,
      workflowBundle: await workflowBundle(),
      activities: {
        ...calendarActivities,
        ...projectionActivities({ ...database.projections, ...database.caseRecords }, [
          courtLinks(database.timeline, (urn, linked) => tieCase(engine, urn, linked)),
        ]),
        ...courtCaseActivities({
          ...database.courtCases,
          letListsGoAgain: (courtCaseId) => letListsGoAgain(engine, courtCaseId),
          tell: (courtCaseId, telling) => tellLinkedCase(engine, courtCaseId, telling),
        }),
      },
    });
    const running = worker.run();
    return new CourtWorld(env, engine, database, async () => {
      worker.shutdown();
      await running;
      await env.teardown();
      await database.close();
    });
  }

  async now(): Promise<Instant> {
    return instant(await this.env.currentTimeMs());
  }

  async startCase(changes: Partial<CaseOpening> = {}): Promise<string> {
    const now = await this.now();
    const caseId = randomUUID();
    const opening = anOpening({ receivedAt: now, openedAt: now, ...changes, caseId });
    const workflowId = victimCaseId(caseId);
    const args = [{ record: openRecord(opening, calendar, now), settings: this.engine.settings }];
    await this.env.client.workflow.start(victimCaseType, { workflowId, taskQueue: this.engine.taskQueue, args });
    return caseId;
  }

  async records<K extends FactKind>(
    caseId: string,
    kind: K,
    data: FactData[K],
    more: Partial<Pick<NewFact, 'source' | 'suspects' | 'happenedAt'>> = {}
  ): Promise<void> {
    const commandId = randomUUID();
    const fact = { kind, data, source: 'officer', happenedAt: await this.now(), ...more } as NewFact;
    const handle = this.env.client.workflow.getHandle(victimCaseId(caseId));
    await handle.executeUpdate(recordEvent, { updateId: commandId, args: [{ commandId, by: 'officer-1', fact }] });
  }

  async hears(urn: string, ...events: CourtEvent[]): Promise<void> {
    await tellCourtCase(this.engine, urn, events);
  }

  /** A message as a court sends it: stored, read and carried out as every other; issued now unless it says when itself. */
  async sends(kind: string, body: object): Promise<InboundMessage> {
    const now = await this.now();
    const envelope = {
      source: 'court',
      sourceMessageId: randomUUID(),
      schemaVersion: '1',
      force: 'hertfordshire',
    } as const;
    const payload = { kind, body: JSON.stringify(body) };
    const stored = await this.database.inboundMessages.receive(
      { ...envelope, occurredAt: now, receivedAt: now, payload },
      'court',
      addHours(now, 1)
    );
    return takeIn(this.engine, stored.message);
  }

  async open(caseId: string): Promise<string[]> {
    const handle = this.case(caseId);
    await atRest(handle);
    const { open } = await handle.query(liveCaseQuery);
    return open.map(({ kind }) => kind);
  }

  /** Answers an open task of a case. */
  async completes<K extends FactKind>(caseId: string, kind: TaskKind, outcome: K, data: FactData[K]): Promise<void> {
    const handle = this.case(caseId);
    await atRest(handle);
    const { open } = await handle.query(liveCaseQuery);
    const task = open.find((each) => each.kind === kind);
    if (!task) throw new Error(`No task ${kind} is open`);
    const commandId = randomUUID();
    const fact = { kind: outcome, data, source: 'team', happenedAt: await this.now() } as NewFact;
    const command = { commandId, by: 'officer-1', taskId: task.taskId, outcome: fact };
    await handle.executeUpdate(completeTask, { updateId: commandId, args: [command] });
  }

  /** Facts that a case has heard of its prosecution, in the order of hearing. */
  async heard(caseId: string): Promise<Fact[]> {
    const { items } = await this.database.timeline.timeline(caseId, { limit: 500 });
    return items.filter(({ source }) => source === 'court').reverse();
  }

  /** Waits until a case has heard so many facts of its prosecution; telling goes on after the court's message is answered. */
  async heardBy(caseId: string, facts: number): Promise<Fact[]> {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const heard = await this.heard(caseId);
      if (heard.length >= facts) return heard;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`The case has not heard ${facts} facts`);
  }

  case(caseId: string): WorkflowHandle {
    return this.env.client.workflow.getHandle(victimCaseId(caseId));
  }

  /** The run of a prosecution that goes on now, or ended last. */
  prosecution(urn: string): WorkflowHandle {
    return this.env.client.workflow.getHandle(courtCaseWorkflowId(courtCaseIdOf(this.engine, urn)));
  }

  async courtCase(urn: string) {
    return this.database.courtCases.findCourtCase(courtCaseIdOf(this.engine, urn));
  }

  async abandon(...caseIds: string[]): Promise<void> {
    for (const caseId of caseIds) await takeOffServer(this.case(caseId));
  }
}
