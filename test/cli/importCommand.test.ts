import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../support/temporaryFolder';
import { countsOf, runImport, startImport } from './importRunner';
import { crime, crimeId, outcome, outcomesHeader, policeFile, streetHeader } from './policeFiles';
import { StubService } from './stubService';

const root = temporaryFolder();
let folder: string;
let service: StubService;
let runs = 0;

beforeEach(async () => {
  folder = path.join(root, `run-${(runs += 1)}`);
  service = await new StubService().listen();
});
afterEach(() => service.close());

const range = (count: number, from = 1): number[] => Array.from({ length: count }, (_, index) => from + index);
const street = (...rows: readonly string[]): string => policeFile(root, 'street.csv', [streetHeader, ...rows]);
const outcomes = (...rows: readonly string[]): string => policeFile(root, 'outcomes.csv.gz', [outcomesHeader, ...rows]);
const importing = (...args: readonly string[]) => runImport(folder, service, args);
const counted = async (...args: readonly string[]) => countsOf(await importing(...args, '--json'));
const kindsOf = (id: string): unknown[] => service.casesOf(id).flatMap(({ events }) => events.map(({ kind }) => kind));

describe('Importing crimes', () => {
  it('accounts for every row, and lists what it rejects by line and reason', async () => {
    const file = street(
      crime(crimeId(1)),
      crime('', 'Anti-social behaviour'),
      crime(crimeId(2), 'Drugs'),
      crime(crimeId(3), 'Shoplifting'),
      crime(''),
      crime(crimeId(1)).replace('Nowhere', 'Elsewhere'),
      'half a row',
      crime(crimeId(4), 'Robbery', '', '2021-06', 'City of London Police'),
      crime(crimeId(5), 'Robbery', '', '2031-06')
    );
    const { crimes } = await counted('crime-reports', file);
    expect(crimes).toEqual({ rowsRead: 9, casesStarted: 3, alreadyKnown: 1, noVictimKnown: 2, rejected: 3 });
    const rejects = readFileSync(path.join(folder, 'import/rejects.csv'), 'utf8');
    expect(rejects.trim().split('\n')).toEqual([
      'file,line,reason',
      'street.csv,6,The row has no crime id.',
      'street.csv,8,The row has 1 columns in place of 12.',
      'street.csv,10,The row has a month that has not begun.',
    ]);
  });

  it('starts nothing the second time', async () => {
    const file = street(...range(30).map((number) => crime(crimeId(number))));
    expect((await counted('crime-reports', file)).crimes).toMatchObject({ casesStarted: 30, alreadyKnown: 0 });
    expect((await counted('crime-reports', file)).crimes).toMatchObject({ casesStarted: 0, alreadyKnown: 30 });
    expect(service.reports.size).toBe(30);
  });

  it('makes the same reports of the last days again, also on another day', async () => {
    const file = street(...range(5).map((number) => crime(crimeId(number))));
    const recent = ['crime-reports', file, '--recent', '14'];
    expect((await counted(...recent)).crimes).toMatchObject({ casesStarted: 5 });
    const received = [...service.cases.values()].map(({ receivedAt }) => Date.parse(receivedAt));
    expect(Math.min(...received)).toBeGreaterThan(Date.now() - 15 * 86_400_000);
    expect(Math.max(...received)).toBeLessThan(Date.now());
    expect((await counted(...recent)).crimes).toMatchObject({ alreadyKnown: 5 });
    expect((await counted(...recent, '--until', '2026-01-01')).crimes).toMatchObject({ rejected: 5 });
  });

  it('tells the last outcome too when asked, for cases that have only just started', async () => {
    const file = street(
      crime(crimeId(1), 'Burglary', 'Offender sent to prison'),
      crime(crimeId(2), 'Burglary', 'Under investigation'),
      crime(crimeId(3), 'Burglary'),
      crime(crimeId(4), 'Drugs', 'Local resolution')
    );
    service.faultOf = ({ path: called }, number) =>
      called.endsWith('/events') && number < 6 ? { when: 'before', as: { status: 404, code: 'notFound' } } : undefined;
    const first = await counted('crime-reports', file, '--with-outcomes');
    expect(first.outcomes).toEqual({ rowsRead: 2, applied: 1, alreadyKnown: 1, rejected: 0 });
    expect(kindsOf(crimeId(1))).toEqual(['suspectCharged', 'verdictGiven', 'sentencePassed']);
    const second = await counted('crime-reports', file, '--with-outcomes');
    expect(second.outcomes).toEqual({ rowsRead: 2, applied: 0, alreadyKnown: 2, rejected: 0 });
    expect(kindsOf(crimeId(1))).toHaveLength(3);
  });

  it('sends a report once more, as it was, when the service is away for a moment or the connection is lost', async () => {
    service.faultOf = (_call, number) => {
      if (number === 2) return { when: 'after', as: { status: 503, code: 'temporalAway', retryAfter: '1' } };
      if (number % 7 === 0) return { when: number % 2 ? 'after' : 'before', as: 'reset' };
      return number % 9 === 0 ? { when: 'before', as: { status: 429, retryAfter: '0' } } : undefined;
    };
    const file = street(...range(60).map((number) => crime(crimeId(number))));
    const { crimes } = await counted('crime-reports', file);
    expect(crimes).toMatchObject({ rowsRead: 60, rejected: 0 });
    expect((crimes?.casesStarted ?? 0) + (crimes?.alreadyKnown ?? 0)).toBe(60);
    expect(service.reports.size).toBe(60);
  });

  it('rejects a row that the service refuses, naming code and place but no value', async () => {
    service.faultOf = ({ body }) =>
      body.sourceReference === crimeId(2) ? { when: 'before', as: { status: 422, code: 'invalidBody' } } : undefined;
    const { crimes } = await counted('crime-reports', street(...range(3).map((number) => crime(crimeId(number)))));
    expect(crimes).toMatchObject({ casesStarted: 2, rejected: 1 });
    const rejects = readFileSync(path.join(folder, 'import/rejects.csv'), 'utf8');
    expect(rejects).toContain('street.csv,3,The row is refused by the service: 422 invalidBody.');
  });
});

