import { randomUUID } from 'node:crypto';
import type { NewCommand } from '../../../database/cases/commands';
import { addHours } from '../../../domain/time/londonTime';
import { aTuesday } from '../../support/caseBuilder';
import { testDatabase, type TestDatabase } from '../../support/testDatabase';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => {
  await database.close();
});

const later = addHours(aTuesday, 1);

function aClaim(changes: Partial<Pick<NewCommand, 'key' | 'fingerprint'>> = {}): NewCommand {
  const [commandId, caseId] = [randomUUID(), randomUUID()];
  const taskId = `${caseId}.1`;
  const payload = { commandId, by: 'officer-1', taskId, assignment: { kind: 'claim' as const } };
  const rest = { caller: 'officer-1', fingerprint: 'claim', successStatus: 200, ...changes };
  return { commandId, caseId, verb: 'assignTask', payload, ...rest };
}

describe('a command', () => {
  it('is stored once under its key when ten copies arrive at the same moment', async () => {
    const copies = Array.from({ length: 10 }, () => aClaim({ key: 'key-race' }));
    const stored = await Promise.all(copies.map((copy) => database.commands.storeCommand(copy, aTuesday, later)));
    expect(new Set(stored.map(({ commandId }) => commandId)).size).toBe(1);
    expect((await database.raw('commands')).filter(({ key }) => key === 'key-race')).toHaveLength(1);
  });

  it('without a key is stored beside others without one', async () => {
    const [one, other] = [aClaim(), aClaim()];
    await database.commands.storeCommand(one, aTuesday, later);
    const stored = await database.commands.storeCommand(other, aTuesday, later);
    expect(stored).toEqual({ ...other, storedAt: aTuesday, attempts: 0 });
  });

  it('keeps its first answer, and gives it under its key', async () => {
    const command = aClaim({ key: 'key-answer' });
    await database.commands.storeCommand(command, aTuesday, later);
    await database.commands.storeAnswer(command.commandId, { status: 200, body: { version: 2 } }, later);
    await database.commands.storeAnswer(command.commandId, { status: 409, body: {} }, later);
    expect(await database.commands.findByKey('key-answer')).toMatchObject({
      answer: { status: 200, body: { version: 2 } },
      answeredAt: later,
      payload: command.payload,
    });
  });

  it('waits for the sweep until it has an answer, ever longer', async () => {
    const command = aClaim();
    await database.commands.storeCommand(command, aTuesday, later);
    const waiting = async (at: string) =>
      (await database.commands.unanswered(at, 1_000)).map(({ commandId }) => commandId);
    expect(await waiting(aTuesday)).not.toContain(command.commandId);
    expect(await waiting(later)).toContain(command.commandId);
    await database.commands.postpone(command.commandId, addHours(later, 1));
    expect(await waiting(later)).not.toContain(command.commandId);
    expect(await waiting(addHours(later, 1))).toContain(command.commandId);
    await database.commands.storeAnswer(command.commandId, { status: 200, body: {} }, later);
    await database.commands.postpone(command.commandId, later);
    expect(await waiting(addHours(later, 9))).not.toContain(command.commandId);
  });
});
