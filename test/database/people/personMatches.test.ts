import { randomUUID } from 'node:crypto';
import type { ContactPoint, PersonDetails } from '../../../database/people/personDetails';
import { matchIdOf } from '../../../database/people/personMatches';
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

const mobile = (safe: ContactPoint['safe'] = 'yes'): ContactPoint => ({
  channel: 'phone',
  value: '07700 900123',
  safe,
});
const email = (safe: ContactPoint['safe'] = 'yes'): ContactPoint => ({
  channel: 'email',
  value: 'thea.probe@example.org',
  safe,
});
const later = (hours: number) => addHours(aTuesday, hours);

async function known(changes: Partial<PersonDetails>, hours = 0, force = 'hertfordshire') {
  const [personId, caseId] = [randomUUID(), randomUUID()];
  const details = { name: 'Nobody Known', contactPoints: [], representatives: [], needs: [], ...changes };
  const person = { personId, caseId, kind: 'person', details, reportId: randomUUID(), forces: [force] } as const;
  await database.persons.know(person, 'system-1', later(hours));
  return { personId, caseId, again: () => database.persons.know(person, 'system-1', later(hours)) };
}

const matchOf = (...people: { personId: string }[]) =>
  database.personMatches.findMatch(matchIdOf(people.map(({ personId }) => personId)));

/** The whole queue of a force, read page by page. */
async function waitingIn(force: string, limit = 100): Promise<string[]> {
  const read: string[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next } = await database.personMatches.waiting(force, { limit, cursor });
    read.push(...items.map(({ matchId }) => matchId));
    if (next === undefined) return read;
    cursor = next;
  }
}

describe('two records', () => {
  it.each<[string, Partial<PersonDetails>, Partial<PersonDetails>, string | undefined]>([
    [
      'with the same name, day of birth and number, typed differently',
      { name: 'Ada Müller', dateOfBirth: '1980-05-01', contactPoints: [{ ...mobile(), value: '07700 900201' }] },
      { name: 'ada muller', dateOfBirth: '1980-05-01', contactPoints: [{ ...mobile(), value: '+44 7700 900201' }] },
      'nameBirthAndContact',
    ],
    [
      'with the same name and day of birth',
      { name: 'Bea Beispiel', dateOfBirth: '1981-05-01' },
      { name: 'Bea Beispiel', dateOfBirth: '1981-05-01' },
      'nameAndBirth',
    ],
    [
      'with the same surname and e-mail address',
      { name: 'Cora Versuch', contactPoints: [{ ...email(), value: 'versuch@example.org' }] },
      { name: 'C Versuch', contactPoints: [{ ...email(), value: 'Versuch@example.org' }] },
      'surnameAndContact',
    ],
    [
      'with the same surname alone',
      { name: 'Dora Muster', contactPoints: [{ ...mobile(), value: '07700 900202' }] },
      { name: 'Doris Muster', contactPoints: [{ ...mobile(), value: '07700 900203' }] },
      undefined,
    ],
    [
      'that share a number under different surnames',
      { name: 'Eva Einzeln', contactPoints: [{ ...mobile(), value: '07700 900204' }] },
      { name: 'Eva Anders', contactPoints: [{ ...mobile(), value: '07700 900204' }] },
      undefined,
    ],
    [
      'born on different days',
      { name: 'Fay Fern', dateOfBirth: '1981-05-01' },
      { name: 'Fay Fern', dateOfBirth: '1981-05-02' },
      undefined,
    ],
  ])(
    '%s are put to somebody where they are likely the same, and are never joined by themselves',
    async (_what, first, second, reason) => {
      const one = await known(first);
      const other = await known(second);
      expect((await matchOf(one, other))?.reasons).toEqual(reason && [reason]);
      expect(await database.persons.idsOf(other.personId)).toEqual([other.personId]);
    }
  );

  it('do not match a child with who speaks for them', async () => {
    const contactPoints = [{ ...mobile(), value: '07700 900210' }];
    const mother = await known({ name: 'Gerda Gast', contactPoints });
    const speaker = { representativeId: randomUUID(), name: 'Gerda Gast', relation: 'parent' as const, contactPoints };
    const child = await known({ name: 'Gil Gast', representatives: [speaker] });
    expect(await matchOf(mother, child)).toBeUndefined();
  });

  it('that were found to be of different people are not asked about again', async () => {
    const details = { name: 'Hal Halm', dateOfBirth: '1970-01-01' };
    const one = await known(details);
    const other = await known(details, 1);
    const matchId = matchIdOf([one.personId, other.personId]);
    const decision = { state: 'rejected', because: 'relatives', by: 'supervisor-1', at: later(2) } as const;
    expect(await database.personMatches.decide(matchId, ['waiting'], decision)).toBe(true);
    await other.again();
    expect((await matchOf(one, other))?.state).toBe('rejected');
    expect(await waitingIn('hertfordshire')).not.toContain(matchId);
  });

  it('wait in the queue of a force that has cases of both, with nothing personal in it', async () => {
    const details = { name: 'Ina Insel', dateOfBirth: '1971-01-01' };
    const one = await known(details);
    const other = await known(details, 1, 'essex');
    const third = await known(details, 2);
    expect(await waitingIn('hertfordshire')).toContain(matchIdOf([one.personId, third.personId]));
    expect(await waitingIn('hertfordshire')).not.toContain(matchIdOf([one.personId, other.personId]));
    expect(await waitingIn('essex')).toEqual([]);
    expect(JSON.stringify(await database.raw('personMatches'))).not.toMatch(/insel|1971|07700/i);
  });
});

