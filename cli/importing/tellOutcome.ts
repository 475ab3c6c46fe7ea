import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../domain/time/londonTime';
import { outcomeEvents, type KnownCase, type Outcome } from '../policeData/outcomeEvents';
import { outcomeNamed } from '../policeData/outcomeMeanings';
import type { Reply } from '../service/httpCall';
import { codeOf, objection, type ServiceClient } from '../service/serviceClient';

export type Told = 'applied' | 'alreadyKnown' | 'crimeUnknown' | { readonly broken: string };

interface Telling {
  readonly outcome: Outcome;
  readonly force: string;
  readonly until: Instant;
  /** Cases that this import has just started: they need not be looked up, but may take a moment to be there. */
  readonly justStarted?: readonly KnownCase[] | undefined;
}

const visibleWithinMs = 5_000;

/** Tells the cases of a crime one outcome. An outcome that is no news, or was told before, changes nothing. */
export async function tellOutcome(client: ServiceClient, telling: Telling): Promise<Told> {
  const { outcome, force, until, justStarted } = telling;
  if (outcomeNamed(outcome.outcome)?.events.length === 0) return 'alreadyKnown';
  const found = justStarted ?? (await casesOf(client, outcome.crimeId, force));
  if (!Array.isArray(found)) return found as { broken: string };
  const cases = found as readonly KnownCase[];
  if (cases.length === 0) return 'crimeUnknown';
  let isNews = false;
  for (const known of cases) {
    for (const { body, idempotencyKey } of outcomeEvents(outcome, known, until)) {
      const as = { force, idempotencyKey };
      const path = `/cases/${known.caseId}/events`;
      const reply = await whenVisible(() => client.post(path, body, as), justStarted !== undefined);
      const isTold = reply.status === 200 || reply.status === 201;
      if (isTold && !reply.replayed) isNews = true;
      // The key names the outcome itself: used before with other times, it was told before.
      else if (!isTold && codeOf(reply) !== 'idempotencyKeyReused') return { broken: objection(reply) };
    }
  }
  return isNews ? 'applied' : 'alreadyKnown';
}

async function casesOf(
  client: ServiceClient,
  crimeId: string,
  force: string
): Promise<readonly KnownCase[] | { broken: string }> {
  const wanted = { source: 'policeRecordsSystem', sourceReference: crimeId };
  const reply = await client.post('/cases/search', wanted, { force });
  if (reply.status !== 200 || !Array.isArray(reply.body.items)) return { broken: objection(reply) };
  return reply.body.items as KnownCase[];
}

async function whenVisible(post: () => Promise<Reply>, isJustStarted: boolean): Promise<Reply> {
  const startedAt = performance.now();
  for (let waitMs = 50; ; waitMs = Math.min(waitMs * 2, 500)) {
    const reply = await post();
    if (reply.status !== 404 || !isJustStarted || performance.now() - startedAt > visibleWithinMs) return reply;
    await sleep(waitMs);
  }
}
