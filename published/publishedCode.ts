import { createHash } from 'node:crypto';
import { editionInForce, editions, lastDayOf } from '../domain/code/editions';
import type { Edition, Obligation, Scheme } from '../domain/code/obligation';
import type { Limit } from '../domain/code/limit';
import { ownLimit } from '../domain/code/ownStandards';
import { whatMeets } from '../domain/code/evidenceAdded';
import { promises, type ForcePromise } from '../domain/code/promises';
import { defaultStandards } from '../domain/forceStandards';
import type { CalendarDay } from '../domain/time/londonTime';

export interface CodeFilter {
  readonly edition?: string | undefined;
  readonly scheme?: Scheme | undefined;
  /** Only the editions in force on this day, as what is recorded today sees them. */
  readonly on?: CalendarDay | undefined;
}

export interface ShownObligation extends Obligation, Pick<ForcePromise, 'contact' | 'recurs'> {
  /** The force's own number, a promise or a target: the law's number is `limit`. */
  readonly forceLimit?: { readonly standard: Limit; readonly enhanced: Limit };
}

export interface ShownEdition extends Omit<Edition, 'obligations'> {
  /** Of everything that the edition says: two releases with the same hash apply the same law. */
  readonly contentHash: string;
  readonly obligations: readonly ShownObligation[];
}

/** The editions as the service applies them, for the API and the command line. `today` is the day in London. */
export function publishedCode({ edition, scheme, on }: CodeFilter, today: CalendarDay): ShownEdition[] {
  return editions
    .filter(({ id }) => edition === undefined || id === edition)
    .filter((each) => scheme === undefined || each.scheme === scheme)
    .filter((each) => on === undefined || editionInForce(each.scheme, on, today)?.id === each.id)
    .map(shown);
}

/** SHA-256 of the edition as JSON with sorted keys. */
export function contentHash(edition: Edition): string {
  return createHash('sha256').update(canonical(edition)).digest('hex');
}

function shown(edition: Edition): ShownEdition {
  const { obligations, inForceUntil: _ownLastDay, ...head } = edition;
  const lastDay = lastDayOf(edition);
  return {
    ...head,
    ...(lastDay === undefined ? {} : { inForceUntil: lastDay }),
    contentHash: contentHash(edition),
    obligations: obligations.map(withPromise),
  };
}

/** Beside what the edition says: the force's own number, and what a promise of the force is. */
function withPromise(obligation: Obligation): ShownObligation {
  const standard = ownLimit(obligation.id, defaultStandards, 'standard');
  const enhanced = ownLimit(obligation.id, defaultStandards, 'enhanced');
  const { contact, recurs } = promises[obligation.id] ?? {};
  return {
    ...obligation,
    ...(obligation.arises ? { arises: { ...obligation.arises, metBy: whatMeets(obligation) } } : {}),
    ...(standard && enhanced ? { forceLimit: { standard, enhanced } } : {}),
    ...(contact ? { contact } : {}),
    ...(recurs ? { recurs } : {}),
  };
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`)
    .join()}}`;
}
