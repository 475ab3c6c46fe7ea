// Written by: persons, when a report makes a person known; the API, when somebody decides.
import { createHash } from 'node:crypto';
import { trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { collection } from '../store/collection';

/** Why two records may be of one person. None of it says what the name, day or number is. */
export const matchReasons = ['nameBirthAndContact', 'nameAndBirth', 'surnameAndContact'] as const;
export type MatchReason = (typeof matchReasons)[number];

export const matchStates = ['waiting', 'joined', 'rejected', 'parted'] as const;
export type MatchState = (typeof matchStates)[number];

/** Two records that may be of one person. */
export interface PersonMatch {
  readonly matchId: string;
  readonly personIds: readonly string[];
  readonly reasons: readonly MatchReason[];
  readonly state: MatchState;
  readonly foundAt: Instant;
  readonly because?: string | undefined;
  readonly decidedBy?: string | undefined;
  readonly decidedAt?: Instant | undefined;
  readonly noteId?: string | undefined;
}

interface PersonMatchDocument extends Omit<PersonMatch, 'matchId'> {
  readonly _id: string;
  /** The forces of whose cases both are; the queue is read by them. */
  readonly forces: readonly string[];
}

export interface LikelyMatch extends Pick<PersonMatch, 'personIds' | 'reasons'> {
  readonly forces: readonly string[];
}

export interface MatchDecision {
  readonly state: MatchState;
  readonly because: string;
  readonly by: string;
  readonly at: Instant;
  readonly noteId?: string | undefined;
}

export interface PersonMatches {
  /** Puts what is likely into the queue. What was decided once stays decided. */
  addMatches(matches: readonly LikelyMatch[], now: Instant): Promise<void>;
  findMatch(matchId: string): Promise<PersonMatch | undefined>;
  /** What waits for somebody of a force, longest first, from `skip` on. */
  waiting(force: string, skip: number, limit: number): Promise<PersonMatch[]>;
  /** False where it is not in one of these states any more. */
  decide(matchId: string, from: readonly MatchState[], decision: MatchDecision): Promise<boolean>;
}

/** The same for the same two, whichever comes first. */
export function matchIdOf(personIds: readonly string[]): string {
  return createHash('sha256')
    .update([...personIds].sort().join(' '))
    .digest('hex')
    .slice(0, 32);
}

export function personMatches(connection: Connection): Model<PersonMatchDocument> {
  const fields = {
    personIds: [String],
    reasons: [String],
    forces: [String],
    ...Object.fromEntries(
      ['state', 'foundAt', 'because', 'decidedBy', 'decidedAt', 'noteId'].map((each) => [each, String])
    ),
  };
  return collection(connection, 'personMatches', fields, [{ key: { forces: 1, state: 1, foundAt: 1 } }]);
}

export function personMatchesStore(model: Model<PersonMatchDocument>): PersonMatches {
  return {
    async addMatches(matches, foundAt) {
      if (matches.length === 0) return;
      const added = matches.map(({ personIds, reasons, forces }) => ({
        updateOne: {
          filter: { _id: matchIdOf(personIds) },
          update: {
            $setOnInsert: { personIds: [...personIds].sort(), state: 'waiting', foundAt },
            $addToSet: { reasons: { $each: [...reasons] }, forces: { $each: [...forces] } },
          },
          upsert: true,
        },
      }));
      await model.collection.bulkWrite(added as never, { ordered: false });
    },
    async findMatch(matchId) {
      const found = await model.findById(matchId).lean<PersonMatchDocument>();
      return found ? shown(found) : undefined;
    },
    async waiting(force, skip, limit) {
      const query = model.find({ forces: force, state: 'waiting' }).sort({ foundAt: 1, _id: 1 }).skip(skip);
      return (await query.limit(limit).lean<PersonMatchDocument[]>()).map(shown);
    },
    async decide(matchId, from, { state, because, by, at, noteId }) {
      const $set = { state, because, decidedBy: by, decidedAt: at, ...(noteId === undefined ? {} : { noteId }) };
      const { matchedCount } = await model.updateOne({ _id: matchId, state: trusted({ $in: from }) }, { $set });
      return matchedCount > 0;
    },
  };
}

function shown({ _id, forces: _forces, ...match }: PersonMatchDocument): PersonMatch {
  return { matchId: _id, ...match };
}
