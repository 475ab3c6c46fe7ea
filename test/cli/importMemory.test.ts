import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../support/temporaryFolder';
import { runImport } from './importRunner';
import { crime, crimeId, streetHeader } from './policeFiles';
import { StubService } from './stubService';

const folder = temporaryFolder();

/** A street file of so many rows of some 190 bytes, one in fifty with a victim. */
function bigFile(name: string, rows: number): string {
  const file = path.join(folder, name);
  const handle = openSync(file, 'w');
  writeSync(handle, `${streetHeader}\n`);
  for (let from = 0; from < rows; from += 1_000) {
    const numbers = Array.from({ length: 1_000 }, (_, index) => from + index);
    writeSync(handle, `${numbers.map((each) => crime(crimeId(each), each % 50 ? 'Drugs' : 'Burglary')).join('\n')}\n`);
  }
  closeSync(handle);
  return file;
}

it('An import takes hardly more memory for a file ten times as large', async () => {
  const service = await new StubService().listen();
  const megabytesFor = async (file: string): Promise<number> => {
    const NODE_OPTIONS = `--require ${path.join(__dirname, 'reportMemory.cjs')}`;
    const { stderr } = await runImport(folder, service, ['crime-reports', file], { NODE_OPTIONS });
    return Number(/maxRSS (\d+)/.exec(stderr)?.[1]) / 1024;
  };
  const small = await megabytesFor(bigFile('small.csv', 10_000));
  const large = await megabytesFor(bigFile('large.csv', 100_000));
  await service.close();
  expect(large).toBeLessThan(small + 40);
});