describe('Importing outcomes', () => {
  it('accounts for every row and tells each outcome once', async () => {
    await counted('crime-reports', street(crime(crimeId(1)), crime(crimeId(2))));
    const file = outcomes(
      outcome(crimeId(1), 'Investigation complete; no suspect identified', '2021-06'),
      outcome(crimeId(1), 'Suspect charged', '2021-10'),
      outcome(crimeId(1), 'Suspect charged', '2021-10'),
      outcome(crimeId(2), 'Suspect charged', '2021-07'),
      outcome(crimeId(2), 'Unable to prosecute suspect', '2021-09'),
      outcome(crimeId(9), 'Suspect charged'),
      outcome('', 'Suspect charged'),
      outcome(crimeId(2), 'Suspect charged', '2031-01')
    );
    const expected = { rowsRead: 8, applied: 4, alreadyKnown: 1, keptUntilTheirCrimeArrives: 1, rejected: 2 };
    expect((await counted('outcomes', file)).outcomes).toEqual(expected);
    expect(kindsOf(crimeId(1))).toEqual(['investigationClosed', 'suspectCharged']);
    expect(kindsOf(crimeId(2))).toEqual(['suspectCharged', 'noFurtherAction']);
    const again = await counted('outcomes', file);
    expect(again.outcomes).toEqual({ ...expected, applied: 0, alreadyKnown: 5 });
    expect(kindsOf(crimeId(1))).toHaveLength(2);
  });

  it('keeps outcomes until their crime arrives, and tells them then', async () => {
    const early = outcomes(outcome(crimeId(1), 'Suspect charged'), outcome(crimeId(8), 'Local resolution'));
    expect((await counted('outcomes', early)).outcomes).toMatchObject({ keptUntilTheirCrimeArrives: 2 });
    const { keptOutcomes } = await counted('crime-reports', street(crime(crimeId(1)), crime(crimeId(2))));
    expect(keptOutcomes).toEqual({ tried: 1, applied: 1, alreadyKnown: 0, stillKept: 0, rejected: 0 });
    expect(kindsOf(crimeId(1))).toEqual(['suspectCharged']);
    const later = policeFile(root, 'later.csv', [outcomesHeader, outcome(crimeId(2), 'Local resolution')]);
    const third = await counted('outcomes', later);
    expect(third.keptOutcomes).toEqual({ tried: 1, applied: 0, alreadyKnown: 0, stillKept: 1, rejected: 0 });
    expect(third.outcomes).toMatchObject({ applied: 1 });
  });

  it('counts an outcome as known where an earlier import told it with another time', async () => {
    const file = outcomes(outcome(crimeId(1), 'Suspect charged', '2021-06'));
    await counted('crime-reports', street(crime(crimeId(1))), '--recent', '7');
    expect((await counted('outcomes', file)).outcomes).toMatchObject({ applied: 1 });
    const known = await counted('outcomes', file, '--until', '2026-11-01');
    expect(known.outcomes).toMatchObject({ applied: 0, alreadyKnown: 1 });
  });
});

