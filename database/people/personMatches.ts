// Written by: persons, when a report makes a person known; the API, when somebody decides.
import { createHash } from 'node:crypto';
import { trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/time/londonTime';
import { collection } from '../store/collection';
import { keyIn, readPage, type Page, type PageRequest } from '../store/pages';

/** Why two records may be of one person. None of it says what the name, day or number is. */
export const matchReasons = ['nameBirthAndContact', 'nameAndBirth', 'surnameAndContact', 'sameReference'] as const;
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
  /** Its place in the queue, only while it waits. */
  readonly waitsKey?: string | undefined;
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
  /** Those of any of the one ids with any of the other ids, whatever became of them. */
  matchesBetween(ones: readonly string[], others: readonly string[]): Promise<PersonMatch[]>;
  /** What waits for somebody of a force, longest first. `next` is the place to go on from. */
  waiting(force: string, page: PageRequest): Promise<Page<PersonMatch>>;
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

/** Where a match stands in the queue. */
export function placeOf({ foundAt, matchId }: Pick<PersonMatch, 'foundAt' | 'matchId'>): string {
  return `${foundAt}|${matchId}`;
}

const queue = { field: 'waitsKey', of: 'waiting' };

export function personMatches(connection: Connection): Model<PersonMatchDocument> {
  const fields = {
    personIds: [String],
    reasons: [String],
    forces: [String],
    ...Object.fromEntries(
      ['state', 'foundAt', 'because', 'decidedBy', 'decidedAt', 'noteId', 'waitsKey'].map((each) => [each, String])
    ),
  };
  return collection(connection, 'personMatches', fields, [{ key: { forces: 1, waitsKey: 1 } }]);
}

export function personMatchesStore(model: Model<PersonMatchDocument>): PersonMatches {
  return {
    async addMatches(matches, foundAt) {
      if (matches.length === 0) return;
      const added = matches.map(({ personIds, reasons, forces }) => {
        const matchId = matchIdOf(personIds);
        const waitsKey = keyIn(queue.of, placeOf({ foundAt, matchId }));
        return {
          updateOne: {
            filter: { _id: matchId },
            update: {
              $setOnInsert: { personIds: [...personIds].sort(), state: 'waiting', foundAt, waitsKey },
              $addToSet: { reasons: { $each: [...reasons] }, forces: { $each: [...forces] } },
            },
            upsert: true,
          },
        };
      });
      await model.collection.bulkWrite(added as never, { ordered: false });
    },
    async findMatch(matchId) {
      const found = await model.findById(matchId).lean<PersonMatchDocument>();
      return found ? shown(found) : undefined;
    },
    async matchesBetween(ones, others) {
      const ids = ones.flatMap((one) => others.map((other) => matchIdOf([one, other])));
      return (await model.find({ _id: trusted({ $in: ids }) }).lean<PersonMatchDocument[]>()).map(shown);
    },
    async waiting(forces, page) {
      const reading = { stretches: [queue], filter: { forces }, newestFirst: false };
      const { items, next } = await readPage(model, reading, page);
      return { items: items.map(shown), next };
    },
    async decide(matchId, from, { state, because, by, at, noteId }) {
      const $set = { state, because, decidedBy: by, decidedAt: at, ...(noteId === undefined ? {} : { noteId }) };
      const isOpen = { _id: matchId, state: trusted({ $in: from }) };
      const { matchedCount } = await model.updateOne(isOpen, { $set, $unset: { waitsKey: '' } });
      return matchedCount > 0;
    },
  };
}

function shown({ _id, forces: _forces, waitsKey: _waits, ...match }: PersonMatchDocument): PersonMatch {
  return { matchId: _id, ...match };
}
