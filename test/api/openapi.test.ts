import request from 'supertest';
import { createApp } from '../../api/app';
import { basePath } from '../../api/http/endpoint';
import { problemStatuses } from '../../api/http/errors';
import { openApiDocument } from '../../api/http/openapi';
import type { Engine } from '../../commands/engine';
import { refusalCodes } from '../../domain/refusal';
import pino from 'pino';
import { partnerContract } from '../../gateways/supportService/contract';
import { endpoints } from './support/contract';

const document = JSON.parse(JSON.stringify(openApiDocument(endpoints)));

/** The API with nothing behind it: for the pages that need nothing. */
const app = createApp({
  engine: { database: {} } as Engine,
  trusted: { issuer: 'nobody', audience: 'nobody', keys: () => Promise.reject(new Error('no keys')) },
  log: pino({ level: 'silent' }),
  clock: () => '2026-11-22T07:00:00.000Z',
  parts: [],
  isStopping: () => false,
});

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
}

const operations: [string, string, Operation][] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(([method, each]): [string, string, Operation] => [
    method,
    path,
    each,
  ])
);

describe('the OpenAPI document', () => {
  it('has every route of the router and no other', () => {
    const documented = operations.map(([method, path]) => `${method} ${path}`).sort();
    expect(documented).toEqual(endpoints.map(({ method, path }) => `${method} ${basePath}${path}`).sort());
  });

  it('gives every operation a name of its own, and every parameter of a path a description', () => {
    const names = operations.map(([, , { operationId }]) => operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const [, path, { parameters = [] }] of operations) {
      const inPath = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
      expect(inPath.sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort());
    }
  });

  it('refers to nothing that it does not hold', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(20);
    for (const [, name] of references) expect(Object.keys(document.components.schemas)).toContain(name);
  });

  it('names every code that a problem can have, and a refusal of each kind has its status', () => {
    const { code } = document.components.schemas.Problem.properties;
    expect(code.enum).toEqual(Object.keys(problemStatuses));
    for (const each of refusalCodes) expect(problemStatuses[each]).toBeGreaterThanOrEqual(400);
  });

  it('is served to anybody, and readable in a browser without the internet', async () => {
    const served = await request(app).get('/openapi.json');
    expect(served.body).toEqual(document);
    const page = await request(app).get('/docs/');
    expect([page.status, page.type]).toEqual([200, 'text/html']);
    const linked = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(linked.length).toBeGreaterThan(2);
    for (const address of linked) {
      expect(address).toMatch(/^\.\//);
      expect((await request(app).get(`/docs/${address.slice(2)}`)).status).toBe(200);
    }
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.text).not.toMatch(/<script>[^<]/);
  });
});

describe('the contract for whoever builds the system of a support service', () => {
  it('is served to anybody beside the one of this service, each naming the other', async () => {
    const { status, type, body } = await request(app).get('/partners/openapi.json');
    expect([status, type]).toEqual([200, 'application/json']);
    expect(body).toEqual(JSON.parse(JSON.stringify(partnerContract())));
    expect(Object.keys(body.paths)).toContain('/referrals/{referralId}/withdrawal');
    expect(body.info.description).toContain('/openapi.json');
    expect(document.externalDocs.url).toBe('/partners/openapi.json');
  });
});

describe('a page of the API', () => {
  it('that is not there is a problem', async () => {
    const { status, body } = await request(app).get('/nothing?name=Example');
    expect([status, body.code, body.instance]).toEqual([404, 'notFound', '/nothing']);
  });

  it('carries the headers that keep browsers from guessing', async () => {
    const { headers } = await request(app).get('/livez');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  });
});
