import type { Payload, PayloadCodec } from '@temporalio/common';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { PayloadKey } from '../config/keys';

const encoding = 'binary/encrypted';
const compression = 'gzip';
/** Below it nothing would be won; above it is what grows: a record of many facts, a prosecution of many cases. */
const compressedFromBytes = 8_192;
const nonceBytes = 12;
const tagBytes = 16;
const metadataLengthBytes = 4;

/**
 * Encrypts every payload, a long one compressed first since Temporal takes no more than 2 MB, with AES-256-GCM under the first key, whose id travels with it; decrypts under whichever of the
 * keys the payload names. Throws where it names another one, or was tampered with. Payloads that were never encrypted
 * pass as they are, so that operators can speak to a workflow.
 */
export function encryptingCodec(keys: readonly PayloadKey[]): PayloadCodec {
  const [current] = keys;
  if (!current) throw new RangeError('Payloads need at least one key');
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    encode: async (payloads) => payloads.map((payload) => encrypt(payload, current)),
    decode: async (payloads) => payloads.map((payload) => decrypt(payload, byId)),
  };
}

function encrypt(payload: Payload, { id, key }: PayloadKey): Payload {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  const whole = packed(payload);
  const isLong = whole.length >= compressedFromBytes;
  const sealed = [cipher.update(isLong ? gzipSync(whole, { level: 1 }) : whole), cipher.final()];
  return {
    metadata: {
      encoding: Buffer.from(encoding),
      'encryption-key-id': Buffer.from(id),
      ...(isLong ? { compression: Buffer.from(compression) } : {}),
    },
    data: Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]),
  };
}

function decrypt(payload: Payload, keys: ReadonlyMap<string, PayloadKey>): Payload {
  if (textOf(payload.metadata?.encoding) !== encoding) return payload;
  const id = textOf(payload.metadata?.['encryption-key-id']);
  const known = keys.get(id);
  if (!known) throw new PayloadKeyUnknown(id);
  const data = payload.data ?? new Uint8Array();
  const nonce = data.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', known.key, nonce).setAAD(Buffer.from(id));
  decipher.setAuthTag(data.subarray(nonceBytes, nonceBytes + tagBytes));
  const whole = Buffer.concat([decipher.update(data.subarray(nonceBytes + tagBytes)), decipher.final()]);
  return unpacked(textOf(payload.metadata?.compression) === compression ? gunzipSync(whole) : whole);
}

/** A payload names a key that this process was not given. Nothing of the payload is used. */
export class PayloadKeyUnknown extends Error {
  override readonly name = 'PayloadKeyUnknown';

  constructor(id: string) {
    super(`No payload key called "${id.slice(0, 40)}" is configured`);
  }
}

/** Metadata and data of a payload in one piece: the length of the metadata, the metadata as JSON, the data. */
function packed({ metadata, data }: Payload): Buffer {
  const texts = Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]);
  const head = Buffer.from(JSON.stringify(Object.fromEntries(texts)));
  const length = Buffer.alloc(metadataLengthBytes);
  length.writeUInt32BE(head.length);
  // What carries no data, as the result of a workflow that returns nothing, arrives as a plain empty array.
  return Buffer.concat([length, head, data?.length ? data : new Uint8Array()]);
}

function unpacked(bytes: Buffer): Payload {
  const dataAt = metadataLengthBytes + bytes.readUInt32BE();
  const texts = JSON.parse(bytes.toString('utf8', metadataLengthBytes, dataAt)) as Record<string, string>;
  const metadata = Object.entries(texts).map(([name, value]) => [name, Buffer.from(value, 'base64')]);
  return { metadata: Object.fromEntries(metadata), data: bytes.subarray(dataAt) };
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return bytes ? Buffer.from(bytes).toString('utf8') : '';
}
