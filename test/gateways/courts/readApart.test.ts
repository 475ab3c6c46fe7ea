import path from 'node:path';
import type { readApart as ReadApart } from '../../../gateways/courts/readApart';
import { readCourtMessage } from '../../../gateways/courts/readCourtMessage';
import { crownDaily, crownHearing } from './invented';

// Threads run what was built.
const { readApart } = jest.requireActual<{ readApart: typeof ReadApart }>(
  path.join(__dirname, '../../../dist/gateways/courts/readApart.js')
);
const envelope = { occurredAt: '2027-03-30T09:00:00.000Z' };
const idOf = (kind: string, value: string) => `${kind}:${value}`;

/** A list of so many hearings, each with a defendant of its own. */
function longList(count: number): string {
  const list = crownDaily();
  const sitting = list.DailyList.CourtLists[0]?.Sittings[0];
  const hearings = Array.from({ length: count }, (_each, n) => {
    const name = { CitizenNameForename: [`Abbie${n}`], CitizenNameSurname: `Armstrong 1.${n}` };
    const Defendants = [{ PersonalDetails: { IsMasked: 'no', Name: name }, URN: `41AA1${String(n).padStart(6, '0')}` }];
    return crownHearing({ CaseNumber: `T${n}`, Defendants });
  });
  Object.assign(sitting ?? {}, { Hearings: hearings });
  return JSON.stringify(list);
}

describe('a long message', () => {
  const body = longList(3000);

  it('is read in a thread as it would be read here, with the ids that only this side can make', async () => {
    expect(body.length).toBeGreaterThan(500_000);
    const here = readCourtMessage(body, envelope, idOf);
    expect(await readApart(body, envelope, idOf)).toEqual(JSON.parse(JSON.stringify(here)));
  });

  it('lets others go on meanwhile', async () => {
    let turns = 0;
    const clock = setInterval(() => (turns += 1), 5);
    await readApart(body, envelope, idOf);
    clearInterval(clock);
    expect(turns).toBeGreaterThan(10);
  });

  it('that cannot be read says why, as a short one does', async () => {
    expect(await readApart(body.slice(0, -9), envelope, idOf)).toEqual({ refused: { code: 'jsonNotReadable' } });
    expect(await readApart('{"hearingId":"x"}', envelope, idOf)).toEqual({ refused: { code: 'kindUnknown' } });
  });
});
