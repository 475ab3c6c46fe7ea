import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, readApiConfig, readConfig, readWorkerConfig } from '../../config/config';
import { temporaryFolder } from '../support/temporaryFolder';

const folder = temporaryFolder();
const key = Buffer.alloc(32, 7);
const servers = {
  TEMPORAL_ADDRESS: 'temporal.example.org:7233',
  MONGODB_URI: 'mongodb://mongodb.example.org/cases',
  PAYLOAD_KEY: key.toString('base64'),
  MASTER_KEY: key.toString('hex'),
};

const linesOf = (read: () => unknown): string[] => {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message.split('\n');
  }
  return [];
};

it('runs with nothing set, on port 3000 and in .data', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    dataDir: '.data',
    taskQueue: 'victim-cases',
    callTimeoutMs: 8000,
  });
  expect(readConfig({ PORT: ' ' }).port).toBe(3000);
  expect(Object.isFrozen(readConfig({}))).toBe(true);
});

it('tells the operator of every wrong variable at once, one sentence each, without its value', () => {
  const lines = linesOf(() =>
    readConfig({
      PORT: '70000',
      TEMPORAL_ADDRESS: 'no-port',
      MONGODB_URI: 'postgres://user:secret@example.org',
      OIDC_ISSUER: 'example',
      MASTER_KEY: 'short-secret',
      PAYLOAD_KEY: `a:${key.toString('base64')},a:${key.toString('base64')}`,
      TOKEN_JWKS: '{"keys":[]}',
      LOG_LEVEL: 'loud',
      CALL_TIMEOUT_MS: '1.5',
      TEMPORAL_TLS_CLIENT_KEY_PATH: '/nowhere/client.key',
    })
  );
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    'PORT',
    'MONGODB_URI',
    'LOG_LEVEL',
    'CALL_TIMEOUT_MS',
    'TEMPORAL_ADDRESS',
    'TEMPORAL_TLS_CLIENT_KEY_PATH',
    'OIDC_ISSUER',
    'TOKEN_JWKS',
    'PAYLOAD_KEY',
    'MASTER_KEY',
    'TEMPORAL_TLS_CLIENT_CERT_PATH',
  ]);
  expect(lines[0]).toBe('PORT must be a whole number from 0 to 65535.');
  expect(lines.every((line) => /^[A-Z_]+ (and \S+ )?must .*\.$/.test(line))).toBe(true);
  expect(lines.join()).not.toMatch(/secret/);
});

it('refuses a key set that holds a private key', () => {
  const TOKEN_JWKS = JSON.stringify({ keys: [{ kty: 'EC', d: 'private' }] });
  expect(linesOf(() => readConfig({ TOKEN_JWKS }))).toEqual(['TOKEN_JWKS must be a JSON Web Key Set of public keys.']);
});

it('encodes with the first payload key and decodes with them all', () => {
  const PAYLOAD_KEY = `new:${key.toString('base64')}, old:${key.toString('hex')}`;
  expect(readConfig({ PAYLOAD_KEY }).payloadKeys?.map(({ id }) => id)).toEqual(['new', 'old']);
  expect(readConfig({ PAYLOAD_KEY: servers.PAYLOAD_KEY }).payloadKeys).toEqual([{ id: 'default', key }]);
});

it('names what a worker or an API on its own still needs', () => {
  const namesOf = (lines: string[]) => lines.map((line) => line.split(' ')[0]);
  const needed = ['TEMPORAL_ADDRESS', 'MONGODB_URI', 'PAYLOAD_KEY', 'MASTER_KEY'];
  expect(namesOf(linesOf(() => readWorkerConfig({})))).toEqual(needed);
  expect(namesOf(linesOf(() => readApiConfig({})))).toEqual([...needed, 'OIDC_ISSUER']);
  expect(readWorkerConfig(servers).masterKey).toEqual(key);
  expect(readApiConfig({ ...servers, OIDC_ISSUER: 'https://login.example.org' }).mongodbUri).toBe(servers.MONGODB_URI);
});

it('reads certificates once, at the start', () => {
  const file = path.join(folder, 'client.pem');
  writeFileSync(file, 'certificate');
  const config = readConfig({ TEMPORAL_TLS_CLIENT_CERT_PATH: file, TEMPORAL_TLS_CLIENT_KEY_PATH: file });
  expect(config.temporalTls?.clientCertPair?.crt.toString()).toBe('certificate');
  expect(readConfig({ TEMPORAL_TLS: 'true' }).temporalTls).toEqual({});
  expect(readConfig({}).temporalTls).toBeUndefined();
});

it('reads whom escalations call, and says what is wrong without quoting it', () => {
  const desks = { hertfordshire: { 'duty-inspector': '07700 900456', '*': 'desk@herts.police.uk' } };
  expect(readConfig({ DUTY_DESKS: JSON.stringify(desks) }).dutyDesks).toEqual(desks);
  expect(readConfig({}).dutyDesks).toEqual({});
  for (const wrong of ['07700', '{"kent":{"inspector":"07700 900456"}}', '{"kent":{"supervisor":"the desk"}}']) {
    const [line = '', ...more] = linesOf(() => readConfig({ DUTY_DESKS: wrong }));
    expect([line.startsWith('DUTY_DESKS must be JSON'), line.includes('07700'), more]).toEqual([true, false, []]);
  }
});
