import request from 'supertest';
import { addCalendarDays, instant, londonDay } from '../../../domain/time/londonTime';
import { ApiUnderTest, type Caller } from '../support/apiUnderTest';
import { eventually, justNow, listed } from '../support/stories';

let api: ApiUnderTest;
let system: Caller;
let officer: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  system = await api.as('reporting-system');
  officer = await api.as('witness-care-officer');
});
afterAll(async () => {
  await api?.end();
});

const today = londonDay(instant(Date.now()));
const on = addCalendarDays(today, 30);
const urn = '41AA4000001';

/** What RFC 5545 says by hand: unfolded lines of each event, by property, and nothing that stands outside of one. */
function eventsIn(calendar: string): Record<string, string>[] {
  expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(calendar.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  const lines = calendar.replace(/\r\n[ \t]/g, '').split('\r\n');
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
  expect(lines.some((line) => line.startsWith('PRODID:'))).toBe(true);
  const events: Record<string, string>[] = [];
  let open: Record<string, string> | undefined;
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (line === 'BEGIN:VEVENT') open = {};
    else if (line === 'END:VEVENT' && open) {
      events.push(open);
      open = undefined;
    } else if (open) open[name] = value;
  }
  return events;
}

async function caseWithTrial(): Promise<string> {
  const { caseId } = await listed(api, system);
  const tell = { happenedAt: justNow(), suspects: ['s1'] };
  await system.post(`/cases/${caseId}/events`, { kind: 'suspectCharged', data: { how: 'charged', urn }, ...tell });
  const trial = { hearingId: 'h1', hearing: 'trial', on, at: `${on}T10:00:00Z`, court: 'luton-crown' };
  await system.post(`/cases/${caseId}/events`, { kind: 'hearingListed', data: trial, ...tell });
  return caseId;
}

describe('the court diary', () => {
  let caseIds: string[];
  let address: string;
  let feedId: string;
  const feed = async () => {
    const { status, text, headers } = await request(api.app).get(address);
    return { status, text, type: headers['content-type'], events: status === 200 ? eventsIn(text) : [] };
  };

  it('shows a hearing of several cases once, to who may see one of them', async () => {
    caseIds = [await caseWithTrial(), await caseWithTrial()];
    const path = `/diary?from=${today}&to=${addCalendarDays(today, 60)}`;
    const { items } = (await officer.get(path)).body;
    expect(items).toMatchObject([
      { hearingId: 'h1', hearing: 'trial', on, court: 'luton-crown', urns: [urn], cancelled: false },
    ]);
    expect(items[0].cases.map(({ caseId }: { caseId: string }) => caseId).sort()).toEqual([...caseIds].sort());
    const stranger = await api.as('witness-care-officer', { teams: ['south-victim-care'] });
    expect((await stranger.get(path)).body.items).toEqual([]);
    expect((await officer.get(`${path}&mine=true`)).body.items).toEqual([]);
    expect((await officer.get(`/diary?from=${on}&to=${today}`)).status).toBe(400);
  });

  it('is a calendar’s feed under an address that is given once, and names nobody', async () => {
    const { status, body } = await officer.post('/diary/feeds', { mine: false });
    expect(status).toBe(201);
    ({ address, feedId } = body);
    expect(address).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
    expect(JSON.stringify((await officer.get('/diary/feeds')).body)).not.toContain(address.slice(10, 53));
    const stored = await api.database.diaryFeeds.feedsOf('a-witness-care-officer');
    expect(JSON.stringify(stored)).not.toContain(address.slice(10, 53));
    const { events, text, type } = await feed();
    expect(type).toContain('text/calendar');
    expect(events).toMatchObject([
      {
        DTSTART: `${on.replaceAll('-', '')}T100000Z`,
        DTEND: `${on.replaceAll('-', '')}T110000Z`,
        SUMMARY: `Trial: ${urn}`,
        LOCATION: 'luton-crown',
        STATUS: 'CONFIRMED',
      },
    ]);
    expect(text).not.toMatch(/Alex|Example|ATTENDEE|ORGANIZER/);
    expect(api.logged.join('')).not.toContain(address.slice(10, 53));
  });

  it('a moved and then cancelled hearing keeps its UID, with a higher SEQUENCE each time', async () => {
    const [before] = (await feed()).events;
    const tell = async (kind: string, data: object) => {
      for (const caseId of caseIds) await system.post(`/cases/${caseId}/events`, { kind, data, happenedAt: justNow() });
    };
    const moved = addCalendarDays(on, 7);
    await tell('hearingMoved', { hearingId: 'h1', on: moved });
    const [after, ...others] = await eventually(async () => {
      const { events } = await feed();
      return events[0]?.SEQUENCE === before?.SEQUENCE ? undefined : events;
    });
    expect(others).toEqual([]);
    expect(after).toMatchObject({ UID: before?.UID, DTSTART: moved.replaceAll('-', ''), STATUS: 'CONFIRMED' });
    expect(after?.DTEND).toBe(addCalendarDays(moved, 1).replaceAll('-', ''));
    expect(Number(after?.SEQUENCE)).toBeGreaterThan(Number(before?.SEQUENCE));
    await tell('hearingVacated', { hearingId: 'h1' });
    const [off] = (await feed()).events;
    expect(off).toMatchObject({ UID: before?.UID, STATUS: 'CANCELLED' });
    expect(Number(off?.SEQUENCE)).toBeGreaterThan(Number(after?.SEQUENCE));
  });

  it('is nothing under an address that was revoked, or that nobody was given', async () => {
    const other = await api.as('witness-care-officer', { sub: 'somebody-else' });
    expect((await other.post(`/diary/feeds/${feedId}/revocation`)).status).toBe(404);
    expect((await feed()).status).toBe(200);
    expect((await officer.post(`/diary/feeds/${feedId}/revocation`)).status).toBe(200);
    expect((await feed()).status).toBe(404);
    expect((await request(api.app).get(`/calendar/${'A'.repeat(43)}.ics`)).status).toBe(404);
  });
});
