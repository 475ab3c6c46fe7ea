import express from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import {
  authenticate,
  callerOf,
  embeddedTokens,
  providerTokens,
  type TrustedIssuer,
} from '../../../api/access/authentication';
import { problems } from '../../../api/http/errors';
import { signer, type Signer } from './tokens';

const audience = 'victim-case-service';
let known: Signer;
let stranger: Signer;
beforeAll(async () => {
  [known, stranger] = await Promise.all([signer(), signer()]);
});

function whoAmI(trusted: TrustedIssuer, clock?: () => Date) {
  return express()
    .use(authenticate(trusted, clock))
    .get('/', (_req, res) => {
      res.json(callerOf(res));
    })
    .use(problems(() => undefined));
}

async function asking(token: string | undefined, trusted = embeddedTokens(known.keySet, audience)) {
  const asked = request(whoAmI(trusted)).get('/');
  return token === undefined ? asked : asked.set('authorization', token);
}

describe('a bearer token', () => {
  it('says who calls, with the roles that this service knows', async () => {
    const token = await known.token({ sub: 'officer-7', roles: ['supervisor', 'astronaut'], teams: ['east'] });
    const { status, body } = await asking(`Bearer ${token}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ id: 'officer-7', roles: ['supervisor'], force: 'hertfordshire', forces: [], teams: ['east'] },
    });
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['is missing', async () => undefined],
    ['is of another scheme', async () => 'Basic b2ZmaWNlcjpzZWNyZXQ='],
    ['is no token', async () => 'Bearer abc'],
    ['was signed by somebody else', async () => `Bearer ${await stranger.as('supervisor')}`],
    ['has expired', async () => `Bearer ${await known.token({}, { expires: 1 })}`],
    ['is meant for another service', async () => `Bearer ${await known.token({}, { audience: 'other' })}`],
    ['is from another issuer', async () => `Bearer ${await known.token({}, { issuer: 'https://example.org' })}`],
    ['is not signed at all', async () => `Bearer ${unsigned()}`],
    ['was changed after it was signed', async () => `Bearer ${withRole(await known.as('partner'), 'supervisor')}`],
    ['is signed with a key that it brings along', async () => `Bearer ${await hmacSigned()}`],
  ])('is refused when it %s', async (_why, token) => {
    const { status, body, headers } = await asking(await token());
    expect(status).toBe(401);
    expect(body.code).toBe('notAuthenticated');
    expect(headers['www-authenticate']).toBe('Bearer');
  });

  it('is refused again once it has expired, though it was good a moment ago', async () => {
    let now = new Date();
    const app = whoAmI(embeddedTokens(known.keySet, audience), () => now);
    const token = await known.token({}, { expires: Math.floor(now.getTime() / 1000) + 10 });
    const ask = () => request(app).get('/').set('authorization', `Bearer ${token}`);
    expect((await ask()).status).toBe(200);
    now = new Date(now.getTime() + 11_000);
    expect((await ask()).status).toBe(401);
  });
});

describe('an OpenID provider', () => {
  let provider: Server;
  let issuer: string;
  const asked: string[] = [];
  let answers: Record<string, object> = {};
  beforeAll(async () => {
    provider = createServer((req, res) => {
      asked.push(req.url ?? '');
      const answer = answers[req.url ?? ''];
      res.writeHead(answer ? 200 : 500, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    answers = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
      '/keys': known.keySet,
    };
  });
  afterAll(() => provider.close());

  it('is asked for its keys at the first token, and once', async () => {
    asked.length = 0;
    const app = whoAmI(providerTokens(issuer, audience));
    for (const sub of ['officer-1', 'officer-2']) {
      const token = await known.token({ sub, roles: ['supervisor'] }, { issuer });
      const { status } = await request(app).get('/').set('authorization', `Bearer ${token}`);
      expect(status).toBe(200);
    }
    expect(asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it('that does not answer is a 503 with Retry-After, and the next token finds it again', async () => {
    const app = whoAmI(providerTokens(issuer, audience));
    const token = await known.token({ roles: ['supervisor'] }, { issuer });
    const ask = () => request(app).get('/').set('authorization', `Bearer ${token}`);
    const good = answers;
    answers = {};
    const { status, body, headers } = await ask();
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'identityProviderAway', '5']);
    answers = good;
    expect((await ask()).status).toBe(200);
  });

  it('that calls itself by another name is not believed', async () => {
    answers['/.well-known/openid-configuration'] = { issuer: 'https://example.org', jwks_uri: `${issuer}/keys` };
    const token = await known.token({}, { issuer });
    expect((await asking(`Bearer ${token}`, providerTokens(issuer, audience))).status).toBe(503);
  });

  it('has not signed a token whose key it does not publish', async () => {
    const other = await signer('ES256', 'another-key');
    const token = await other.token({}, { issuer });
    expect((await asking(`Bearer ${token}`, providerTokens(issuer, audience))).status).toBe(401);
  });
});

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

function unsigned(): string {
  const claims = { iss: 'victim-case-service-embedded', aud: audience, sub: 'x', exp: 4_000_000_000 };
  return `${encoded({ alg: 'none' })}.${encoded({ ...claims, roles: ['supervisor'] })}.`;
}

function withRole(token: string, role: string): string {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), roles: [role] };
  return `${head}.${encoded(changed)}.${signature}`;
}

/** Signed with the public key taken for a shared secret: the oldest trick with JSON Web Tokens. */
async function hmacSigned(): Promise<string> {
  const { SignJWT } = await import('jose');
  const secret = new TextEncoder().encode(JSON.stringify(known.keySet.keys[0]));
  return new SignJWT({ roles: ['supervisor'] })
    .setProtectedHeader({ alg: 'HS256', kid: 'test-key' })
    .setIssuer('victim-case-service-embedded')
    .setAudience(audience)
    .setSubject('x')
    .setExpirationTime('1h')
    .sign(secret);
}
