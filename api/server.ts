import type { Server } from 'node:http';
import pino, { type Logger } from 'pino';
import { englandAndWalesCalendar } from '../published/bankHolidays';
import { watchCalendar } from '../published/calendarWatch';
import type { Engine } from '../commands/engine';
import { ConfigError, readApiConfig, type ServerConfig } from '../config/config';
import { connectedSystems } from '../commands/connectedSystems';
import { openDatabase } from '../database/openDatabase';
import { instant, londonDay } from '../domain/time/londonTime';
import { connectClient } from '../temporal/connection';
import { createApp } from './app';
import { embeddedTokens, providerTokens, type TrustedIssuer } from './access/authentication';
import { correlationInterceptor } from './http/correlation';

/**
 * The API as a process. It starts also while Temporal or MongoDB is away, and answers 503 until they are back. SIGTERM
 * and SIGINT: no new connections, what is under way is answered, then exit code 0.
 */
async function main(): Promise<void> {
  const config = readApiConfig();
  const log = pino({ level: config.logLevel, base: { part: 'api' } });
  const { engine, parts, close } = connectParts(config);
  let isStopping = false;
  const app = createApp({
    engine,
    parts,
    trusted: trustedIssuer(config),
    log,
    clock: () => instant(Date.now()),
    isStopping: () => isStopping,
    notifyCallbackToken: config.notifyCallbackToken,
  });
  const server = await listening(app, config.port);
  log.info({ port: config.port }, 'listening');
  watchCalendar(log, () => londonDay(instant(Date.now())));
  process.send?.({ ready: true });

  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    log.info('stopping');
    await drained(server, config.shutdownGraceMs);
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  logDefects(log, () => isStopping);
}

function connectParts(config: ServerConfig) {
  const { temporalAddress: address, temporalNamespace: namespace, payloadKeys, callTimeoutMs } = config;
  const { connection, client } = connectClient({
    address,
    namespace,
    payloadKeys,
    tls: config.temporalTls,
    apiKey: config.temporalApiKey,
    interceptors: { workflow: [correlationInterceptor] },
  });
  const database = openDatabase(config.mongodbUri, { masterKey: config.masterKey });
  const engine: Engine = {
    client,
    database,
    taskQueue: config.taskQueue,
    calendar: englandAndWalesCalendar,
    settings: { historyEvents: config.historyEventsBeforeContinue },
    partnerRoutes: config.partnerRoutes,
    workflowTaskTimeoutMs: config.workflowTaskTimeoutMs,
    callTimeoutMs,
    ...connectedSystems(config),
  };
  const askTemporal = () =>
    client.withDeadline(Date.now() + callTimeoutMs, () => connection.workflowService.getSystemInfo({}));
  const parts = [
    { name: 'temporal', ask: askTemporal },
    { name: 'mongodb', ask: () => database.ping() },
  ] as const;
  const close = async () => {
    await Promise.allSettled([connection.close(), database.close()]);
  };
  return { engine, parts, close };
}

function trustedIssuer({ oidcIssuer, oidcAudience, tokenJwks }: ServerConfig): TrustedIssuer {
  if (oidcIssuer !== undefined) return providerTokens(oidcIssuer, oidcAudience);
  if (tokenJwks !== undefined) return embeddedTokens({ keys: [...tokenJwks.keys] }, oidcAudience);
  throw new ConfigError('OIDC_ISSUER must be set, or TOKEN_JWKS in its place.');
}

async function listening(app: ReturnType<typeof createApp>, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, (error?: Error) => (error ? reject(error) : resolve(server)));
    // Longer than the proxies and clients in front keep a connection: they close it, not we, under a request.
    server.keepAliveTimeout = 65_000;
    server.headersTimeout = 15_000;
    server.requestTimeout = 30_000;
  });
}

async function drained(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed.finally(() => clearTimeout(timer));
}

/** A failure that nobody waited for is a defect: it is logged without its message, and the supervisor starts us again. */
function logDefects(log: Logger, isStopping: () => boolean): void {
  const end = (failure: unknown): void => {
    const { name, stack = '' } = failure instanceof Error ? failure : new Error('unknown');
    // A connection that was still being made complains when it is closed; the stop goes on and ends by itself.
    if (isStopping()) return log.warn({ name }, 'failed while stopping');
    log.fatal({ name, stack: stack.split('\n').filter((line) => /^\s+at /.test(line)) }, 'defect');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

main().catch((error: unknown) => {
  const isKnown = error instanceof ConfigError || (error as { code?: string }).code === 'EADDRINUSE';
  console.error(isKnown ? sentenceOf(error) : error);
  process.exit(1);
});

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  return `Port ${process.env.PORT ?? ''} is in use already. Choose another one with PORT.`;
}
