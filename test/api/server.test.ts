import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { freePort } from '../../dev/processes/freePort';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { signer } from './access/tokens';
import { eventually } from './support/stories';

const root = path.join(__dirname, '..', '..');
const nobodyThere = '127.0.0.1:1';
let settings: Record<string, string>;
beforeAll(async () => {
  execFileSync(process.execPath, ['build.mjs', '--quiet'], { cwd: root, stdio: 'inherit' });
  settings = {
    TEMPORAL_ADDRESS: nobodyThere,
    MONGODB_URI: `mongodb://${nobodyThere}/none`,
    MASTER_KEY: randomBytes(32).toString('base64'),
    PAYLOAD_KEY: randomBytes(32).toString('base64'),
    TOKEN_JWKS: JSON.stringify((await signer()).keySet),
    PORT: String(await freePort()),
  };
}, 180_000);

function startApi(env: Record<string, string>): {
  api: ChildProcess;
  said: () => string;
  ended: Promise<number | null>;
} {
  const api = spawn(process.execPath, ['dist/api/server.js'], { cwd: root, env: { PATH: process.env.PATH, ...env } });
  let said = '';
  for (const stream of [api.stdout, api.stderr]) stream?.on('data', (part: Buffer) => (said += part.toString()));
  const ended = once(api, 'exit').then(([code]) => code as number | null);
  return { api, said: () => said, ended };
}

describe('the API as a process', () => {
  it('starts while its servers are away, says which, and ends with code 0 when told to stop', async () => {
    const { api, ended } = startApi(settings);
    const address = `http://127.0.0.1:${settings.PORT}`;
    const alive = await eventually(async () => fetch(`${address}/livez`).catch(() => undefined));
    expect(alive.status).toBe(200);
    const ready = await fetch(`${address}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'away', parts: { temporal: 'away', mongodb: 'away' } },
    ]);
    api.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('says in sentences what is missing, with code 1', async () => {
    const { said, ended } = startApi({});
    expect(await ended).toBe(1);
    expect(said()).toContain('MASTER_KEY must be set');
    expect(said()).toContain('OIDC_ISSUER must be set');
    expect(said()).not.toContain('    at ');
  });

  it('says that its port is taken, with code 1', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const { said, ended } = startApi({ ...settings, PORT: port });
    expect(await ended).toBe(1);
    expect(said()).toContain(`Port ${port} is in use already.`);
    other.close();
  });
});
