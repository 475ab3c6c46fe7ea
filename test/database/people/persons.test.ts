import { randomUUID } from 'node:crypto';
import type { ContactPoint, PersonDetails } from '../../../database/people/personDetails';
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

const mobile: ContactPoint = { channel: 'phone', value: '07700 900123', safe: 'yes' };
const landline: ContactPoint = { channel: 'phone', value: '01632 960001', safe: 'unknown' };
const later = addHours(aTuesday, 1);

async function knownPerson(details: Partial<PersonDetails> = {}): Promise<string> {
  const personId = randomUUID();
  const whole = { name: 'Wilhelmina Testington', contactPoints: [mobile], representatives: [], needs: [], ...details };
  const caseId = randomUUID();
  await database.persons.know(
    { personId, caseId, kind: 'person', details: whole, reportId: 'report-1' },
    'system-1',
    aTuesday
  );
  return personId;
}

describe('a person', () => {
  it('is found by surname, phone and e-mail, their own and those of who speaks for them', async () => {
    const mother = {
      representativeId: randomUUID(),
      name: 'Berta Probe',
      relation: 'parent' as const,
      contactPoints: [{ channel: 'email' as const, value: 'berta@example.org', safe: 'yes' as const }],
    };
    const personId = await knownPerson({ name: 'Carl Versuch', contactPoints: [landline], representatives: [mother] });
    const { persons } = database;
    expect(await persons.findPersons({ surname: 'VERSUCH' }, 10)).toEqual([personId]);
    expect(await persons.findPersons({ surname: 'Berta Probe' }, 10)).toEqual([personId]);
    expect(await persons.findPersons({ phone: '+441632960001' }, 10)).toEqual([personId]);
    expect(await persons.findPersons({ email: 'Berta@Example.org' }, 10)).toEqual([personId]);
    expect(await persons.findPersons({ phone: 'no number' }, 10)).toEqual([]);
  });

  it('is corrected by whoever saw the present version, and the earlier one is kept sealed', async () => {
    const personId = await knownPerson();
    const { persons } = database;
    const details = {
      name: 'Wilhelmina Neumann',
      contactPoints: [landline],
      representatives: [],
      needs: ['a hearing loop'],
    };
    expect(await persons.correct(personId, 1, details, 'officer-1', later)).toMatchObject({ version: 2, ...details });
    expect(await persons.correct(personId, 1, details, 'officer-2', later)).toBe('changed');
    expect(await persons.readPerson(personId)).toMatchObject({ personId, version: 2, kind: 'person', ...details });
    expect(await persons.findPersons({ surname: 'Neumann' }, 10)).toContain(personId);
    expect(await persons.findPersons({ surname: 'Testington' }, 100)).not.toContain(personId);
    const kept = (await database.raw('personVersions')).filter((version) => version.personId === personId);
    expect(kept).toMatchObject([{ _id: `${personId}:1`, version: 1, by: 'system-1' }]);
    expect(JSON.stringify(kept)).not.toContain('Testington');
  });

  it('is corrected by one of several officers who try at the same moment', async () => {
    const personId = await knownPerson();
    const details = (n: number) => ({ name: `Name ${n}`, contactPoints: [], representatives: [], needs: [] });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => database.persons.correct(personId, 1, details(n), `officer-${n}`, later))
    );
    expect(answers.filter((answer) => answer !== 'changed')).toHaveLength(1);
    expect((await database.persons.readPerson(personId))?.version).toBe(2);
  });

  it('is not overwritten by another report, which only adds numbers that nobody knew', async () => {
    const personId = await knownPerson();
    const { persons } = database;
    const corrected = {
      name: 'Right Name',
      contactPoints: [{ ...mobile, safe: 'no' as const }],
      representatives: [],
      needs: [],
    };
    await persons.correct(personId, 1, corrected, 'officer-1', later);
    const repeated = { ...mobile, value: '+44 7700 900123' };
    const details = { name: 'Wrong Name', contactPoints: [repeated, landline], representatives: [], needs: [] };
    const caseId = randomUUID();
    const again = { personId, caseId, kind: 'person' as const, details, reportId: 'report-2' };
    await persons.know(again, 'system-1', later);
    await persons.know(again, 'system-1', later);
    expect(await persons.caseIdsOf([personId])).toEqual([expect.any(String), caseId]);
    expect(await persons.readPerson(personId)).toMatchObject({
      version: 3,
      name: 'Right Name',
      contactPoints: [{ value: mobile.value, safe: 'no' }, { value: landline.value }],
    });
  });

  it('has a number called unsafe once a later report says so, and what it calls safe is not believed', async () => {
    const personId = await knownPerson({ contactPoints: [mobile, landline] });
    const { persons } = database;
    const told = [
      { ...mobile, value: '+44 7700 900123', safe: 'no' as const, instruction: 'he reads it' },
      { ...landline, safe: 'yes' as const },
    ];
    const details = { name: 'Wilhelmina Testington', contactPoints: told, representatives: [], needs: [] };
    const again = { personId, caseId: randomUUID(), kind: 'person' as const, details, reportId: 'report-2' };
    await persons.know(again, 'system-1', later);
    await persons.know(again, 'system-1', later);
    expect(await persons.readPerson(personId)).toMatchObject({
      version: 2,
      contactPoints: [
        { value: mobile.value, safe: 'no', instruction: 'he reads it' },
        { value: landline.value, safe: 'unknown' },
      ],
    });
  });

  it('cannot be read, found or written about once erased, and the same reference is somebody new', async () => {
    const personId = await knownPerson({ name: 'Erika Vergessen' });
    expect(await database.persons.findPersons({ surname: 'Vergessen' }, 10)).toEqual([personId]);
    await database.persons.forget(personId, later);
    expect(await database.persons.readPerson(personId)).toBeUndefined();
    expect(await database.persons.findPersons({ surname: 'Vergessen' }, 10)).toEqual([]);
    const reported = { kind: 'person', details: { name: 'Ada Anybody', contactPoints: [] }, forces: [] } as const;
    const claimed = await database.persons.claimId('a hashed reference', reported, later);
    await database.persons.forget(claimed, later);
    expect(await database.persons.claimId('a hashed reference', reported, later)).not.toBe(claimed);
    const details = { name: 'Again', contactPoints: [], representatives: [], needs: [] };
    expect(await database.persons.correct(personId, 1, details, 'officer-1', later)).toBeUndefined();
  });
});

describe('a note', () => {
  it('is read by its id, stays as it was first written, and goes with the person', async () => {
    const personId = await knownPerson();
    const [noteId, caseId] = [randomUUID(), randomUUID()];
    const note = { noteId, personId, caseId, text: 'CANARY: call after six', by: 'officer-1', at: aTuesday };
    await database.notes.keepNote(note);
    await database.notes.keepNote({ ...note, text: 'another text' });
    expect((await database.notes.readNotes([noteId, randomUUID()])).get(noteId)).toEqual(note);
    expect(await database.rawText()).not.toContain('CANARY');
    await database.personalData.forget(personId, later);
    expect((await database.notes.readNotes([noteId])).size).toBe(0);
  });
});
