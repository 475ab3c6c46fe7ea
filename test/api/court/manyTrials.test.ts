import { randomUUID } from 'node:crypto';
import { Mongoose, type Connection } from 'mongoose';
import { trials } from '../../../api/court/trials';
import { arrangements } from '../../../api/court/arrangements';
import type { Asked, Endpoint } from '../../../api/http/endpoint';
import { caseDocument, cases, casesReader, type CaseDocument, type Cases } from '../../../database/cases/cases';
import { makeIndexes } from '../../../database/store/collection';
import type { ListedTrial } from '../../../domain/court/witnesses/trialList';
import { nothingProjected, projectionOf } from '../../../domain/projection/projection';
import { addCalendarDays } from '../../../domain/time/londonTime';
import { PureCase } from '../../support/caseBuilder';
import { testServers } from '../../support/servers';

let connection: Connection;
let reader: Cases;
let longTrial: CaseDocument;
let searches = 0;
const now = '2026-03-10T09:00:00.000Z';
const trialCount = 200;
const witnessesEach = 10;

/** 200 trials of ten witnesses each within four weeks, and cases that have none. */
beforeAll(async () => {
  connection = new Mongoose({ autoIndex: false, autoCreate: false }).createConnection();
  await connection.openUri((await testServers()).mongodbUri, { monitorCommands: true, ignoreUndefined: true });
  const model = cases(connection);
  await makeIndexes(connection);
  reader = casesReader(model, { caseIdsOf: async () => [] });
  const first = { hearingId: 'h0', hearing: 'trial', on: '2026-03-11', court: 'luton-crown' } as const;
  const needed = PureCase.open({ role: 'witness', suspects: ['s1'] })
    .record('suspectCharged', { how: 'charged', urn: '41AA1000001' }, '2026-03-05T10:00:00.000Z', { suspects: ['s1'] })
    .record('hearingListed', first, '2026-03-06T10:00:00.000Z')
    .record('witnessRequired', { hearingId: 'h0' }, '2026-03-09T09:00:00.000Z')
    .record('arrangementAsked', { arrangement: 'travel', on: first.on }, '2026-03-09T09:00:00.000Z');
  const summaryOfCase = ({ careRecord }: PureCase) => projectionOf(careRecord, nothingProjected).summary;
  const [witness, other] = [summaryOfCase(needed), summaryOfCase(PureCase.open())];
  const documents = Array.from({ length: trialCount * witnessesEach }, (_, n) => {
    const hearingId = `h${Math.floor(n / witnessesEach)}`;
    const on = addCalendarDays(first.on, Math.floor(n / witnessesEach) % 28);
    const [hearings, listed, arranged] = [witness.hearings, witness.trials ?? [], witness.arrangements ?? []];
    const moved = {
      caseId: randomUUID(),
      hearings: hearings.map((each) => ({ ...each, hearingId, on })),
      trials: listed.map((each) => ({ ...each, hearingId, on })),
      arrangements: arranged.map((each) => ({ ...each, arrangementId: `${n}`, on })),
    };
    return caseDocument({ ...witness, ...moved });
  });
  const long = { hearingId: 'long', on: '2026-01-05', untilOn: '2026-03-20', court: 'aylesbury-crown' };
  longTrial = caseDocument({
    ...{ ...witness, caseId: randomUUID() },
    hearings: witness.hearings.map((each) => ({ ...each, ...long })),
    trials: (witness.trials ?? []).map((each) => ({ ...each, ...long })),
  });
  documents.push(...documents.slice(0, 50).map(() => caseDocument({ ...other, caseId: randomUUID() })));
  await model.collection.insertMany(documents as never);
  connection.getClient().on('commandStarted', ({ commandName }) => {
    if (commandName === 'find' || commandName === 'getMore') searches += 1;
  });
}, 120_000);
afterAll(async () => {
  await connection.close();
});

async function timed(
  endpoint: Endpoint | undefined,
  query: object,
  params: object = {}
): Promise<{ body: unknown; ms: number }> {
  const caller = { id: 'supervisor-1', roles: ['supervisor'], force: 'hertfordshire', forces: [], teams: [] } as const;
  const asked = { caller, roles: ['supervisor'], now, query, params, header: () => undefined };
  searches = 0;
  const began = performance.now();
  const { body } = (await endpoint?.handle(asked as unknown as Asked<never, never, never>)) ?? {};
  return { body, ms: performance.now() - began };
}

const spread = (times: readonly number[]) => {
  const sorted = [...times].sort((one, other) => one - other).map(Math.round);
  return `median ${sorted[Math.floor(sorted.length / 2)]} ms, ${sorted[0]} to ${sorted.at(-1)} ms`;
};

describe('200 trials of ten witnesses each', () => {
  it.each([
    ['/trials', () => trials(reader)[0], { weeks: 4 }],
    ['/trials/agenda', () => trials(reader)[1], { weeks: 4 }],
    ['/arrangements', () => arrangements(reader, undefined as never)[0], { until: '2026-04-10' }],
  ] as const)('are listed by %s in one search', async (path, endpoint, query) => {
    const times: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const { body, ms } = await timed(endpoint(), query);
      const { items, complete } = body as { items: ListedTrial[]; complete: boolean };
      expect([items.length, complete]).toEqual([path === '/arrangements' ? 2_000 : trialCount, true]);
      times.push(ms);
    }
    process.stdout.write(`${path}: ${spread(times)}, ${searches} searches\n`);
    // A cursor is read on in batches; nothing is read case by case.
    expect(searches).toBeLessThan(12);
    expect(Math.min(...times)).toBeLessThan(3_000);
  });

  it('show the agenda of one from the cases of that one, however many others there are', async () => {
    const { body } = await timed(trials(readingAtMost(witnessesEach))[2], {}, { hearingId: 'h137' });
    expect(body).toMatchObject({ hearingId: 'h137', witnesses: witnessesEach });
  });

  it('are listed on the days on which they go on, however long ago they began', async () => {
    await cases(connection).collection.insertOne(longTrial as never);
    const { body } = await timed(trials(reader)[0], { weeks: 4, court: 'aylesbury-crown' });
    await cases(connection).collection.deleteOne({ _id: longTrial._id } as never);
    expect(body).toMatchObject({ items: [{ on: '2026-01-05', untilOn: '2026-03-20', daysLeft: 0 }] });
  });

  it('show those of one court alone, and say that there are no more', async () => {
    const { body } = await timed(trials(readingAtMost(0))[0], { weeks: 4, court: 'st-albans-crown' });
    expect(body).toEqual({ items: [], complete: true });
  });
});

/** Throws where more cases are read than those. */
function readingAtMost(count: number): Pick<Cases, 'trialsWithin'> {
  return {
    async trialsWithin(...asked) {
      const found = await reader.trialsWithin(...asked);
      if (found.length > count) throw new RangeError(`${found.length} cases were read`);
      return found;
    },
  };
}
