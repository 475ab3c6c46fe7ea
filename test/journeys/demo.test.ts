import { demo } from '../../dev/demo/demo';
import { startService, type StartingService } from '../../dev/service';
import { temporaryFolder } from '../support/temporaryFolder';

let service: StartingService | undefined;
afterAll(() => service?.stop());
// After the service has stopped: hooks run in the order in which they are written.
const dataDir = temporaryFolder();

describe('the demo', () => {
  it('loads seven sample reports and walks one victim from the report to a closed case', async () => {
    service = startService({ env: { ...process.env, PORT: '0', DATA_DIR: dataDir } });
    const lines: string[] = [];
    await demo(await service.ready, (line) => lines.push(line));
    expect(lines.at(-1)).toContain("Robin's case is closed");
  }, 120_000);
});
