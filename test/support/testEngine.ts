import { NativeConnection, Worker } from '@temporalio/worker';
import { randomBytes } from 'node:crypto';
import { calendarActivities } from '../../activities/calendar';
import { projectionActivities, type ProjectionStore } from '../../activities/projection';
import { englandAndWalesCalendar } from '../../published/bankHolidays';
import type { Engine } from '../../commands/engine';
import type { CareRecord } from '../../domain/careRecord';
import type { LiveCase } from '../../domain/projection/liveCase';
import { connectClient, dataConverter } from '../../temporal/connection';
import { liveCaseQuery, victimCaseId } from '../../workflows/messages';
import { quietRuntime } from './quietRuntime';
import { testServers } from './servers';
import { testDatabase, type TestDatabase } from './testDatabase';
import { workflowBundle } from './workflowBundle';

export interface TestEngine extends Engine {
  readonly database: TestDatabase;
  /** The same process with a Temporal that nobody answers for. */
  readonly cutOff: Engine;
  /** Whether the worker's writes to MongoDB succeed; they do at first. */
  mayProject: boolean;
  live(caseId: string): Promise<LiveCase>;
  /** Waits until MongoDB shows the case at this version or later. */
  shown(caseId: string, version?: number): Promise<void>;
  ended(caseId: string): Promise<CareRecord>;
  close(): Promise<void>;
}

/** Client, database and a worker with the real workflow, on the real servers of this test run. */
export async function testEngine(): Promise<TestEngine> {
  quietRuntime();
  const { temporalAddress: address, namespace, taskQueue, mongodbUri } = await testServers();
  const payloadKeys = [{ id: 'test', key: randomBytes(32) }];
  const database = await testDatabase(randomBytes(32), mongodbUri);
  const { client, connection } = connectClient({ address, namespace, payloadKeys });
  const nobody = connectClient({ address: '127.0.0.1:9', namespace, payloadKeys });
  const common = { taskQueue, calendar: englandAndWalesCalendar, settings: { historyEvents: 500 } };
  const engine = { ...common, client, database, workflowTaskTimeoutMs: 10_000, callTimeoutMs: 8_500 };

  const native = await NativeConnection.connect({ address });
  const store: ProjectionStore = {
    async saveProjection(projection) {
      if (!test.mayProject) throw new Error('MongoDB is away for this test');
      await database.projections.saveProjection(projection);
    },
    loadEndedRecord: database.caseRecords.loadEndedRecord,
  };
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue,
    workflowBundle: await workflowBundle(),
    dataConverter: dataConverter(payloadKeys),
    activities: { ...calendarActivities, ...projectionActivities(store) },
  });
  const running = worker.run();

  const until = async <Found>(find: () => Promise<Found | undefined>): Promise<Found> => {
    for (let tries = 0; tries < 400; tries += 1) {
      const found = await find();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('It did not happen within ten seconds');
  };
  const test: TestEngine = {
    ...engine,
    cutOff: { ...engine, client: nobody.client, callTimeoutMs: 500 },
    mayProject: true,
    live: async (caseId) => client.workflow.getHandle(victimCaseId(caseId)).query(liveCaseQuery),
    shown: async (caseId, version = 1) =>
      until(async () => ((await database.cases.findCase(caseId))?.version ?? 0) >= version || undefined).then(
        () => undefined
      ),
    ended: async (caseId) => until(() => database.caseRecords.loadEndedRecord(caseId)),
    async close() {
      worker.shutdown();
      await running;
      await Promise.all([native.close(), connection.close(), nobody.connection.close(), database.close()]);
    },
  };
  return test;
}
