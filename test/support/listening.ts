import express, { type Router } from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A router behind an address of its own, until it is closed. */
export async function listening(router: Router): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(express().use(router));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
