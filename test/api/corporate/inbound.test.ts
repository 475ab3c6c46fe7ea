import { randomUUID } from 'node:crypto';
import { jsonApiType } from '../../../api/http/jsonApi';
import { takeIn } from '../../../commands/inbound/takeIn';
import { unfinishedWork } from '../../../commands/unfinishedWork';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { aForm, aPortalMessage, aReferral, aSkeleton } from './incidentForms';
import { eventually } from '../support/stories';
import { aReport, aVictim } from '../intake/reportBodies';

let api: ApiUnderTest;
let police: Caller;
let officer: Caller;
let supervisor: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  [police, officer, supervisor] = await Promise.all([
    api.as('reporting-system'),
    api.as('victim-care-officer'),
    api.as('supervisor'),
  ]);
});
afterAll(async () => {
  await api?.end();
});

const later = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

async function messageIn(answer: { body: { data: { id: string } } }) {
  const message = await api.database.inboundMessages.find(answer.body.data.id);
  if (!message) throw new Error('The message is not stored');
  return message;
}

async function reportOf(answer: { body: { data: { id: string } } }) {
  const { reportId } = await messageIn(answer);
  return (await supervisor.get(`/crime-reports/${reportId}`)).body;
}

/** The parked messages of the force by id. */
async function parked(): Promise<Map<string, { because: { code: string } }>> {
  const { body } = await supervisor.get('/operations/parked-messages?limit=100');
  return new Map(body.items.map((each: { messageId: string }) => [each.messageId, each]));
}

