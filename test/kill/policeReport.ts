import type { SeededRandom } from './seededRandom';

const secondMs = 1_000;
const dayMs = 24 * 60 * 60 * secondMs;

/** How many people a report names who become cases. */
export const peopleAtMost = 3;

export interface ReportOptions {
  readonly reference: string;
  /** Received a day ago, less these milliseconds: the limit for first contact passes when they are over. */
  readonly contactDueInMs?: number | undefined;
}

/** A crime report with one to three victims. Invented, like everybody here. */
export function policeReport(random: SeededRandom, { reference, contactDueInMs }: ReportOptions) {
  const receivedMs = Date.now() - (contactDueInMs === undefined ? 3_600 * secondMs : dayMs - contactDueInMs);
  const before = (milliseconds: number) => new Date(receivedMs - milliseconds).toISOString();
  return {
    source: 'policeRecordsSystem',
    sourceReference: reference,
    occurredAt: before(7_200 * secondMs),
    reportedAt: before(60 * secondMs),
    receivedAt: before(0),
    offence: { category: random.oneOf(['burglary', 'robbery', 'fraud', 'theft']) },
    suspects: [{ suspectId: 's1' }],
    investigatingForce: 'hertfordshire',
    owningTeam: 'north-victim-care',
    people: Array.from({ length: 1 + random.below(peopleAtMost) }, aVictim),
  };
}

function aVictim() {
  const contactPoints = [{ channel: 'phone', value: '07700 900123', safe: 'yes', preferred: true }];
  return { role: 'victim', name: 'Alex Example', contactPoints };
}
