// Written by: the inbound way of commands/inbound, in the API and in the sweep, and by those who mend and triage.
import { trusted, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { isDuplicateKey } from '../store/connection';
import { keyIn, readPage, type Page, type PageRequest } from '../store/pages';
import type { PersonalData } from '../encryption/personalData';
import { canonicalJson, type KeyedHash } from '../encryption/searchHashes';
import {
  openPartOf,
  type InboundDocument,
  type InboundEnvelope,
  type InboundMessage,
  type InboundState,
} from './inboundMessage';

export type Settled = Pick<
  InboundMessage,
  'because' | 'reportId' | 'caseId' | 'decided' | 'personIds' | 'kind' | 'counts' | 'stirred'
> & {
  readonly state: InboundState;
};

export interface InboundMessages {
  /** Stores a message once under its source and id. 'differs' where another content is stored, and it stays. */
  receive(
    envelope: InboundEnvelope,
    by: string,
    tryAgainAt: Instant
  ): Promise<{ readonly message: InboundMessage; readonly alreadyKnown: boolean; readonly differs: boolean }>;
  find(messageId: string): Promise<InboundMessage | undefined>;
  /** The payload as it came or was mended; undefined where it was erased. */
  readPayload(messageId: string): Promise<unknown>;
  /**
   * Moves a message on from one of these states; undefined where it is in none of them any more, or was stirred since
   * `stirred` was read.
   */
  settle(messageId: string, from: readonly InboundState[], to: Settled): Promise<InboundMessage | undefined>;
  /** Puts another payload in the place of one that is parked, and lets it go again. The earlier one is kept. */
  mend(
    messageId: string,
    mended: {
      readonly payload?: unknown;
      readonly caseId?: string | undefined;
      readonly restrictedTo?: readonly string[] | undefined;
    },
    decided: { readonly by: string; readonly at: Instant; readonly reason?: string | undefined },
    tryAgainAt: Instant
  ): Promise<InboundMessage | undefined>;
  /** What waits for a person in a force and is not kept from them, longest first. `next` is the place to go on from. */
  listWaiting(
    whose: { readonly force: string; readonly caller: string },
    state: 'parked' | 'triage',
    page: PageRequest
  ): Promise<Page<InboundMessage>>;
  /** Notes by which ids of its sender a message is to be found; before it is looked what they stand for. */
  noteUses(messageId: string, references: readonly string[]): Promise<void>;
  /** Lets messages that use any of these go again. Answers with their ids. */
  stir(references: readonly string[], except: string, tryAgainAt: Instant): Promise<string[]>;
  unfinished(now: Instant, limit: number): Promise<InboundMessage[]>;
  postpone(messageId: string, tryAgainAt: Instant): Promise<void>;
  /** Erases every message about one of these persons: what they said when it came, and what it was mended from. */
  forgetPeople(personIds: readonly string[], now: Instant): Promise<void>;
}

const field = 'message';
const ownerOf = (messageId: string) => `inbound ${messageId}`;
const waits = (state: InboundState) => state === 'parked' || state === 'triage';
const listOf = (force: string, state: InboundState) => `${force}/${state}`;
const waitsKeyOf = (
  { force, receivedAt }: Pick<InboundMessage, 'force' | 'receivedAt'>,
  id: string,
  to: InboundState
) => (waits(to) ? keyIn(listOf(force, to), `${receivedAt}|${id}`) : undefined);

/** Payloads are sealed under keys of their own: they come before it is known whom they are about, or are about several. */
export function inboundMessagesStore(
  model: Model<InboundDocument>,
  personal: PersonalData,
  hash: KeyedHash
): InboundMessages {
  async function find(messageId: string): Promise<InboundMessage | undefined> {
    const found = await model.findById(messageId).lean<InboundDocument>();
    return found ? openPartOf(found) : undefined;
  }

  async function move(
    messageId: string,
    from: readonly InboundState[],
    $set: object,
    $unset: object,
    $push: object = {},
    also: object = {}
  ): Promise<InboundMessage | undefined> {
    const filter = { _id: messageId, state: trusted({ $in: [...from] }), ...also };
    const changes = { $set, ...(some($unset) ? { $unset } : {}), ...(some($push) ? { $push } : {}) };
    const { matchedCount } = await model.updateOne(filter, changes as never);
    return matchedCount === 0 ? undefined : find(messageId);
  }

  return {
    async receive({ sourceMessageId, payload, ...envelope }, by, tryAgainAt) {
      const messageId = hash('inboundMessage', `${envelope.source} ${envelope.force} ${sourceMessageId}`) ?? '';
      const contentHash = hash('inboundContent', canonicalJson(payload)) ?? '';
      const known = await model.findById(messageId).lean<InboundDocument>();
      if (known) return again(known, contentHash);
      const sealed = await personal.seal(ownerOf(messageId), field, payload);
      const document: InboundDocument = {
        _id: messageId,
        ...envelope,
        contentHash,
        sealed,
        state: 'received',
        by,
        mended: 0,
        tryAgainAt,
      };
      try {
        await model.collection.insertOne({ ...document } as never);
      } catch (error) {
        const first = isDuplicateKey(error) ? await model.findById(messageId).lean<InboundDocument>() : undefined;
        if (!first) throw error;
        return again(first, contentHash);
      }
      return { message: openPartOf(document), alreadyKnown: false, differs: false };
    },
    find,
    async readPayload(messageId) {
      const found = await model.findById(messageId, { sealed: 1 }).lean<InboundDocument>();
      return found ? personal.unseal(ownerOf(messageId), field, found.sealed) : undefined;
    },
    async settle(messageId, from, settled) {
      const { state, because, reportId, caseId, decided, personIds = [], kind, counts, stirred } = settled;
      const known = await find(messageId);
      if (!known) return undefined;
      const set = {
        state,
        because,
        reportId,
        caseId,
        decided,
        kind,
        counts,
        waitsKey: waitsKeyOf(known, messageId, state),
      };
      const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
      const gone = {
        tryAgainAt: '',
        ...(because === undefined ? { because: '' } : {}),
        ...(waits(state) ? {} : { waitsKey: '' }),
      };
      const people = personIds.length > 0 ? { personIds: [...personIds] } : {};
      const unstirred = stirred === undefined ? {} : { stirred: stirred || trusted({ $exists: false }) };
      const moved = await move(messageId, from, { ...given, ...people }, gone, {}, unstirred);
      // Who was erased before their message was known to be theirs is erased in it all the same.
      if (moved && (await personal.isAnyForgotten(personIds)))
        await personal.forget(ownerOf(messageId), moved.receivedAt);
      return moved;
    },
    async mend(messageId, { payload, caseId, restrictedTo }, decided, tryAgainAt) {
      const stored = await model.findById(messageId).lean<InboundDocument>();
      if (!stored) return undefined;
      const isNew = payload !== undefined;
      const set = {
        state: 'received',
        decided,
        tryAgainAt,
        mended: stored.mended + 1,
        ...(caseId === undefined ? {} : { caseId }),
        ...(restrictedTo === undefined ? {} : { restrictedTo }),
        ...(isNew ? { sealed: await personal.seal(ownerOf(messageId), field, payload) } : {}),
        ...(isNew ? { contentHash: hash('inboundContent', canonicalJson(payload)) } : {}),
      };
      return move(messageId, ['parked'], set, { because: '', waitsKey: '' }, isNew ? { earlier: stored.sealed } : {});
    },
    async listWaiting({ force, caller }, state, request) {
      const stretches = [{ field: 'waitsKey', of: listOf(force, state) }];
      const filter = { restrictedTo: trusted({ $in: [null, caller] }) };
      const { items, next } = await readPage(model, { stretches, filter, newestFirst: false }, request);
      return { items: items.map(openPartOf), next };
    },
    async noteUses(messageId, references) {
      await model.updateOne({ _id: messageId }, { $set: { uses: [...references] } } as never);
    },
    async stir(references, except, tryAgainAt) {
      if (references.length === 0) return [];
      const states: InboundState[] = ['received', 'waiting', 'taken'];
      const using = { uses: trusted({ $in: [...references] }), state: trusted({ $in: states }) };
      const found = await model.find({ ...using, _id: trusted({ $ne: except }) }, { _id: 1 }).lean<InboundDocument[]>();
      const ids = found.map(({ _id }) => _id);
      const changes = { $set: { state: 'received', tryAgainAt }, $inc: { stirred: 1 } };
      if (ids.length > 0) await model.updateMany({ ...using, _id: trusted({ $in: ids }) }, changes as never);
      return ids;
    },
    async unfinished(now, limit) {
      const query = model.find({ tryAgainAt: trusted({ $lte: now }) }).sort({ tryAgainAt: 1 });
      return (await query.limit(limit).lean<InboundDocument[]>()).map(openPartOf);
    },
    async forgetPeople(personIds, now) {
      const about = { personIds: trusted({ $in: [...personIds] }) };
      for (const { _id } of await model.find(about, { _id: 1 }).lean<InboundDocument[]>()) {
        await personal.forget(ownerOf(_id), now);
      }
    },
    async postpone(messageId, tryAgainAt) {
      await model.updateOne({ _id: messageId, tryAgainAt: trusted({ $exists: true }) }, { $set: { tryAgainAt } });
    },
  };
}

function again(known: InboundDocument, contentHash: string) {
  return { message: openPartOf(known), alreadyKnown: true, differs: known.contentHash !== contentHash };
}

function some(fields: object): boolean {
  return Object.keys(fields).length > 0;
}
