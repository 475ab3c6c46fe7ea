import { randomBytes } from 'node:crypto';
import { connect } from '../../database/store/connection';
import { openDatabase, type Database } from '../../database/openDatabase';
import { testServers } from './servers';

export interface TestDatabase extends Database {
  readonly uri: string;
  readonly masterKey: Buffer;
  /** Every document of every collection as MongoDB has it, as one text. */
  rawText(): Promise<string>;
  /** The documents of one collection as MongoDB has them. */
  raw(collection: string): Promise<Record<string, unknown>[]>;
}

/** A database of one's own on the real server of this test run. Close it. */
export async function testDatabase(masterKey: Buffer = randomBytes(32), uri?: string): Promise<TestDatabase> {
  const address = uri ?? (await testServers()).mongodbUri;
  const database = openDatabase(address, { masterKey });
  const gate = connect(address, async () => undefined);
  const raw = async (name: string) => {
    await gate.ready();
    const found = await gate.connection.collection(name).find().toArray();
    return found as unknown as Record<string, unknown>[];
  };
  return {
    ...database,
    uri: address,
    masterKey,
    raw,
    async rawText() {
      await gate.ready();
      const collections = (await gate.connection.db?.listCollections().toArray()) ?? [];
      return JSON.stringify(await Promise.all(collections.map(async ({ name }) => [name, await raw(name)])));
    },
    async close() {
      await Promise.all([database.close(), gate.close()]);
    },
  };
}
