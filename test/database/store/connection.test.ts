import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { mongo } from 'mongoose';
import { DatabaseAway, isAwayError } from '../../../database/store/connection';
import { openDatabase } from '../../../database/openDatabase';
import { testServers } from '../../support/servers';
import { testDatabase } from '../../support/testDatabase';

/** An address that nobody answers at until `forwardTo` is called. */
async function closedDoor(): Promise<{
  uri: (path: string) => string;
  forwardTo: (port: number) => Promise<void>;
  close: () => void;
}> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  let door: net.Server | undefined;
  return {
    uri: (path) => `mongodb://127.0.0.1:${port}${path}`,
    forwardTo: async (target) => {
      door = net.createServer((socket) => {
        const onward = net.connect(target, '127.0.0.1');
        socket.on('error', () => onward.destroy());
        onward.on('error', () => socket.destroy());
        socket.pipe(onward).pipe(socket);
      });
      await new Promise<void>((resolve) => door?.listen(port, '127.0.0.1', resolve));
    },
    close: () => door?.close(),
  };
}

describe('the connection to MongoDB', () => {
  it('tells within seconds that MongoDB is away, and works once it is there', async () => {
    const { port, pathname } = new URL((await testServers()).mongodbUri);
    const door = await closedDoor();
    const database = openDatabase(door.uri(pathname), { masterKey: randomBytes(32) });
    try {
      const began = Date.now();
      await expect(database.ping()).rejects.toThrow(DatabaseAway);
      await expect(database.cases.findCase('any')).rejects.toThrow(DatabaseAway);
      expect(Date.now() - began).toBeLessThan(6_000);

      await door.forwardTo(Number(port));
      for (let tries = 0; tries < 100; tries += 1) {
        const isThere = await database.ping().then(
          () => true,
          () => false
        );
        if (isThere) break;
      }
      expect(await database.cases.findCase('any')).toBeUndefined();
    } finally {
      await database.close();
      door.close();
    }
  });

  it('makes the indexes on which uniqueness rests before anything is written, and again without harm', async () => {
    const first = await testDatabase();
    await first.ping();
    const second = await testDatabase(first.masterKey, first.uri);
    await second.ping();
    await Promise.all([first.close(), second.close()]);
  });

  it('does not take a refusal of MongoDB for its absence', () => {
    expect(isAwayError(Object.assign(new Error('E11000 duplicate key'), { code: 11000 }))).toBe(false);
    expect(isAwayError(new TypeError('a defect of ours'))).toBe(false);
    expect(isAwayError(Object.assign(new Error('not primary'), { code: 10107 }))).toBe(true);
    expect(isAwayError(Object.assign(new Error('ended by the other party'), { code: 'EPIPE' }))).toBe(true);
    const cut = new mongo.MongoNetworkError('connection closed');
    expect(isAwayError(new mongo.MongoBulkWriteError(cut, {} as mongo.BulkWriteResult))).toBe(true);
  });
});
