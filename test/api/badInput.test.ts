import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { routeOf, type Endpoint } from '../../api/http/endpoint';
import { permissions } from '../../api/access/permissions';
import type { Role } from '../../domain/vocabulary';
import { ApiUnderTest, type Caller } from './support/apiUnderTest';
import { endpoints } from './support/contract';
import { aReport } from './intake/reportBodies';

let api: ApiUnderTest;
let supervisor: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: false, callTimeoutMs: 2_000 });
  supervisor = await api.as('supervisor');
});
afterAll(async () => {
  await api?.end();
});

const caseId = randomUUID();
const known: Record<string, string> = {
  caseId,
  reportId: caseId,
  taskId: `${caseId}.1`,
  referralId: `${caseId}.r1`,
  seq: '1',
  messageId: 'm'.repeat(43),
  webhookId: caseId,
};
const filled = (path: string, ids: Record<string, string> = known) =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(ids[name] ?? name));

async function callerOf(each: Endpoint): Promise<Caller> {
  return api.as(permissions[routeOf(each)]?.[0] as Role);
}

/** What comes in may be anything: the answer says that it is not right, that there is no such thing, or that it is kept (202). */
const answered = (status: number) => expect([200, 202, 400, 404, 405, 412, 413, 415, 422, 428]).toContain(status);

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', '$where', '$gt', '', 'kind', 'data', 'outcome'),
  fc.constantFrom('contactMade', 'caseClosed', 'noCrime', '2026-13-45T99:99:99Z', '+275760-09-13T00:00:00.001Z')
);
const anything: fc.Arbitrary<unknown> = fc.letrec((again) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.double(),
    fc.integer(),
    fc.constantFrom(null, true, false, 1e308, -0, Number.MAX_SAFE_INTEGER),
    fc.array(again('value'), { maxLength: 4 }),
    fc.dictionary(words, again('value'), { maxKeys: 5 })
  ),
})).value;

const withBody = endpoints.filter(({ body }) => body).map((each) => [routeOf(each), each] as const);

