import { randomBytes } from 'node:crypto';
import { SealBroken } from '../../../database/encryption/masterKey';
import { Forgotten } from '../../../database/encryption/personalData';
import { aTuesday } from '../../support/caseBuilder';
import { testDatabase, type TestDatabase } from '../../support/testDatabase';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => {
  await database.close();
});

describe('personal data', () => {
  it('is read again under the key it was sealed with, and MongoDB never sees it', async () => {
    const { personalData } = database;
    const sealed = await personalData.seal('person-1', 'name', { name: 'Canary Featherstone' });
    expect(sealed).not.toContain('Canary');
    expect(await personalData.unseal('person-1', 'name', sealed)).toEqual({ name: 'Canary Featherstone' });
    expect(await database.rawText()).not.toContain('Canary');
  });

  it('cannot be read as another field or as another person', async () => {
    const { personalData } = database;
    const sealed = await personalData.seal('person-2', 'name', 'Canary');
    await personalData.seal('person-3', 'name', 'somebody else');
    await expect(personalData.unseal('person-2', 'note', sealed)).rejects.toThrow(SealBroken);
    await expect(personalData.unseal('person-3', 'name', sealed)).rejects.toThrow(SealBroken);
  });

  it('cannot be read by a service with another master key', async () => {
    const sealed = await database.personalData.seal('person-4', 'name', 'Canary');
    const stranger = await testDatabase(randomBytes(32), database.uri);
    await expect(stranger.personalData.unseal('person-4', 'name', sealed)).rejects.toThrow(SealBroken);
    await stranger.close();
  });

  it('seals the same words differently each time', async () => {
    const { personalData } = database;
    const sealed = await Promise.all(Array.from({ length: 50 }, () => personalData.seal('person-5', 'name', 'Canary')));
    expect(new Set(sealed).size).toBe(50);
  });

  it('is gone for ever once the person is erased, and nothing new is written about them', async () => {
    const { personalData } = database;
    const sealed = await personalData.seal('person-6', 'name', 'Canary');
    await personalData.forget('person-6', aTuesday);
    expect(await personalData.unseal('person-6', 'name', sealed)).toBeUndefined();
    await expect(personalData.seal('person-6', 'name', 'Canary')).rejects.toThrow(Forgotten);
    const [left] = (await database.raw('dataKeys')).filter(({ _id }) => _id === 'person-6');
    expect(left).toEqual({ _id: 'person-6', forgottenAt: aTuesday });
  });

  it('is erased in other processes too, within half a minute', async () => {
    const other = await testDatabase(database.masterKey, database.uri);
    const sealed = await database.personalData.seal('person-7', 'name', 'Canary');
    expect(await other.personalData.unseal('person-7', 'name', sealed)).toBe('Canary');
    await database.personalData.forget('person-7', aTuesday);
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 31_000);
    try {
      expect(await other.personalData.unseal('person-7', 'name', sealed)).toBeUndefined();
    } finally {
      clock.mockRestore();
      await other.close();
    }
  });

  it('has one key a person, however many make it at the same moment', async () => {
    const processes = await Promise.all(
      Array.from({ length: 4 }, () => testDatabase(database.masterKey, database.uri))
    );
    const sealed = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6, 7].map((n) => processes[n % 4]?.personalData.seal('person-8', 'name', `Canary ${n}`) ?? '')
    );
    const read = await Promise.all(sealed.map((each) => database.personalData.unseal('person-8', 'name', each)));
    expect(read).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((n) => `Canary ${n}`));
    await Promise.all(processes.map((each) => each.close()));
  });
});
