import { addHours } from '../../../domain/time/londonTime';
import { aTuesday } from '../../support/caseBuilder';
import { testDatabase, type TestDatabase } from '../../support/testDatabase';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database?.close();
});

const told = { people: [{ name: 'Wilhelmina Testington' }] };
const part = (hours: number, what: unknown = told) => ({ fetchedAt: addHours(aTuesday, hours), told: what });

describe('what was known before a call', () => {
  it('is kept under the victim’s key alone, and is gone with it', async () => {
    const { briefings, persons } = database;
    await briefings.keep('case-1', 'person-1', 'people', part(0));
    expect(await briefings.read('case-1', 'person-1')).toEqual({ parts: { people: part(0) } });
    expect(await database.rawText()).not.toMatch(/testington/i);
    await persons.forget('person-1', aTuesday);
    expect(await briefings.read('case-1', 'person-1')).toEqual({ parts: {} });
  });

  it('is never overwritten by what was told before it', async () => {
    const { briefings } = database;
    for (const hours of [2, 1, 3, 2]) await briefings.keep('case-2', 'person-2', 'crime', part(hours, { hours }));
    expect((await briefings.read('case-2', 'person-2')).parts.crime).toEqual(part(3, { hours: 3 }));
  });

  it('says since when the system is away, until it answers', async () => {
    const { briefings } = database;
    expect(await briefings.markAway('case-3', 'person-3', aTuesday)).toBe(aTuesday);
    expect(await briefings.markAway('case-3', 'person-3', addHours(aTuesday, 1))).toBe(aTuesday);
    await briefings.markAnswering('case-3');
    expect((await briefings.read('case-3', 'person-3')).awaySince).toBeUndefined();
  });
});
