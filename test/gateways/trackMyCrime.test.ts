import { trackMyCrimeStub } from '../../dev/stubs/trackMyCrime';
import { portalCourier } from '../../gateways/trackMyCrime/portalCourier';
import { trackMyCrime } from '../../gateways/trackMyCrime/trackMyCrime';
import { aTuesday } from '../support/caseBuilder';
import { httpServer, type HttpServer } from '../support/httpServer';

const stub = trackMyCrimeStub({ key: 'the-key' });
let server: HttpServer;
beforeAll(async () => {
  server = await httpServer(stub.router);
});
afterAll(async () => {
  await server?.close();
});

const client = (key = 'the-key') => trackMyCrime({ url: server.url, key, timeoutMs: 500 });
const message = { at: aTuesday, text: 'We will call you on Monday.' };

describe('TrackMyCrime over HTTP', () => {
  it('publishes a message once under its id, and refuses another one under the same id', async () => {
    const publish = (text = message.text) => client().publish('41/1/26', 'm-1', { ...message, text });
    expect(await Promise.all([publish(), publish(), publish()])).toEqual(['taken', 'taken', 'taken']);
    expect(await publish('Another')).toBe('anotherUnderThisId');
    expect(await client().publish('41/1/26', 'm-2', { ...message, text: '' })).toBe('refused');
    expect(stub.published('41/1/26')).toHaveLength(1);
  });

  it('that does not accept our key or is not there is away', async () => {
    await expect(client('another').publish('41/1/26', 'm-3', message)).rejects.toMatchObject({ name: 'SystemAway' });
    const gone = trackMyCrime({ url: 'http://127.0.0.1:9', timeoutMs: 500 });
    await expect(gone.publish('41/1/26', 'm-3', message)).rejects.toMatchObject({ name: 'SystemAway' });
  });
});

describe('what is about to be published', () => {
  const item = { itemId: 'portal-1', caseId: 'case-1', personId: 'person-1' } as never;
  const content = { reportId: 'r-1', at: aTuesday, noteId: 'n-1', about: [], kind: 'updatePublished' };

  const deliver = async (known: { person?: object | undefined; summary?: object; note?: string; kind?: string }) => {
    const { person = {}, summary = {}, note = 'Nothing new.', kind = 'updatePublished' } = known;
    const courier = portalCourier({
      portal: client(),
      persons: { readPerson: async () => ('person' in known && !known.person ? undefined : (person as never)) },
      cases: { casesOfPersons: async () => [{ caseId: 'case-1', stances: {}, ...summary } as never] },
      crimeReports: { crimeReferenceOf: async () => '41/2/26' },
      notes: { readNotes: async () => new Map(note ? [['n-1', { text: note } as never]] : []) },
    });
    return (await courier.deliver(item, { ...content, kind }, aTuesday)).delivered;
  };
  const stopped = (because: string) => ({ as: 'stopped', because });

  it('is stopped when contact was stopped, the victim died or wants none, or was erased since', async () => {
    expect(await deliver({ person: { contactStop: {} } })).toEqual(stopped('contactStopped'));
    expect(await deliver({ summary: { stage: 'victimDied' } })).toEqual(stopped('victimDied'));
    expect(await deliver({ summary: { stances: { wantsContact: 'no' } } })).toEqual(stopped('noContactWanted'));
    expect(await deliver({ person: undefined })).toEqual(stopped('erased'));
    expect(await deliver({ note: '' })).toEqual(stopped('erased'));
    expect(stub.published('41/2/26')).toEqual([]);
  });

  it('answers what the victim wrote, also where they want no other contact', async () => {
    const answer = { summary: { stances: { wantsContact: 'no' } }, kind: 'victimAnswered' };
    expect(await deliver(answer)).toMatchObject({ as: 'delivered' });
    expect(await deliver({ ...answer, person: { contactStop: {} } })).toEqual(stopped('contactStopped'));
  });
});
