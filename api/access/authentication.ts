import type { RequestHandler, Response } from 'express';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { roles, type Role } from '../../domain/vocabulary';
import { away, Problem } from '../http/errors';

/** Who calls, as the identity provider says. `id` is the provider's opaque id of the person or system. */
export interface Caller {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly force: string;
  /** Of who works with the hubs of several forces: all of them. */
  readonly forces: readonly string[];
  /** Teams of staff; for a partner, the support services it acts for. */
  readonly teams: readonly string[];
}

/** Whose tokens are believed: of one issuer, for one audience. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

export type FetchJson = typeof fetch;

const embeddedIssuer = 'victim-case-service-embedded';
const algorithms = ['ES256', 'RS256', 'PS256', 'EdDSA'];
const rememberedTokens = 2_000;
const rememberedMs = 30_000;

const claims = z.object({
  sub: z.string().min(1).max(200),
  exp: z.number(),
  roles: z.array(z.string()).default([]),
  force: z.string().max(100).default(''),
  forces: z.array(z.string().max(100)).max(50).default([]),
  teams: z.array(z.string().max(200)).default([]),
});

/** The key set that the embedded service signs with. */
export function embeddedTokens(keySet: JSONWebKeySet, audience: string): TrustedIssuer {
  return { issuer: embeddedIssuer, audience, keys: createLocalJWKSet(keySet) };
}

/**
 * An OpenID provider. Its keys are found by discovery at the first token, and read again when a token names a key that
 * is not among them; until then nothing is asked of it, so that the API starts without it.
 */
export function providerTokens(issuer: string, audience: string, fetchJson: FetchJson = fetch): TrustedIssuer {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const keys: JWTVerifyGetKey = async (header, token) => {
    found ??= discoverKeys(issuer, fetchJson).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    const key = await found;
    try {
      return await key(header, token);
    } catch (error) {
      const isAboutToken = error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JOSENotSupported;
      throw isAboutToken ? error : away('identityProviderAway');
    }
  };
  return { issuer, audience, keys };
}

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

async function discoverKeys(issuer: string, fetchJson: FetchJson): Promise<JWTVerifyGetKey> {
  try {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetchJson(address, { signal: AbortSignal.timeout(5_000), redirect: 'error' });
    const provider = discovery.parse(await response.json());
    if (provider.issuer !== issuer) throw new Error('The provider calls itself by another name');
    return createRemoteJWKSet(new URL(provider.jwks_uri), { timeoutDuration: 5_000, [customFetch]: fetchJson });
  } catch {
    throw away('identityProviderAway');
  }
}

/** Lets only calls with a valid bearer token pass, and keeps the caller for the handlers. */
export function authenticate(trusted: TrustedIssuer, clock: () => Date = () => new Date()): RequestHandler {
  const verified = new Map<string, { readonly caller: Caller; readonly until: number }>();
  return async (req, res, next) => {
    const [, token] = /^Bearer ([A-Za-z0-9._-]{1,8000})$/i.exec(req.get('authorization') ?? '') ?? [];
    if (token === undefined) throw notAuthenticated('Send a bearer token.');
    // A signature costs more than the rest of a small request; half a minute of trust is what a token has anyway.
    const key = createHash('sha256').update(token).digest('base64');
    const known = verified.get(key);
    const now = clock();
    if (known && known.until > now.getTime()) {
      res.locals.caller = known.caller;
    } else {
      const { caller, expiresAt } = await verify(token, trusted, now);
      if (verified.size >= rememberedTokens) verified.clear();
      verified.set(key, { caller, until: Math.min(now.getTime() + rememberedMs, expiresAt) });
      res.locals.caller = caller;
    }
    next();
  };
}

async function verify(
  token: string,
  trusted: TrustedIssuer,
  currentDate: Date
): Promise<{ caller: Caller; expiresAt: number }> {
  const { issuer, audience, keys } = trusted;
  try {
    const expected = { issuer, audience, algorithms, currentDate, requiredClaims: ['exp', 'sub'] };
    const { payload } = await jwtVerify(token, keys, expected);
    const { sub, exp, roles: claimed, force, forces, teams } = claims.parse(payload);
    const caller = { id: sub, roles: roles.filter((role) => claimed.includes(role)), force, forces, teams };
    return { caller, expiresAt: exp * 1000 };
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof errors.JWTExpired) throw notAuthenticated('The token has expired.');
    throw notAuthenticated('The token is not valid here.');
  }
}

function notAuthenticated(detail: string): Problem {
  return new Problem('notAuthenticated', detail, { headers: { 'www-authenticate': 'Bearer' } });
}

export function callerOf(res: Response): Caller {
  return res.locals.caller as Caller;
}