describe('a crime form of Single Online Home', () => {
  it('that is full becomes a crime report with a case for its victim, and the sender hears so in JSON:API', async () => {
    const answer = await police
      .call('post', '/incidents')
      .set('content-type', jsonApiType)
      .send(JSON.stringify(aForm()));
    expect([answer.status, answer.headers['content-type']]).toEqual([201, jsonApiType]);
    const report = await reportOf(answer);
    expect(report).toMatchObject({ source: 'singleOnlineHome', offence: { category: 'theft' } });
    const { body: person } = await officer.get(`/cases/${report.cases[0].caseId}/person`);
    expect(person).toMatchObject({ name: 'Quentina Formfiller', dateOfBirth: '1990-04-05' });
    expect(person.contactPoints).toEqual([
      expect.objectContaining({ channel: 'phone', safe: 'unknown' }),
      expect.objectContaining({ channel: 'email', safe: 'unknown', preferred: true }),
    ]);
  });

  it('sent six times gives one report and the same answer six times', async () => {
    const form = aForm();
    const answers = await Promise.all(Array.from({ length: 6 }, () => police.post('/incidents', form)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect((await reportOf(answers[0] as never)).cases).toHaveLength(1);
  });

  it('under the same id with another content is refused as business, and changes nothing', async () => {
    const submission = { submissionId: `SOH-${randomUUID()}`, submitTime: later(3) };
    const first = await police.post('/incidents', aForm({ submission }));
    const other = await police.post('/incidents', aForm({ submission, incident: { subjectedToHateCrime: true } }));
    expect([other.status, other.body.errors[0].code, other.body.errors[0].meta.kind]).toEqual([
      409,
      'messageDiffers',
      'business',
    ]);
    expect((await reportOf(first)).circumstances).toEqual([]);
  });

  it('in a newer version amends the report; an older version that comes after it does nothing', async () => {
    const customerReferenceNumber = `CRN-${randomUUID()}`;
    const version = (minutesAgo: number, hate: boolean) =>
      aForm({
        submission: { customerReferenceNumber, submitTime: later(minutesAgo) },
        incident: { subjectedToHateCrime: hate },
      });
    const first = await police.post('/incidents', version(20, false));
    const third = await police.post('/incidents', version(5, true));
    const second = await police.post('/incidents', version(10, false));
    expect([first.status, third.status, second.status]).toEqual([201, 201, 201]);
    expect((await messageIn(second)).state).toBe('olderThanKnown');
    const report = await reportOf(first);
    expect([report.circumstances, report.amendments.length]).toEqual([['hateCrime'], 1]);
    expect((await reportOf(third)).reportId).toBe(report.reportId);
  });

  it.each<[string, object]>([
    ['a surname that is too long', aForm({ person: { surname: 'x'.repeat(36) } })],
    ['a day of birth that is none', aForm({ person: { dateOfBirth: '5 April 1990' } })],
    ['a description that is a number', aForm({ incident: { incidentDescription: 7 } })],
    ['a time without an offset', aForm({ incident: { incidentStartDateTime: { dateFrom: '2026-11-22T07:00:00' } } })],
  ])('with %s is an error of business that quotes nothing, and parks', async (_what, form) => {
    const { status, body, text } = await police.post('/incidents', form);
    expect([status, body.errors[0].meta.kind]).toEqual([422, 'business']);
    expect(body.errors[0].source.pointer).toMatch(/^\//);
    expect(text).not.toMatch(/Formfiller|Quentina|xxxx|bicycle|April/);
    const again = await police.post('/incidents', form);
    expect(again.body.errors.map(({ code }: { code: string }) => code)).toEqual(
      body.errors.map(({ code }: { code: string }) => code)
    );
  });

  it('that parked goes through when its sender sends it mended', async () => {
    const submission = { submissionId: `SOH-${randomUUID()}` };
    expect((await police.post('/incidents', aForm({ submission, person: { dateOfBirth: 'x' } }))).status).toBe(422);
    const mended = await police.post('/incidents', aForm({ submission }));
    expect([mended.status, (await messageIn(mended)).state]).toEqual([201, 'taken']);
  });

  it.each<[string, object, number, string]>([
    ['no submission', { data: { type: 'incident' }, included: [] }, 422, 'invalidBody'],
    ['another type', { data: { type: 'sighting' }, included: [] }, 422, 'invalidBody'],
    ['another force', aForm({ submission: { forceIdentifier: 'kent' } }), 403, 'notAllowed'],
  ])('with %s is refused and not stored', async (_what, form, status, code) => {
    const before = (await parked()).size;
    const answer = await police.post('/incidents', form);
    expect([answer.status, answer.body.errors[0].code]).toEqual([status, code]);
    expect((await parked()).size).toBe(before);
  });

  it('meets errors in JSON:API also without a token, and while the database is away they are of the system', async () => {
    const { default: request } = await import('supertest');
    const nobody = await request(api.app).post('/api/v1/incidents').send(aForm());
    expect([nobody.status, nobody.body.errors[0].code]).toEqual([401, 'notAuthenticated']);
    const cut = await ApiUnderTest.start({ worker: false, mongodbUri: 'mongodb://127.0.0.1:9/none' });
    try {
      const { status, body } = await (await cut.as('reporting-system')).post('/incidents', aForm());
      expect([status, body.errors[0].meta.kind]).toEqual([503, 'system']);
    } finally {
      await cut.end();
    }
  });

  it('leaves no word of itself in the log', async () => {
    await police.post('/incidents', aForm({ person: { dateOfBirth: 'x' } }));
    await police.post('/incidents', aSkeleton());
    expect(api.logged.join('\n')).not.toMatch(/Formfiller|gnome|bicycle|900456/);
  });
});

describe('a form that no table can read', () => {
  it.each<[string, object, string]>([
    ['is text alone', aSkeleton(), 'textOnly'],
    ['has an unknown code of offence', aForm({ submission: { categorySubcode: 'constructor' } }), 'codeUnknown'],
    ['has an unknown part in it', aForm({ incident: { incidentInvolvement: 'IVLD_9999' } }), 'codeUnknown'],
    ['names no victim', aForm({ incident: { incidentInvolvement: 'IVLD_0003' } }), 'noVictimNamed'],
    ['has a victim without a surname', aForm({ person: { surname: undefined } }), 'nameMissing'],
    ['does not say when', aForm({ incident: { incidentStartDateTime: undefined } }), 'timeMissing'],
    ['was sent before it happened', aForm({ submission: { submitTime: later(600) } }), 'timesDoNotFit'],
  ])('because it %s waits in the triage queue of its force', async (_what, form, code) => {
    const answer = await police.post('/incidents', form);
    expect(answer.status).toBe(201);
    const { body } = await officer.get('/triage?limit=100');
    const mine = body.items.find(({ messageId }: { messageId: string }) => messageId === answer.body.data.id);
    expect(mine.because.code).toBe(code);
    const elsewhere = await api.as('victim-care-officer', { force: 'kent' });
    expect((await elsewhere.get('/triage')).body.items).toEqual([]);
    expect((await elsewhere.get(`/triage/${mine.messageId}`)).status).toBe(404);
  });

  async function triaged(): Promise<string> {
    return (await police.post('/incidents', aSkeleton())).body.data.id;
  }

  function made() {
    const { source: _source, sourceReference: _reference, receivedAt: _at, reportedAt: _on, ...rest } = aReport();
    return rest;
  }

  it('becomes a crime report when a person completes it, once, and the same again gives the same cases', async () => {
    const messageId = await triaged();
    expect((await officer.get(`/triage/${messageId}`)).body.text).toContain('garden gnome');
    const report = made();
    const first = await officer.post(`/triage/${messageId}/report`, report);
    expect([first.status, first.body.cases.length]).toEqual([202, 1]);
    const again = await officer.post(`/triage/${messageId}/report`, report);
    expect([again.body.reportId, again.body.alreadyKnown]).toEqual([first.body.reportId, true]);
    const other = await officer.post(`/triage/${messageId}/report`, {
      ...report,
      people: [aVictim({ name: 'No One' })],
    });
    expect([other.status, other.body.code]).toEqual([409, 'messageHandled']);
    expect((await messageIn({ body: { data: { id: messageId } } })).state).toBe('taken');
  });

  it('is rejected with a reason by a coordinator or supervisor, and then is no report any more', async () => {
    const messageId = await triaged();
    expect((await officer.post(`/triage/${messageId}/rejection`, { reason: 'duplicate' })).status).toBe(403);
    expect((await supervisor.post(`/triage/${messageId}/rejection`, { reason: 'duplicate' })).status).toBe(200);
    const answers = [
      await supervisor.post(`/triage/${messageId}/rejection`, { reason: 'test' }),
      await officer.post(`/triage/${messageId}/report`, made()),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(['messageHandled', 'messageHandled']);
  });
});

describe('a referral of Report Fraud', () => {
  it('that arrives seven weeks late starts a case whose clocks start at arrival, and says how late it is', async () => {
    const { body } = await police.post('/report-fraud/referrals', aReferral());
    expect([body.state, body.alreadyKnown]).toEqual(['taken', false]);
    const { reportId } = (await api.database.inboundMessages.find(body.messageId)) ?? {};
    const { body: report } = await supervisor.get(`/crime-reports/${reportId}`);
    const { body: one } = await officer.get(`/cases/${report.cases[0].caseId}`);
    expect(one).toMatchObject({ offenceCategory: 'fraud', arrivedLate: { days: 49 } });
    expect(Date.parse(one.receivedAt) - Date.parse(one.reportedAt)).toBeGreaterThan(48 * 86_400_000);
  });

  it('twice is one; a newer version amends it, and the older one does nothing when it comes after', async () => {
    const first = aReferral();
    const { reference } = first.payload as { reference: string };
    const version = (number: number, cyber: boolean) => aReferral({ reference, version: number, cyber });
    await police.post('/report-fraud/referrals', first);
    expect((await police.post('/report-fraud/referrals', first)).body.alreadyKnown).toBe(true);
    expect((await police.post('/report-fraud/referrals', version(3, true))).body.state).toBe('taken');
    expect((await police.post('/report-fraud/referrals', version(2, false))).body.state).toBe('olderThanKnown');
    const stored = await api.database.crimeReports.findBySource('reportFraud', reference);
    expect([stored?.circumstances, stored?.amendments.length]).toEqual([['cyber'], 1]);
  });
});

describe('what a victim writes in TrackMyCrime', () => {
  async function aCase(): Promise<{ caseId: string; crimeReference: string }> {
    const report = aReport();
    const { body } = await police.post('/crime-reports', report);
    return { caseId: body.cases[0].caseId, crimeReference: String(report.crimeReference) };
  }

  it('is a fact of their case with their words, and a task to answer it, that an answer closes', async () => {
    const { caseId, crimeReference } = await aCase();
    const { body } = await police.post('/track-my-crime/messages', aPortalMessage(crimeReference));
    expect(body.state).toBe('taken');
    const { body: timeline } = await officer.get(`/cases/${caseId}/timeline`);
    const wrote = timeline.items.find(({ kind }: { kind: string }) => kind === 'victimWrote');
    expect(wrote).toMatchObject({ note: 'When will I hear from you?', source: 'trackMyCrime' });
    const { body: tasks } = await officer.get('/tasks?limit=100');
    const mine = (each: { caseId: string; kind: string }) => each.caseId === caseId && each.kind === 'answerVictim';
    const task = tasks.items.find(mine);
    expect(task.about).toEqual([wrote.seq]);
    const done = await officer.post(`/tasks/${task.taskId}/completion`, {
      outcome: { kind: 'victimAnswered', by: 'phone', about: [wrote.seq] },
    });
    expect(done.status).toBe(200);
    expect((await officer.get('/tasks?limit=100')).body.items.filter(mine)).toEqual([]);
  });

  it('sent again and again is one fact', async () => {
    const { caseId, crimeReference } = await aCase();
    const message = aPortalMessage(crimeReference);
    await Promise.all(Array.from({ length: 5 }, () => police.post('/track-my-crime/messages', message)));
    const { body } = await officer.get(`/cases/${caseId}/timeline`);
    expect(body.items.filter(({ kind }: { kind: string }) => kind === 'victimWrote')).toHaveLength(1);
  });

  it('under a reference that nobody knows parks, goes on once a person names the case, and is never taken twice', async () => {
    const { caseId } = await aCase();
    const { body } = await police.post('/track-my-crime/messages', aPortalMessage(`41/${randomUUID()}`));
    expect([body.state, body.because.code]).toEqual(['parked', 'unknownReference']);
    const path = `/operations/parked-messages/${body.messageId}`;
    expect((await supervisor.get(path)).body.payload.text).toBe('When will I hear from you?');
    const mended = await supervisor.post(`${path}/mended`, { caseId });
    expect([mended.body.state, mended.body.caseId]).toEqual(['taken', caseId]);
    expect((await supervisor.post(`${path}/mended`, { caseId })).body.code).toBe('messageHandled');
    expect((await parked()).has(body.messageId)).toBe(false);
  });

  it('about a crime with two victims waits for a person: nobody is given another one’s words', async () => {
    const report = aReport({ people: [aVictim(), aVictim({ name: 'Robin Other' })] });
    await police.post('/crime-reports', report);
    const { body } = await police.post('/track-my-crime/messages', aPortalMessage(String(report.crimeReference)));
    expect([body.state, body.because.code]).toEqual(['parked', 'severalCases']);
  });
});

describe('a poison message', () => {
  const poisons: [string, object, string][] = [
    ['an unknown version of the schema', aReferral({}, { schemaVersion: '9.0' }), 'schemaVersionUnknown'],
    ['no victim', aReferral({ victim: null }), 'notAsAgreed'],
    ['a victim without a name', aReferral({ victim: { name: '' } }), 'notAsAgreed'],
    ['a version that is no number', aReferral({ version: 'newest' }), 'notAsAgreed'],
    ['a code that is a sentence', aReferral({ fraudCode: 'Barnaby lost everything' }), 'notAsAgreed'],
    ['times the wrong way round', aReferral({ occurredAt: later(10), reportedAt: later(20) }), 'notAsAgreed'],
    ['a report from the future', aReferral({ reportedAt: '2099-01-01T00:00:00Z' }), 'timesDoNotFit'],
    ['nothing in it', aReferral({}, { payload: {} }), 'notAsAgreed'],
    ['names that objects have', aReferral({}, { payload: { constructor: 1, toString: {} } }), 'notAsAgreed'],
  ];

  it.each(poisons)(
    'with %s parks with its reason, says no name, and the next message goes through',
    async (_w, m, code) => {
      const { body, text } = await police.post('/report-fraud/referrals', m);
      expect([body.state, body.because.code]).toEqual(['parked', code]);
      expect(text).not.toMatch(/Barnaby|Swindled|900777/);
      expect((await parked()).get(body.messageId)?.because.code).toBe(code);
      expect((await police.post('/report-fraud/referrals', aReferral())).body.state).toBe('taken');
    }
  );

  it('mended by a supervisor goes through; discarded with a reason it is done with; of another force it is not there', async () => {
    const [first, second] = [aReferral({ victim: null }), aReferral({ victim: null })];
    const ids = [];
    for (const each of [first, second]) ids.push((await police.post('/report-fraud/referrals', each)).body.messageId);
    const path = `/operations/parked-messages/${ids[0]}`;
    const stillWrong = await supervisor.post(`${path}/mended`, { payload: { ...first.payload, victim: 7 } });
    expect([stillWrong.body.state, stillWrong.body.mended]).toEqual(['parked', 1]);
    const mended = await supervisor.post(`${path}/mended`, {
      payload: { ...first.payload, victim: { name: 'Barnaby Swindled' } },
    });
    expect([mended.body.state, mended.body.mended]).toEqual(['taken', 2]);

    const elsewhere = await api.as('supervisor', { force: 'kent' });
    expect((await elsewhere.post(`/operations/parked-messages/${ids[1]}/discard`, { reason: 'x' })).status).toBe(404);
    const discarded = await supervisor.post(`/operations/parked-messages/${ids[1]}/discard`, { reason: 'A test' });
    expect(discarded.body.state).toBe('discarded');
    expect((await police.post('/report-fraud/referrals', second)).body.state).toBe('discarded');
  });

  it('is stored as it came under a key of its own, and nowhere in the open', async () => {
    const { body } = await police.post('/report-fraud/referrals', aReferral({ version: 0 }));
    const stored = JSON.stringify(await api.database.inboundMessages.find(body.messageId));
    expect(stored).not.toMatch(/Barnaby|RF-/);
    expect(api.logged.join('\n')).not.toMatch(/Barnaby|Swindled|When will I hear/);
  });

  it('that was stored before a crash is taken up by the sweep, once', async () => {
    const given = aReferral();
    const envelope = { ...given, source: 'reportFraud' as const, force: 'hertfordshire', receivedAt: later(1) };
    const { message } = await api.database.inboundMessages.receive(envelope as never, 'a-system', later(0));
    expect(await unfinishedWork(api.engine).takeInMessages()).toBe(1);
    expect((await api.database.inboundMessages.find(message.messageId))?.state).toBe('taken');
    expect(await unfinishedWork(api.engine).takeInMessages()).toBe(0);
    expect((await takeIn(api.engine, message)).state).toBe('taken');
  });
});

describe('a message marked as one of a police employee or a well-known person', () => {
  const marked = () => aReferral({ restricted: true, victim: { name: 'Famous Nobody' } });
  const named = { restrictedTo: ['an-officer-named'] };

  it('begins no case until a supervisor says who may see it, and then nobody else sees it', async () => {
    const { body } = await police.post('/report-fraud/referrals', marked());
    expect([body.state, body.because.code]).toEqual(['parked', 'restricted']);
    const mended = await supervisor.post(`/operations/parked-messages/${body.messageId}/mended`, named);
    expect(mended.body.state).toBe('taken');
    const report = await api.database.crimeReports.findReport(mended.body.reportId);
    expect(report?.visibleTo).toEqual(['a-supervisor', 'an-officer-named']);
    const path = `/crime-reports/${mended.body.reportId}`;
    const other = await api.as('supervisor', { sub: 'supervisor-2' });
    expect([(await supervisor.get(path)).status, (await other.get(path)).status]).toEqual([200, 404]);
  });

  it('as a form of words alone is in the triage queue of those named alone, and so is its case', async () => {
    const skeleton = aSkeleton();
    Object.assign(skeleton.data.attributes, { restrictedAccess: 'YES' });
    const { status, body } = await police.post('/incidents', skeleton);
    expect(status).toBe(201);
    const { id } = body.data;
    expect((await officer.get('/triage?limit=100')).text).not.toContain(id);
    const mended = await supervisor.post(`/operations/parked-messages/${id}/mended`, named);
    expect([mended.body.state, mended.body.because.code]).toEqual(['triage', 'textOnly']);
    const officerNamed = await api.as('victim-care-officer', { sub: 'an-officer-named' });
    expect((await officer.get('/triage?limit=100')).text).not.toContain(id);
    expect((await officer.get(`/triage/${id}`)).status).toBe(404);
    expect((await officerNamed.get('/triage?limit=100')).text).toContain(id);
    const {
      source: _s,
      sourceReference: _r,
      reportedAt: _a,
      receivedAt: _v,
      ...told
    } = aReport({ occurredAt: later(600) });
    const made = await officerNamed.post(`/triage/${id}/report`, told);
    expect(made.status).toBe(202);
    const report = await api.database.crimeReports.findReport(made.body.reportId);
    expect(report?.visibleTo).toEqual(['a-supervisor', 'an-officer-named']);
  });

  it('without a mark can be restricted by whoever makes a report of it; a mark that comes later restricts the cases', async () => {
    const { body } = await police.post('/incidents', aSkeleton());
    const {
      source: _s,
      sourceReference: _r,
      reportedAt: _a,
      receivedAt: _v,
      ...told
    } = aReport({ occurredAt: later(600) });
    const made = await officer.post(`/triage/${body.data.id}/report`, { ...told, restrictedTo: ['somebody'] });
    expect((await api.database.crimeReports.findReport(made.body.reportId))?.visibleTo).toEqual([
      'a-victim-care-officer',
      'somebody',
    ]);

    const first = aReferral();
    const { body: taken } = await police.post('/report-fraud/referrals', first);
    const { reportId } = (await api.database.inboundMessages.find(taken.messageId)) ?? {};
    const [person] = (await api.database.crimeReports.findReport(reportId ?? ''))?.people ?? [];
    await eventually(() => api.database.cases.findCase(person?.caseId ?? ''));
    const { reference } = first.payload;
    const second = aReferral({ ...first.payload, reference, version: 9, restricted: true });
    const { body: parks } = await police.post('/report-fraud/referrals', second);
    expect(parks.because.code).toBe('restricted');
    await supervisor.post(`/operations/parked-messages/${parks.messageId}/mended`, named);
    expect((await api.database.cases.findCase(person?.caseId ?? ''))?.visibleTo).toEqual([
      'a-supervisor',
      'an-officer-named',
    ]);
  });
});

describe('a person who is erased', () => {
  it('is erased from every raw message about them, of whatever source, version and state, also from one that comes later', async () => {
    const crimeReference = `41/${randomUUID().slice(0, 8)}/26`;
    const victim = { name: 'Zelda Erasable' };
    const referral = aReferral({ victim, crimeReference, version: 2 });
    const { reference } = referral.payload;
    const versions = [referral, ...[3, 1].map((version) => aReferral({ victim, crimeReference, reference, version }))];
    const ids: string[] = [];
    for (const each of versions) ids.push((await police.post('/report-fraud/referrals', each)).body.messageId);
    const [first = ''] = ids;
    const { reportId } = (await api.database.inboundMessages.find(first)) ?? {};
    const [about] = (await api.database.crimeReports.findReport(reportId ?? ''))?.people ?? [];
    const { personId = '', caseId = '' } = about ?? {};
    await eventually(async () => api.database.cases.findCase(caseId));
    const written = await police.post('/track-my-crime/messages', aPortalMessage(crimeReference));
    ids.push(written.body.messageId);
    const states = ids.map(async (id) => (await api.database.inboundMessages.find(id))?.state);
    expect(await Promise.all(states)).toEqual(['taken', 'taken', 'olderThanKnown', 'taken']);
    for (const id of ids) expect(await api.database.inboundMessages.readPayload(id)).toBeDefined();

    await api.database.persons.forget(personId, later(0));
    const late = await police.post('/report-fraud/referrals', aReferral({ victim, reference, version: 4 }));
    ids.push(late.body.messageId);
    for (const id of ids) expect(await api.database.inboundMessages.readPayload(id)).toBeUndefined();
    const others = await police.post('/report-fraud/referrals', aReferral());
    expect(await api.database.inboundMessages.readPayload(others.body.messageId)).toBeDefined();
  });

  it('is erased from a form that somebody made a report of by hand', async () => {
    const { body: taken } = await police.post('/incidents', aSkeleton());
    const { id } = taken.data;
    const {
      source: _s,
      sourceReference: _r,
      reportedAt: _a,
      receivedAt: _v,
      ...told
    } = aReport({ occurredAt: later(600) });
    const { status, body } = await officer.post(`/triage/${id}/report`, told);
    expect(status).toBe(202);
    await api.database.persons.forget(body.cases[0].personId, later(0));
    expect(await api.database.inboundMessages.readPayload(id)).toBeUndefined();
  });
});
