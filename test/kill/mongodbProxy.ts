import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A door to MongoDB that can let a write in and keep the answer. */
export interface MongodbProxy {
  /** The address given, with the proxy in place of the server. */
  readonly uri: string;
  /**
   * Resolves once MongoDB has answered a write to the named collection that mentions the text; the client never gets to
   * read that answer.
   */
  keepAnswer(collection: string, text: string): Promise<void>;
  close(): Promise<void>;
}

interface Watch {
  readonly collection: string;
  readonly text: string;
  readonly answered: () => void;
}

export async function mongodbProxy(mongodbUri: string): Promise<MongodbProxy> {
  const { hostname, port } = new URL(mongodbUri);
  const open = new Set<Socket>();
  let watch: Watch | undefined;

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let asked = Buffer.alloc(0);
    let kept: Watch | undefined;
    client.on('data', (chunk: Buffer) => {
      asked = Buffer.concat([asked, chunk]);
      if (watch && asked.includes(watch.text) && writesTo(asked, watch.collection)) {
        kept = watch;
        watch = undefined;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      asked = Buffer.alloc(0);
      if (kept) kept.answered();
      else client.write(chunk);
    });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  await listening(server);

  const address = new URL(mongodbUri);
  address.port = String((server.address() as AddressInfo).port);
  return {
    uri: address.href,
    keepAnswer: (collection, text) =>
      new Promise((answered) => {
        watch = { collection, text, answered };
      }),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      open.forEach((socket) => socket.destroy());
      await closed;
    },
  };
}

/** Whether a message updates a collection by itself, or names it among those that one command writes to. */
function writesTo(message: Buffer, collection: string): boolean {
  const length = Buffer.alloc(4);
  length.writeInt32LE(collection.length + 1);
  const update = Buffer.concat([Buffer.from('\x02update\0', 'latin1'), length, Buffer.from(`${collection}\0`)]);
  return message.includes(update) || (message.includes('bulkWrite\0') && message.includes(`.${collection}\0`));
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}
