import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApiUnderTest } from '../api/support/apiUnderTest';
import { complianceCases, shown } from '../api/code/complianceCases';
import { nothingProjected, projectionOf } from '../../domain/projection/projection';
import { aReport } from '../support/aReport';

const root = path.resolve(__dirname, '../..');
const march = ['compliance', '--from', '2026-03-01', '--to', '2026-03-31'];

let api: ApiUnderTest;
let server: Server;
let env: NodeJS.ProcessEnv;
let folder: string;
beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: false });
  server = createServer(api.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  folder = mkdtempSync(path.join(tmpdir(), 'victim-case-report-'));
  const token = await api.tokenOf('supervisor');
  env = { PATH: process.env.PATH, DATA_DIR: folder, VICTIM_CASE_TOKEN: token };
  const now = new Date().toISOString();
  const filed = await api.database.crimeReports.fileReport(aReport(), 's', now, now);
  const { careRecord } = complianceCases.reachedThenForgotten();
  const reportId = filed.kind === 'filed' ? filed.report.reportId : '';
  await shown(api.database, { ...careRecord, opening: { ...careRecord.opening, reportId } });
});
afterAll(async () => {
  server?.close();
  server?.closeAllConnections();
  await api?.end();
});

/** Runs a built command as a person would, against the service of this test. */
async function run(command: 'report' | 'verify', ...args: string[]) {
  const { port } = server.address() as AddressInfo;
  const options = [path.join(root, 'dist/cli', `${command}.js`), ...args, '--url', `http://127.0.0.1:${port}`];
  const child = spawn(process.execPath, options, { cwd: root, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (stdout += part.toString()));
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

describe('the report at the command line', () => {
  it('is a table to read, and says what it is of', async () => {
    const { code, stdout } = await run('report', ...march, '--by', 'right');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Duties that fell due from 2026-03-01 to 2026-03-31/);
    expect(stdout).toMatch(/\nall +6 +2 +1 +3 +0 +0 +2 /);
    expect(stdout).toMatch(/\nreferral +1 +0 +1 /);
  });

  it('is what the API answers, or a CSV file', async () => {
    expect(JSON.parse((await run('report', ...march, '--json')).stdout)).toMatchObject({ total: { due: 6 } });
    const out = path.join(folder, 'march.csv');
    expect((await run('report', ...march, '--csv', '--out', out)).stdout).toBe('');
    expect(readFileSync(out, 'utf8')).toMatch(/^part,area,basis,due,/);
  });

  it('that cannot be made says what to put right, without a stack', async () => {
    const { code, stderr } = await run('report', ...march, '--by', 'victim');
    expect([code, stderr]).toEqual([1, expect.stringContaining('/compliance: 400 invalidQuery; by')]);
    expect(stderr).not.toContain('    at ');
    expect((await run('report', 'compliance', '--from', '2026-02-30', '--to', '2026-03-01')).code).toBe(1);
  });
});

describe('the recount at the command line', () => {
  it('ends well where all numbers agree, and with exit code 1 where one does not', async () => {
    const agreed = await run('verify', ...march);
    expect([agreed.code, agreed.stdout]).toEqual([
      0,
      expect.stringMatching(/^1 cases, 8 duties, \d+ numbers .*agree\n$/),
    ]);

    const now = new Date().toISOString();
    const report = aReport({ sourceReference: 'PRS-2' });
    const filed = await api.database.crimeReports.fileReport(report, 's', now, now);
    const { careRecord } = complianceCases.waitedForTheCourt();
    const reportId = filed.kind === 'filed' ? filed.report.reportId : '';
    const record = { ...careRecord, opening: { ...careRecord.opening, reportId } };
    const projection = projectionOf(record, nothingProjected);
    const [first, ...others] = projection.duties;
    if (!first) throw new Error('It owes nothing');
    const asIfMet = { ...first, settled: { as: 'met' as const, at: first.from } };
    await api.database.projections.saveProjection({ ...projection, duties: [asIfMet, ...others] });
    const differs = await run('verify', ...march);
    expect([differs.code, differs.stdout]).toEqual([1, expect.stringContaining('total: met is')]);
    expect(differs.stdout).toContain(`${record.opening.caseId} ${first.id}: met, by the facts missed`);
  });
});