describe('a body that nobody expected', () => {
  it.each(withBody)('is refused by %s, never a failure of ours', async (_route, each) => {
    const caller = await callerOf(each);
    await fc.assert(
      fc.asyncProperty(anything, async (body) => {
        const asked = caller.call(each.method, filled(each.path)).set('if-match', '"1"');
        const { status } = await asked.set('content-type', 'application/json').send(JSON.stringify(body));
        answered(status);
      }),
      { numRuns: Number(process.env.RUNS ?? 25) }
    );
  });

  it('may be a good report with one thing gone wrong in it', async () => {
    const system = await api.as('reporting-system');
    const report = aReport();
    const place = fc.constantFrom(...Object.keys(report), 'people', '__proto__', 'constructor');
    await fc.assert(
      fc.asyncProperty(place, anything, async (name, value) => {
        const people = [{ ...report.people[0], [name]: value }];
        for (const wrong of [{ [name]: value }, { people }]) {
          const sent = JSON.stringify({ ...report, ...wrong, investigatingForce: 'nowhere' });
          const asked = system.post('/crime-reports').set('content-type', 'application/json');
          const { status } = await asked.send(sent);
          expect([403, 422]).toContain(status);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 60) }
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each<[string, string | Buffer, Record<string, string>, number, string]>([
    ['is no JSON', '{"a":', {}, 400, 'malformedJson'],
    ['is a bare word', 'undefined', {}, 400, 'malformedJson'],
    ['is a text', '"text"', {}, 400, 'malformedJson'],
    ['is a list', '[]', {}, 422, 'invalidBody'],
    ['is of two megabytes', JSON.stringify({ note: 'x'.repeat(2_000_000) }), {}, 413, 'bodyTooLarge'],
    [
      'is a form',
      'surname=Example',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'unsupportedMediaType',
    ],
    ['is of no type', '{}', { 'content-type': '' }, 415, 'unsupportedMediaType'],
    [
      'is in another charset',
      '{}',
      { 'content-type': 'application/json; charset=iso-8859-1' },
      415,
      'unsupportedMediaType',
    ],
    ['is compressed', '{}', { 'content-encoding': 'gzip' }, 415, 'unsupportedMediaType'],
    ['is missing', '', {}, 422, 'invalidBody'],
    ['nests a thousand times', '['.repeat(1000) + ']'.repeat(1000), {}, 422, 'invalidBody'],
    ['sets a prototype', '{"__proto__":{"polluted":1},"surname":"Example"}', {}, 422, 'invalidBody'],
    ['says something twice', '{"surname":1,"surname":"Example"}', {}, 200, ''],
  ])('that %s is told apart', async (_what, body, headers, status, code) => {
    const asked = supervisor.call('post', '/cases/search').set({ 'content-type': 'application/json', ...headers });
    const answer = await (body === '' ? asked : asked.send(body));
    expect([answer.status, answer.body.code ?? '']).toEqual([status, code]);
  });
});

describe('an address that nobody gave out', () => {
  const gets = endpoints.filter(({ method }) => method === 'get').map((each) => [routeOf(each), each] as const);

  it.each(gets)('is not found by %s', async (_route, each) => {
    const caller = await callerOf(each);
    await fc.assert(
      fc.asyncProperty(words, words, words, async (id, name, value) => {
        const ids = Object.fromEntries(Object.keys(known).map((key) => [key, id]));
        const query = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
        answered((await caller.get(`${filled(each.path, ids)}?${query}`)).status);
        answered((await caller.get(`${filled(each.path)}?${query}&limit=${encodeURIComponent(value)}`)).status);
      }),
      { numRuns: Number(process.env.RUNS ?? 15) }
    );
  });

  it.each([
    ['/tasks?limit=0', 400],
    ['/tasks?limit=101', 400],
    ['/tasks?limit=1e9', 400],
    ['/tasks?limit=5&limit=6', 400],
    ['/tasks?team=a&team=b', 400],
    ['/tasks?team[$ne]=a', 400],
    ['/tasks?__proto__=a', 400],
    ['/tasks?caseId=1', 400],
    ['/tasks?assignee=%F0%9F%98%80', 400],
    ['/cases?ended=yes', 400],
    ['/cases/%E0%A4%A', 400],
    ['/cases/%00', 404],
    ['/cases/..%2f..%2fetc', 404],
    [`/cases/${caseId}/`, 404],
    [`/CASES/${caseId}`, 404],
    ['/nothing', 404],
    ['/tasks/counts/more', 404],
  ])('%s is answered %d', async (path, status) => {
    expect((await supervisor.get(path)).status).toBe(status);
  });

  it('says which methods there are where it knows the path', async () => {
    const { status, body, headers } = await supervisor.call('delete', `/cases/${caseId}`);
    expect([status, body.code, headers.allow]).toEqual([405, 'methodNotAllowed', 'GET']);
  });
});

describe('a header that nobody expected', () => {
  it.each([
    ['idempotency-key', '', 400],
    ['idempotency-key', 'x'.repeat(201), 400],
    ['idempotency-key', 'with a blank', 400],
    ['idempotency-key', 'é', 400],
    ['x-correlation-id', '{{7*7}}', 404],
    ['if-match', '","', 404],
    ['accept', 'text/html', 404],
  ])('%s: %s is answered %d', async (name, value, status) => {
    const asked = supervisor.post(`/cases/${caseId}/reopening`, { reason: 'newInformation' });
    expect((await asked.set(name, value)).status).toBe(status);
  });
});

describe('bytes that are no HTTP', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer(api.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  it('end the connection with 400 and leave the API as it was', async () => {
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('\u0000\u0001 nonsense\r\n\r\n'));
      socket.on('data', (data) => resolve(data.toString()));
      socket.on('error', reject);
    });
    expect(answer).toContain('400 Bad Request');
    expect((await supervisor.get('/tasks')).status).toBe(200);
  });
});
