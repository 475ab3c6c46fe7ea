import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { createHmac } from 'node:crypto';
import { derivedKey } from './masterKey';

const asItIs = (value: string) => value.trim() || undefined;

/** How a value is written before it is hashed, so that people find what was typed another way; undefined for no hash. */
const normalised = {
  phone: e164,
  email: (value: string) => (value.includes('@') ? value.trim().toLowerCase() : undefined),
  surname: (value: string) => folded(value.trim().split(/\s+/).at(-1) ?? ''),
  businessName: folded,
  crimeReference: (value: string) => value.replace(/\s+/g, '').toUpperCase() || undefined,
  operationReference: (value: string) => value.replace(/\s+/g, '').toUpperCase() || undefined,
  sourceReference: asItIs,
  personReference: asItIs,
  likeness: asItIs,
  personName: folded,
  contactPoint: asItIs,
  reportContent: asItIs,
  idempotencyKey: asItIs,
  commandContent: asItIs,
  inboundMessage: asItIs,
  inboundSubject: asItIs,
  inboundContent: asItIs,
  urn: asItIs,
  courtDefendant: asItIs,
  courtMatch: asItIs,
  bailWords: (value: string) => value.replace(/\s+/g, ' ').trim() || undefined,
} as const satisfies Record<string, (value: string) => string | undefined>;

export type HashPurpose = keyof typeof normalised;

/** A hash under a key of MASTER_KEY, by which a value is found again; nobody without the key can guess values from it. */
export type KeyedHash = (purpose: HashPurpose, value: string) => string | undefined;

export function keyedHashes(masterKey: Buffer): KeyedHash {
  const keys = new Map<HashPurpose, Buffer>();
  return (purpose, value) => {
    const written = normalised[purpose](value);
    if (written === undefined) return undefined;
    let key = keys.get(purpose);
    if (!key) keys.set(purpose, (key = derivedKey(masterKey, `hash ${purpose}`).key));
    return createHmac('sha256', key).update(written).digest('base64url');
  };
}

/** British numbers may be written without the country code. */
function e164(value: string): string | undefined {
  return parsePhoneNumberFromString(value, 'GB')?.number;
}

/** Without accents, case, hyphens and apostrophes: O'Brien is found as obrien, Müller as muller. */
function folded(name: string): string | undefined {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return letters || undefined;
}

/** The same text for the same content, however its fields are ordered: what fingerprints are made of. */
export function canonicalJson(content: unknown): string {
  return JSON.stringify(content, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
