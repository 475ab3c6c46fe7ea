import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { readConfig } from '../../config/config';
import { openKeys } from '../../dev/keys';
import { signToken } from '../../dev/signToken';
import { temporaryFolder } from '../support/temporaryFolder';

const folder = temporaryFolder();
const dataDirOf = (name: string): string => {
  const dataDir = path.join(folder, name);
  mkdirSync(dataDir, { recursive: true });
  return dataDir;
};

it('are made at the first start, read only by their owner, and the same at the next', async () => {
  const dataDir = dataDirOf('first');
  const keys = await openKeys(dataDir, {});
  expect(await openKeys(dataDir, {})).toEqual(keys);
  const files = readdirSync(path.join(dataDir, 'keys'));
  expect(files.sort()).toEqual(['master.key', 'payload.key', 'signing.jwk']);
  for (const file of files) expect(statSync(path.join(dataDir, 'keys', file)).mode & 0o777).toBe(0o600);

  const config = readConfig({ ...keys });
  expect(config.masterKey).toHaveLength(32);
  expect(config.payloadKeys).toHaveLength(1);
  expect(config.tokenJwks?.keys[0]).not.toHaveProperty('d');
});

it('are not made anew for data that other keys have written', async () => {
  const dataDir = dataDirOf('lost');
  const keys = await openKeys(dataDir, {});
  writeFileSync(path.join(dataDir, 'engine.json'), '{}');
  rmSync(path.join(dataDir, 'keys', 'master.key'));
  await expect(openKeys(dataDir, {})).rejects.toThrow(
    /written with a key that is not there: put back .*master.key or set MASTER_KEY/
  );
  expect(await openKeys(dataDir, { MASTER_KEY: keys.MASTER_KEY })).toEqual(keys);
});

it('leave tokens to the provider that the operator names', async () => {
  expect(await openKeys(dataDirOf('provider'), { OIDC_ISSUER: 'https://login.example.org' })).not.toHaveProperty(
    'TOKEN_JWKS'
  );
});

it('sign tokens that say who calls, for which force and teams, and until when', async () => {
  const dataDir = dataDirOf('tokens');
  await expect(signToken(dataDir, { roles: ['supervisor'] })).rejects.toThrow('start the service once');
  const { TOKEN_JWKS = '' } = await openKeys(dataDir, {});
  const token = await signToken(dataDir, { roles: ['supervisor', 'partner'], teams: ['a', 'b'], hours: 1 });
  const { payload } = await jwtVerify(token, createLocalJWKSet(JSON.parse(TOKEN_JWKS)), {
    issuer: 'victim-case-service-embedded',
    audience: 'victim-case-service',
  });
  expect(payload).toMatchObject({
    sub: 'example-supervisor',
    roles: ['supervisor', 'partner'],
    force: 'hertfordshire',
    teams: ['a', 'b'],
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
});
