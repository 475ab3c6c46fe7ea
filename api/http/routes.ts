import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import type { Instant } from '../../domain/time/londonTime';
import { textOfBody } from './bodyText';
import { callerOf } from '../access/authentication';
import { routeOf, type Answer, type Asked, type Endpoint } from './endpoint';
import { notFound, Problem, type Fault } from './errors';
import { idempotencyKey } from './idempotencyKey';
import { jsonApiType } from './jsonApi';
import { openingRoles } from '../access/permissions';

const megabyte = 1_048_576;
const readJson = express.json({ limit: megabyte, inflate: false, type: () => true });

/** Puts endpoints on a router: permission first, then the body, then the contract, then the handler. */
export function routes(endpoints: readonly Endpoint[], clock: () => Instant): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const each of endpoints) {
    const path = expressPath(each.path);
    router[each.method](path, permit(each), ...bodyReaders(each), answer(each, clock));
  }
  for (const path of new Set(endpoints.map((each) => each.path))) {
    const allowed = endpoints.filter((each) => each.path === path).map(({ method }) => method.toUpperCase());
    router.all(expressPath(path), () => {
      const headers = { allow: allowed.join(', ') };
      throw new Problem('methodNotAllowed', `Here you may call ${allowed.join(' or ')}.`, { headers });
    });
  }
  return router;
}

function bodyReaders({ body, asText }: Endpoint): RequestHandler[] {
  if (!asText) return body ? [takeJson, readJson] : [];
  const { types, mostBytes } = asText;
  const readBytes = express.raw({ limit: mostBytes, inflate: false, type: () => true });
  return [taking(types, `Send the body as one of ${types.join(', ')}.`), readBytes, decodeText];
}

const decodeText: RequestHandler = (req, _res, next) => {
  const bytes: unknown = req.body;
  if (bytes instanceof Uint8Array) {
    const [, charset] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(req.get('content-type') ?? '') ?? [];
    const text = textOfBody(bytes, charset);
    if (text === undefined)
      throw new Problem('unsupportedMediaType', 'Send it in an encoding that is known, as UTF-8.');
    req.body = text;
  }
  next();
};

function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function permit(each: Endpoint): RequestHandler {
  const route = routeOf(each);
  return (_req, res, next) => {
    res.locals.route = route;
    const roles = openingRoles(route, callerOf(res).roles);
    if (roles.length === 0) throw new Problem('notAllowed', 'None of your roles may do this.');
    res.locals.roles = roles;
    next();
  };
}

/** A body of another type is refused; none at all is for the contract to judge. */
function taking(types: readonly string[], otherwise: string): RequestHandler {
  return (req, _res, next) => {
    const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
    if (hasBody && !req.is([...types])) throw new Problem('unsupportedMediaType', otherwise);
    next();
  };
}

const takeJson = taking(['application/json', 'application/*+json'], 'Send the body as application/json.');

function answer(each: Endpoint, clock: () => Instant): RequestHandler {
  return async (req, res) => {
    const asked: Asked = {
      caller: callerOf(res),
      roles: res.locals.roles,
      params: each.params ? known(each.params, req.params) : undefined,
      query: each.query ? parsed(each.query, req.query, 'invalidQuery') : undefined,
      body: bodyOf(each, req),
      sent: req.body as unknown,
      now: clock(),
      key: each.idempotent ? idempotencyKey(req.get('idempotency-key')) : undefined,
      address: `${req.method} ${req.baseUrl}${req.path}`,
      header: (name) => req.get(name),
    };
    send(res, await each.handle(asked as Asked<never, never, never>));
  };
}

function bodyOf(each: Endpoint, req: Request): unknown {
  if (!each.body || (each.bodyOptional && req.body === undefined)) return undefined;
  if (req.body === undefined) throw new Problem('invalidBody', 'The body is missing.', { errors: [missing] });
  return parsed(each.body, req.body, 'invalidBody');
}

const missing: Fault = { pointer: '', message: 'Send a JSON object' };

/** An id that has not the form of one is the id of nothing. */
function known(schema: z.ZodType, params: unknown): unknown {
  const { success, data } = schema.safeParse(params);
  if (!success) throw notFound();
  return data;
}

function parsed(schema: z.ZodType, input: unknown, code: 'invalidBody' | 'invalidQuery'): unknown {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  const errors = error.issues.flatMap((issue) => faults(issue, code)).slice(0, 50);
  const detail = code === 'invalidBody' ? 'The body is not as it should be.' : 'The query is not as it should be.';
  throw new Problem(code, detail, { errors });
}

/** zod's messages name what was expected and never quote what was sent; names of unknown fields are quoted. */
function faults(issue: z.core.$ZodIssue, code: 'invalidBody' | 'invalidQuery'): Fault[] {
  const unknownFields = issue.code === 'unrecognized_keys' ? issue.keys : undefined;
  const at = (path: readonly PropertyKey[], message: string): Fault =>
    code === 'invalidQuery'
      ? { parameter: path.map(String).join('.').slice(0, 200), message }
      : { pointer: pointer(path), message };
  if (unknownFields) return unknownFields.slice(0, 20).map((key) => at([...issue.path, key], 'There is no such field'));
  return [at(issue.path, issue.message)];
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).slice(0, 100).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

function send(res: Response, { status, body, csv, text, html, headers }: Answer): void {
  if (headers) res.set(headers);
  if (text !== undefined) {
    res.status(status).type('text/plain').send(text);
    return;
  }
  if (html !== undefined) {
    res.status(status).type('text/html').send(html);
    return;
  }
  if (csv !== undefined) {
    res.status(status).type('text/csv').send(csv);
    return;
  }
  // This media type takes no parameters, and express adds a charset to texts.
  if (headers?.['content-type'] === jsonApiType) res.status(status).end(JSON.stringify(body));
  else res.status(status).json(body);
}
