import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { startService, type RunningService, type StartingService } from '../../dev/service';
import { temporaryFolder } from '../support/temporaryFolder';

let service: StartingService | undefined;
afterAll(() => service?.stop());
// After the service has stopped: hooks run in the order in which they are written.
const dataDir = temporaryFolder();
const force = 'hertfordshire';
const teams = ['north-victim-care'];

/** Random letters and digits: no compression shortens them, and nothing else in a file looks like them. */
const canary = (what: string): string => `${what}${randomBytes(12).toString('hex')}`;

/** What must not be readable anywhere: names, numbers, addresses, references and free text of all kinds. */
const secrets = {
  name: canary('Ada'),
  correctedName: canary('Bea'),
  staleName: canary('Cea'),
  suspect: canary('Sus'),
  representative: canary('Rep'),
  email: `${canary('mail')}@example.org`,
  instruction: canary('Call'),
  crimeReference: canary('CR').toUpperCase(),
  sourceReference: canary('SR'),
  personReference: canary('PR'),
  title: canary('Title'),
  note: canary('Note'),
  need: canary('Need'),
  badField: canary('Bad'),
};

let running: RunningService;
const said: string[] = [];

beforeAll(async () => {
  service = startService({ env: { ...process.env, PORT: '0', DATA_DIR: dataDir }, say: (line) => said.push(line) });
  running = await service.ready;
}, 120_000);

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly etag: string | null;
}

async function caller() {
  const token = await running.token({
    sub: 'officer-privacy',
    roles: ['reporting-system', 'victim-care-officer', 'supervisor'],
    force,
    teams,
  });
  return async (method: string, at: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> => {
    const response = await fetch(`${running.apiUrl}/api/v1${at}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text(), etag: response.headers.get('etag') };
  };
}

/** Every file below a folder that holds one of the texts, with the texts' names. */
function filesWith(texts: Readonly<Record<string, string>>, folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, entry);
    if (!statSync(file).isFile()) continue;
    const bytes = readFileSync(file);
    for (const [name, text] of Object.entries(texts)) {
      const folded =
        bytes.includes(text) || bytes.includes(text.toLowerCase()) || bytes.includes(Buffer.from(text, 'utf16le'));
      const encoded = bytes.includes(Buffer.from(text).toString('base64').slice(0, -4));
      if (folded || encoded) found.push(`${name} in ${entry}`);
    }
  }
  return found;
}

describe('what a victim has told us', () => {
  it('is readable in no file, no log and no error, through a whole journey with refusals and mistakes', async () => {
    const call = await caller();
    const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
    const contactPoints = [
      { channel: 'phone', value: '07700 900199', safe: 'yes', instruction: secrets.instruction, preferred: true },
      { channel: 'email', value: secrets.email, safe: 'no' },
    ];
    const report = {
      source: 'policeRecordsSystem',
      sourceReference: secrets.sourceReference,
      crimeReference: secrets.crimeReference,
      occurredAt: hoursAgo(5),
      reportedAt: hoursAgo(3),
      receivedAt: hoursAgo(2),
      offence: { category: 'robbery', title: secrets.title },
      suspects: [{ suspectId: 's1', name: secrets.suspect }],
      investigatingForce: force,
      owningTeam: teams[0],
      note: secrets.note,
      people: [
        {
          role: 'victim',
          name: secrets.name,
          personReference: secrets.personReference,
          contactPoints,
          needs: [secrets.need],
          representatives: [{ name: secrets.representative, relation: 'other', contactPoints: [] }],
        },
      ],
    };
    const errors: Reply[] = [];
    const accepted = await call('POST', '/crime-reports', report);
    expect(accepted.status).toBe(202);
    const { reportId, cases } = JSON.parse(accepted.text) as { reportId: string; cases: { caseId: string }[] };
    const caseId = cases[0]?.caseId as string;

    errors.push(
      await call('POST', '/crime-reports', { ...report, offence: { category: 'theft', title: secrets.badField } })
    );
    errors.push(
      await call('POST', '/crime-reports', { ...report, people: [{ ...report.people[0], [secrets.badField]: 1 }] })
    );
    errors.push(await call('POST', '/crime-reports', `{"name": "${secrets.badField}`));
    errors.push(await call('GET', `/cases/${secrets.badField}`));

    for (let attempt = 0; attempt < 200 && (await call('GET', `/cases/${caseId}`)).status === 404; attempt += 1);
    const { text: list } = await call('GET', `/tasks?caseId=${caseId}`);
    const tasks = (JSON.parse(list) as { items: { taskId: string; kind: string }[] }).items;
    const taskOf = (kind: string): string => tasks.find((task) => task.kind === kind)?.taskId as string;
    const contact = { outcome: { kind: 'contactMade', channel: 'phone', with: 'victim' }, note: secrets.note };
    errors.push(await call('POST', `/tasks/${taskOf('assessNeeds')}/completion`, contact));
    const completed = await call('POST', `/tasks/${taskOf('makeFirstContact')}/completion`, contact);
    expect(completed).toMatchObject({ status: 200 });
    errors.push(await call('POST', `/tasks/${taskOf('makeFirstContact')}/completion`, contact));
    const arrested = {
      kind: 'suspectArrested',
      data: {},
      happenedAt: hoursAgo(1),
      suspects: ['s1'],
      note: secrets.note,
    };
    expect((await call('POST', `/cases/${caseId}/events`, arrested)).status).toBe(201);
    const person = await call('GET', `/cases/${caseId}/person`);
    expect(person.text).toContain(secrets.name);
    const seen = { 'if-match': person.etag ?? '' };
    const corrected = await call('PATCH', `/cases/${caseId}/person`, { name: secrets.correctedName }, seen);
    expect(corrected.status).toBe(200);
    errors.push(await call('PATCH', `/cases/${caseId}/person`, { name: secrets.staleName }, seen));
    const amended = { reason: secrets.note, changes: { offence: { category: 'theft', title: secrets.title } } };
    expect((await call('POST', `/crime-reports/${reportId}/amendments`, amended)).status).toBe(202);
    const found = await call('POST', '/cases/search', { crimeReference: secrets.crimeReference });
    expect(found.text).toContain(caseId);
    const timeline = await call('GET', `/cases/${caseId}/timeline`);
    expect(timeline.text).toContain(secrets.note);
    const noCrime = {
      kind: 'noCrime',
      data: { reason: 'recordedInError' },
      happenedAt: hoursAgo(0),
      note: secrets.note,
    };
    expect((await call('POST', `/cases/${caseId}/events`, noCrime)).status).toBe(201);

    for (const { status, text } of errors) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      for (const secret of Object.values(secrets)) if (secret !== secrets.badField) expect(text).not.toContain(secret);
    }

    await service?.stop();
    // The search itself must be able to find: a case's id is opaque, and stands in databases and logs alike.
    expect(filesWith({ caseId }, dataDir).length).toBeGreaterThan(2);
    expect(filesWith({ ...secrets, phone: '7700900199', spacedPhone: '07700 900199' }, dataDir)).toEqual([]);
    for (const line of said) for (const secret of Object.values(secrets)) expect(line).not.toContain(secret);
  }, 120_000);
});
