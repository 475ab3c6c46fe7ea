import { Router } from 'express';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { recordsSystemStub } from '../../dev/stubs/recordsSystem';
import { entryCourier } from '../../gateways/recordsSystem/entryCourier';
import { entryIdOf, recordsEntries } from '../../gateways/recordsSystem/entryPosting';
import { recordsSystem } from '../../gateways/recordsSystem/recordsSystem';
import { addHours } from '../../domain/time/londonTime';
import { nothingProjected, projectionOf } from '../../domain/projection/projection';
import { aTuesday, PureCase } from '../support/caseBuilder';
import { httpServer, type HttpServer } from '../support/httpServer';
import { temporaryFolder } from '../support/temporaryFolder';

const reference = '41/10001/26';
const folder = temporaryFolder();
const stub = recordsSystemStub({ key: 'the-key' });
let server: HttpServer;
beforeAll(async () => {
  server = await httpServer(stub.router);
  stub.know({
    crime: {
      reference,
      status: 'Under investigation',
      officerInCase: { workerReference: 'PC-1001' },
      links: [],
      soleCallers: [{ kind: 'familyLiaisonOfficer', workerReference: 'PC-2002' }],
    },
    people: [
      {
        personReference: 'P-1',
        name: 'Wilhelmina Testington',
        roles: ['victim'],
        warningMarkers: [{ kind: 'Do not send a male officer' }],
        history: null,
      },
    ],
  });
});
afterAll(async () => {
  await server?.close();
});

const client = (changes: object = {}) => recordsSystem({ url: server.url, key: 'the-key', timeoutMs: 500, ...changes });
const anEntry = { at: aTuesday, by: 'officer-1', text: 'Contact made with the victim by phone.' };

describe('the records system, asked over HTTP', () => {
  it('tells of a crime, its people and its log, whatever slashes its reference has', async () => {
    expect(await client().crime(reference)).toMatchObject({ reference, soleCallers: [{ workerReference: 'PC-2002' }] });
    expect(await client().people(reference)).toMatchObject([{ name: 'Wilhelmina Testington', history: null }]);
    expect(await client().log(reference)).toEqual([]);
  });

  it('says nothing of a crime that it does not know', async () => {
    const unknown = '41/none/26';
    const answers = [client().crime(unknown), client().people(unknown), client().log(unknown)];
    expect(await Promise.all(answers)).toEqual([undefined, undefined, undefined]);
    expect(await client().addEntry(unknown, 'e-1', anEntry)).toBe('crimeUnknown');
  });

  it('files an entry once under its id, and refuses another entry under the same id', async () => {
    const file = () => client().addEntry(reference, 'e-1', anEntry);
    expect(await file()).toBe('taken');
    expect(await Promise.all([file(), file(), file()])).toEqual(['taken', 'taken', 'taken']);
    expect(await client().addEntry(reference, 'e-1', { ...anEntry, text: 'Another' })).toBe('anotherUnderThisId');
    expect(await client().addEntry(reference, 'e-2', { ...anEntry, text: '' })).toBe('refused');
    expect(stub.logOf(reference)).toHaveLength(1);
  });

  const behaviours: [string, (router: Router) => void, string][] = [
    ['fails', (router) => router.use((_req, res) => void res.sendStatus(500)), 'SystemAway'],
    ['is overloaded', (router) => router.use((_req, res) => void res.sendStatus(429)), 'SystemAway'],
    ['hangs', (router) => router.use(() => undefined), 'SystemAway'],
    ['ends the connection', (router) => router.use((req) => void req.socket.destroy()), 'SystemAway'],
    ['sends us elsewhere', (router) => router.use((_req, res) => res.redirect('http://example.org/')), 'SystemAway'],
    ['sends a page', (router) => router.use((_req, res) => void res.send('<p>Welcome</p>')), 'AnswerNotUnderstood'],
    ['sends half a crime', (router) => router.use((_req, res) => void res.json({ reference })), 'AnswerNotUnderstood'],
  ];

  it.each(behaviours)('that %s is never taken for one that knows nothing', async (_what, behave, name) => {
    const router = Router();
    behave(router);
    const other = await httpServer(router);
    try {
      await expect(client({ url: other.url }).crime(reference)).rejects.toMatchObject({ name });
    } finally {
      await other.close();
    }
  });

  it('that does not accept our key, or is not there, is away; the error names no reference', async () => {
    await expect(client({ key: 'another' }).crime(reference)).rejects.toMatchObject({ name: 'SystemAway' });
    await expect(client({ key: 'another' }).addEntry(reference, 'e-9', anEntry)).rejects.toMatchObject({
      name: 'SystemAway',
    });
    const gone = client({ url: 'http://127.0.0.1:9' }).crime(reference);
    await expect(gone).rejects.toThrow(/^It does not answer$/);
  });

  it('keeps what it got over a restart where it has a file', async () => {
    const file = path.join(folder, 'records.json');
    recordsSystemStub({ file: { path: file } }).know({
      crime: { reference, status: 'New', officerInCase: null, links: null, soleCallers: null },
    });
    expect(readFileSync(file, 'utf8')).toContain(reference);
    const again = await httpServer(recordsSystemStub({ file: { path: file } }).router);
    expect(await recordsSystem({ url: again.url }).crime(reference)).toMatchObject({ status: 'New' });
    await again.close();
  });
});

