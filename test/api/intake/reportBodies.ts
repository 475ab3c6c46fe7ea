import { randomUUID } from 'node:crypto';

/** A burglary of this morning with one victim who is safe to phone. Invented, like everybody in these tests. */
export function aReport(changes: Record<string, unknown> = {}): Record<string, unknown> & { people: object[] } {
  const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
  return {
    source: 'policeRecordsSystem',
    sourceReference: `TEST-${randomUUID()}`,
    crimeReference: `41/${randomUUID().slice(0, 6)}/26`,
    occurredAt: at(600),
    reportedAt: at(90),
    receivedAt: at(60),
    offence: { category: 'burglary', title: 'Burglary in a dwelling' },
    investigatingForce: 'hertfordshire',
    owningTeam: 'north-victim-care',
    people: [aVictim()],
    ...changes,
  };
}

export function aVictim(changes: Record<string, unknown> = {}): object {
  return {
    role: 'victim',
    name: 'Alex Example',
    contactPoints: [{ channel: 'phone', value: '07700 900123', safe: 'yes', preferred: true }],
    ...changes,
  };
}
