import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Request, RequestHandler, Response } from 'express';
import { correlationIdOf } from './correlation';
import type { Caller } from '../access/authentication';

const unlogged = new Set(['/livez', '/readyz']);

/**
 * One line for each request: route, status, milliseconds, correlation id, the caller's opaque id. Never a query string,
 * a header or a body.
 */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp<Request, Response>({
    logger: log,
    genReqId: (_req, res) => correlationIdOf(res),
    autoLogging: { ignore: ({ path }) => unlogged.has(path) },
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: 'correlationId', responseTime: 'ms' },
    customProps: (req, { statusCode, locals }) => ({
      method: req.method,
      route: (locals.route as string | undefined) ?? 'none',
      status: statusCode,
      caller: (locals.caller as Caller | undefined)?.id,
      problem: locals.problem as string | undefined,
      failure: locals.failure as object | undefined,
    }),
    customLogLevel: (_req, { statusCode }) => (statusCode === 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    customSuccessObject: (_req, _res, line: { ms?: number }) => ({ ms: line.ms }),
    customErrorObject: (_req, _res, _error, line: { ms?: number }) => ({ ms: line.ms }),
  });
}
