// Written by: the API, when somebody's identity is checked.
import type { Connection, Model } from 'mongoose';
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

export interface IdentityTries {
  /** Takes one of the day's tries before the answer is looked at; false where none is left. The same try takes one alone. */
  takeTry(personId: string, on: CalendarDay, tryId: string, now: Instant): Promise<boolean>;
  /** Gives a try back whose answer was right. */
  giveBack(personId: string, on: CalendarDay, tryId: string): Promise<void>;
  triesLeft(personId: string, on: CalendarDay): Promise<number>;
}

/** Wrong answers a day, over all cases of a person. */
export const identityTriesADay = 3;

const numbers = Array.from({ length: identityTriesADay }, (_, index) => index + 1);

export function identityTries(connection: Connection): Model<IdentityTry> {
  return collection(connection, 'identityTries', { tryId: String, at: String }, []);
}

export function identityTriesStore(model: Model<IdentityTry>): IdentityTries {
  const idOf = (personId: string, on: CalendarDay, number: number) => `${personId}:${on}:${number}`;

  async function taken(personId: string, on: CalendarDay): Promise<IdentityTry[]> {
    const found = await Promise.all(
      numbers.map((number) => model.findById(idOf(personId, on, number)).lean<IdentityTry>())
    );
    return found.filter((each) => each !== null);
  }

  return {
    async takeTry(personId, on, tryId, at) {
      if ((await taken(personId, on)).some((each) => each.tryId === tryId)) return true;
      for (const number of numbers) {
        try {
          await model.create([{ _id: idOf(personId, on, number), tryId, at }] as never);
          return true;
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
        }
      }
      return false;
    },
    async giveBack(personId, on, tryId) {
      for (const { _id } of await taken(personId, on)) await model.deleteOne({ _id, tryId });
    },
    async triesLeft(personId, on) {
      return identityTriesADay - (await taken(personId, on)).length;
    },
  };
}
