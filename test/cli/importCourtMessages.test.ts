import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ApiUnderTest } from '../api/support/apiUnderTest';
import { crownDaily, dailyXml } from '../gateways/courts/invented';
import { listening } from '../support/listening';
import { temporaryFolder } from '../support/temporaryFolder';
import { countsOf, runImport } from './importRunner';

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

function fileOf(name: string, content: unknown): string {
  const file = path.join(root, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

async function imported(files: readonly string[], ...options: string[]) {
  const token = await api.tokenOf('reporting-system');
  return runImport(root, service, ['court-messages', ...files, ...options], { VICTIM_CASE_TOKEN: token });
}

describe('Importing messages of courts', () => {
  const list = fileOf('list.json', crownDaily());
  const xml = fileOf('list.xml', dailyXml('2027-03-29', '10:30:00'));
  const locked = fileOf('public.hearing.event.hearing-locked.json', { hearingId: 'h1' });

  it('sends each file as it is, tells its kind and what became of it, and knows it the second time', async () => {
    const first = await imported([list, xml, locked], '--json');
    expect([first.code, countsOf(first)]).toEqual([
      0,
      { crownDailyList: { taken: 2 }, 'public.hearing.event.hearing-locked': { saysNothing: 1 } },
    ]);
    expect(countsOf(await imported([list], '--json'))).toEqual({ crownDailyList: { alreadyKnown: 1 } });
  });

  it('says which file a person has to look at, and why', async () => {
    const broken = fileOf('broken.json', JSON.stringify(crownDaily()).slice(0, -3));
    const { code, stderr, stdout } = await imported([list, broken]);
    expect([code, stderr, stdout]).toEqual([
      1,
      expect.stringContaining(`${broken}: jsonNotReadable`),
      expect.stringMatching(/1 parked/),
    ]);
  });

  it('names the field that is wrong', async () => {
    const wrong = fileOf('wrong.json', crownDaily({}, { StartDate: '2027-02-30' }));
    expect((await imported([wrong])).stderr).toContain('notAsAgreed: /DailyList/ListHeader/StartDate must match');
  });

  it('sends bytes as they are: a list in the encoding that it declares is read', async () => {
    const declared = dailyXml('2027-03-29', '10:30:00').replace('version="1.0"', 'version="1.0" encoding="UTF-16"');
    const file = path.join(root, 'utf16.xml');
    writeFileSync(file, Buffer.from(`\uFEFF${declared}`, 'utf16le'));
    expect(countsOf(await imported([file], '--json'))).toEqual({ crownDailyList: { taken: 1 } });
  });

  it('begins with nothing where a file is not there', async () => {
    const { code, stderr } = await imported([list, path.join(root, 'none.json')]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('is no file')]);
  });
});
