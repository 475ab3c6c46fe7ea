import { ConnectionStates, Mongoose, type Connection } from 'mongoose';

/** MongoDB does not answer. Whatever was being done may be done again. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}

export interface DatabaseConnection {
  readonly connection: Connection;
  /** Resolves once MongoDB was reached and `prepare` has run; throws within seconds where it cannot be reached. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

const selectionMs = 2_000;
const socketMs = 5_000;
const pauseMs = 500;

/** Waiting writes are bounded by this many connections, each held for a few milliseconds. */
const maxPoolSize = 20;

/**
 * Connects in the background, again and again until MongoDB is there: a process starts also while it is away. Each
 * process and each test has its own; nothing is global. Writes are acknowledged once they are on disk, by a majority
 * where there are several members. Reads see every write acknowledged before.
 */
export function connect(uri: string, prepare: (connection: Connection) => Promise<void>): DatabaseConnection {
  const mongoose = new Mongoose({ strictQuery: 'throw', sanitizeFilter: true, autoIndex: false, autoCreate: false });
  const connection = mongoose.createConnection();
  let isClosing = false;
  let wake: () => void = () => undefined;
  let attempt = open();

  async function open(): Promise<void> {
    await connection.openUri(uri, {
      bufferCommands: false,
      serverSelectionTimeoutMS: selectionMs,
      connectTimeoutMS: socketMs,
      socketTimeoutMS: socketMs,
      maxPoolSize,
      ignoreUndefined: true,
      readPreference: 'primary',
      writeConcern: { w: 'majority', journal: true },
    });
    await prepare(connection);
  }

  /** Whoever asks during the pause waits for the attempt after it. */
  async function openAfterPause(): Promise<void> {
    if (connection.readyState !== ConnectionStates.disconnected) await connection.close().catch(() => undefined);
    await new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, pauseMs).unref();
    });
    if (isClosing) throw new DatabaseAway('The connection is closed');
    await open();
  }

  async function keepTrying(): Promise<void> {
    for (;;) {
      try {
        await attempt;
        return;
      } catch (error) {
        // What MongoDB refuses, as a wrong password, would be refused again: every use tells it.
        if (isClosing || !isAwayError(error)) return;
      }
      attempt = openAfterPause();
    }
  }
  const trying = keepTrying();

  return {
    connection,
    async ready() {
      if (isClosing) throw new DatabaseAway('The connection is closed');
      await attempt;
    },
    async close() {
      isClosing = true;
      wake();
      await connection.close(true).catch(() => undefined);
      await trying;
      await connection.close(true).catch(() => undefined);
    },
  };
}

/** A store whose functions wait for the connection first, and throw DatabaseAway where MongoDB does not answer. */
export function guarded<Store extends object>(store: Store, { ready }: Pick<DatabaseConnection, 'ready'>): Store {
  const functions = Object.entries(store as Record<string, (...given: unknown[]) => Promise<unknown>>);
  const waiting = functions.map(([name, run]) => [
    name,
    async (...given: unknown[]) => {
      try {
        await ready();
        return await run(...given);
      } catch (error) {
        throw isAwayError(error) ? new DatabaseAway('MongoDB does not answer', { cause: error }) : error;
      }
    },
  ]);
  return Object.fromEntries(waiting) as Store;
}

const awayNames =
  /^(Mongo(ServerSelection|Network|NetworkTimeout|PoolCleared|PoolClosed|WaitQueueTimeout|NotConnected|TopologyClosed|ClientClosed|OperationTimeout)|MongooseServerSelection)Error$/;

/** NotWritablePrimary, PrimarySteppedDown, shutdown in progress, network time-outs, MaxTimeMSExpired, and their kin. */
const awayCodes = new Set([6, 7, 50, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** A socket that ended under the driver: it passes some of these on as Node.js threw them. */
const socketCodes =
  /^(EPIPE|ECONN(RESET|REFUSED|ABORTED)|E(HOST|NET)UNREACH|ETIMEDOUT|ERR_STREAM_(DESTROYED|WRITE_AFTER_END))$/;

/** Whether MongoDB is away or changing its primary, as against refusing what was asked of it. */
export function isAwayError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseAway || awayNames.test(error.name)) return true;
  const { code, message, errorResponse } = error as { code?: unknown; message: string; errorResponse?: unknown };
  // The failure of several writes at once wraps what ended the connection.
  if (errorResponse instanceof Error) return isAwayError(errorResponse);
  if (typeof code === 'number' && awayCodes.has(code)) return true;
  if (typeof code === 'string' && socketCodes.test(code)) return true;
  return error.name === 'MongooseError' && /bufferCommands|buffering timed out|before initial connection/.test(message);
}

/** E11000: somebody wrote a document with this key first. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 11000;
}
