// Written by: the API, where somebody asks for a feed of their diary, or revokes one.
import { trusted, type Connection, type Model } from 'mongoose';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Instant } from '../../domain/time/londonTime';
import type { Role } from '../../domain/vocabulary';
import { collection, whole } from '../store/collection';

/** A calendar's subscription to somebody's diary: what they could see when they asked for it. */
export interface DiaryFeed {
  readonly feedId: string;
  readonly owner: { readonly id: string; readonly force: string; readonly teams: readonly string[] };
  readonly roles: readonly Role[];
  readonly team?: string | undefined;
  readonly mine: boolean;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt?: Instant | undefined;
}

interface DiaryFeedDocument extends Omit<DiaryFeed, 'feedId'> {
  readonly _id: string;
  readonly ownerId: string;
  /** Only who has the address can read the feed: the database does not hold it. */
  readonly tokenHash: string;
}

export interface DiaryFeeds {
  /** The token is given once, here, and never again. */
  addFeed(
    given: Omit<DiaryFeed, 'feedId' | 'revokedAt'>
  ): Promise<{ readonly feed: DiaryFeed; readonly token: string }>;
  feedsOf(ownerId: string): Promise<DiaryFeed[]>;
  /** Undefined for a token that is no feed's, and for one that was revoked or has run out. */
  findByToken(token: string, now: Instant): Promise<DiaryFeed | undefined>;
  /** False where it is not theirs. Twice is harmless. */
  revoke(feedId: string, ownerId: string, now: Instant): Promise<boolean>;
}

const tokenBytes = 32;

export function diaryFeeds(connection: Connection): Model<DiaryFeedDocument> {
  const fields = {
    ...{ owner: whole, ownerId: String, roles: [String], team: String, mine: Boolean, tokenHash: String },
    ...{ createdAt: String, expiresAt: String, revokedAt: String },
  };
  return collection<DiaryFeedDocument>(connection, 'diaryFeeds', fields, [
    { key: { tokenHash: 1 }, unique: true },
    { key: { ownerId: 1, createdAt: 1 } },
  ]);
}

export function diaryFeedsStore(model: Model<DiaryFeedDocument>): DiaryFeeds {
  return {
    async addFeed(given) {
      const feedId = randomUUID();
      const token = randomBytes(tokenBytes).toString('base64url');
      await model.create({ _id: feedId, ownerId: given.owner.id, tokenHash: hashOf(token), ...given });
      return { feed: { feedId, ...given }, token };
    },
    async feedsOf(ownerId) {
      return (await model.find({ ownerId }).sort({ createdAt: 1 }).lean<DiaryFeedDocument[]>()).map(shown);
    },
    async findByToken(token, now) {
      const filter = {
        tokenHash: hashOf(token),
        expiresAt: trusted({ $gt: now }),
        revokedAt: trusted({ $exists: false }),
      };
      const found = await model.findOne(filter).lean<DiaryFeedDocument>();
      return found ? shown(found) : undefined;
    },
    async revoke(feedId, ownerId, now) {
      const isTheirs = (await model.countDocuments({ _id: feedId, ownerId })) > 0;
      await model.updateOne(
        { _id: feedId, ownerId, revokedAt: trusted({ $exists: false }) },
        { $set: { revokedAt: now } }
      );
      return isTheirs;
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function shown({ _id, tokenHash: _hash, ownerId: _owner, ...feed }: DiaryFeedDocument): DiaryFeed {
  return { feedId: _id, ...feed };
}
