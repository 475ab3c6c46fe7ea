import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A door to MongoDB that can let a write in and keep the answer. */
export interface MongodbProxy {
  /** The address given, with the proxy in place of the server. */
  readonly uri: string;
  /**
   * Resolves once MongoDB has answered an update of the named collection that mentions the text; the client never gets
   * to read that answer.
   */
  keepAnswer(collection: string, text: string): Promise<void>;
  close(): Promise<void>;
}

interface Watch {
  readonly marks: readonly Buffer[];
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
      if (watch?.marks.every((mark) => asked.includes(mark))) {
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
        watch = { marks: [updateOf(collection), Buffer.from(text)], answered };
      }),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      open.forEach((socket) => socket.destroy());
      await closed;
    },
  };
}

/** How an update of a collection begins on the wire: the BSON string `update`, whose value is the collection's name. */
function updateOf(collection: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32LE(collection.length + 1);
  return Buffer.concat([Buffer.from('\x02update\0', 'latin1'), length, Buffer.from(`${collection}\0`, 'latin1')]);
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}
