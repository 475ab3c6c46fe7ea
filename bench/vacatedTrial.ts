import { randomInt, randomUUID } from 'node:crypto';
import { addCalendarDays, instant, londonDay } from '../domain/time/londonTime';
import type { HttpClient, Json } from './httpClient';

interface Clients {
  readonly system: HttpClient;
  readonly officer: HttpClient;
}

/** What became of a trial that was off, as the list of who is told shows it. */
interface VacatedTrial {
  /** From the message of the court until every witness is told or to be called, and no booking runs. */
  readonly seconds: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly bookings: Readonly<Record<string, number>>;
  readonly messages: number;
}

const giveUpAfterMs = 300_000;
const askAgainMs = 100;

/**
 * A trial of tomorrow that the court vacates: of ten witnesses seven have a safe way that takes a message, one an unsafe one,
 * one a way of which nobody knows, one none at all; every fourth has a taxi booked. Throws where it takes five minutes.
 */
export async function vacatedTrial({ system, officer }: Clients, witnesses: number): Promise<VacatedTrial> {
  const urn = `41AA${randomInt(1_000_000, 9_999_999)}`;
  const on = addCalendarDays(londonDay(instant(Date.now())), 1);
  const [hearingId, platformCaseId] = [randomUUID(), randomUUID()];
  for (let each = 0; each < witnesses; each += 1) await system.post('/crime-reports', witness(each), 202).then(tied);
  async function tied({ cases }: Json): Promise<void> {
    const linked = { kind: 'courtCaseLinked', data: { urn }, happenedAt: now() };
    await system.post(`/cases/${cases[0].caseId}/events`, linked, 201, randomUUID());
  }
  await court('wholeHearing', { hearing: hearing({ hearingId, platformCaseId, urn, on }) });
  const { items } = await officer.post('/court-cases/search', { urn }, 200);
  const told = () => officer.get(`/court-cases/${items[0].courtCaseId}/hearings/${hearingId}/told`);
  const heard = await until(told, ({ counts }) => counts.notHeard === 0);
  for (const { caseId } of heard.items.filter((_: Json, place: number) => place % 4 === 0)) {
    const asked = { kind: 'arrangementAsked', data: { arrangement: 'travel', hearingId, on }, happenedAt: now() };
    await officer.post(`/cases/${caseId}/events`, asked, 201, randomUUID());
  }
  await until(told, ({ bookings }) => bookings.stands === Math.ceil(witnesses / 4));

  const began = performance.now();
  const caseDetails = [{ caseId: platformCaseId, caseURN: urn }];
  await court('public.hearing.trial-vacated', { hearingId, vacatedTrialReasonId: randomUUID(), caseDetails });
  const { counts, bookings } = await until(told, (list) => {
    const done = ['told', 'toCall', 'messageSent'].reduce((sum, state) => sum + (list.counts[state] ?? 0), 0);
    return done === witnesses && list.bookings.stands + list.bookings.toCancel === 0;
  });
  return { seconds: (performance.now() - began) / 1_000, counts, bookings, messages: counts.messageSent ?? 0 };

  async function court(kind: string, body: object): Promise<void> {
    const { state, because } = await system.post(`/court-messages?kind=${kind}&occurredAt=${now()}`, body, 202);
    if (state !== 'taken') throw new Error(`${kind}: ${state} ${JSON.stringify(because)}`);
  }
}

const now = () => new Date().toISOString();

async function until(read: () => Promise<Json>, isSo: (answer: Json) => boolean): Promise<Json> {
  const giveUpAt = performance.now() + giveUpAfterMs;
  for (;;) {
    const answer = await read();
    if (isSo(answer)) return answer;
    if (performance.now() > giveUpAt) throw new Error(`After five minutes: ${JSON.stringify(answer.counts)}`);
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
}

/** Invented, like all that a benchmark reports. */
function witness(place: number): object {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const address = { channel: 'email', value: `${randomUUID()}@example.org` };
  const ways: Readonly<Record<number, object[]>> = {
    7: [{ ...address, safe: 'no' }],
    8: [{ ...address, safe: 'unknown' }],
    9: [],
  };
  return {
    source: 'policeRecordsSystem',
    sourceReference: `BENCH-${randomUUID()}`,
    occurredAt: minutesAgo(600),
    reportedAt: minutesAgo(90),
    receivedAt: minutesAgo(60),
    offence: { category: 'burglary', title: 'Burglary in a dwelling' },
    investigatingForce: 'hertfordshire',
    owningTeam: 'north-victim-care',
    people: [
      {
        role: 'witness',
        name: `Alex ${randomUUID().replace(/[^a-f]/g, '')}`,
        contactPoints: ways[place % 10] ?? [{ ...address, safe: 'yes' }],
      },
    ],
  };
}

function hearing({ hearingId, platformCaseId, urn, on }: Readonly<Record<string, string>>): object {
  const defendant = { id: randomUUID(), personDefendant: { personDetails: { firstName: 'Sam', lastName: 'Example' } } };
  return {
    id: hearingId,
    jurisdictionType: 'CROWN',
    type: { description: 'Trial' },
    courtCentre: { name: 'Luton Crown Court', roomName: '1' },
    hearingDays: [{ sittingDay: `${on}T09:30:00.000Z` }],
    prosecutionCases: [
      {
        id: platformCaseId,
        prosecutionCaseIdentifier: { caseURN: urn },
        defendants: [{ ...defendant, offences: [{ id: randomUUID(), offenceCode: 'OF61131' }] }],
      },
    ],
  };
}
