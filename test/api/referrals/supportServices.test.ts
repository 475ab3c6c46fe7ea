import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { aVictim } from '../intake/reportBodies';
import { justNow, openTask, reported } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
let supervisor: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  [system, officer, supervisor] = await Promise.all([
    api.as('reporting-system'),
    api.as('victim-care-officer'),
    api.as('supervisor'),
  ]);
});
afterAll(async () => {
  await api?.end();
});

const beacon = {
  name: 'Beacon Example',
  recipients: ['serviceProvider'],
  needs: ['safety', 'mentalAndPhysicalHealth'],
  areas: ['Hertfordshire'],
  languages: ['en', 'cy'],
  phone: '0808 157 0000',
  website: 'https://beacon.example.org/',
  route: { kind: 'http', url: 'https://beacon.example.org/referrals/' },
};

/** A supervisor of a force of their own, whose directory nobody else writes. */
async function ofForce(force: string): Promise<Caller> {
  return api.as('supervisor', { force });
}

describe('the directory of support services', () => {
  it('is kept by supervisors, one service at a time, and nobody overwrites what they have not seen', async () => {
    const keeper = await ofForce('kent');
    const path = '/support-services/beacon';
    const entered = await keeper.put(path, { ...beacon, key: 'a-key-of-theirs' });
    expect([entered.status, entered.headers.etag]).toEqual([200, '"1"']);
    expect(JSON.stringify(entered.body)).not.toContain('a-key');
    const blind = await keeper.put(path, { ...beacon, open: false });
    expect([blind.status, blind.body.code]).toEqual([428, 'preconditionRequired']);
    const seen = await keeper.put(path, { ...beacon, open: false }).set('if-match', '"1"');
    expect([seen.status, seen.body.version, seen.body.open]).toEqual([200, 2, false]);
    expect((await keeper.put(path, beacon).set('if-match', '"1"')).status).toBe(412);
    expect(await api.database.supportServices.keyOf(['kent'], 'beacon')).toBe('a-key-of-theirs');
    const moved = { ...beacon, route: { kind: 'http', url: 'https://elsewhere.example.org/' } };
    await keeper.put(path, moved).set('if-match', '"2"');
    expect(await api.database.supportServices.keyOf(['kent'], 'beacon')).toBeUndefined();
  });

  it('is searched by need, area and language, and shows routes and partners to supervisors alone', async () => {
    const keeper = await ofForce('essex');
    const services = [
      { code: 'beacon', ...beacon },
      { code: 'harbour', name: 'Harbour Example', languages: ['pl'], needs: ['financeAndBenefits'] },
      { code: 'anybody', name: 'Anybody Example' },
      { code: 'closed', name: 'Closed Example', open: false },
    ];
    expect((await keeper.put('/support-services', { services })).body).toEqual({ added: 4, changed: 0 });
    const reader = await api.as('victim-care-officer', { force: 'essex' });
    const found = async (query: string) => {
      const { body } = await reader.get(`/support-services?${query}`);
      return body.items.map(({ code }: { code: string }) => code);
    };
    expect(await found('')).toEqual(['anybody', 'beacon', 'harbour']);
    expect(await found('need=safety')).toEqual(['anybody', 'beacon']);
    expect(await found('language=pl-PL')).toEqual(['anybody', 'harbour']);
    expect(await found('area=hertfordshire&language=cy')).toEqual(['anybody', 'beacon']);
    expect(await found('area=Luton')).toEqual(['anybody', 'harbour']);
    expect(await found('closed=true')).toContain('closed');
    expect(JSON.stringify((await reader.get('/support-services')).body)).not.toContain('route');
    expect((await reader.get('/support-services/beacon')).status).toBe(403);
    expect((await officer.get('/support-services')).body.items).toEqual([]);
  });

  it('takes a list whole or not at all, and says which field of which service is wrong', async () => {
    const keeper = await ofForce('surrey');
    const services = [
      { code: 'beacon', ...beacon },
      { code: 'beacon', name: 'Twice' },
      { code: 'harbour', name: 'Harbour Example', needs: ['money'] },
    ];
    const { status, body } = await keeper.put('/support-services', { services });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/services/2/needs/0']);
    const twice = await keeper.put('/support-services', { services: services.slice(0, 2) });
    expect(twice.body.errors[0]).toEqual({ pointer: '/services/1/code', message: 'Each code may stand once' });
    expect((await keeper.get('/support-services')).body.items).toEqual([]);
  });

  it.each([
    ['http://beacon.example.org/', 'It must begin with https://'],
    ['https://127.0.0.1/', 'It must be a public address'],
    ['https://10.1.2.3/', 'It must be a public address'],
    ['https://169.254.169.254/latest', 'It must be a public address'],
    ['https://[::1]/', 'It must be a public address'],
    ['https://[::ffff:10.0.0.1]/', 'It must be a public address'],
    ['https://2130706433/', 'It must be a public address'],
    ['https://0x7f.1/', 'It must be a public address'],
    ['https://localhost/', 'It must be a public address'],
    ['https://printer.local/', 'It must be a public address'],
    ['https://name:password@beacon.example.org/', 'It must hold no name or password'],
  ])('takes no route to %s', async (url, message) => {
    const keeper = await ofForce('norfolk');
    const { status, body } = await keeper.put('/support-services/beacon', { ...beacon, route: { kind: 'http', url } });
    expect([status, body.errors]).toEqual([422, [{ pointer: '/route/url', message }]]);
  });

  it.each(['help@example.org', 'help@cjsm.net.example.org', 'help@notcjsm.net'])(
    'takes no secure e-mail to %s',
    async (address) => {
      const keeper = await ofForce('norfolk');
      const route = { kind: 'secureEmail', address };
      const { status, body } = await keeper.put('/support-services/beacon', { ...beacon, route });
      expect([status, body.errors[0].pointer]).toEqual([422, '/route/address']);
      const allowed = { kind: 'secureEmail', address: 'help@beacon.org.cjsm.net' };
      expect(
        (await keeper.put('/support-services/b2', { ...beacon, route: allowed }).set('if-match', '*')).status
      ).toBe(200);
    }
  );
});