describe('the queue', () => {
  it('is read page by page, longest waiting first, none twice or left out while others are decided in between', async () => {
    const matches = Array.from({ length: 7 }, () => ({
      personIds: [randomUUID(), randomUUID()],
      reasons: ['nameAndBirth'] as const,
      forces: ['queued', 'kent'],
    }));
    // Three are found at the same instant.
    for (const [at, match] of matches.entries())
      await database.personMatches.addMatches([match], later(-Math.min(at, 4)));
    const ids = matches.map(({ personIds }) => matchIdOf(personIds));
    const inOrder = [...ids.slice(4).sort(), ids[3], ids[2], ids[1], ids[0]];
    for (const limit of [1, 2, 3, 100]) expect(await waitingIn('queued', limit)).toEqual(inOrder);

    const first = await database.personMatches.waiting('queued', { limit: 3 });
    const decision = { state: 'rejected', because: 'relatives', by: 's', at: later(1) } as const;
    for (const { matchId } of first.items) await database.personMatches.decide(matchId, ['waiting'], decision);
    const second = await database.personMatches.waiting('queued', { limit: 3, cursor: first.next });
    expect(second.items.map(({ matchId }) => matchId)).toEqual(inOrder.slice(3, 6));
  });
});

describe('joined', () => {
  async function two() {
    const one = await known({ name: 'Thea Probe', contactPoints: [mobile('no'), email()] });
    const other = await known(
      { name: 'Thea Probe', contactPoints: [mobile(), { ...mobile(), value: '07700 900300' }] },
      1
    );
    return { one, other };
  }

  it('the older record stays, stands for both, and what is unsafe in either stays unsafe', async () => {
    const { one, other } = await two();
    const { persons } = database;
    const joining = await persons.join(other.personId, one.personId, 'supervisor-1', later(2));
    expect(joining).toMatchObject({ personId: one.personId, joinedPersonId: other.personId });
    for (const { personId } of [one, other]) {
      const person = await persons.readPerson(personId);
      expect(person?.personId).toBe(one.personId);
      expect(person?.contactPoints.map(({ value, safe }) => [value, safe])).toEqual([
        ['07700 900123', 'no'],
        ['thea.probe@example.org', 'yes'],
        ['07700 900300', 'yes'],
      ]);
      expect((await persons.caseIdsOf([personId])).sort()).toEqual([one.caseId, other.caseId].sort());
    }
    expect(await persons.join(one.personId, other.personId, 'supervisor-1', later(3))).toEqual(joining);
    expect((await persons.readPerson(one.personId))?.version).toBe(2);
  });

  it('an address that either record calls dead stays dead, and one with two different safe times is asked about', async () => {
    const timed = { ...mobile(), value: '07700 900310', safeFrom: '09:00', safeTo: '12:00' };
    const one = await known({ name: 'Uma Ufer', contactPoints: [timed, email()] });
    const elsewhere = { ...timed, safeFrom: '18:00', safeTo: '20:00' };
    const other = await known({ name: 'Uma Ufer', contactPoints: [elsewhere, { ...email(), undeliverable: true }] }, 1);
    await database.persons.join(one.personId, other.personId, 'supervisor-1', later(2));
    const person = await database.persons.readPerson(other.personId);
    expect(person?.contactPoints.map(({ safe, undeliverable }) => [safe, undeliverable])).toEqual([
      ['unknown', undefined],
      ['yes', true],
    ]);
  });

  it('a way of contact keeps the id under which it was queued before', async () => {
    const { one, other } = await two();
    const before = (await database.persons.readPerson(other.personId))?.contactPoints[1]?.contactPointId;
    await database.persons.join(one.personId, other.personId, 'supervisor-1', later(2));
    const after = await database.persons.readPerson(other.personId);
    expect(after?.contactPoints.find(({ contactPointId }) => contactPointId === before)?.value).toBe('07700 900300');
    const marked = await database.persons.markUndeliverable(other.personId, before ?? '', 'notify', later(3));
    expect(marked?.contactPoints.find(({ value }) => value === '07700 900300')?.undeliverable).toBe(true);
    const seen = await database.persons.readPerson(one.personId);
    expect(seen?.contactPoints.find(({ value }) => value === '07700 900300')?.undeliverable).toBe(true);
  });

  it.each(['one', 'other'] as const)('a stop of %s, before or after, is a stop of both', async (which) => {
    const { persons } = database;
    const stop = { reason: 'unsafe', by: 'officer-1', at: later(2) };
    const before = await two();
    await persons.stopContact(before[which].personId, stop);
    await persons.join(before.one.personId, before.other.personId, 'supervisor-1', later(3));
    const after = await two();
    await persons.join(after.one.personId, after.other.personId, 'supervisor-1', later(3));
    await persons.stopContact(after[which].personId, stop);
    for (const { personId } of [before.one, before.other, after.one, after.other]) {
      expect((await persons.readPerson(personId))?.contactStop).toEqual(stop);
    }
    await persons.stopContact(after.other.personId, undefined);
    expect((await persons.readPerson(after.one.personId))?.contactStop).toBeUndefined();
  });

  it('twenty times at the same moment, whichever way round, makes one person and no ring', async () => {
    const { one, other } = await two();
    const ways = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? [one, other] : [other, one]));
    const { persons } = database;
    await Promise.all(ways.map(([a, b]) => persons.join(a?.personId ?? '', b?.personId ?? '', 's', later(2))));
    expect(await persons.idsOf(other.personId)).toEqual([one.personId, other.personId]);
    expect((await persons.readPerson(one.personId))?.contactPoints).toHaveLength(3);
  });

  it('three records are one person, and each can leave again', async () => {
    const { one, other } = await two();
    const third = await known({ name: 'Thea Probe', contactPoints: [] }, -1);
    const { persons } = database;
    await persons.join(one.personId, other.personId, 's', later(2));
    await persons.join(other.personId, third.personId, 's', later(3));
    expect((await persons.idsOf(other.personId)).sort()).toEqual([one.personId, other.personId, third.personId].sort());
    await persons.part(one.personId, 's', later(4));
    expect(await persons.idsOf(third.personId)).toEqual([third.personId]);
    expect(await persons.idsOf(other.personId)).toEqual([one.personId, other.personId]);
    expect(await persons.caseIdsOf([third.personId])).toEqual([third.caseId]);
  });

  it('is erased under every id', async () => {
    const { one, other } = await two();
    await database.persons.join(one.personId, other.personId, 's', later(2));
    await database.persons.forget(other.personId, later(3));
    for (const { personId } of [one, other]) expect(await database.persons.readPerson(personId)).toBeUndefined();
  });
});

