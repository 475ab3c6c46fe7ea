import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export interface SecretKey {
  /** Says under which key something was sealed; it tells nothing about the key. */
  readonly id: string;
  readonly key: Buffer;
}

/** Sealed under another key, for another owner or field, or damaged. Nothing of it is used. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** A key of 32 bytes for one purpose, derived from MASTER_KEY: no two purposes share a key, and the master seals nothing. */
export function derivedKey(masterKey: Buffer, purpose: string): SecretKey {
  const key = Buffer.from(hkdfSync('sha256', masterKey, 'victim-case-service', purpose, 32));
  return { id: createHmac('sha256', key).update('key id').digest('hex').slice(0, 8), key };
}

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM. `context` says whose and which it is: what was sealed for one cannot be read as another. */
export function seal({ id, key }: SecretKey, context: string, plain: string | Buffer): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const sealed = [typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain), cipher.final()];
  return `${id}.${Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64url')}`;
}

export function unseal({ id, key }: SecretKey, context: string, sealed: string): Buffer {
  const [sealedUnder, encoded = ''] = sealed.split('.', 2);
  if (sealedUnder !== id) throw new SealBroken('It was sealed under another key');
  const bytes = Buffer.from(encoded, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes)).setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    throw new SealBroken('It was sealed for something else, or damaged');
  }
}

/** Seals what names nobody but tells a story, under one key a purpose. `context` is the document it stands in. */
export interface Sealer {
  seal(context: string, value: unknown): string;
  unseal<Value>(context: string, sealed: string): Value;
}

export function sealerFor(masterKey: Buffer, purpose: string): Sealer {
  const key = derivedKey(masterKey, purpose);
  return {
    seal: (context, value) => seal(key, context, JSON.stringify(value)),
    unseal: <Value>(context: string, sealed: string) =>
      JSON.parse(unseal(key, context, sealed).toString('utf8')) as Value,
  };
}
