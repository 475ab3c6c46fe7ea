import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { recordsSystemStub } from '../../../dev/stubs/recordsSystem';
import { recordsSystem } from '../../../gateways/recordsSystem/recordsSystem';
import { httpServer, type HttpServer } from '../../support/httpServer';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { aReport, aVictim } from '../intake/reportBodies';

let api: ApiUnderTest;
let server: HttpServer;
let police: Caller;
let officer: Caller;
let isAway = false;
const stub = recordsSystemStub();
beforeAll(async () => {
  const router = Router();
  router.use((_req, res, next) => void (isAway ? res.sendStatus(503) : next()));
  server = await httpServer(router.use(stub.router));
  api = await ApiUnderTest.start({
    connected: { recordsSystem: recordsSystem({ url: server.url, timeoutMs: 2_000 }) },
  });
  [police, officer] = await Promise.all([api.as('reporting-system'), api.as('victim-care-officer')]);
});
afterAll(async () => {
  await api?.end();
  await server?.close();
});

async function aCase(report = aReport()): Promise<{ caseId: string; reference: string }> {
  const { body } = await police.post('/crime-reports', report);
  return { caseId: body.cases[0].caseId, reference: String(report.crimeReference) };
}

function know(reference: string, changes: object = {}): void {
  stub.know({
    crime: {
      reference,
      status: 'Under investigation',
      officerInCase: { workerReference: 'PC-1001' },
      links: [{ kind: 'sameSuspect', reference: '41/999/25' }],
      soleCallers: [{ kind: 'sexualOffenceOfficer', workerReference: 'PC-2002' }],
      ...changes,
    },
    people: [
      {
        personReference: 'P-1',
        name: 'ALEX  Exámple',
        roles: ['victim'],
        warningMarkers: [{ kind: 'Threatened before', words: 'By a neighbour.' }],
        history: [{ reference: '41/7/24', role: 'victim', offence: 'Harassment' }],
      },
      { personReference: 'P-2', name: 'Nemo Nobody', roles: ['suspect'], warningMarkers: null, history: [] },
    ],
    log: [{ entryId: 'l-1', at: '2026-11-20T10:00:00Z', by: 'PC-1001', text: 'Scene visited.' }],
  });
}

const brief = async (caseId: string) => (await officer.get(`/cases/${caseId}/briefing`)).body;

describe('before the first call', () => {
  it('the officer sees what is known of the victim and the suspects, who alone may call, and when it was fetched', async () => {
    const { caseId, reference } = await aCase();
    know(reference);
    const shown = await brief(caseId);
    expect(shown.crime).toMatchObject({
      soleCallers: [{ kind: 'sexualOffenceOfficer', workerReference: 'PC-2002' }],
      links: [{ reference: '41/999/25' }],
      isFresh: true,
      ageMinutes: 0,
    });
    expect(shown.person.known.warningMarkers).toEqual([{ kind: 'Threatened before', words: 'By a neighbour.' }]);
    expect(shown.suspects.known).toMatchObject([{ name: 'Nemo Nobody', warningMarkers: null }]);
    expect(shown.log.entries).toHaveLength(1);
    expect(shown.missing).toEqual([{ what: 'suspects/0/warningMarkers', because: 'notHeldThere' }]);
  });

  it('what is missing is said: a crime that is not known there, a person who is not matched, what it does not hold', async () => {
    const unknown = await aCase();
    expect((await brief(unknown.caseId)).missing).toEqual(
      ['crime', 'people', 'log'].map((what) => ({ what, because: 'notKnownThere' }))
    );
    const another = await aCase(aReport({ people: [aVictim({ name: 'Somebody Else' })] }));
    know(another.reference, { soleCallers: null });
    const shown = await brief(another.caseId);
    expect(shown.person).toBeUndefined();
    expect(shown.missing).toEqual(
      expect.arrayContaining([
        { what: 'soleCallers', because: 'notHeldThere' },
        { what: 'person', because: 'notMatched' },
      ])
    );
    const { crimeReference: _none, ...without } = aReport();
    const { missing } = await brief((await aCase(without as never)).caseId);
    expect(missing).toEqual([{ what: 'crime', because: 'noCrimeReference' }]);
  });

  it('what was kept is shown with its time while the system is away, and since when it is', async () => {
    const { caseId, reference } = await aCase();
    know(reference);
    const before = await brief(caseId);
    isAway = true;
    try {
      const shown = await brief(caseId);
      expect(shown.crime).toMatchObject({ fetchedAt: before.crime.fetchedAt, isFresh: false });
      expect(shown.person.known.name).toBe('ALEX  Exámple');
      const away = shown.missing.filter(({ because }: { because: string }) => because === 'systemAway');
      expect(away.map(({ what }: { what: string }) => what)).toEqual(['crime', 'people', 'log']);
      const later = await brief(caseId);
      expect(later.missing[0].since).toBe(away[0].since);
      const { missing, crime } = await brief((await aCase()).caseId);
      expect([crime, missing.length]).toEqual([undefined, 3]);
    } finally {
      isAway = false;
    }
    expect((await brief(caseId)).missing).toEqual(before.missing);
  });

  it('our own earlier cases of the same person are added, for those who may see them', async () => {
    const people = [aVictim({ personReference: `P-${randomUUID()}` })];
    const first = await aCase(aReport({ people }));
    const second = await aCase(aReport({ people }));
    const shown = await brief(second.caseId);
    expect(shown.earlierCases).toMatchObject([{ caseId: first.caseId, stage: 'firstContact', ended: false }]);
    const elsewhere = await api.as('victim-care-officer', { teams: ['south-victim-care'] });
    expect((await elsewhere.get(`/cases/${second.caseId}/briefing`)).status).toBe(404);
  });

  it('nothing of it is logged, or kept in the open', async () => {
    expect(api.logged.join('\n')).not.toMatch(/Nemo|Threatened|neighbour|Scene visited/);
  });
});