describe('parted', () => {
  it('each record has its own ways of contact again, danger learnt meanwhile stays with both, and history is kept', async () => {
    const one = await known({ name: 'Vera Vogel', contactPoints: [mobile(), email()] });
    const other = await known(
      {
        name: 'Vera Vogel',
        dateOfBirth: '1990-02-03',
        contactPoints: [mobile(), { ...mobile(), value: '07700 900320' }],
      },
      1
    );
    const { persons } = database;
    await persons.join(one.personId, other.personId, 's', later(2));
    const joint = await persons.readPerson(one.personId);
    expect(joint?.dateOfBirth).toBe('1990-02-03');
    const { personId: _id, version = 0, kind: _kind, ...details } = joint ?? ({} as never);
    const contactPoints = details.contactPoints.map((each: ContactPoint) =>
      each.value === '07700 900123' ? { ...each, safe: 'no' as const } : each
    );
    const added = { channel: 'text' as const, value: '07700 900321', safe: 'yes' as const };
    await persons.correct(
      other.personId,
      version,
      { ...details, contactPoints: [...contactPoints, added] },
      'o',
      later(3)
    );

    expect(await persons.part(other.personId, 's', later(4))).toMatchObject({ personId: one.personId });
    const points = async (personId: string) =>
      (await persons.readPerson(personId))?.contactPoints.map(({ value, safe }) => [value, safe]);
    expect(await points(one.personId)).toEqual([
      ['07700 900123', 'no'],
      ['thea.probe@example.org', 'yes'],
      ['07700 900321', 'unknown'],
    ]);
    expect(await points(other.personId)).toEqual([
      ['07700 900123', 'no'],
      ['07700 900320', 'yes'],
    ]);
    expect((await persons.readPerson(one.personId))?.dateOfBirth).toBeUndefined();
    expect((await persons.readPerson(other.personId))?.dateOfBirth).toBe('1990-02-03');
    expect(await persons.part(other.personId, 's', later(5))).toBeUndefined();
    const versions = (await database.raw('personVersions')).map(({ _id: id }) => id);
    expect(versions).toEqual(expect.arrayContaining([1, 2, 3].map((each) => `${one.personId}:${each}`)));
  });
});
