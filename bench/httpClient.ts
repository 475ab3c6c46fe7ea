import { Agent, request } from 'node:http';

/** What the service said, read by a benchmark that knows what it asked for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export interface HttpClient {
  /** Throws where the status is not the one expected. */
  get(path: string): Promise<Json>;
  post(path: string, body: object, expected: number, key?: string): Promise<Json>;
  close(): void;
}

/** Calls below /api/v1 over connections that stay open, by the plainest client there is: it shares the processors. */
export function httpClient(url: string, token: string): HttpClient {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(url);

  function send(method: string, path: string, expected: number, body?: object, key?: string): Promise<Json> {
    const content = body && JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${token}`,
      ...(content === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    return new Promise((resolve, reject) => {
      const sent = request({ agent, hostname, port, method, path: `/api/v1${path}`, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === expected) resolve(JSON.parse(text));
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${text.slice(0, 300)}`));
        });
      });
      sent.on('error', reject);
      sent.end(content);
    });
  }

  return {
    get: (path) => send('GET', path, 200),
    post: (path, body, expected, key) => send('POST', path, expected, body, key),
    close: () => agent.destroy(),
  };
}
