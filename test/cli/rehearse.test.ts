import { rehearsedOpening } from '../../cli/rehearsal/rehearsedOpening';
import { policeFiles } from '../../cli/rehearsal/policeFiles';
import { readCrimes, type ReportedCrime } from '../../cli/rehearsal/readCrimes';
import { rehearseAll, type Rehearsal } from '../../cli/rehearsal/rehearseAll';
import { rehearsalText } from '../../cli/rehearsal/rehearsalText';
import { sampleOf } from '../../cli/rehearsal/sample';
import { crimeReport } from '../../cli/policeData/crimeReport';
import { monthWindow } from '../../cli/policeData/reportWindow';
import { englandAndWalesCalendar } from '../../published/bankHolidays';
import { calendarFrom, firstRecord } from '../../commands/openings';
import { preferredChannel, safeChannels } from '../../database/people/personDetails';
import { reportBody } from '../../api/intake/reportContract';
import { openRecord } from '../../domain/takeStock';
import { temporaryFolder } from '../support/temporaryFolder';
import { crime, crimeId, outcome, outcomesHeader, policeFile, streetHeader } from './policeFiles';

const folder = temporaryFolder();
const outcomesTold = ['Suspect charged', 'Unable to prosecute suspect', 'Local resolution', 'Offender sent to prison'];

beforeAll(() => {
  const rows = Array.from({ length: 40 }, (_, index) => {
    const type = ['Burglary', 'Shoplifting', 'Violence and sexual offences', 'Drugs'][index % 4];
    return crime(crimeId(index), type, '', '2021-03');
  });
  policeFile(folder, '2021-03-hertfordshire-street.csv.gz', [
    streetHeader,
    ...rows,
    crime(crimeId(0), 'Burglary', '', '2021-03'),
  ]);
  policeFile(folder, '2021-04-hertfordshire-street.csv', [streetHeader, crime(crimeId(99), 'Robbery', '', '2021-04')]);
  policeFile(folder, '2021-04-hertfordshire-outcomes.csv', [
    outcomesHeader,
    ...outcomesTold.map((name, index) => outcome(crimeId(index * 4), name, '2021-04')),
    outcome(crimeId(0), 'Suspect charged', '2021-04'),
    outcome(crimeId(4711), 'Suspect charged', '2021-04'),
  ]);
});

const rehearsed = (more: object = {}): Promise<Rehearsal> =>
  rehearseAll(
    { from: folder, seed: '1', live: false, withLastOutcomes: false, ...more },
    { begin: () => undefined, show: () => undefined }
  );

const crimes = async (): Promise<ReportedCrime[]> => (await readCrimes(policeFiles(folder))).crimes;

describe('a rehearsal', () => {
  it('counts every row and every duty once', async () => {
    const { rows, cases, events, duties, byEdition, byRightAndMonth } = await rehearsed();
    expect(rows).toEqual({
      crimes: { withVictim: 31, withoutVictim: 10, repeated: 1, broken: 0 },
      outcomes: { ofACrime: 5, ofNoCrimeHere: 1, broken: 0 },
    });
    // A prison sentence implies a charge and a verdict; what the file says twice is told once.
    expect({ cases, events }).toEqual({ cases: 31, events: 6 });
    for (const parts of [Object.values(byEdition), byRightAndMonth]) {
      expect(parts.reduce((sum, { arisen }) => sum + arisen, 0)).toBe(duties.arisen);
    }
    const { arisen, withDueDate, provisional, ...standings } = duties;
    expect(Object.values(standings).reduce((sum, count) => sum + count, 0)).toBe(arisen);
    expect({ withDueDate: withDueDate <= arisen, provisional }).toEqual({ withDueDate: true, provisional: 0 });
  });

  it('holds a case of March 2021 to the Code of 2015, and what happened in April to that of 2020', async () => {
    const { byEdition, byObligation } = await rehearsed();
    expect(Object.keys(byEdition)).toEqual(['force-standards-2013', 'victims-code-2015', 'victims-code-2020']);
    expect(byObligation['c15-info']?.arisen).toBe(30);
    expect(byObligation['c20-r6-charge']?.arisen).toBe(2);
  });

  it('comes to the same duties whether cases wake in between or not, and to rungs where they do', async () => {
    const [asleep, awake] = [await rehearsed(), await rehearsed({ live: true })];
    expect(awake.fingerprint).toBe(asleep.fingerprint);
    expect(asleep.rungs).toBeUndefined();
    expect(awake.rungs).toEqual({
      dueSoon: expect.any(Number),
      dueToday: expect.any(Number),
      missed: expect.any(Number),
    });
  });

  it('opens the case that the service would open from the same report', async () => {
    for (const { row } of (await crimes()).slice(0, 4)) {
      const window = monthWindow(row.month, '2021-06-01T00:00:00.000Z');
      if (!window) throw new Error('The month has not begun');
      const report = crimeReport(row, window, 'north-victim-care');
      const {
        people,
        note: _note,
        sourceReference: _source,
        crimeReference: _crime,
        ...body
      } = reportBody.parse(report);
      const { title: _title, ...offence } = body.offence;
      const opening = rehearsedOpening(report);
      const { caseId, personId, reportId } = opening;
      const [first] = people;
      if (!first) throw new Error('There is nobody in it');
      const { role, kind, stances, contactPoints } = first;
      const channels = { safeChannels: safeChannels(first), preferredChannel: preferredChannel(contactPoints) };
      const person = { personId, caseId, role, kind, stances, ...channels, sealed: '' };
      const stored = {
        ...body,
        offence,
        reportId,
        suspects: [],
        homeForce: body.investigatingForce,
        people: [person],
        amendments: [],
        by: 'import',
        recordedAt: opening.receivedAt,
      };
      const calendar = englandAndWalesCalendar(calendarFrom(stored));
      expect(openRecord(opening, calendar, opening.openedAt)).toEqual(firstRecord(stored, person, calendar));
    }
  });

  it('takes crimes of every course into a sample, the same for the same seed', async () => {
    const all = await crimes();
    const courses = (some: readonly ReportedCrime[]) =>
      new Set(some.map(({ outcomes }) => outcomes.map((each) => each.outcome).join()));
    const ids = (some: readonly ReportedCrime[]) => some.map(({ row }) => row.crimeId);
    expect(courses(sampleOf(all, 5, 'a'))).toEqual(courses(all));
    expect(ids(sampleOf(all, 9, 'a'))).toEqual(ids(sampleOf(all, 9, 'a')));
    expect(ids(sampleOf(all, 9, 'a'))).not.toEqual(ids(sampleOf(all, 9, 'b')));
    expect(sampleOf(all, 500, 'a')).toEqual(all);
  });

  it('says in words what a person wants to know of it, and where there is nothing to read', async () => {
    const text = rehearsalText(await rehearsed({ months: { first: '2021-03', last: '2021-03' } }));
    expect(text).toContain('Crimes of 2021-03 to 2021-03, at 1 April 2021 at 12:00am, with nobody doing anything');
    expect(text).toMatch(/ 30 cases\n/);
    await expect(rehearsed({ from: `${folder}/nowhere` })).rejects.toThrow('There is no folder');
    await expect(rehearsed({ months: { first: '2019-01', last: '2019-01' } })).rejects.toThrow(
      'There is no street file'
    );
  });
});
