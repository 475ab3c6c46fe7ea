import { randomUUID } from 'node:crypto';
import { addHours } from '../../domain/time/londonTime';
import { aTuesday } from '../support/caseBuilder';
import { testDatabase, type TestDatabase } from '../support/testDatabase';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database?.close();
});

const at = (hours: number) => addHours(aTuesday, hours);

async function queued(): Promise<string> {
  const itemId = randomUUID();
  const item = {
    itemId,
    kind: 'message',
    system: 'notify',
    by: 'officer-1',
    subjectId: randomUUID(),
    content: {},
  } as const;
  await database.outbox.addItem(item, at(0), at(1));
  return itemId;
}

async function held(itemId: string, now: number, until: number) {
  const item = await database.outbox.holdItem(itemId, at(now), at(until));
  if (!item || item === 'held') throw new Error('It is held by another');
  return item;
}

describe('a try that outlived its hold', () => {
  it('frees nothing that another try holds since, and ends nothing under it', async () => {
    const { outbox } = database;
    const itemId = await queued();
    const slow = await held(itemId, 0, 1);
    const next = await held(itemId, 2, 3);
    await outbox.releaseItem(slow, 'NotifyAway', at(2));
    expect(await outbox.holdItem(itemId, at(2.5), at(4))).toBe('held');
    expect(await outbox.changeItem(slow, { state: 'parked', because: 'refused', at: at(2) })).toBe(false);
    expect(await outbox.holdItem(itemId, at(2.5), at(4))).toBe('held');
    expect(await outbox.changeItem(next, { state: 'sent', at: at(2.5) })).toBe(true);
    expect((await outbox.findItem(itemId))?.state).toBe('sent');
  });

  it('writes what it came to where nobody holds the item since', async () => {
    const itemId = await queued();
    const slow = await held(itemId, 0, 1);
    expect(await database.outbox.changeItem(slow, { state: 'sent', at: at(2) })).toBe(true);
  });
});

it('an item that was queued again is started again, however late the first start is noted', async () => {
  const { outbox } = database;
  const itemId = await queued();
  const first = await held(itemId, 0, 1);
  await outbox.changeItem(first, { state: 'parked', because: 'refused', at: at(0) });
  await outbox.queueAgain(itemId, undefined, at(2), at(3));
  await outbox.markStarted(itemId, at(0));
  expect((await outbox.unstarted(at(4), 10)).map((each) => each.itemId)).toContain(itemId);
  await outbox.markStarted(itemId, at(2));
  expect((await outbox.unstarted(at(4), 10)).map((each) => each.itemId)).not.toContain(itemId);
});
