import { SignJWT, importJWK } from 'jose';
import type { Role } from '../domain/vocabulary';
import { SetUpError } from './failure';
import { signingKey } from './keys';

/** Who has issued a token that was signed by the key of a data folder. */
export const embeddedIssuer = 'victim-case-service-embedded';

export interface Caller {
  readonly roles: readonly Role[];
  readonly sub?: string;
  readonly force?: string;
  /** Of who works for several forces. */
  readonly forces?: readonly string[];
  readonly teams?: readonly string[];
  readonly hours?: number;
  readonly audience?: string;
}

/** A bearer token that the API of this data folder accepts. Throws where the folder has never been started. */
export async function signToken(dataDir: string, caller: Caller): Promise<string> {
  const jwk = signingKey(dataDir);
  if (!jwk) throw new SetUpError(`No signing key in ${dataDir}: start the service once (npm start), or set DATA_DIR.`);
  const {
    sub = `example-${caller.roles[0]}`,
    force = 'hertfordshire',
    forces,
    teams = ['north-victim-care'],
    hours = 8,
  } = caller;
  const issuedAtSeconds = Math.floor(Date.now() / 1000);
  return new SignJWT({ roles: [...caller.roles], force, teams: [...teams], ...(forces ? { forces: [...forces] } : {}) })
    .setProtectedHeader({ alg: 'ES256', ...(jwk.kid ? { kid: jwk.kid } : {}) })
    .setIssuer(embeddedIssuer)
    .setAudience(caller.audience ?? 'victim-case-service')
    .setSubject(sub)
    .setIssuedAt(issuedAtSeconds)
    .setExpirationTime(issuedAtSeconds + Math.round(hours * 3600))
    .sign(await importJWK(jwk, 'ES256'));
}
