import { NativeConnection, Runtime, Worker, type LogLevel } from '@temporalio/worker';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino, { type Logger } from 'pino';
import { calendarActivities } from './activities/calendar';
import { contactChanges } from './activities/contactChanges';
import { courtCaseActivities } from './activities/courtCase';
import { courtLinks } from './activities/courtLinks';
import { deathsKnown } from './activities/deathsKnown';
import { deliveryActivities } from './activities/delivery';
import { posted } from './activities/postings';
import { projectionActivities } from './activities/projection';
import { silenceActivities } from './activities/silence';
import { sweepActivities } from './activities/sweeps';
import { watched } from './activities/watched';
import { englandAndWalesCalendar } from './published/bankHolidays';
import { watchCalendar } from './published/calendarWatch';
import { tieCase } from './commands/court/courtCaseCalls';
import { letListsGoAgain } from './commands/court/courtMessages';
import { tellLinkedCase } from './commands/court/tellLinkedCase';
import type { Engine } from './commands/engine';
import { keepSchedules, silenceTimetable, sweepTimetable } from './commands/schedules';
import { queueItem, wakeMessages } from './commands/queueItem';
import { tellDeath } from './commands/tellDeath';
import { unfinishedWork } from './commands/unfinishedWork';
import { ConfigError, readWorkerConfig, type ServerConfig } from './config/config';
import { connectedSystems } from './commands/connectedSystems';
import { openDatabase } from './database/openDatabase';
import { instant, londonDay } from './domain/time/londonTime';
import { couriers, postings } from './activities/routesOut';
import { connectClient, dataConverter } from './temporal/connection';

/** Runs cases from the prebuilt workflow bundle until told to stop; a stop lets activities in flight finish first. */
async function main(config: ServerConfig): Promise<void> {
  const log = pino({ level: config.logLevel, base: { part: 'worker' } });
  Runtime.install({ logger: engineLog(log), telemetryOptions: { logging: { filter: 'warn', forward: {} } } });
  const { temporalAddress: address, temporalNamespace: namespace, payloadKeys, taskQueue } = config;
  const access = { address, tls: config.temporalTls, apiKey: config.temporalApiKey };
  const database = openDatabase(config.mongodbUri, { masterKey: config.masterKey });
  const { client, connection: clientConnection } = connectClient({ ...access, namespace, payloadKeys });
  const connection = await connected(access, log);

  const engine: Engine = {
    client,
    database,
    taskQueue,
    calendar: englandAndWalesCalendar,
    settings: { historyEvents: config.historyEventsBeforeContinue },
    partnerRoutes: config.partnerRoutes,
    workflowTaskTimeoutMs: config.workflowTaskTimeoutMs,
    callTimeoutMs: config.callTimeoutMs,
    ...connectedSystems(config),
  };
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: { codePath: path.join(__dirname, 'workflow-bundle.js') },
    dataConverter: dataConverter(payloadKeys),
    activities: {
      ...calendarActivities,
      ...projectionActivities({ ...database.projections, ...database.caseRecords }, [
        posted(postings(engine), (item) => queueItem(engine, item, instant(Date.now()))),
        contactChanges((personId) => wakeMessages(engine, personId)),
        courtLinks(database.timeline, (urn, linked) => tieCase(engine, urn, linked)),
        deathsKnown((death) => tellDeath(engine, death)),
      ]),
      ...courtCaseActivities({
        ...database.courtCases,
        letListsGoAgain: (courtCaseId) => letListsGoAgain(engine, courtCaseId),
        tell: (courtCaseId, telling) => tellLinkedCase(engine, courtCaseId, telling),
      }),
      ...deliveryActivities(
        engine,
        couriers(engine, config),
        (tried) => log.warn(tried, 'not delivered; tried again'),
        config.deliveryHoldMs
      ),
      ...sweepActivities(unfinishedWork(engine, (failure) => log.warn(failure, 'left for the next sweep'))),
      ...silenceActivities(database.silentCases, (found) => {
        log[found.silentCases > 0 ? 'warn' : 'info'](found, 'open cases checked for silence');
      }),
    },
    interceptors: { activity: [(context) => watched(context, log, database.stuckActivities)] },
    shutdownGraceTime: config.shutdownGraceMs,
    stickyQueueScheduleToStartTimeout: config.stickyTimeoutMs,
    ...(config.maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows: config.maxCachedWorkflows }),
  });

  const stopped = new AbortController();
  const timetables = [sweepTimetable(config.sweepEverySeconds), silenceTimetable];
  void keepSchedules(client, { taskQueue, timetables }, stopped.signal);
  if (Object.keys(config.dutyDesks).length === 0) log.warn('DUTY_DESKS is not set: no escalation calls anybody');
  log.info({ taskQueue, namespace }, 'worker ready');
  watchCalendar(log, () => londonDay(instant(Date.now())));
  process.send?.({ ready: true });
  try {
    await worker.run();
  } finally {
    stopped.abort();
    await Promise.allSettled([clientConnection.close(), connection.close(), database.close()]);
    log.info('worker stopped');
  }
}

/** Waits for Temporal for as long as it takes: a worker started before its server is no mistake. */
async function connected(
  { address, tls, apiKey }: { address: string; tls: ServerConfig['temporalTls']; apiKey: string | undefined },
  log: Logger
): Promise<NativeConnection> {
  for (;;) {
    try {
      return await NativeConnection.connect({ address, ...(tls ? { tls } : {}), ...(apiKey ? { apiKey } : {}) });
    } catch {
      log.warn({ address }, 'Temporal does not answer; trying again');
      await sleep(1_000);
    }
  }
}

/** The engine's own lines, without its meta data: those can quote payloads' sizes and failures, never contents. */
function engineLog(log: Logger) {
  const write = (level: LogLevel, message: string): void => {
    log[level.toLowerCase() as 'info']({ engine: true }, message);
  };
  return {
    log: write,
    trace: () => undefined,
    debug: () => undefined,
    info: () => undefined,
    warn: (message: string) => write('WARN', message),
    error: (message: string) => write('ERROR', message),
  };
}

if (require.main === module) {
  let config: ServerConfig;
  try {
    config = readWorkerConfig();
  } catch (failure) {
    if (!(failure instanceof ConfigError)) throw failure;
    console.error(failure.message);
    process.exit(1);
  }
  main(config).then(
    () => process.exit(0),
    (failure: unknown) => {
      console.error(failure instanceof Error ? failure.message : failure);
      process.exit(1);
    }
  );
}
