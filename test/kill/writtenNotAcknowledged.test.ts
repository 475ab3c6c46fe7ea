import path from 'node:path';
import { builtFile } from '../../dev/projectRoot';
import { startServers, type RunningServers } from '../../dev/servers/startServers';
import { temporaryFolder } from '../support/temporaryFolder';
import type { Caller, Json } from './caller';
import { Journal, type Call, type Order } from './journal';
import { mongodbProxy, type MongodbProxy } from './mongodbProxy';
import type { KnownCase } from './officers';
import { examine } from './oracle';
import { policeReport } from './policeReport';
import { SeededRandom } from './seededRandom';
import { serviceToKill, type ServiceToKill } from './servicesToKill';

let servers: RunningServers;
let proxy: MongodbProxy;
let service: ServiceToKill;
let officer: Caller;
afterAll(async () => {
  await service?.stop();
  await proxy?.close();
  await servers?.stop();
});
const dataDir = temporaryFolder();
beforeAll(async () => {
  servers = await startServers({ dataDir: path.join(dataDir, 'servers'), restarts: false });
  proxy = await mongodbProxy(servers.mongodbUri);
  service = await serviceToKill(path.join(dataDir, 'service'), {
    env: {
      TEMPORAL_ADDRESS: servers.temporalAddress,
      MONGODB_URI: servers.mongodbUri,
      MONGODB_URI_OF_WORKER: proxy.uri,
    },
    scripts: { worker: path.join(__dirname, 'workerBehindProxy.cjs'), api: builtFile('api/server.js') },
  });
  officer = await service.caller('officer-1');
}, 60_000);

const journal = new Journal(Date.now() % 1_000_000);

async function aCase(): Promise<KnownCase> {
  const body = policeReport(new SeededRandom(journal.seed), { reference: `WRITTEN-${journal.calls.length}` });
  const { body: filed } = await officer.insist(
    journal,
    journal.invoke({ kind: 'report', path: '/crime-reports', body })
  );
  const { reportId, cases } = filed;
  const known: KnownCase = { caseId: cases[0].caseId, reportId, version: 0, hasEnded: false };
  // The case is at rest: no other write of it is on its way.
  await officer.insist(journal, journal.invoke(contactTried(known)));
  return known;
}

const contactTried = ({ caseId }: KnownCase): Order => ({
  kind: 'event',
  path: `/cases/${caseId}/events`,
  caseId,
  body: { kind: 'contactAttempted', data: { channel: 'phone', result: 'noAnswer' } },
  isDated: true,
});

async function contactMade(known: KnownCase): Promise<Order> {
  const { caseId } = known;
  const [task] = await officer.readAll(`/tasks?caseId=${caseId}&kind=makeFirstContact`);
  const body = { outcome: { kind: 'contactMade', channel: 'phone' } };
  const { taskId } = task;
  return { kind: 'completion', path: `/tasks/${taskId}/completion`, caseId, taskId, body, isDated: true };
}

const ended = async ({ caseId }: KnownCase): Promise<Order> => ({
  kind: 'ending',
  path: `/cases/${caseId}/events`,
  caseId,
  body: { kind: 'noCrime', data: { reason: 'notACrime' } },
  isDated: true,
});

/** Has a call's projection written, then ends worker and server before either hears of it. What readers saw by then. */
async function killedBetween(call: Call, { caseId }: KnownCase): Promise<Json> {
  const written = proxy.keepAnswer('cases', caseId);
  const trying = officer.try(journal, call);
  await written;
  await Promise.all([service.kill('worker'), servers.kill('temporal')]);
  const { body: seen } = await officer.read(`/cases/${caseId}`);
  await trying;
  await Promise.all([servers.start('temporal'), service.whenReady()]);
  return seen;
}

it.each([
  ['a victim was contacted', contactMade],
  ['a case ended', ended],
])(
  'shows an officer what the case knows, though both died after MongoDB learnt that %s',
  async (_what, order) => {
    const known = await aCase();
    const call = journal.invoke(await order(known));
    const before = (await officer.read(`/cases/${known.caseId}`)).body;
    const seen = await killedBetween(call, known);
    expect(seen.version).toBeGreaterThan(before.version);

    // Nobody has repeated the call yet: what was shown must be the case's own already, and another call must not be.
    const { body: live } = await officer.read(`/cases/${known.caseId}/live`);
    expect(live.summary).toMatchObject({ version: seen.version, stage: seen.stage, facts: seen.facts });
    const { body: next } = await officer.insist(journal, journal.invoke(contactTried(known)));
    expect(next.version).toBeGreaterThan(seen.version);
    const { body: answer } = await officer.insist(journal, call);
    expect(answer.version).toBe(seen.version);
    expect(await examine(officer, journal, [known])).toEqual([]);
  },
  60_000
);
