import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ApiUnderTest } from '../api/support/apiUnderTest';
import { listening } from '../support/listening';
import { temporaryFolder } from '../support/temporaryFolder';
import { runImport } from './importRunner';

const root = temporaryFolder();
let api: ApiUnderTest;
let service: Awaited<ReturnType<typeof listening>>;
beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: false });
  service = await listening(api.app);
});
afterAll(async () => {
  await service?.close();
  await api?.end();
});

const header = 'code,name,open,recipients,needs,areas,languages,phone,website,route,partners';
const beacon = 'beacon,Beacon Example,yes,serviceProvider,safety;financeAndBenefits,Hertfordshire,en;cy,,,,';
let files = 0;

async function imported(force: string, content: string | Buffer) {
  const file = path.join(root, `directory-${(files += 1)}.csv`);
  writeFileSync(file, content);
  const token = await api.tokenOf('supervisor', { force });
  return runImport(root, service, ['directory', file, '--force', force], { VICTIM_CASE_TOKEN: token });
}

async function listed(force: string): Promise<{ code: string }[]> {
  const reader = await api.as('victim-care-officer', { force });
  return (await reader.get('/support-services')).body.items;
}

describe('Importing a directory of support services', () => {
  it('takes over the example of the documentation, and the same again as known', async () => {
    const example = path.resolve(__dirname, '../../docs/examples/support-services.csv');
    const token = await api.tokenOf('supervisor');
    const run = () => runImport(root, service, ['directory', example], { VICTIM_CASE_TOKEN: token });
    expect(await run()).toEqual({ code: 0, stdout: '3 added, 0 known and taken over\n', stderr: '' });
    expect((await run()).stdout).toBe('0 added, 3 known and taken over\n');
    expect((await listed('hertfordshire')).map(({ code }) => code)).toEqual(['beacon', 'harbour', 'lantern']);
  });

  it('lists what is wrong by line and column, and takes nothing over', async () => {
    const rows = [
      beacon,
      'harbour,"Harbour\nExample",perhaps,serviceProvider,,,,,,,',
      'two words,Two Words,yes,helper,,,,,,,',
      'inner,Inner Example,yes,,,,,,,,',
      'beacon,Beacon Again,yes,,,,,,,,',
    ];
    const { code, stdout, stderr } = await imported('kent', [header, ...rows].join('\r\n'));
    expect([code, stdout]).toEqual([1, '']);
    const said = stderr.trim().split('\n');
    expect(said.at(-1)).toBe('Nothing was taken over. Mend the file and run it again.');
    expect(said.slice(0, -1).map((line) => line.split(': ').slice(0, 2).join(' '))).toEqual([
      'line 4 name',
      'line 4 open',
      'line 5 code',
      'line 5 recipients',
    ]);
    expect(await listed('kent')).toEqual([]);
    const twice = await imported('kent', [header, rows[0], rows[3], rows[4]].join('\n'));
    expect(twice.stderr).toContain('line 4: code: Each code may stand once');
    expect(await listed('kent')).toEqual([]);
  });

  it('refuses a route to a private address and secure e-mail to a domain that is not on the list', async () => {
    const rows = ['one,One,,,,,,,,https://192.168.0.7/,', 'two,Two,,,,,,,,help@example.org,'];
    const { stderr } = await imported('essex', [header, ...rows].join('\n'));
    expect(stderr).toContain('line 2: route: It must be a public address');
    expect(stderr).toContain('line 3: route: Secure e-mail does not go to this domain');
    expect(await listed('essex')).toEqual([]);
  });

  it.each([
    ['that is empty', '', 'is empty'],
    ['of a header alone', header, 'has no rows'],
    ['without codes', 'name\nBeacon', 'lacks the column code'],
    ['with a column that nobody knows', `${header},secret\n`, 'has a column that is not known'],
    ['with a row too short', `${header}\nbeacon,Beacon`, 'line 2: The row has 2 cells and the header 11'],
    ['with an open quotation mark', `${header}\n"beacon,Beacon`, 'cannot be read as CSV'],
    ['in another encoding', Buffer.from([...Buffer.from(`code,name\nb,`), 0xe9, 0x0a]), 'is not UTF-8 text'],
  ])('says what is the matter with a file %s', async (_what, content, message) => {
    const { code, stdout, stderr } = await imported('surrey', content);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain(' at ');
  });

  it('adds to what supervisors entered, and leaves what the file does not name', async () => {
    await imported('devon', [header, beacon].join('\n'));
    const other = 'harbour,Harbour Example,no,,,,,,,,somebody;somebody-else';
    expect((await imported('devon', `\uFEFF${[header, other].join('\n')}`)).stdout).toContain('1 added, 0 known');
    expect((await listed('devon')).map(({ code }) => code)).toEqual(['beacon']);
    expect(await api.database.supportServices.findService(['devon'], 'harbour')).toMatchObject({
      open: false,
      partners: ['somebody', 'somebody-else'],
    });
  });
});
