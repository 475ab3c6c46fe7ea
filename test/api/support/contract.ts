import type { Response } from 'supertest';
import type { Engine } from '../../../commands/engine';
import { basePath, type Endpoint } from '../../../api/http/endpoint';
import { jsonApiErrors, jsonApiType } from '../../../api/http/jsonApi';
import { problemStatuses, type ProblemCode } from '../../../api/http/errors';
import { resources } from '../../../api/resources';

/** Every endpoint, without anything behind it: for tests that look at contracts alone. */
export const endpoints: readonly Endpoint[] = resources({ database: {} } as Engine);

/** Which endpoint a call reaches; undefined for none. */
export function endpointOf(method: string, path: string): Endpoint | undefined {
  const reached = path.split('?')[0] ?? '';
  return endpoints.find(
    (each) => each.method === method && new RegExp(`^${each.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(reached)
  );
}

/** Throws where an answer is not what the documentation says: a field too many, too few, or of another type. */
export function mustKeepContract(method: string, path: string, { status, body, headers }: Response): void {
  if (status >= 400) return mustBeProblem(status, body, headers);
  const each = endpointOf(method, path);
  if (status === 304 && each?.etag && method === 'get') return;
  const answer = each?.answers[status];
  if (!each || !answer) throw new Error(`${method} ${path} is not documented to answer ${status}`);
  if (each.etag && !/^"\d+"$/.test(headers.etag ?? '')) throw new Error(`${method} ${path} has no ETag`);
  if (each.plainText && headers['content-type']?.startsWith('text/plain')) return;
  if (each.html && headers['content-type']?.startsWith('text/html')) return;
  if (each.csv && headers['content-type']?.startsWith('text/csv')) return;
  expect(answer.schema.parse(body)).toEqual(body);
}

function mustBeProblem(status: number, body: Record<string, unknown>, headers: Record<string, string>): void {
  if (headers['content-type'] === jsonApiType) {
    const sent = jsonApiErrors.parse(body);
    for (const each of sent.errors)
      expect([each.status, each.id]).toEqual([String(status), headers['x-correlation-id']]);
    return;
  }
  expect(headers['content-type']).toContain('application/problem+json');
  expect(body).toMatchObject({
    type: `urn:victim-case-service:problem:${String(body.code)}`,
    title: expect.any(String),
    status,
    detail: expect.any(String),
    instance: expect.stringContaining(basePath),
    correlationId: headers['x-correlation-id'],
  });
  expect(problemStatuses[body.code as ProblemCode]).toBe(status);
  if (status === 503 || status === 429) expect(headers['retry-after']).toMatch(/^\d+$/);
}
