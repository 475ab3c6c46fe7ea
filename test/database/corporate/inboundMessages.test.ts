import fc from 'fast-check';
import type { InboundEnvelope } from '../../../database/corporate/inboundMessage';
import { addHours } from '../../../domain/time/londonTime';
import { testDatabase, type TestDatabase } from '../../support/testDatabase';
import { aTuesday } from '../../support/caseBuilder';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database?.close();
});

let made = 0;
function anEnvelope(changes: Partial<InboundEnvelope> = {}): InboundEnvelope {
  made += 1;
  return {
    source: 'reportFraud',
    sourceMessageId: `message-of-wilhelmina-${made}`,
    schemaVersion: '1',
    force: 'hertfordshire',
    occurredAt: aTuesday,
    receivedAt: aTuesday,
    payload: { victim: { name: 'Wilhelmina Testington' } },
    ...changes,
  };
}

describe('a message of another system', () => {
  it('is stored once however often it comes, and holds nothing personal in the open', async () => {
    const envelope = anEnvelope();
    const received = () => database.inboundMessages.receive(envelope, 'system-1', aTuesday);
    const all = await Promise.all(Array.from({ length: 10 }, received));
    expect(new Set(all.map(({ message }) => message.messageId)).size).toBe(1);
    expect(all.filter(({ alreadyKnown }) => !alreadyKnown)).toHaveLength(1);
    expect(await database.inboundMessages.readPayload(all[0]?.message.messageId ?? '')).toEqual(envelope.payload);
    expect(await database.rawText()).not.toMatch(/wilhelmina|testington/i);
  });

  it('is another one from another force or source, though the id is the same', async () => {
    const envelope = anEnvelope();
    const ids = await Promise.all(
      [envelope, { ...envelope, force: 'kent' }, { ...envelope, source: 'trackMyCrime' as const }].map(
        async (each) => (await database.inboundMessages.receive(each, 'system-1', aTuesday)).message.messageId
      )
    );
    expect(new Set(ids).size).toBe(3);
  });

  it('is settled by one of many who decide at the same moment', async () => {
    const { message } = await database.inboundMessages.receive(anEnvelope(), 'system-1', aTuesday);
    const settle = () => database.inboundMessages.settle(message.messageId, ['received'], { state: 'parked' });
    const settled = await Promise.all(Array.from({ length: 8 }, settle));
    expect(settled.filter(Boolean)).toHaveLength(1);
  });

  it('that waits is listed page by page in the order of arrival, and for its own force alone', async () => {
    const ids: string[] = [];
    for (const hours of [3, 1, 2]) {
      const envelope = anEnvelope({ force: 'lists', receivedAt: addHours(aTuesday, hours) });
      const { message } = await database.inboundMessages.receive(envelope, 'system-1', aTuesday);
      await database.inboundMessages.settle(message.messageId, ['received'], { state: 'parked' });
      ids.push(message.messageId);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await database.inboundMessages.listWaiting({ force: 'lists', caller: 's' }, 'parked', {
        limit: 1,
        cursor,
      });
      seen.push(...page.items.map(({ messageId }) => messageId));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen).toEqual([ids[1], ids[2], ids[0]]);
    expect(
      (await database.inboundMessages.listWaiting({ force: 'lis', caller: 's' }, 'parked', { limit: 9 })).items
    ).toEqual([]);
    expect(
      (await database.inboundMessages.listWaiting({ force: 'lists', caller: 's' }, 'triage', { limit: 9 })).items
    ).toEqual([]);
  });

  it('keeps what it said before it was mended', async () => {
    const { message } = await database.inboundMessages.receive(anEnvelope(), 'system-1', aTuesday);
    await database.inboundMessages.settle(message.messageId, ['received'], { state: 'parked' });
    const decided = { by: 'supervisor-1', at: aTuesday };
    const mended = await database.inboundMessages.mend(message.messageId, { payload: { a: 1 } }, decided, aTuesday);
    expect(mended).toMatchObject({ state: 'received', mended: 1, decided });
    expect(await database.inboundMessages.readPayload(message.messageId)).toEqual({ a: 1 });
    const raw = (await database.raw('inboundMessages')).find(({ _id }) => _id === message.messageId);
    expect(raw?.earlier).toHaveLength(1);
  });
});

describe('versions of one thing', () => {
  it('in whatever order and however often they come: what was let through last is never older than what was before', async () => {
    const orders = fc.array(fc.tuple(fc.nat(5), fc.nat(2)), { minLength: 1, maxLength: 12 });
    let thing = 0;
    await fc.assert(
      fc.asyncProperty(orders, async (arriving) => {
        thing += 1;
        const through: string[] = [];
        for (const [version, message] of arriving) {
          const subject = {
            source: 'reportFraud' as const,
            force: 'hertfordshire',
            reference: `thing-${thing}`,
            version: String(version),
          };
          const messageId = `m-${version}-${message}`;
          const may = await database.inboundSubjects.begin(subject, messageId, aTuesday);
          expect(may).not.toBe('busy');
          if (may !== 'mine') continue;
          through.push(subject.version);
          await database.inboundSubjects.end(subject, messageId);
        }
        expect(through).toEqual([...through].sort());
        expect(through.at(-1)).toBe(String(Math.max(...arriving.map(([version]) => version))));
      }),
      { numRuns: 40 }
    );
  });

  it('while one is being carried out no other begins; a crash frees the thing after half a minute', async () => {
    const version = (number: string) => ({
      source: 'reportFraud' as const,
      force: 'hertfordshire',
      reference: 'locked',
      version: number,
    });
    expect(await database.inboundSubjects.begin(version('1'), 'm1', aTuesday)).toBe('mine');
    expect(await database.inboundSubjects.begin(version('2'), 'm2', aTuesday)).toBe('busy');
    expect(await database.inboundSubjects.begin(version('0'), 'm0', aTuesday)).toBe('older');
    expect(await database.inboundSubjects.begin(version('2'), 'm2', addHours(aTuesday, 1))).toBe('mine');
    expect(await database.inboundSubjects.begin(version('1'), 'm1', addHours(aTuesday, 2))).toBe('older');
  });
});
