// Written by: queueItem, when something is to leave; the delivery activity; receipts; and people who mend or discard.
import { trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../domain/time/londonTime';
import { goesForward, outboxStates, type OutboxKind, type OutboxState } from '../domain/messages/outbox';
import { collection, whole } from './store/collection';
import { isDuplicateKey } from './store/connection';
import type { PersonalData } from './encryption/personalData';

/** Something that leaves the service. Its id is the reference under which the other side knows it. */
export interface OutboxItem {
  readonly itemId: string;
  readonly kind: OutboxKind;
  /** Which system it goes to: `notify`, or the code of a partner. */
  readonly system: string;
  readonly caseId?: string | undefined;
  readonly personId?: string | undefined;
  readonly force?: string | undefined;
  /** Ids and enums by which lists tell items apart; nothing personal. */
  readonly about: Readonly<Record<string, string>>;
  readonly state: OutboxState;
  /** How often somebody set out to deliver it. */
  readonly attempts: number;
  /** Why it waits, was stopped, failed or is parked. */
  readonly because?: string | undefined;
  /** What the other side calls it. */
  readonly reference?: string | undefined;
  readonly by: string;
  readonly queuedAt: Instant;
  readonly changedAt: Instant;
  /** Until when whoever was given the item holds it; only they have it. */
  readonly hold?: Instant | undefined;
}

export type NewOutboxItem = Pick<OutboxItem, 'itemId' | 'kind' | 'system' | 'caseId' | 'personId' | 'force' | 'by'> & {
  readonly about?: Readonly<Record<string, string>> | undefined;
  /** Whose key seals the content: a person's id, a case's or a report's. */
  readonly subjectId: string;
  readonly content: unknown;
};

export interface OutboxDocument extends Omit<OutboxItem, 'itemId'> {
  readonly _id: string;
  readonly subjectId: string;
  readonly sealed: string;
  /** While a worker is about to deliver it. */
  readonly heldUntil?: Instant | undefined;
  /** When the sweep makes sure that its delivery goes on; absent once it needs none. */
  readonly startAgainAt?: Instant | undefined;
}

export interface OutboxChange {
  readonly state: OutboxState;
  readonly because?: string | undefined;
  readonly reference?: string | undefined;
  readonly at: Instant;
}

type Held = Pick<OutboxItem, 'itemId' | 'hold'>;

export interface ItemFilter {
  readonly state: OutboxState;
  readonly force?: string | undefined;
  readonly leastAttempts?: number | undefined;
}

export interface Outbox {
  /** The first content under an id stays. Throws Forgotten where the subject was erased. */
  addItem(item: NewOutboxItem, now: Instant, startAgainAt: Instant): Promise<void>;
  findItem(itemId: string): Promise<OutboxItem | undefined>;
  findByReference(system: string, reference: string): Promise<OutboxItem | undefined>;
  /** Undefined where the subject was erased. */
  readContent<Content>(itemId: string): Promise<Content | undefined>;
  /** Takes an unfinished item for one try; 'held' while somebody else has it, undefined where it needs none. */
  holdItem(itemId: string, now: Instant, heldUntil: Instant): Promise<OutboxItem | 'held' | undefined>;
  /**
   * Writes what became of an item, and lets go. False where the item has moved on meanwhile: later news stays; and where
   * somebody else holds it since, after a hold that was outlived.
   */
  changeItem(item: Held, change: OutboxChange): Promise<boolean>;
  /** Lets go of an item that stays as it is. The hold of another try stays. */
  releaseItem(item: Held, because: string | undefined, now: Instant): Promise<void>;
  /** Its delivery goes on by itself, or is over; it was not queued again since. */
  markStarted(itemId: string, queuedAt: Instant): Promise<void>;
  unstarted(now: Instant, limit: number): Promise<OutboxItem[]>;
  postponeStart(itemId: string, startAgainAt: Instant): Promise<void>;
  /** A parked item goes again, with another content where one is given. False where it is not parked. */
  queueAgain(itemId: string, content: unknown, now: Instant, startAgainAt: Instant): Promise<boolean>;
  itemsOfCase(caseId: string, ...kinds: OutboxKind[]): Promise<OutboxItem[]>;
  newestOfKind(kind: OutboxKind, force: string, limit: number): Promise<OutboxItem[]>;
  queuedFor(personIds: readonly string[]): Promise<OutboxItem[]>;
  /** Longest waiting first, from after this item on. */
  listItems(filter: ItemFilter, limit: number, after?: Pick<OutboxItem, 'queuedAt' | 'itemId'>): Promise<OutboxItem[]>;
}

export function outbox(connection: Connection): Model<OutboxDocument> {
  const fields = {
    ...Object.fromEntries(
      ['kind', 'system', 'caseId', 'personId', 'force', 'state', 'because', 'reference', 'by'].map((each) => [
        each,
        String,
      ])
    ),
    ...{ about: whole, attempts: Number, queuedAt: String, changedAt: String, subjectId: String, sealed: String },
    ...{ heldUntil: String, startAgainAt: String },
  };
  return collection(connection, 'outbox', fields, [
    { key: { caseId: 1, queuedAt: 1 } },
    { key: { personId: 1, state: 1 }, sparse: true },
    { key: { state: 1, queuedAt: 1 } },
    { key: { kind: 1, force: 1, queuedAt: -1 } },
    { key: { startAgainAt: 1 }, sparse: true },
    { key: { system: 1, reference: 1 }, sparse: true },
  ]);
}

const unfinished: readonly OutboxState[] = ['queued', 'sent'];

export function outboxStore(model: Model<OutboxDocument>, personal: PersonalData): Outbox {
  const fieldOf = (itemId: string) => `outbox ${itemId}`;
  const many = async (filter: object, limit = 0): Promise<OutboxItem[]> => {
    const query = model.find(filter).sort({ queuedAt: 1, _id: 1 });
    return (await (limit ? query.limit(limit) : query).lean<OutboxDocument[]>()).map(shown);
  };

  return {
    async addItem({ itemId, content, subjectId, about = {}, ...item }, now, startAgainAt) {
      const sealed = await personal.seal(subjectId, fieldOf(itemId), content);
      const fresh = { ...item, about, subjectId, sealed, state: 'queued', attempts: 0, queuedAt: now, changedAt: now };
      try {
        await model.updateOne({ _id: itemId }, { $setOnInsert: { ...fresh, startAgainAt } }, { upsert: true });
      } catch (error) {
        // Somebody adds the same item at this moment; theirs is the same.
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async findItem(itemId) {
      const found = await model.findById(itemId).lean<OutboxDocument>();
      return found ? shown(found) : undefined;
    },
    async findByReference(system, reference) {
      const found = await model.findOne({ system, reference }).lean<OutboxDocument>();
      return found ? shown(found) : undefined;
    },
    async readContent<Content>(itemId: string) {
      const found = await model.findById(itemId).lean<OutboxDocument>();
      return found ? personal.unseal<Content>(found.subjectId, fieldOf(itemId), found.sealed) : undefined;
    },
    async holdItem(itemId, now, heldUntil) {
      const free = [{ heldUntil: trusted({ $exists: false }) }, { heldUntil: trusted({ $lt: now }) }];
      const wanted = { _id: itemId, state: trusted({ $in: unfinished }), $or: free };
      const update = { $set: { heldUntil }, $inc: { attempts: 1 } };
      const held = await model.findOneAndUpdate(wanted, update, { returnDocument: 'after' }).lean<OutboxDocument>();
      if (held) return { ...shown(held), hold: heldUntil };
      const found = await model.findById(itemId).lean<OutboxDocument>();
      return found && unfinished.includes(found.state) ? 'held' : undefined;
    },
    async changeItem({ itemId, hold }, { state, because, reference, at }) {
      const before = outboxStates.filter((each) => goesForward(each, state));
      const $set = {
        state,
        changedAt: at,
        ...(because === undefined ? {} : { because }),
        ...(reference === undefined ? {} : { reference }),
      };
      const $unset = { heldUntil: '', ...(because === undefined ? { because: '' } : {}) };
      const mine = hold === undefined ? {} : { heldUntil: hold };
      const wanted = { _id: itemId, state: trusted({ $in: before }), ...mine };
      return (await model.updateOne(wanted, { $set, $unset })).matchedCount > 0;
    },
    async releaseItem({ itemId, hold }, because, now) {
      if (hold === undefined) return;
      const $unset = { heldUntil: '', ...(because === undefined ? { because: '' } : {}) };
      const $set = { changedAt: now, ...(because === undefined ? {} : { because }) };
      const mine = { _id: itemId, heldUntil: hold, state: trusted({ $in: unfinished }) };
      await model.updateOne(mine, { $set, $unset });
    },
    async markStarted(itemId, queuedAt) {
      await model.updateOne({ _id: itemId, queuedAt }, { $unset: { startAgainAt: '' } });
    },
    unstarted: (now, limit) =>
      many({ startAgainAt: trusted({ $lte: now }), state: trusted({ $in: unfinished }) }, limit),
    async postponeStart(itemId, startAgainAt) {
      await model.updateOne({ _id: itemId, startAgainAt: trusted({ $exists: true }) }, { $set: { startAgainAt } });
    },
    async queueAgain(itemId, content, now, startAgainAt) {
      const found = await model.findById(itemId).lean<OutboxDocument>();
      if (found?.state !== 'parked') return false;
      const sealed =
        content === undefined ? found.sealed : await personal.seal(found.subjectId, fieldOf(itemId), content);
      const $set = { state: 'queued', sealed, queuedAt: now, changedAt: now, startAgainAt };
      const { matchedCount } = await model.updateOne(
        { _id: itemId, state: 'parked' },
        { $set, $unset: { because: '' } }
      );
      return matchedCount > 0;
    },
    itemsOfCase: (caseId, ...kinds) => many({ caseId, kind: trusted({ $in: kinds }) }),
    async newestOfKind(kind, force, limit) {
      const found = await model.find({ kind, force }).sort({ queuedAt: -1 }).limit(limit).lean<OutboxDocument[]>();
      return found.map(shown);
    },
    queuedFor: (personIds) => many({ personId: trusted({ $in: personIds }), state: 'queued' }),
    listItems({ state, force, leastAttempts = 0 }, limit, after) {
      const ofForce = force === undefined ? {} : { force };
      return many({ state, ...ofForce, attempts: trusted({ $gte: leastAttempts }), ...laterThan(after) }, limit);
    },
  };
}

/** By place, not by number: what leaves the list while it is read makes nobody skip another item. */
function laterThan(after: Pick<OutboxItem, 'queuedAt' | 'itemId'> | undefined): object {
  if (!after) return {};
  const { queuedAt, itemId } = after;
  return { $or: [{ queuedAt: trusted({ $gt: queuedAt }) }, { queuedAt, _id: trusted({ $gt: itemId }) }] };
}

function shown({ _id, sealed: _sealed, subjectId: _subject, ...rest }: OutboxDocument): OutboxItem {
  const { heldUntil: _held, startAgainAt: _start, ...item } = rest;
  return { itemId: _id, ...item };
}
