import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';

/**
 * Below the ports that Linux (from 32768), macOS and Windows (from 49152) hand to outgoing connections: one of those
 * could be taken by a passing connection while its server starts, or is down for a moment.
 */
const serverPorts = { from: 20_000, below: 32_768 };
const tries = 100;

/** A port of this machine that nothing listens on at the moment, and that no outgoing connection will be given. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < tries; tried += 1) {
    const port = randomInt(serverPorts.from, serverPorts.below);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`None of ${tries} ports between ${serverPorts.from} and ${serverPorts.below} is free.`);
}

/** Whether a port could be listened on, on every address of this machine. */
export async function isPortFree(port: number): Promise<boolean> {
  try {
    await listenBriefly(port);
    return true;
  } catch {
    return false;
  }
}

function listenBriefly(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port }, () => server.close(() => resolve()));
  });
}

/** Throws while nothing on this machine listens on the port. */
export function reachPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}
