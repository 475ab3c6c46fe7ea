import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePort, isPortFree } from '../../dev/processes/freePort';

it('gives ports that no outgoing connection of this machine is ever given', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, freePort));
  expect(ports.every((port) => port >= 20_000 && port < 32_768)).toBe(true);
  expect(new Set(ports).size).toBeGreaterThan(40);
});

it('does not take a port that a server listens on', async () => {
  const port = await freePort();
  expect(await isPortFree(port)).toBe(true);
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  expect(await isPortFree(port)).toBe(false);
  server.close();
});