describe('An import that is stopped', () => {
  it('goes on after a kill where it was, and counts every row of the file once', async () => {
    const file = street(...range(2_000).map((number) => crime(number % 10 ? crimeId(number) : '')));
    service.delayMs = 10;
    const { child, ended } = startImport(folder, service, ['crime-reports', file]);
    service.faultOf = () => {
      if (service.reports.size >= 1_000 && existsSync(path.join(folder, 'import/state.json'))) child.kill('SIGKILL');
      return undefined;
    };
    expect((await ended).code).toBeNull();
    service.faultOf = () => undefined;
    service.delayMs = 0;
    const callsBefore = service.calls.length;
    const { crimes } = await counted('crime-reports', file);
    expect(crimes).toMatchObject({ rowsRead: 2_000, rejected: 200 });
    expect((crimes?.casesStarted ?? 0) + (crimes?.alreadyKnown ?? 0)).toBe(1_800);
    expect(service.reports.size).toBe(1_800);
    expect(service.calls.length - callsBefore).toBeLessThan(1_800);
    const rejects = readFileSync(path.join(folder, 'import/rejects.csv'), 'utf8').trim().split('\n');
    expect(new Set(rejects).size).toBe(201);
    expect(rejects).toHaveLength(201);
  });

  it('says in a sentence that the service stays away, and goes on when it is back', async () => {
    const file = street(...range(200).map((number) => crime(crimeId(number))));
    service.faultOf = (_call, number) =>
      number > 50 ? { when: 'before', as: { status: 503, code: 'databaseAway', retryAfter: '1' } } : undefined;
    const { code, stderr } = await importing('crime-reports', file, '--patience', '2');
    expect(code).toBe(2);
    expect(stderr.trim()).toMatch(/^The service at \S+ could not be used for 2 seconds \(503 databaseAway\)\. .*go/);
    service.faultOf = () => undefined;
    const { crimes } = await counted('crime-reports', file);
    expect(crimes).toMatchObject({ rowsRead: 200, rejected: 0 });
    // A row that was answered while one before it was not is sent again, and known by then.
    expect((crimes?.casesStarted ?? 0) + (crimes?.alreadyKnown ?? 0)).toBe(200);
    expect(service.reports.size).toBe(200);
  });

  it('lets what is under way end when it is interrupted', async () => {
    const file = street(...range(2_000).map((number) => crime(crimeId(number))));
    const { child, ended } = startImport(folder, service, ['crime-reports', file]);
    service.faultOf = () => {
      if (service.reports.size === 100) child.kill('SIGINT');
      return undefined;
    };
    const { code, stderr } = await ended;
    expect([code, stderr.trim()]).toEqual([2, expect.stringMatching(/^Stopped\./)]);
    const { crimes } = await counted('crime-reports', file);
    expect(crimes).toMatchObject({ rowsRead: 2_000, casesStarted: 2_000, alreadyKnown: 0 });
  });

  it('tells at once that nothing answers at the address', async () => {
    const nowhere = { url: 'http://127.0.0.1:9' };
    const { code, stderr } = await runImport(folder, nowhere, [
      'crime-reports',
      street(crime(crimeId(1))),
      '--patience',
      '1',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('could not be used for 1 seconds (ECONNREFUSED)');
  });
});

describe('The command', () => {
  it.each([
    ['a file of another kind', ['crime-reports', 'package.json'], 'not a data.police.uk street file'],
    ['a file that is not there', ['outcomes', 'none.csv'], 'there is no such file'],
    ['a day in the future', ['outcomes', 'package.json', '--until', '2999-01-01'], 'must not lie in the future'],
  ])('says in a sentence that it was given %s', async (_what, args, sentence) => {
    const { code, stderr, stdout } = await runImport(folder, service, args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
  });

  it('says in a sentence that an address is none', async () => {
    const { code, stderr } = await runImport(folder, { url: 'nonsense' }, ['outcomes', 'package.json']);
    expect([code, stderr.trim()]).toEqual([1, 'The address of the service must look like http://127.0.0.1:3000']);
  });

  it('says that a token is turned down', async () => {
    service.faultOf = () => ({ when: 'before', as: { status: 401, code: 'notAuthenticated' } });
    const { code, stderr } = await importing('crime-reports', street(crime(crimeId(1))));
    expect(code).toBe(1);
    expect(stderr).toContain('The token for hertfordshire is not accepted');
  });

  it('refuses a second import with the same state while one is under way', async () => {
    const { child, ended } = startImport(folder, service, ['crime-reports', street(crime(crimeId(1)))]);
    const second = new Promise<string>((resolve) => {
      service.faultOf = () => {
        void importing('crime-reports', street(crime(crimeId(1)))).then(({ stderr }) => resolve(stderr));
        service.faultOf = () => undefined;
        return { when: 'before', as: { status: 503, retryAfter: '5' } };
      };
    });
    expect(await second).toContain('is importing with');
    child.kill('SIGINT');
    expect((await ended).code).toBe(2);
  });

  it('tells in its help all that is invented and assumed', async () => {
    const { code, stdout } = await importing('crime-reports', '--help');
    expect(code).toBe(0);
    for (const word of [
      '07700 900000',
      'example.org',
      '--recent',
      'London time',
      'Public order',
      'have no victim, yet',
    ]) {
      expect(stdout).toContain(word);
    }
  });

  it('sends its token and, as a person reads them, prints the counts without colour', async () => {
    const { stdout } = await importing('crime-reports', street(crime(crimeId(1))));
    expect(service.calls[0]?.authorization).toBe('Bearer a-token');
    expect(stdout).toMatch(/Crimes\n +1 rows read\n +1 cases started\n +0 already known\n +0 no victim known\n/);
    expect(stdout).not.toContain('\u001B');
  });
});
