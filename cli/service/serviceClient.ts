import { setTimeout as sleep } from 'node:timers/promises';
import { CommandStopped } from '../commandStopped';
import type { AccessTokens } from './accessTokens';
import type { PostJson, Reply } from './httpCall';

interface SentAs {
  readonly force: string;
  readonly idempotencyKey?: string;
  /** Of a body that is text or bytes already; JSON, unless told. */
  readonly contentType?: string;
}

export interface ServiceClient {
  /** Resolves with every answer but those that mean "later". Throws an CommandStopped when the service stays away. */
  post(path: string, body: object | string | Uint8Array, as: SentAs): Promise<Reply>;
}

interface ServiceClientOptions {
  readonly url: string;
  readonly post: PostJson;
  readonly tokens: AccessTokens;
  /** How long one request is sent again and again before the service counts as away. */
  readonly patienceMs: number;
  readonly stop?: AbortSignal;
}

/** Until the service has answered for the first time, so that a wrong address is told at once. */
const firstPatienceMs = 10_000;
const later: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Talks to `/api/v1`. A request that fails on the way is sent again as it was, so it must be one that may be. */
export function serviceClient({ url, post, tokens, patienceMs, stop }: ServiceClientOptions): ServiceClient {
  let hasAnswered = false;

  const once = async (
    path: string,
    body: string | Uint8Array,
    token: string,
    { idempotencyKey: key, contentType: type }: SentAs
  ): Promise<Reply | string> => {
    const more = { ...(key ? { 'idempotency-key': key } : {}), ...(type ? { 'content-type': type } : {}) };
    const headers = { authorization: `Bearer ${token}`, ...more };
    try {
      const reply = await post(`/api/v1${path}`, body, headers);
      hasAnswered = true;
      return reply;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error));
    }
  };

  return {
    post: async (path, body, as) => {
      const { force } = as;
      const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
      const startedAt = performance.now();
      let token = await tokens.of(force);
      let isRenewed = false;
      for (let attempt = 0; ; attempt += 1) {
        const reply = await once(path, text, token, as);
        if (typeof reply !== 'string' && !later.has(reply.status)) {
          if (reply.status === 403) throw turnedDown(url, force, 'may not do this');
          if (reply.status !== 401) return reply;
          const other: string | undefined = isRenewed ? undefined : await tokens.insteadOf(token, force);
          if (other === undefined) throw turnedDown(url, force, 'is not accepted');
          [token, isRenewed] = [other, true];
          continue;
        }
        const waitMs = (typeof reply === 'string' ? undefined : reply.retryAfterMs) ?? backOffMs(attempt);
        const patience = hasAnswered ? patienceMs : Math.min(firstPatienceMs, patienceMs);
        if (performance.now() - startedAt + waitMs > patience) throw away(url, patience, reply);
        await sleep(waitMs, undefined, stop ? { signal: stop } : {}).catch(() => {
          throw stopped();
        });
      }
    },
  };
}

/** From an eighth of a second to four, each with up to half of it more, so that callers do not come back in step. */
function backOffMs(attempt: number): number {
  return Math.min(125 * 2 ** attempt, 4_000) * (1 + Math.random() / 2);
}

const goOn = 'What is imported so far is kept: run the same command again and it goes on from there.';

/** The import was told to stop between two attempts. */
export function stopped(): CommandStopped {
  return new CommandStopped(`Stopped. ${goOn}`, 2);
}

function away(url: string, patienceMs: number, last: Reply | string): CommandStopped {
  const said = typeof last === 'string' ? last : `${last.status} ${codeOf(last)}`.trim();
  const seconds = Math.round(patienceMs / 1000);
  return new CommandStopped(`The service at ${url} could not be used for ${seconds} seconds (${said}). ${goOn}`, 2);
}

function turnedDown(url: string, force: string, why: string): CommandStopped {
  return new CommandStopped(
    `The token for ${force} ${why} at ${url}: it needs the role reporting-system and this force. ${goOn}`,
    1
  );
}

/** The stable code of a problem; empty where the answer is not one. */
export function codeOf({ body }: Reply): string {
  return typeof body.code === 'string' ? body.code : '';
}

/** What the service objects to: the code and the places in the body, never a value. */
export function objection(reply: Reply): string {
  const errors = Array.isArray(reply.body.errors) ? (reply.body.errors as { pointer?: unknown }[]) : [];
  const pointers = errors.flatMap(({ pointer }) => (typeof pointer === 'string' ? [pointer] : []));
  const places = pointers.length > 0 ? ` at ${pointers.slice(0, 5).join(', ')}` : '';
  return `is refused by the service: ${reply.status} ${codeOf(reply)}${places}`;
}
