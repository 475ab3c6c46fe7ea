import { setTimeout as sleep } from 'node:timers/promises';
import type { Call, Journal } from './journal';

/** What the API said, read by tests that know what they asked for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export interface Reply {
  readonly status: number;
  readonly body: Json;
  readonly retryAfter?: string | undefined;
  readonly replayed: boolean;
}

const answerWithinMs = 20_000;
const pauseMs = 80;
const patienceMs = 60_000;

/** Somebody with a token, who calls paths below /api/v1 of a service that may be killed under the call. */
export class Caller {
  constructor(
    private readonly apiUrl: string,
    readonly token: string
  ) {}

  /** Undefined where no answer came: the request may have been carried out or not. */
  async ask(
    path: string,
    sent?: { readonly body: object; readonly key?: string | undefined }
  ): Promise<Reply | undefined> {
    try {
      const response = await fetch(`${this.apiUrl}/api/v1${path}`, {
        method: sent ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(sent ? { 'content-type': 'application/json' } : {}),
          ...(sent?.key === undefined ? {} : { 'idempotency-key': sent.key }),
        },
        ...(sent ? { body: JSON.stringify(sent.body) } : {}),
        signal: AbortSignal.timeout(answerWithinMs),
      });
      const { status, headers } = response;
      const body: unknown = await response.json();
      const retryAfter = headers.get('retry-after') ?? undefined;
      return { status, body, retryAfter, replayed: headers.get('idempotency-replayed') === 'true' };
    } catch {
      return undefined;
    }
  }

  /** One try of a call. What is not known after it stays unknown, and may be tried again. */
  async try(journal: Journal, call: Call): Promise<Reply | undefined> {
    call.tries += 1;
    call.by = this;
    const reply = await this.ask(call.path, call);
    if (!reply) return undefined;
    if (reply.status === 503 && !reply.retryAfter) journal.defects.push(`Call ${call.number}: 503 without Retry-After`);
    if (reply.status === 503) return undefined;
    if (reply.status >= 500) journal.defects.push(`Call ${call.number} (${call.kind}): ${reply.status}`);
    return reply;
  }

  /** Tries a call, with the same key each time, until it is answered. Throws where that takes longer than a minute. */
  async insist(journal: Journal, call: Call): Promise<Reply> {
    const reply = await untilAnswered(`${call.kind} ${call.number}`, () => this.try(journal, call));
    journal.answered(call, reply);
    return reply;
  }

  /** A read, tried until it is answered. */
  async read(path: string): Promise<Reply> {
    return untilAnswered(path, async () => {
      const reply = await this.ask(path);
      return reply && reply.status < 500 ? reply : undefined;
    });
  }

  /** All pages of a list. */
  async readAll(path: string): Promise<Json[]> {
    const items: Json[] = [];
    let cursor = '';
    do {
      const { body } = await this.read(`${path}${path.includes('?') ? '&' : '?'}limit=100${cursor}`);
      items.push(...body.items);
      cursor = body.next === undefined ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    return items;
  }
}

async function untilAnswered(what: string, ask: () => Promise<Reply | undefined>): Promise<Reply> {
  const giveUpAt = performance.now() + patienceMs;
  while (performance.now() < giveUpAt) {
    const reply = await ask();
    if (reply) return reply;
    await sleep(pauseMs);
  }
  throw new Error(`No answer within ${patienceMs / 1000} s: ${what}`);
}
