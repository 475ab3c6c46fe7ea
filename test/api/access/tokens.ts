import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet } from 'jose';
import type { Role } from '../../../domain/vocabulary';

export interface Claims {
  readonly sub?: string | undefined;
  readonly roles?: readonly string[];
  readonly force?: string;
  readonly forces?: readonly string[];
  readonly teams?: readonly string[];
}

interface Signing {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string | number;
  readonly algorithm?: string;
}

/** Somebody who signs tokens, and the public keys by which they are known. */
export interface Signer {
  readonly keySet: JSONWebKeySet;
  token(claims?: Claims, signing?: Signing): Promise<string>;
  /** A token of one role, in Hertfordshire and its northern team unless told otherwise. */
  as(role: Role, claims?: Claims): Promise<string>;
}

export async function signer(algorithm = 'ES256', keyId = 'test-key'): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const keySet = { keys: [{ ...(await exportJWK(publicKey)), kid: keyId, alg: algorithm }] };
  const token: Signer['token'] = async (claims = {}, signing = {}) => {
    const { sub = 'officer-1', roles = [], force = 'hertfordshire', forces, teams = ['north-victim-care'] } = claims;
    return new SignJWT({ roles: [...roles], force, teams: [...teams], ...(forces ? { forces } : {}) })
      .setProtectedHeader({ alg: algorithm, kid: keyId })
      .setIssuer(signing.issuer ?? 'victim-case-service-embedded')
      .setAudience(signing.audience ?? 'victim-case-service')
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime(signing.expires ?? '1h')
      .sign(privateKey);
  };
  return { keySet, token, as: (role, claims) => token({ roles: [role], ...claims }) };
}
