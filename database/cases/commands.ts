// Written by: whoever carries commands out, the API and the sweep, through commands/.
import { trusted, type Connection, type Model } from 'mongoose';
import type { AssignTask, CompleteTask, RecordEvent } from '../../domain/command';
import type { Instant } from '../../domain/time/londonTime';
import { collection, whole } from '../store/collection';
import { isDuplicateKey } from '../store/connection';
import type { Sealer } from '../encryption/masterKey';

/** What HTTP answered, or will: the same for every repetition of the command. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A command of one of the three verbs, on its way to a case. It holds enums, ids and dates only. */
export type CaseCommand = {
  readonly commandId: string;
  readonly caseId: string;
} & (
  | { readonly verb: 'completeTask'; readonly payload: CompleteTask }
  | { readonly verb: 'assignTask'; readonly payload: AssignTask }
  | { readonly verb: 'recordEvent'; readonly payload: RecordEvent }
);

export type NewCommand = CaseCommand & {
  readonly caller: string;
  /** Keyed hash of caller and idempotency key, where the caller sent one. */
  readonly key?: string | undefined;
  /** Keyed hash of what was asked for, so that the same key with other content is told apart. */
  readonly fingerprint: string;
  /** The HTTP status once it is carried out. */
  readonly successStatus: number;
};

export type StoredCommand = NewCommand & {
  readonly storedAt: Instant;
  readonly answer?: StoredAnswer | undefined;
  readonly answeredAt?: Instant | undefined;
  readonly attempts: number;
};

type CommandDocument = Omit<StoredCommand, 'commandId' | 'payload'> & {
  readonly _id: string;
  /** The payload: it names nobody, but tells a story. */
  readonly sealed: string;
  /** When a sweep may send it again; only while it has no answer. */
  readonly sendAgainAt?: Instant | undefined;
};

export interface Commands {
  /** Stores a command before it is sent. Under a key that is known, the stored command comes back in its place. */
  storeCommand(command: NewCommand, now: Instant, sendAgainAt: Instant): Promise<StoredCommand>;
  findByKey(key: string): Promise<StoredCommand | undefined>;
  /** The first answer stays. */
  storeAnswer(commandId: string, answer: StoredAnswer, now: Instant): Promise<void>;
  /** Those without an answer whose time has come, longest waiting first. */
  unanswered(now: Instant, limit: number): Promise<StoredCommand[]>;
  postpone(commandId: string, sendAgainAt: Instant): Promise<void>;
}

export function commands(connection: Connection): Model<CommandDocument> {
  const fields = {
    key: String,
    caller: String,
    verb: String,
    caseId: String,
    sealed: String,
    fingerprint: String,
    successStatus: Number,
    storedAt: String,
    answer: whole,
    answeredAt: String,
    sendAgainAt: String,
    attempts: Number,
  };
  return collection<CommandDocument>(connection, 'commands', fields, [
    { key: { key: 1 }, unique: true, sparse: true },
    { key: { sendAgainAt: 1 }, sparse: true },
  ]);
}

export function commandsStore(model: Model<CommandDocument>, sealer: Sealer): Commands {
  function storedCommand({ _id, sendAgainAt: _waiting, sealed, ...stored }: CommandDocument): StoredCommand {
    return { commandId: _id, ...stored, payload: sealer.unseal(_id, sealed) } as StoredCommand;
  }

  async function findByKey(key: string): Promise<StoredCommand | undefined> {
    const stored = await model.findOne({ key }).lean<CommandDocument>();
    return stored ? storedCommand(stored) : undefined;
  }

  return {
    findByKey,
    async storeCommand(command, storedAt, sendAgainAt) {
      const { commandId, payload, ...rest } = command;
      const sealed = sealer.seal(commandId, payload);
      const stored = { _id: commandId, ...rest, sealed, storedAt, attempts: 0, sendAgainAt };
      try {
        await model.collection.insertOne(stored as never);
        return { ...command, storedAt, attempts: 0 };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const known = command.key === undefined ? undefined : await findByKey(command.key);
        const same = known ?? (await model.findById(commandId).lean<CommandDocument>());
        if (!same) throw error;
        return 'commandId' in same ? same : storedCommand(same);
      }
    },
    async storeAnswer(commandId, answer, answeredAt) {
      // Who answered first removed sendAgainAt with it.
      const unanswered = { _id: commandId, sendAgainAt: { $exists: true } } as never;
      await model.collection.updateOne(unanswered, { $set: { answer, answeredAt }, $unset: { sendAgainAt: '' } });
    },
    async unanswered(now, limit) {
      const query = model.find({ sendAgainAt: trusted({ $lte: now }) }).sort({ sendAgainAt: 1 });
      return (await query.limit(limit).lean<CommandDocument[]>()).map(storedCommand);
    },
    async postpone(commandId, sendAgainAt) {
      const unanswered = { _id: commandId, sendAgainAt: trusted({ $exists: true }) };
      await model.updateOne(unanswered, { $set: { sendAgainAt }, $inc: { attempts: 1 } });
    },
  };
}
