import { z } from 'zod';
import { httpAddress } from './values';

export interface PayloadKey {
  readonly id: string;
  readonly key: Buffer;
}

export interface PublicKeySet {
  readonly keys: readonly ({ readonly kty: string } & Readonly<Record<string, unknown>>)[];
}

/** 32 bytes as base64 or hexadecimal; undefined for anything else. */
function keyBytes(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  return bytes.length === 32 ? bytes : undefined;
}

export const keyShape = 'must be 32 bytes written as base64 or hexadecimal';

const masterKey = z.string().transform((text, context) => {
  const key = keyBytes(text.trim());
  if (!key) context.addIssue({ code: 'custom', message: keyShape });
  return key ?? z.NEVER;
});

/** `id:key,id:key`: the first encodes, all decode. A single key without an id is called `default`. */
const payloadKeys = z.string().transform((text, context): readonly PayloadKey[] => {
  const keys = text.split(',').map((part) => {
    const [, id = 'default', encoded = ''] = /^(?:([A-Za-z0-9._-]+):)?(.*)$/.exec(part.trim()) ?? [];
    return { id, key: keyBytes(encoded) };
  });
  const wellFormed = keys.filter((entry): entry is PayloadKey => entry.key !== undefined);
  if (wellFormed.length !== keys.length || new Set(keys.map(({ id }) => id)).size !== keys.length) {
    context.addIssue({
      code: 'custom',
      message: `${keyShape}, or a list id:key,id:key of such keys with different ids`,
    });
  }
  return wellFormed;
});

const publicKeySet = z.string().transform((text, context): PublicKeySet => {
  try {
    const shape = z.object({ keys: z.array(z.looseObject({ kty: z.string(), d: z.never().optional() })).min(1) });
    return shape.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a JSON Web Key Set of public keys' });
    return z.NEVER;
  }
});

/** Keys, and whose tokens count. */
export const keyVariables = {
  OIDC_ISSUER: httpAddress.optional(),
  OIDC_AUDIENCE: z.string().default('victim-case-service'),
  TOKEN_JWKS: publicKeySet.optional(),
  PAYLOAD_KEY: payloadKeys.optional(),
  MASTER_KEY: masterKey.optional(),
};

const names = z.object(keyVariables);

export function keySettings(data: z.output<typeof names>) {
  return {
    oidcIssuer: data.OIDC_ISSUER,
    oidcAudience: data.OIDC_AUDIENCE,
    tokenJwks: data.TOKEN_JWKS,
    payloadKeys: data.PAYLOAD_KEY,
    masterKey: data.MASTER_KEY,
  };
}
