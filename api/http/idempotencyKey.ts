import { Problem } from './errors';

const longest = 200;

/** The caller's Idempotency-Key, quoted as the draft standard has it, or bare; undefined where there is none. */
export function idempotencyKey(header: string | undefined): string | undefined {
  const given = header?.trim();
  if (given === undefined) return undefined;
  const key = /^"(.*)"$/.exec(given)?.[1] ?? given;
  if (!/^[\x21-\x7e]+$/.test(key) || key.length > longest) {
    throw new Problem('badRequest', `An Idempotency-Key has 1 to ${longest} visible characters.`);
  }
  return key;
}