describe('a referral', () => {
  const referral = { recipient: 'serviceProvider', supportService: 'beacon', basis: 'consent' };

  it('in a force without a directory is refused for no service', async () => {
    const { caseId } = await reported(system);
    await openTask(officer, caseId, 'makeReferral');
    expect((await officer.post(`/cases/${caseId}/referrals`, { ...referral, supportService: 'any' })).status).toBe(201);
  });

  it('to a service that the directory does not know, or that is closed, is refused wherever it is told', async () => {
    const force = 'sussex';
    const [keeper, care, sender] = await Promise.all([
      ofForce(force),
      api.as('victim-care-officer', { force }),
      api.as('reporting-system', { force }),
    ]);
    const services = [
      { code: 'beacon', ...beacon },
      { code: 'shut', name: 'Shut Example', open: false },
    ];
    await keeper.put('/support-services', { services });
    const { caseId } = await reported(sender, { investigatingForce: force });
    const task = await openTask(care, caseId, 'makeReferral');
    const unknown = { ...referral, supportService: 'nowhere' };
    const shut = { ...referral, supportService: 'shut' };
    const event = { kind: 'referralMade', data: unknown, happenedAt: justNow() };
    const outcome = { kind: 'referralMade', ...shut };
    const signposted = { kind: 'signposted', data: { supportServices: ['beacon', 'nowhere'], format: 'spoken' } };
    const refused = [
      await care.post(`/cases/${caseId}/referrals`, unknown),
      await care.post(`/cases/${caseId}/events`, event),
      await care.post(`/cases/${caseId}/events`, { ...signposted, happenedAt: justNow() }),
      await care.post(`/tasks/${task.taskId}/completion`, { outcome }),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'serviceUnknown'],
      [422, 'serviceUnknown'],
      [422, 'serviceUnknown'],
      [422, 'serviceClosed'],
    ]);
    expect((await care.post(`/cases/${caseId}/referrals`, referral)).status).toBe(201);
  });

  it('is proposed with its bases and reasons, and with the services that take it', async () => {
    const force = 'cumbria';
    const [keeper, care, sender] = await Promise.all([
      ofForce(force),
      api.as('victim-care-officer', { force }),
      api.as('reporting-system', { force }),
    ]);
    await keeper.put('/support-services/beacon', beacon);
    const person = { dateOfBirth: '1990-01-31', language: 'cy' };
    const { caseId } = await reported(sender, {
      investigatingForce: force,
      offence: { category: 'sexualOffence', title: 'Rape' },
      people: [aVictim(person)],
    });
    await openTask(care, caseId, 'makeReferral');
    const { status, body } = await care.get(`/cases/${caseId}/referral-proposals`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ consentRequired: true, isChild: false });
    expect(body.because).toContain('a victim of a sexual offence');
    const byRecipient = body.items.map(({ recipient, bases }: Record<string, unknown>) => [recipient, bases]);
    expect(byRecipient).toEqual([
      ['independentSexualViolenceAdviser', ['consent']],
      ['vulnerableVictimCaseManager', ['consent']],
      ['serviceProvider', ['consent']],
    ]);
    expect(body.items.at(-1).services).toEqual([{ code: 'beacon', name: 'Beacon Example' }]);
    expect(body.signposting).toEqual([{ code: 'beacon', name: 'Beacon Example', needs: beacon.needs }]);
    const told = { ...referral, basis: 'toldAndDidNotObject' };
    const refused = await care.post(`/cases/${caseId}/referrals`, told);
    expect([refused.status, refused.body.code]).toEqual([422, 'basisNotAllowed']);
    expect(refused.body.detail).toContain('rests on consent for a victim of a sexual offence');
  });

  it('of a child knows their age by their date of birth, whatever the report says of circumstances', async () => {
    const report = (dateOfBirth: string) =>
      reported(system, { circumstances: ['modernSlavery'], people: [aVictim({ dateOfBirth })] });
    const [child, adult] = await Promise.all([report('2014-05-01'), report('1984-05-01')]);
    const notify = { recipient: 'dutyToNotify', supportService: 'home-office', basis: 'lawfulBasisWithoutConsent' };
    const answers = [];
    for (const { caseId } of [child, adult]) {
      await openTask(officer, caseId, 'referModernSlavery');
      answers.push(await officer.post(`/cases/${caseId}/referrals`, notify));
    }
    expect(answers.map(({ status }) => status)).toEqual([422, 201]);
    expect(answers[0]?.body.detail).toContain('nationalReferralMechanism');
  });

  it('is answered by those alone whom the directory names as partners of the service', async () => {
    const force = 'dorset';
    const [keeper, care, sender] = await Promise.all([
      ofForce(force),
      api.as('victim-care-officer', { force }),
      api.as('reporting-system', { force }),
    ]);
    await keeper.put('/support-services/beacon', { ...beacon, partners: ['beacon-intake'] });
    const { caseId } = await reported(sender, { investigatingForce: force });
    await openTask(care, caseId, 'makeReferral');
    const { body: made } = await care.post(`/cases/${caseId}/referrals`, referral);
    const claims = { force, teams: ['beacon'] };
    const named = await api.as('partner', { ...claims, sub: 'beacon-intake' });
    const stranger = await api.as('partner', { ...claims, sub: 'somebody-else' });
    const path = `/referrals/${made.referralId}/answers`;
    expect(JSON.stringify((await stranger.get('/referrals')).body)).not.toContain(caseId);
    expect((await stranger.post(path, { answer: 'accepted' })).status).toBe(404);
    expect((await named.get('/referrals')).body.items).toContainEqual(expect.objectContaining({ caseId }));
    expect((await named.post(path, { answer: 'accepted' })).status).toBe(201);
    const levels = [{ category: 'safety', before: 'high', after: 'low' }];
    const report = { answer: 'supportReported', levels, goalsReached: ['homeSecurity'] };
    expect((await named.post(path, report)).status).toBe(201);
    const { body } = await care.get(`/cases/${caseId}/referrals`);
    expect(body.items[0].reports).toMatchObject([{ levels, goalsReached: ['homeSecurity'] }]);
    expect(supervisor).toBeDefined();
  });
});