describe('an entry in the records system', () => {
  const entriesOf = ({ careRecord }: PureCase) => recordsEntries(projectionOf(careRecord, nothingProjected));
  const texts = (one: PureCase) => entriesOf(one).map(({ content }) => (content as { text: string }).text);

  it('is filed for a contact, an update, news and the Victim Contract, in words that name nobody', () => {
    const one = PureCase.open()
      .record('contactAttempted', { channel: 'phone', result: 'noAnswer' }, addHours(aTuesday, 1))
      .record('contactMade', { channel: 'phone', with: 'representative' }, addHours(aTuesday, 2))
      .record('victimContractAgreed', { channel: 'email', everyDays: 7 }, addHours(aTuesday, 3))
      .record('suspectArrested', {}, addHours(aTuesday, 4), { suspects: ['s1'] })
      .record('victimTold', { channel: 'text', about: [4] }, addHours(aTuesday, 5))
      .record('victimUpdateGiven', { channel: 'inPerson', about: [] }, addHours(aTuesday, 6));
    expect(texts(one)).toEqual([
      "3 March 2026 at 12:00pm: Contact made with the victim's representative by phone.",
      '3 March 2026 at 1:00pm: Victim Contract agreed: updates by e-mail, every 7 days.',
      '3 March 2026 at 3:00pm: News told to the victim by text message.',
      '3 March 2026 at 4:00pm: Victim update given in person.',
    ]);
  });

  it('is the same item however often the case is written, and a correction names what it corrects', () => {
    const one = PureCase.open().record('contactMade', { channel: 'phone', with: 'victim' }, addHours(aTuesday, 1));
    expect(entriesOf(one)).toEqual(entriesOf(one));
    one.record('contactMade', { channel: 'videoCall', with: 'victim' }, addHours(aTuesday, 1), {
      now: addHours(aTuesday, 2),
      corrects: 1,
    });
    const { caseId } = one.careRecord.opening;
    expect(entriesOf(one).map(({ itemId, content }) => [itemId, (content as { corrects?: string }).corrects])).toEqual([
      [entryIdOf(caseId, 1), undefined],
      [entryIdOf(caseId, 2), entryIdOf(caseId, 1)],
    ]);
  });

  it('that is implausible is not filed: it waits for a person', () => {
    const one = PureCase.open().record('contactMade', { channel: 'phone', with: 'victim' }, addHours(aTuesday, 30), {
      now: addHours(aTuesday, 1),
    });
    expect(entriesOf(one)).toEqual([]);
  });

  const item = { itemId: 'entry-1', kind: 'recordsEntry', attempts: 1 } as never;
  const content = {
    reportId: 'r-1',
    at: aTuesday,
    by: 'officer-1',
    text: 'Victim update given by phone.',
    noteId: 'n-1',
  };
  const parts = (crime: string | undefined) => ({
    records: client(),
    crimeReports: { crimeReferenceOf: async () => crime },
    notes: { readNotes: async () => new Map([['n-1', { text: 'She was told of the date.' } as never]]) },
  });

  it('holds what was said where the fact asks for it, and is filed once though its courier is cut short', async () => {
    const courier = entryCourier(parts(reference));
    const once = await courier.deliver(item, content, aTuesday);
    expect(await courier.deliver(item, content, aTuesday)).toEqual(once);
    expect(once.delivered).toEqual({ as: 'delivered', reference: 'entry-1' });
    const filed = stub.logOf(reference).filter(({ entryId }) => entryId === 'entry-1');
    expect(filed.map(({ text }) => text)).toEqual(['Victim update given by phone.\nShe was told of the date.']);
  });

  it('waits for a crime reference and for a connection, parks where the crime is unknown, and is tried again else', async () => {
    const deliver = (given: Parameters<typeof entryCourier>[0]) => entryCourier(given).deliver(item, content, aTuesday);
    expect((await deliver(parts(undefined))).delivered).toMatchObject({ as: 'waits', because: 'noCrimeReference' });
    expect((await deliver({ ...parts(reference), records: undefined })).delivered).toMatchObject({ as: 'waits' });
    expect((await deliver(parts('41/none/26'))).delivered).toEqual({ as: 'parked', because: 'crimeUnknown' });
    const away = { ...parts(reference), records: client({ url: 'http://127.0.0.1:9' }) };
    await expect(deliver(away)).rejects.toMatchObject({ name: 'SystemAway' });
  });
});
