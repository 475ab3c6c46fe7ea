import type { RequestHandler, Response } from 'express';
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { correlationIdOf } from './correlation';
import type { Problem } from './errors';

export const jsonApiType = 'application/vnd.api+json';

/** Errors of these routes have the form of JSON:API, whatever goes wrong and wherever. */
export const errorsAsJsonApi: RequestHandler = (_req, res, next) => {
  res.locals.errorsAs = 'jsonApi';
  next();
};

export const jsonApiErrors = z
  .strictObject({
    errors: z.array(
      z.strictObject({
        id: z.string(),
        status: z.string(),
        code: z.string(),
        title: z.string(),
        detail: z.string(),
        source: z.strictObject({ pointer: z.string() }).optional(),
        meta: z.strictObject({ kind: z.enum(['business', 'system']) }).meta({
          description: 'Sending again can only help with an error of the system.',
        }),
      })
    ),
  })
  .meta({ id: 'JsonApiErrors' });

/** Writes a problem as JSON:API errors: one for each fault, or one alone. */
export function sendJsonApiErrors(res: Response, { code, status, detail, parts }: Problem): void {
  const kind = status >= 500 || status === 429 ? 'system' : 'business';
  const error = { id: correlationIdOf(res), status: String(status), code, title: STATUS_CODES[status] ?? '' };
  const faults = parts.errors ?? [];
  const errors = (faults.length > 0 ? faults : [undefined]).map((fault) => ({
    ...error,
    detail: fault?.message ?? detail,
    ...(fault && 'pointer' in fault ? { source: { pointer: fault.pointer } } : {}),
    meta: { kind },
  }));
  res.setHeader('content-type', jsonApiType);
  res.end(JSON.stringify({ errors }));
}
