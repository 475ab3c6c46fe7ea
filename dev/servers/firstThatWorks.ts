import { SetUpError, messageOf } from '../failure';

/** One way of coming by a server. */
export interface Way<T> {
  /** As the log says it: "a binary on the PATH". */
  readonly name: string;
  /** What a person would do to open this way. */
  readonly hint: string;
  /** Undefined where this way is not open; throws where it was tried and failed. A SetUpError ends the search. */
  find(): Promise<T | undefined>;
}

export interface Taken<T> {
  readonly found: T;
  readonly way: string;
}

/** Tries the ways in order. Where none works, one error lists them all, each with what went wrong. */
export async function firstThatWorks<T>(server: string, ways: readonly Way<T>[]): Promise<Taken<T>> {
  const reasons: string[] = [];
  for (const { name, hint, find } of ways) {
    try {
      const found = await find();
      if (found !== undefined) return { found, way: name };
      reasons.push(hint);
    } catch (error) {
      if (error instanceof SetUpError) throw error;
      reasons.push(`${hint} (${messageOf(error)})`);
    }
  }
  const list = reasons.map((reason, index) => `  ${index + 1}. ${reason}`).join('\n');
  throw new SetUpError(`No ${server} could be found or set up. Open one of these ways:\n${list}`);
}
