import { Worker, NativeConnection } from '@temporalio/worker';
import type { Express } from 'express';
import pino, { type Logger } from 'pino';
import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import request from 'supertest';
import { calendarActivities } from '../../../activities/calendar';
import { contactChanges } from '../../../activities/contactChanges';
import { courtCaseActivities } from '../../../activities/courtCase';
import { courtLinks } from '../../../activities/courtLinks';
import { deathsKnown } from '../../../activities/deathsKnown';
import { deliveryActivities } from '../../../activities/delivery';
import { posted, type Posting } from '../../../activities/postings';
import { projectionActivities } from '../../../activities/projection';
import { createApp } from '../../../api/app';
import { embeddedTokens } from '../../../api/access/authentication';
import { correlationInterceptor } from '../../../api/http/correlation';
import { englandAndWalesCalendar } from '../../../published/bankHolidays';
import { tieCase } from '../../../commands/court/courtCaseCalls';
import { letListsGoAgain } from '../../../commands/court/courtMessages';
import { tellLinkedCase } from '../../../commands/court/tellLinkedCase';
import type { Engine } from '../../../commands/engine';
import { queueItem, wakeMessages } from '../../../commands/queueItem';
import { tellDeath } from '../../../commands/tellDeath';
import { openDatabase, type Database } from '../../../database/openDatabase';
import { instant } from '../../../domain/time/londonTime';
import type { Role } from '../../../domain/vocabulary';
import type { Couriers } from '../../../gateways/courier';
import type { PartnerRoutes } from '../../../gateways/supportService/partnerRoutes';
import { connectClient, dataConverter } from '../../../temporal/connection';
import { quietRuntime } from '../../support/quietRuntime';
import { testServers } from '../../support/servers';
import { workflowBundle } from '../../support/workflowBundle';
import { mustKeepContract } from './contract';
import { signer, type Claims, type Signer } from '../access/tokens';

const base = '/api/v1';

export interface ApiOptions {
  readonly worker?: boolean;
  readonly callTimeoutMs?: number;
  /** Another server than the run's own: for one that is away. */
  readonly temporalAddress?: string;
  readonly mongodbUri?: string;
  /** What leaves the service, and by whom; nothing, unless told. */
  readonly out?: (database: Database) => { readonly couriers: Couriers; readonly postings: readonly Posting[] };
  readonly partnerRoutes?: PartnerRoutes;
  readonly notifyCallbackToken?: string;
  /** Corporate systems that the API asks, and what webhooks may call. */
  readonly connected?: Partial<
    Pick<
      Engine,
      | 'recordsSystem'
      | 'trackMyCrime'
      | 'webhookTrustedUrl'
      | 'dutyDesks'
      | 'prosecution'
      | 'victimHubs'
      | 'courtPartners'
    >
  >;
}

/** The API on real servers, with a worker beside it that runs the real workflow. */
export class ApiUnderTest {
  private constructor(
    readonly app: Express,
    readonly engine: Engine,
    /** The lines of the log so far. */
    readonly logged: readonly string[],
    readonly database: Database,
    private readonly signedBy: Signer,
    private readonly ending: (() => Promise<void>)[]
  ) {}

  static async start(options: ApiOptions = {}): Promise<ApiUnderTest> {
    const { namespace, taskQueue, ...servers } = await testServers();
    const { temporalAddress: address = servers.temporalAddress, mongodbUri = servers.mongodbUri } = options;
    const payloadKeys = [{ id: 'test', key: randomBytes(32) }];
    const interceptors = { workflow: [correlationInterceptor] };
    const { connection, client } = connectClient({ address, namespace, payloadKeys, interceptors });
    const database = openDatabase(mongodbUri, { masterKey: randomBytes(32) });
    const engine: Engine = {
      client,
      database,
      taskQueue,
      calendar: englandAndWalesCalendar,
      settings: { historyEvents: 500 },
      partnerRoutes: options.partnerRoutes,
      workflowTaskTimeoutMs: 10_000,
      callTimeoutMs: options.callTimeoutMs ?? 8_000,
      ...options.connected,
    };
    const signedBy = await signer();
    const lines: string[] = [];
    const app = createApp({
      engine,
      trusted: embeddedTokens(signedBy.keySet, 'victim-case-service'),
      log: logTo(lines),
      clock: () => instant(Date.now()),
      parts: [{ name: 'mongodb', ask: () => database.ping() }],
      isStopping: () => false,
      notifyCallbackToken: options.notifyCallbackToken,
    });
    const ending = [() => database.close(), () => connection.close()];
    const api = new ApiUnderTest(app, engine, lines, database, signedBy, ending);
    if (options.worker !== false) await api.startWorker(address, namespace, payloadKeys, options.out);
    return api;
  }

  private async startWorker(
    address: string,
    namespace: string,
    payloadKeys: { id: string; key: Buffer }[],
    out: ApiOptions['out'] = () => ({ couriers: {}, postings: [] })
  ) {
    const { couriers, postings } = out(this.database);
    const post = posted(postings, (item) => queueItem(this.engine, item, instant(Date.now())));
    quietRuntime();
    const connection = await NativeConnection.connect({ address });
    const { projections, caseRecords } = this.database;
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue: this.engine.taskQueue,
      workflowBundle: await workflowBundle(),
      dataConverter: dataConverter(payloadKeys),
      activities: {
        ...calendarActivities,
        ...projectionActivities({ ...projections, ...caseRecords }, [
          post,
          contactChanges((personId) => wakeMessages(this.engine, personId)),
          deathsKnown((death) => tellDeath(this.engine, death)),
          courtLinks(this.database.timeline, (urn, linked) => tieCase(this.engine, urn, linked)),
        ]),
        ...courtCaseActivities({
          ...this.database.courtCases,
          letListsGoAgain: (courtCaseId) => letListsGoAgain(this.engine, courtCaseId),
          tell: (courtCaseId, telling) => tellLinkedCase(this.engine, courtCaseId, telling),
        }),
        ...deliveryActivities(this.engine, couriers),
      },
    });
    const running = worker.run();
    this.ending.unshift(async () => {
      worker.shutdown();
      await running;
      await connection.close();
    });
  }

  async end(): Promise<void> {
    for (const end of this.ending) await end();
  }

  /** A bearer token, for those who call over a real connection. */
  async tokenOf(role: Role, claims: Claims = {}): Promise<string> {
    return this.signedBy.as(role, { sub: `a-${role}`, ...claims });
  }

  /** A caller of one role, in Hertfordshire and its northern team unless told otherwise. */
  async as(role: Role, claims: Claims = {}): Promise<Caller> {
    return new Caller(this.app, await this.tokenOf(role, claims));
  }
}

/** Somebody with a token, who calls paths below /api/v1. */
export class Caller {
  constructor(
    private readonly app: Express,
    private readonly token: string
  ) {}

  get(path: string): request.Test {
    return this.call('get', path);
  }

  post(path: string, body?: object): request.Test {
    const asked = this.call('post', path);
    return body === undefined ? asked : asked.send(body);
  }

  put(path: string, body: object): request.Test {
    return this.call('put', path).send(body);
  }

  patch(path: string, body: object): request.Test {
    return this.call('patch', path).send(body);
  }

  call(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string): request.Test {
    const asked = request(this.app)[method](base + path);
    const authorised = asked.set('authorization', `Bearer ${this.token}`);
    return authorised.expect((answered) => mustKeepContract(method, path, answered));
  }
}

function logTo(lines: string[]): Logger {
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return pino({ level: 'info' }, destination);
}
