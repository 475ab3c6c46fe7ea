import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { SetUpError } from './failure';
import { readJson, writeWhole } from './writeFile';

/** What worker and API are given by environment. */
export interface KeyVariables {
  readonly PAYLOAD_KEY: string;
  readonly MASTER_KEY: string;
  readonly TOKEN_JWKS?: string;
}

const onlyOwner = 0o600;

/**
 * The keys of a data folder, made at its first start unless the environment names others. Throws where the folder holds
 * data but its keys are gone: new ones would not open it.
 */
export async function openKeys(dataDir: string, env: NodeJS.ProcessEnv): Promise<KeyVariables> {
  const folder = path.join(dataDir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const hasData = existsSync(path.join(dataDir, 'engine.json'));
  const keyFile = (name: string, variable: string, prefix: string): string => {
    const file = path.join(folder, name);
    if (existsSync(file)) return readFileSync(file, 'utf8').trim();
    if (hasData) {
      throw new SetUpError(
        `The data in ${dataDir} was written with a key that is not there: put back ${file} or set ${variable}.`
      );
    }
    const key = prefix + randomBytes(32).toString('base64');
    writeWhole(file, `${key}\n`, onlyOwner);
    return key;
  };
  const trustsOthers = Boolean(env.OIDC_ISSUER || env.TOKEN_JWKS);
  return {
    MASTER_KEY: env.MASTER_KEY || keyFile('master.key', 'MASTER_KEY', ''),
    PAYLOAD_KEY: env.PAYLOAD_KEY || keyFile('payload.key', 'PAYLOAD_KEY', 'k1:'),
    ...(trustsOthers ? {} : { TOKEN_JWKS: JSON.stringify({ keys: [publicPart(await openSigningKey(folder))] }) }),
  };
}

/** The private key that signs tokens of a data folder; undefined before its first start. */
export function signingKey(dataDir: string): JWK | undefined {
  return readJson<JWK>(path.join(dataDir, 'keys', 'signing.jwk'));
}

async function openSigningKey(folder: string): Promise<JWK> {
  const earlier = signingKey(path.dirname(folder));
  if (earlier) return earlier;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const complete = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
  writeWhole(path.join(folder, 'signing.jwk'), `${JSON.stringify(complete)}\n`, onlyOwner);
  return complete;
}

function publicPart({ d: _private, ...jwk }: JWK): JWK {
  return jwk;
}
