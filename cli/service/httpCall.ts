import * as http from 'node:http';
import * as https from 'node:https';

export interface Reply {
  readonly status: number;
  /** What the service asks to wait before the same request is sent again; undefined where it does not say. */
  readonly retryAfterMs?: number | undefined;
  /** The service had carried out this request before, and gives the same answer again. */
  readonly replayed: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

export type PostJson = (
  path: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>
) => Promise<Reply>;

/** Posts JSON over connections that stay open, at most so many at a time. Rejects when the connection is lost. */
export function jsonPoster(url: string, connections: number, timeoutMs = 30_000): PostJson {
  const { request, Agent } = url.startsWith('https:') ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'lifo' });
  const base = new URL(url);
  return (path, body, headers) =>
    new Promise((resolve, reject) => {
      const length = Buffer.byteLength(body);
      const sent = request(new URL(path, base), {
        method: 'POST',
        agent,
        timeout: timeoutMs,
        headers: { 'content-type': 'application/json', ...headers, 'content-length': length },
      });
      sent.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => resolve(replyOf(response, Buffer.concat(parts).toString('utf8'))));
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
      sent.on('error', reject);
      sent.end(body);
    });
}

function replyOf({ statusCode = 0, headers }: http.IncomingMessage, text: string): Reply {
  return {
    status: statusCode,
    retryAfterMs: retryAfterMs(headers['retry-after']),
    replayed: headers['idempotency-replayed'] === 'true',
    body: jsonObject(text),
  };
}

function retryAfterMs(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(at - Date.now(), 0);
}

function jsonObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
