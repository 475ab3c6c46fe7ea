// Written by: the API, when somebody's identity is checked.
import { trusted, type Connection, type Model } from 'mongoose';
import type { CalendarDay, Instant } from '../../domain/time/londonTime';
import { collection } from '../store/collection';
import { isDuplicateKey } from '../store/connection';

/** One of the wrong answers that a person's day has room for. */
interface IdentityTry {
  /** `<personId>:<day>:<number>` */
  readonly _id: string;
  readonly tryId: string;
  readonly at: Instant;
}

/** Every id under which a person is known, the record that stands for them all first: tries count over all of them. */
type PersonIds = readonly [string, ...string[]];

export interface IdentityTries {
  /** Takes one of the day's tries before the answer is looked at; false where none is left. The same try takes one alone. */
  takeTry(personIds: PersonIds, on: CalendarDay, tryId: string, now: Instant): Promise<boolean>;
  /** Gives a try back whose answer was right. */
  giveBack(personIds: PersonIds, on: CalendarDay, tryId: string): Promise<void>;
  triesLeft(personIds: PersonIds, on: CalendarDay): Promise<number>;
}

/** Wrong answers a day, over all cases of a person. */
export const identityTriesADay = 3;

const numbers = Array.from({ length: identityTriesADay }, (_, index) => index + 1);

export function identityTries(connection: Connection): Model<IdentityTry> {
  return collection(connection, 'identityTries', { tryId: String, at: String }, []);
}

export function identityTriesStore(model: Model<IdentityTry>): IdentityTries {
  const idOf = (personId: string, on: CalendarDay, number: number) => `${personId}:${on}:${number}`;

  async function taken(personIds: readonly string[], on: CalendarDay): Promise<IdentityTry[]> {
    const ids = personIds.flatMap((personId) => numbers.map((number) => idOf(personId, on, number)));
    return model.find({ _id: trusted({ $in: ids }) }).lean<IdentityTry[]>();
  }

  return {
    async takeTry([personId, ...others], on, tryId, at) {
      if ((await taken([personId, ...others], on)).some((each) => each.tryId === tryId)) return true;
      const elsewhere = (await taken(others, on)).length;
      for (const number of numbers.slice(0, Math.max(0, identityTriesADay - elsewhere))) {
        try {
          await model.create([{ _id: idOf(personId, on, number), tryId, at }] as never);
          return true;
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
        }
      }
      return false;
    },
    async giveBack(personIds, on, tryId) {
      for (const { _id } of await taken(personIds, on)) await model.deleteOne({ _id, tryId });
    },
    async triesLeft(personIds, on) {
      return Math.max(0, identityTriesADay - (await taken(personIds, on)).length);
    },
  };
}
