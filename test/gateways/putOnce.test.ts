import { Router } from 'express';
import { prosecutionStub } from '../../dev/stubs/prosecution';
import { recordsSystemStub } from '../../dev/stubs/recordsSystem';
import { trackMyCrimeStub } from '../../dev/stubs/trackMyCrime';
import { prosecution } from '../../gateways/prosecution/prosecution';
import { recordsSystem } from '../../gateways/recordsSystem/recordsSystem';
import { trackMyCrime } from '../../gateways/trackMyCrime/trackMyCrime';
import { aTuesday } from '../support/caseBuilder';
import { httpServer } from '../support/httpServer';

const messageId = 'prosecution-1';
const witness = '3f6f5f0e-6f0b-4a66-9d0e-2f7a3d1c5b01';
const news = { urn: '41AA7000001', witness, at: aTuesday, about: 'mayNotAttend', data: { reason: 'ill' } } as const;

/** What each of the systems makes of one thing put there. */
async function putInto(router: Router) {
  const server = await httpServer(router);
  const address = { url: server.url, timeoutMs: 300 };
  const entry = { at: aTuesday, by: 'officer-1', text: 'Contact made by phone.' };
  const named = (error: unknown) => (error as Error).name;
  try {
    return await Promise.all([
      prosecution(address).tell(messageId, news).catch(named),
      recordsSystem(address).addEntry('41/1/26', 'entry-1', entry).catch(named),
      trackMyCrime(address).publish('41/1/26', 'portal-1', { at: aTuesday, text: 'We will call you.' }).catch(named),
    ]);
  } finally {
    await server.close();
  }
}

const behaving = (behave: (router: Router) => void) => {
  const router = Router();
  behave(router);
  return router;
};
const page = '<!doctype html><title>Sign in</title>';

describe('what is put into another system', () => {
  it('is there once the system names it', async () => {
    const records = recordsSystemStub({ knowsAll: true });
    const router = Router().use(prosecutionStub().router, records.router, trackMyCrimeStub().router);
    expect(await putInto(router)).toEqual(['taken', 'taken', 'taken']);
  });

  const behaviours: [string, (router: Router) => void, string][] = [
    ['a page answers', (router) => router.use((_req, res) => void res.send(page)), 'AnswerNotUnderstood'],
    ['any JSON answers', (router) => router.use((_req, res) => void res.json({ ok: true })), 'AnswerNotUnderstood'],
    ['nothing is said', (router) => router.use((_req, res) => void res.sendStatus(204)), 'AnswerNotUnderstood'],
    ['another is named', (router) => router.use((_req, res) => void res.json({ id: 'x' })), 'AnswerNotUnderstood'],
    ['it is sent elsewhere', (router) => router.use((_req, res) => res.redirect('/sign-in')), 'AnswerNotUnderstood'],
    ['the answer is slow', (router) => router.use((_req, res) => void res.status(201).write('{"id":')), 'SystemAway'],
    [
      'the answer breaks off',
      (router) =>
        router.use((_req, res) => {
          res
            .status(201)
            .set('content-length', '100')
            .write('{"id":', () => res.socket?.destroy());
        }),
      'SystemAway',
    ],
  ];

  it.each(behaviours)('is not taken to be there where %s', async (_what, behave, name) => {
    expect(await putInto(behaving(behave))).toEqual([name, name, name]);
  });
});
