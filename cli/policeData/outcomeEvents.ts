import { createHash } from 'node:crypto';
import { instant, startOfLondonDay, type Instant } from '../../domain/time/londonTime';
import { outcomeNamed, type ImpliedEvent } from './outcomeMeanings';
import { monthAfter } from './reportWindow';
import { seeded } from './seeded';

/** What must be known of a case to tell it an outcome. */
export interface KnownCase {
  readonly caseId: string;
  readonly receivedAt: Instant;
  readonly suspects: readonly { readonly status: string; readonly since: Instant }[];
}

/** An outcome of a crime; the `Last outcome category` of a street file has no month of its own. */
export interface Outcome {
  readonly crimeId: string;
  readonly outcome: string;
  readonly month?: string | undefined;
}

export interface OutcomeEvent {
  /** The same for the same outcome of the same crime, so that it is told once, however often the file is imported. */
  readonly idempotencyKey: string;
  readonly body: {
    readonly kind: string;
    readonly data: object;
    readonly source: string;
    readonly happenedAt: Instant;
    readonly receivedAt: Instant;
  };
}

const dayMs = 86_400_000;
/** Where reports were moved to the last days, their outcomes follow within these. */
const recentWithinDays = 14;

const afterCharge: ReadonlySet<string> = new Set([
  'charged',
  'convicted',
  'acquitted',
  'sentenced',
  'appealing',
  'stopped',
]);
const afterConviction: ReadonlySet<string> = new Set(['convicted', 'sentenced', 'appealing']);

/**
 * The events that an outcome stands for in a case, oldest first, but for what the case says already. They name no
 * suspect, as the files do not: the case takes them to be about whoever they can be about. They come after the report,
 * never after `until`, and in the outcome's month unless the report is later.
 */
export function outcomeEvents(outcome: Outcome, to: KnownCase, until: Instant): readonly OutcomeEvent[] {
  const events = (outcomeNamed(outcome.outcome)?.events ?? []).filter((event) => isNews(event, to));
  const happenedMs = outcomeMoment(outcome, to, until);
  const earlier = [to.receivedAt, ...to.suspects.map(({ since }) => since)].map((at) => Date.parse(at));
  const fromMs = Math.max(...earlier.filter((atMs) => atMs < happenedMs));
  return events.map((event, index) => {
    const share = (index + 1) / events.length;
    const at = instant(Math.floor(fromMs + (happenedMs - fromMs) * share));
    const { kind, data, source } = event;
    return {
      idempotencyKey: keyOf(outcome, to.caseId, kind),
      body: { kind, data, source, happenedAt: at, receivedAt: at },
    };
  });
}

function isNews({ unless }: ImpliedEvent, { suspects }: KnownCase): boolean {
  const isSaid = (by: ReadonlySet<string>): boolean => suspects.some(({ status }) => by.has(status));
  if (unless === 'charged') return !isSaid(afterCharge);
  return unless === 'convicted' ? !isSaid(afterConviction) : true;
}

function outcomeMoment(outcome: Outcome, { receivedAt }: KnownCase, until: Instant): number {
  const { crimeId, month } = outcome;
  const receivedMs = Date.parse(receivedAt);
  const untilMs = Math.max(Date.parse(until), receivedMs + 1_000);
  const share = seeded(`outcome ${outcome.outcome} ${month ?? ''}`, crimeId).share();
  const between = (fromMs: number, toMs: number, at: number): number =>
    Math.ceil(fromMs + Math.max(at * (Math.min(toMs, untilMs) - fromMs), 1_000));
  if (month === undefined) {
    const days = outcomeNamed(outcome.outcome)?.withinDays ?? recentWithinDays;
    return between(receivedMs, receivedMs + days * dayMs, share);
  }
  const fromMs = Math.max(receivedMs, Date.parse(startOfLondonDay(`${month}-01`)));
  const toMs = Date.parse(startOfLondonDay(`${monthAfter(month)}-01`));
  if (fromMs + 1_000 < Math.min(toMs, untilMs)) return between(fromMs, toMs, share);
  // The report was moved past the outcome's month: outcomes keep the order of their months, squeezed into some days.
  const base = seeded('outcomes', crimeId).share();
  const inOrder = base + (1 - base) * ((monthsSince2000(month) + share) / 1_200);
  return between(receivedMs, receivedMs + recentWithinDays * dayMs, inOrder);
}

function monthsSince2000(month: string): number {
  const [year = 2000, number = 1] = month.split('-').map(Number);
  return (year - 2000) * 12 + number - 1;
}

function keyOf({ crimeId, outcome, month = 'last' }: Outcome, caseId: string, kind: string): string {
  const parts = [crimeId, outcome, month, kind, caseId].join('\n');
  return `import-${createHash('sha256').update(parts).digest('hex').slice(0, 40)}`;
}
