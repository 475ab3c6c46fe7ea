import { mongo, type Connection } from 'mongoose';
import { oneCommand } from '../../../database/store/oneCommand';

/** A server that answers each bulk write with the next of these errors. */
function serverThat(...answers: (Error | undefined)[]): { db: Connection; asked: () => number } {
  let asked = 0;
  const bulkWrite = async () => {
    const answer = answers[asked];
    asked += 1;
    if (answer) throw answer;
  };
  return { db: { getClient: () => ({ bulkWrite }) } as unknown as Connection, asked: () => asked };
}

function refusal(cause: Error | undefined, codes: readonly number[] = []): Error {
  const error = new mongo.MongoClientBulkWriteError({ message: 'refused' });
  if (cause) error.cause = cause;
  codes.forEach((code, index) => error.writeErrors.set(index, { code, message: 'refused' }));
  return error;
}

describe('several writes in one command', () => {
  it('are not tried again on a server that does not know the command', async () => {
    const server = serverThat(refusal(new mongo.MongoServerError({ message: 'no such command', code: 59 })));
    const write = oneCommand(server);
    expect(await write([])).toBe(false);
    expect(await write([])).toBe(false);
    expect(server.asked()).toBe(1);
  });

  it('fall back to one after the other where a document is there already, and only then', async () => {
    const write = oneCommand(serverThat(refusal(undefined, [11000]), undefined));
    expect(await write([])).toBe(false);
    expect(await write([])).toBe(true);
    await expect(oneCommand(serverThat(refusal(undefined, [11000, 2])))([])).rejects.toThrow('refused');
  });

  it('fail as MongoDB being away where its primary steps down', async () => {
    const steppedDown = new mongo.MongoServerError({ message: 'not primary', code: 10107 });
    await expect(oneCommand(serverThat(refusal(steppedDown)))([])).rejects.toBe(steppedDown);
  });
});
