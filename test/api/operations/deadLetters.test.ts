import { randomUUID } from 'node:crypto';
import { addHours } from '../../../domain/time/londonTime';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { listed } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let supervisor: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  [system, supervisor] = await Promise.all([
    api.as('reporting-system'),
    api.as('supervisor', { sub: 'another-supervisor' }),
  ]);
});
afterAll(async () => {
  await api?.end();
});

/** What another system refused of a case, so many hours after the first of them. */
async function parked(caseId: string, hours: number): Promise<string> {
  const { outbox } = api.database;
  const itemId = randomUUID();
  const at = addHours('2026-03-03T10:00:00.000Z', hours);
  const item = { itemId, kind: 'webhook', system: 'elsewhere', caseId, force: 'hertfordshire', by: 'test' } as const;
  await outbox.addItem({ ...item, subjectId: itemId, content: {} }, at, at);
  const held = await outbox.holdItem(itemId, at, addHours(at, 1));
  if (held === undefined || held === 'held') throw new Error('Nobody else has it');
  await outbox.changeItem(held, { state: 'parked', because: 'refused', at });
  return itemId;
}

it('a list of dead letters is no shorter for those of restricted cases, which it does not show', async () => {
  const { caseId: hidden } = await listed(api, system, { restrictedTo: ['supervisor-1'] });
  const { caseId } = await listed(api, system);
  await Promise.all(Array.from({ length: 205 }, (_, number) => parked(hidden, number / 60)));
  const seen = [await parked(caseId, 100), await parked(caseId, 101)];
  const { body } = await supervisor.get('/operations/dead-letters');
  expect(body.items.map(({ itemId }: { itemId: string }) => itemId)).toEqual(seen);
});
